package xiangbao.jobs.store.operations;

/**
 * A return that is to be written for a file.
 *
 * @param folder of the unit below the feedback folder
 * @param name of the return, without its extension
 * @param result path relative to the workspace, empty until it is written
 */
public record Effect(long id, long claim, long file, String folder, String name, String result, boolean done) {}

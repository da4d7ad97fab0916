package xiangbao.jobs.store.runs;

/**
 * A submission in the basis of a run.
 *
 * @param counted whether its figures count; otherwise it is the newest round of its key and was returned
 * @param returnedLater number of a later round that was returned, 0 when there is none
 */
public record BasisRow(long submission, long review, boolean counted, int returnedLater) {}

package xiangbao.jobs.pipeline;

/** The main job has been done once; published to whoever counts or writes it down. */
public record RunFinished(RunOrder order, RunAnswer answer) {}

package xiangbao.jobs.worker;

/** Hears how far a run has come. May be called from any thread. */
@FunctionalInterface
public interface RunListener {
    RunListener SILENT = (step, done, total) -> {};

    /**
     * Something was done.
     *
     * @param step collect, review, aggregate or report
     * @param done how many items of the step are done
     * @param total how many there are, 0 when not known yet
     */
    void advanced(String step, int done, int total);
}

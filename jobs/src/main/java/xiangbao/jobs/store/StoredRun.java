package xiangbao.jobs.store;

import xiangbao.statistics.model.ReferencePeriod;

/** A run of a county period. */
public record StoredRun(
        long id,
        ReferencePeriod period,
        int number,
        String configuration,
        String programVersion,
        String basisDigest,
        State state) {
    /** How far it has come. */
    public enum State {
        FIXED,
        AGGREGATED,
        REPORTED
    }
}

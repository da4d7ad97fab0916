package xiangbao.statistics.findings;

/** What confronting a relation with figures gives; UNDECIDED when a needed figure is missing. */
public enum Verdict {
    PASSES,
    FAILS,
    UNDECIDED
}

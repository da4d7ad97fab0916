package xiangbao.statistics.forms;

/** How an indicator adds up over reporting units. Ratios are derived indicators with a formula over sums and have no rule of their own. */
public enum OverUnits {
    SUM,
    /** Never added up: what only its owner may state, texts, dates, prices. */
    NONE
}

package xiangbao.statistics.findings;

/**
 * How far a finding stands in the way of what it is about. A 核实性 one is any of the first five, a 强制性 one that is waived is {@link #WAIVED}; others are
 * always {@link #OPEN}, which says nothing about them.
 */
public enum DoubtState {
    /** Asks for an explanation; the figures count meanwhile and are called provisional. */
    OPEN,
    /** Asks for an explanation, and until it is accepted the figures do not count: the last good round does. */
    WITHHOLDING,
    /** 已说明: the statistician has accepted what was said about it. */
    EXPLAINED,
    /** 沿用: what was accepted about it in an earlier period holds still. */
    REMEMBERED,
    /** 须改正: the statistician has decided that the figure is wrong. The form is returned. */
    REFUSED,
    /** 不审: the statistician has let the unit off the relation for the period. It is shown, and asks for nothing. */
    WAIVED
}

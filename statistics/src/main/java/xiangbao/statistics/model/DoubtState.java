package xiangbao.statistics.model;

/** How far a 核实性 finding stands in the way of what it doubts. Findings of another severity are always {@link #OPEN}, which says nothing about them. */
public enum DoubtState {
    /** Asks for an explanation; the figures count meanwhile and are called provisional. */
    OPEN,
    /** Asks for an explanation, and until it is accepted the figures do not count: the last good round does. */
    WITHHOLDING,
    /** 已说明: the statistician has accepted what was said about it. */
    EXPLAINED
}

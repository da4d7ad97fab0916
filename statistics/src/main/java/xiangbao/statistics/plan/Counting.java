package xiangbao.statistics.plan;

/** What the numbers of a target are. Those of a figure read as one; the others count what has reached the target, and never read like figures. */
public enum Counting {
    /** Actual and goal are amounts in the target's unit of measurement. */
    FIGURE,
    /** Units of which every one must reach the goal. */
    UNITS,
    /** Other targets of the plan. */
    PARTS,
    /** 节点 that are due. */
    NODES
}

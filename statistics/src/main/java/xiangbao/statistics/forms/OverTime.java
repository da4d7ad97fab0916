package xiangbao.statistics.forms;

/** How an indicator adds up over periods within a year. */
public enum OverTime {
    /** 流量: the periods of the year are summed. */
    SUM,
    /** 时点: a stock at the end of the period; the last period stands for the year. */
    LAST,
    /** 累计: counted from the beginning of the year on; the last period stands for the year, and within a year it never falls. */
    CUMULATIVE,
    NONE
}

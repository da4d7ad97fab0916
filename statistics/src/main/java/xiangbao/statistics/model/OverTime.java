package xiangbao.statistics.model;

/** How an indicator adds up over periods within a year. */
public enum OverTime {
    /** 流量: the periods of the year are summed. */
    SUM,
    /** 时点数, 累计数: the last period stands for the year. */
    LAST,
    NONE
}

package xiangbao.statistics.submissions;

/** What a cell says: zero is REPORTED; missing, zero and not applicable are three things, all the way into the printed report. */
public enum ObservationStatus {
    REPORTED,
    /** 预计, reported before the harvest or the count. */
    FORECAST,
    /** 未报. */
    MISSING,
    /** 不适用: the unit does not owe this figure, or it is not yet due. */
    NOT_APPLICABLE,
    /** Something stands there that is no figure. */
    UNREADABLE;

    public boolean hasValue() {
        return this == REPORTED || this == FORECAST;
    }
}

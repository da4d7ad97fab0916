package xiangbao.statistics.figures;

/** Why a formula has no value where it looked for one. */
public enum Absence {
    /** The form has not been submitted for that period. */
    NOT_SUBMITTED("未报送"),
    MISSING("未报"),
    /** The unit came of others whose figures do not add up, or only part of what it was is still it. */
    NOT_COMPARABLE("撤并前后不可比"),
    NOT_APPLICABLE("不适用"),
    UNREADABLE("无法识别"),
    /** It was reported, and seems to be in another unit of measurement. */
    UNIT_DOUBTFUL("计量单位存疑"),
    /** The register states no such attribute for the unit. */
    NOT_REGISTERED("底册无此数"),
    DIVISION_BY_ZERO("除数为零"),
    /** A ledger has no line with that key in that period. */
    NO_SUCH_LINE("无此编号"),
    /** A bound on size or cost was reached. */
    TOO_COSTLY("超出计算上限");

    private final String title;

    Absence(String title) {
        this.title = title;
    }

    public String title() {
        return title;
    }
}

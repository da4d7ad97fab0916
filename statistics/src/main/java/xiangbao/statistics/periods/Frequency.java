package xiangbao.statistics.periods;

/** 报告期别: how often a form is due. */
public enum Frequency {
    MONTH("月报", 12),
    QUARTER("季报", 4),
    HALF_YEAR("半年报", 2),
    YEAR("年报", 1);

    private final String title;
    private final int perYear;

    Frequency(String title, int perYear) {
        this.title = title;
        this.perYear = perYear;
    }

    public String title() {
        return title;
    }

    public int perYear() {
        return perYear;
    }

    public int months() {
        return 12 / perYear;
    }
}

package xiangbao.statistics.scoring;

/** What points are taken off for. */
public enum RateBasis {
    /** For each tenth of the forms that a unit owes: who owes 30 and misses 3 loses what one loses who owes 10 and misses 1. */
    SHARE("比例"),
    /** For each form, however many a unit owes. */
    PIECE("张数");

    private final String title;

    RateBasis(String title) {
        this.title = title;
    }

    public String title() {
        return title;
    }
}

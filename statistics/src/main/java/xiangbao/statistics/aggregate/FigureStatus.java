package xiangbao.statistics.aggregate;

/** How firm a figure is. Missing, returned, withheld, zero and not applicable are five things; zero is a value. */
public enum FigureStatus {
    FINAL("已核"),
    /** Not all who owe it have passed. */
    PROVISIONAL("初步数"),
    /** Sent, and gravely doubted: nothing of it counts until it is explained. */
    WITHHELD("待核实"),
    /** Sent, and sent back: nothing of it counts. */
    RETURNED("退回"),
    /** Nothing came, or at least not from all. */
    MISSING("未报"),
    NOT_APPLICABLE("—");

    private final String title;

    FigureStatus(String title) {
        this.title = title;
    }

    public String title() {
        return title;
    }

    public boolean hasValue() {
        return this == FINAL || this == PROVISIONAL;
    }
}

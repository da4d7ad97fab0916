package xiangbao.statistics.aggregate;

/** How firm a figure is. Missing, zero and not applicable are three things; zero is a value. */
public enum FigureStatus {
    FINAL("已核"),
    /** Not all who owe it have passed. */
    PROVISIONAL("初步数"),
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

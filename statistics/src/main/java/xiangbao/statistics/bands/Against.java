package xiangbao.statistics.bands;

import java.util.Optional;

/** What a figure is held against, so that what is usual can be learned. */
public enum Against {
    /** The figure of the period before, of the same unit. */
    PREVIOUS("上期"),
    /** The figure of the same period of the year before, of the same unit. */
    LAST_YEAR("上年同期"),
    /** Master data 底册 of the unit, such as 农村户数. */
    ATTRIBUTE("底册"),
    /** Another figure of the same form, in a ledger of the same line. */
    FIGURE("同表"),
    /** Nothing: the figures of all units, or of all lines of a ledger, are of one order. */
    ALONE("自身");

    private final String title;

    Against(String title) {
        this.title = title;
    }

    public String title() {
        return title;
    }

    /** Whether it is the unit's own past; otherwise what one figure is for each of another. */
    public boolean isChange() {
        return this == PREVIOUS || this == LAST_YEAR;
    }

    public static Optional<Against> titled(String title) {
        for (Against against : values()) {
            if (against.title.equals(title)) {
                return Optional.of(against);
            }
        }
        return Optional.empty();
    }
}

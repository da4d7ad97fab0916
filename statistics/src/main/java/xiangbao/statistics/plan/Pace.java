package xiangbao.statistics.plan;

import java.util.Optional;

/** 序时进度: what share of a target should have been reached by a day. */
public enum Pace {
    /** Stocks and rates are compared with the target itself. */
    DIRECT("直接比较"),
    /** Flows: elapsed share of the year. */
    ELAPSED("时间进度"),
    /** Crops: judged from 农时 dates on, not before. */
    SEASONAL("农时"),
    /** Work with a season of its own: the share of the year's figure that last year had by the same period. */
    LAST_COURSE("往年进度"),
    NONE("不适用");

    private final String title;

    Pace(String title) {
        this.title = title;
    }

    public String title() {
        return title;
    }

    public static Optional<Pace> titled(String title) {
        for (Pace pace : values()) {
            if (pace.title.equals(title)) {
                return Optional.of(pace);
            }
        }
        return Optional.empty();
    }
}

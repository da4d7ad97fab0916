package xiangbao.statistics.progress;

import java.util.Optional;
import xiangbao.statistics.plan.Lights;

/** How a target stands. */
public enum ProgressStatus {
    /** The whole task, or an annual amount, is reached. */
    COMPLETED("已完成", Light.BLUE),
    MET("达标", Light.GREEN),
    ON_PACE("达序时", Light.GREEN),
    /** Behind the calendar, no further than {@link Lights#behind}. */
    BEHIND("滞后", Light.YELLOW),
    /** Further behind than that. */
    FAR_BEHIND("严重滞后", Light.RED),
    NOT_MET("未达标", Light.RED),
    /** 争取 and 力争, never failed; and what is due by the year's end or by a date still to come. */
    UNDER_WAY("推进中", Light.GREY),
    /** A crop before the day from which it is judged. */
    NOT_YET_JUDGED("未到考核时点", Light.GREY),
    /** The plan states no number and none is configured. */
    NO_TARGET("目标未定", Light.GREY),
    /** A figure that the judgement needs is not there; no failure. */
    UNDECIDED("未判定", Light.GREY),
    NOT_APPLICABLE("不适用", Light.GREY),
    INFORMATION("仅供参考", Light.GREY);

    private final String title;
    private final Light light;

    ProgressStatus(String title, Light light) {
        this.title = title;
        this.light = light;
    }

    public String title() {
        return title;
    }

    public Light light() {
        return light;
    }

    public static Optional<ProgressStatus> titled(String title) {
        for (ProgressStatus status : values()) {
            if (status.title.equals(title)) {
                return Optional.of(status);
            }
        }
        return Optional.empty();
    }

    public String shape() {
        return switch (this) {
            case NO_TARGET -> "◇";
            case NOT_APPLICABLE -> "—";
            default -> light.shape();
        };
    }

    /** Whether the goal itself is reached. */
    public boolean isReached() {
        return this == COMPLETED || this == MET;
    }

    /** Whether the run's answer is "off target". */
    public boolean isOff() {
        return this == BEHIND || this == FAR_BEHIND || this == NOT_MET;
    }
}

package xiangbao.jobs;

import java.math.BigDecimal;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;
import xiangbao.statistics.model.Finding;
import xiangbao.statistics.model.FormCode;
import xiangbao.statistics.model.ReferencePeriod;
import xiangbao.statistics.model.UnitCode;

/**
 * A 核实性 finding of a period, what was said about it, and whether that was accepted.
 *
 * @param id by which it is accepted, such as {@code 430626111/2026-Q3/平31-1/31-R1}
 * @param period of the form
 * @param counted whether the figures of the round count
 * @param file in which the round came
 * @param share how much of the county's figure hangs on it, in per cent; null when that cannot be told
 */
public record DoubtAnswer(
        String id,
        UnitCode unit,
        String unitName,
        FormCode form,
        String formTitle,
        ReferencePeriod period,
        int round,
        boolean counted,
        String file,
        Finding finding,
        @Nullable BigDecimal share,
        @Nullable Explained explanation,
        @Nullable Accepted acceptance) {
    /**
     * What the unit said: in which file, and when that was received.
     *
     * @param shortcoming why it explains nothing; empty where it does
     */
    public record Explained(String text, String file, LocalDateTime received, String shortcoming) {}

    /** Who accepted it, when and why. */
    public record Accepted(String by, LocalDateTime at, String reason) {}

    /** Where it stands. */
    public enum State {
        UNEXPLAINED("待说明"),
        EXPLAINED("待认可"),
        ACCEPTED("已认可");

        private final String title;

        State(String title) {
            this.title = title;
        }

        public String title() {
            return title;
        }
    }

    /** The same, once it is accepted. */
    DoubtAnswer accepted(Accepted passed) {
        return new DoubtAnswer(
                id,
                unit,
                unitName,
                form,
                formTitle,
                period,
                round,
                counted,
                file,
                finding.asExplained(),
                share,
                explanation,
                passed);
    }

    public State state() {
        if (acceptance != null) {
            return State.ACCEPTED;
        }
        return explanation == null || !explanation.shortcoming().isEmpty() ? State.UNEXPLAINED : State.EXPLAINED;
    }
}

package xiangbao.jobs.doubts;

import java.math.BigDecimal;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;
import xiangbao.statistics.definitions.Dialogue;
import xiangbao.statistics.findings.Finding;
import xiangbao.statistics.forms.FormCode;
import xiangbao.statistics.periods.ReferencePeriod;
import xiangbao.statistics.units.UnitCode;

/**
 * A 核实性 finding of a period, what was said about it, and what was decided.
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
        Exchange exchange) {
    /**
     * What was said on both sides.
     *
     * @param explanation the unit's last
     * @param waiting whose turn it is; null when nothing is open
     */
    public record Exchange(
            @Nullable Explained explanation,
            @Nullable Accepted acceptance,
            Dialogue dialogue,
            @Nullable Waiting waiting) {}

    /**
     * What the unit said: in which file, and when that was received.
     *
     * @param shortcoming why it explains nothing; empty where it does
     */
    public record Explained(String text, String file, LocalDateTime received, String shortcoming) {}

    /** Who accepted it, when and why. */
    public record Accepted(String by, LocalDateTime at, String reason) {}

    /** @param days how old it is on the day of the answer */
    public record Waiting(Dialogue.Party party, LocalDateTime since, long days, String told) {}

    /** Where it stands. */
    public enum State {
        UNEXPLAINED("待说明"),
        EXPLAINED("待认可"),
        ASKED("待答复"),
        REFUSED("待改正"),
        REMEMBERED("已说明"),
        ACCEPTED("已认可");

        private final String title;

        State(String title) {
            this.title = title;
        }

        public String title() {
            return title;
        }
    }

    public State state() {
        return switch (finding.state()) {
            case EXPLAINED -> State.ACCEPTED;
            case REMEMBERED -> State.REMEMBERED;
            case REFUSED -> State.REFUSED;
            case OPEN, WITHHOLDING, WAIVED -> {
                Waiting waiting = exchange.waiting();
                yield waiting != null && waiting.party() == Dialogue.Party.COUNTY
                        ? State.EXPLAINED
                        : exchange.dialogue().isAsked() ? State.ASKED : State.UNEXPLAINED;
            }
        };
    }

    /** 待认可, or 已说明（沿用2026年三季度说明）. */
    public String standing() {
        ReferencePeriod from = exchange.dialogue().carriedFrom();
        return state().title() + (from == null ? "" : "（沿用" + from.title() + "说明）");
    }
}

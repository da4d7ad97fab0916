package xiangbao.statistics.definitions;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import xiangbao.statistics.findings.Finding;
import xiangbao.statistics.periods.ReferencePeriod;

/**
 * 问答: what the unit and the county have said to each other about a doubt.
 *
 * @param turns the first first
 * @param streak for how many periods on end the unit gives this reason; 0 where it gives none
 * @param carriedFrom the period whose explanation holds still; null where none does
 */
public record Dialogue(
        List<DoubtTurn> turns, int streak, @Nullable ReferencePeriod carriedFrom) {
    /** About which nobody has said anything. */
    public static final Dialogue SILENCE = new Dialogue(List.of(), 0, null);

    /** Whose turn it is. */
    public enum Party {
        UNIT,
        COUNTY
    }

    /** @param since when the round was received, or the last word was said after that */
    public record Waiting(Party party, LocalDateTime since) {
        /** Its age. */
        public long days(LocalDate today) {
            return Math.max(0, ChronoUnit.DAYS.between(since.toLocalDate(), today));
        }

        /** 等伍市镇 3 天. */
        public String told(String unit, LocalDate today) {
            return "等" + (party == Party.UNIT ? unit : "县统计局") + " " + days(today) + " 天";
        }
    }

    public Dialogue {
        turns = List.copyOf(turns);
    }

    /**
     * Who has to act; empty once nothing is open.
     *
     * @param received when the round came
     * @param explains whether what the unit said last is an explanation
     */
    public Optional<Waiting> waiting(Finding doubt, LocalDateTime received, boolean explains) {
        if (!doubt.isOpen() && !doubt.refused()) {
            return Optional.empty();
        }
        DoubtTurn last = turns.isEmpty() ? null : turns.get(turns.size() - 1);
        boolean answered = doubt.isOpen() && last != null && last.kind() == DoubtTurn.Kind.EXPLAINED && explains;
        return Optional.of(new Waiting(
                answered ? Party.COUNTY : Party.UNIT,
                last != null && last.at().isAfter(received) ? last.at() : received));
    }

    /** Whether the county waits for the answer to a question. */
    public boolean isAsked() {
        return !turns.isEmpty() && turns.get(turns.size() - 1).kind() == DoubtTurn.Kind.ASKED;
    }

    /** 同一理由连续第 4 期; empty for the first. */
    public String streakTold() {
        return streak < 2 ? "" : "同一理由连续第 " + streak + " 期";
    }
}

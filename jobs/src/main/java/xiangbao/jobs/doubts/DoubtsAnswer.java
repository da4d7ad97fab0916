package xiangbao.jobs.doubts;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import xiangbao.jobs.review.WaiverAnswer;
import xiangbao.statistics.periods.ReferencePeriod;

/**
 * The doubts of a period, in the order that was asked for.
 *
 * @param today on which they are so many days old
 * @param run from which the shares are; null when there was none
 * @param unfiled explanations about which nobody can tell what they are about; people must read them
 * @param waivers the 强制性 relations from which units are let off
 */
public record DoubtsAnswer(
        ReferencePeriod period,
        LocalDate today,
        @Nullable Integer run,
        List<DoubtAnswer> doubts,
        List<Unfiled> unfiled,
        List<WaiverAnswer> waivers) {
    /** A text with the code and the place that stood beside it. */
    public record Unfiled(String file, String code, String place, String text, LocalDateTime received) {}

    public DoubtsAnswer {
        doubts = List.copyOf(doubts);
        unfiled = List.copyOf(unfiled);
        waivers = List.copyOf(waivers);
    }

    /** One of a period in which nothing is waived. */
    public DoubtsAnswer(
            ReferencePeriod period,
            LocalDate today,
            @Nullable Integer run,
            List<DoubtAnswer> doubts,
            List<Unfiled> unfiled) {
        this(period, today, run, doubts, unfiled, List.of());
    }

    public DoubtsAnswer with(List<WaiverAnswer> holding) {
        return new DoubtsAnswer(period, today, run, doubts, unfiled, holding);
    }
}

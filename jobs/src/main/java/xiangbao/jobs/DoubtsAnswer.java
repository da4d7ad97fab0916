package xiangbao.jobs;

import java.time.LocalDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import xiangbao.statistics.model.ReferencePeriod;

/**
 * The doubts of a period, those first on which most of the county's figures hangs.
 *
 * @param run from which the shares are; null when there was none
 * @param unfiled explanations about which nobody can tell what they are about; people must read them
 */
public record DoubtsAnswer(
        ReferencePeriod period, @Nullable Integer run, List<DoubtAnswer> doubts, List<Unfiled> unfiled) {
    /** A text with the code and the place that stood beside it. */
    public record Unfiled(String file, String code, String place, String text, LocalDateTime received) {}

    public DoubtsAnswer {
        doubts = List.copyOf(doubts);
        unfiled = List.copyOf(unfiled);
    }
}

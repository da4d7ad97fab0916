package xiangbao.statistics.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import xiangbao.statistics.findings.Diagnosis;
import xiangbao.statistics.findings.Finding;
import xiangbao.statistics.findings.Severity;

/** What accepting explanations and waiving relations make of a review. */
class ReviewTests {
    private static Finding finding(String code, Severity severity) {
        return Finding.of(code, severity, "");
    }

    private static final Finding FLOOD = finding("R1", Severity.QUERY);
    private static final Finding DROUGHT = finding("R2", Severity.QUERY);
    private static final Finding SUM = finding("T1", Severity.MANDATORY);
    private static final Finding DIGITS = finding("H1", Severity.HINT);

    private static UnaryOperator<Finding> accepted(Finding doubt) {
        return finding -> finding.equals(doubt) ? finding.asExplained() : finding;
    }

    @Test
    void isAcceptedOnceTheLastDoubtIsAndKeepsItAsExplained() {
        Review review = Review.of(List.of(DIGITS, FLOOD, DROUGHT), List.of());
        Review first = review.deciding(accepted(FLOOD));
        assertThat(first).isInstanceOf(Review.PendingExplanation.class);
        assertThat(first.findings()).containsExactly(FLOOD.asExplained(), DROUGHT, DIGITS);
        Review both = first.deciding(accepted(DROUGHT));
        assertThat(both).isInstanceOf(Review.Accepted.class);
        assertThat(both.findings()).containsExactly(FLOOD.asExplained(), DROUGHT.asExplained(), DIGITS);
        assertThat(both.findings()).extracting(Finding::standing).containsExactly("核实性（已说明）", "核实性（已说明）", "提示性");
    }

    @Test
    void acceptsNothingButDoubts() {
        Review review = Review.of(List.of(SUM, FLOOD, DIGITS), List.of()).deciding(Finding::asExplained);
        assertThat(review).isInstanceOf(Review.Returned.class);
        assertThat(review.findings()).containsExactly(SUM, FLOOD.asExplained(), DIGITS);
    }

    @Test
    void isReturnedOnceADoubtIsRefusedAndSaysWhyOnce() {
        Review review = Review.of(List.of(FLOOD, DROUGHT, DIGITS), List.of())
                .deciding(one -> one.equals(FLOOD) ? one.asRefused("退回：面积填反了。") : one.asExplained());
        assertThat(review).isInstanceOf(Review.Returned.class);
        assertThat(review.counts()).isFalse();
        assertThat(review.findings()).extracting(Finding::standing).containsExactly("核实性（须改正）", "核实性（已说明）", "提示性");
        Review again = review.deciding(one -> one.refused() ? one.asRefused("退回：面积填反了。") : one);
        assertThat(again).isEqualTo(review);
        assertThat(again.findings().get(0).message()).isEqualTo("退回：面积填反了。");
    }

    @Test
    void explainsWhatFollowsFromADoubtWithIt() {
        Finding follows = DROUGHT.diagnosed(Diagnosis.beneath(FLOOD.name()));
        Review review = Review.of(List.of(FLOOD, follows), List.of()).deciding(accepted(FLOOD));
        assertThat(review).isInstanceOf(Review.Accepted.class);
        assertThat(review.findings()).containsExactly(FLOOD.asExplained(), follows.asExplained());
    }

    @Test
    void returnsNothingForAWaivedRelationAndStillForWhatWasFoldedBeneathIt() {
        Finding other = finding("T2", Severity.MANDATORY);
        Finding beneath = other.diagnosed(Diagnosis.beneath(SUM.name()));
        Review review = Review.of(List.of(SUM, beneath, FLOOD), List.of());

        Review one = review.waiving(Map.of("T1", "灾后重建", "R2", "不相干"));
        assertThat(one).isInstanceOf(Review.Returned.class);
        assertThat(one.findings()).containsExactly(other, FLOOD, SUM.asWaived("灾后重建"));
        assertThat(one.findings().get(0).folds()).isFalse();

        Review both = review.waiving(Map.of("T1", "灾后重建", "T2", "灾后重建"));
        assertThat(both).isInstanceOf(Review.PendingExplanation.class);
        assertThat(both.findings()).extracting(Finding::standing).containsExactly("核实性", "不审", "不审");
        // a doubt is accepted, never waived
        assertThat(review.waiving(Map.of("R1", "灾后重建"))).isSameAs(review);
    }
}

package xiangbao.jobs.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import xiangbao.jobs.intake.RoundAllotment.Allotment;
import xiangbao.jobs.intake.RoundAllotment.Version;

class RoundAllotmentTests {
    private static Version version(long id, int printed, String content) {
        return new Version(id, printed, content);
    }

    private static List<Long> opened(Allotment allotment) {
        return allotment.opened().stream().map(Version::id).toList();
    }

    @Test
    void repeatsTheNewestRound() {
        Allotment allotment =
                RoundAllotment.decide(List.of(version(1, 1, "A"), version(2, 2, "B")), List.of(version(3, 2, "B")));
        assertThat(opened(allotment)).isEmpty();
        assertThat(allotment.repeated()).containsEntry(version(3, 2, "B"), version(2, 2, "B"));
    }

    @Test
    void takesAnOlderVersionThatComesAgainAsACorrection() {
        Allotment allotment =
                RoundAllotment.decide(List.of(version(1, 0, "A"), version(2, 0, "B")), List.of(version(3, 0, "A")));
        assertThat(opened(allotment)).containsExactly(3L);
        assertThat(allotment.repeated()).isEmpty();
    }

    @Test
    void ordersVersionsThatCameTogetherByTheirPrintedRound() {
        Allotment allotment = RoundAllotment.decide(List.of(), List.of(version(1, 2, "B"), version(2, 1, "A")));
        assertThat(opened(allotment)).containsExactly(2L, 1L);
        assertThat(allotment.ambiguous()).isFalse();
    }

    @Test
    void callsVersionsAmbiguousThatNothingOrders() {
        for (int printed : new int[] {0, 1}) {
            Allotment allotment =
                    RoundAllotment.decide(List.of(), List.of(version(1, printed, "A"), version(2, printed, "B")));
            assertThat(allotment.ambiguous()).isTrue();
            assertThat(opened(allotment)).containsExactlyInAnyOrder(1L, 2L);
        }
    }

    @Test
    void recognisesTheSameVersionsWhenTheyComeTogetherAgain() {
        List<Version> arrived = List.of(version(1, 0, "A"), version(2, 0, "B"));
        List<Version> stored =
                new ArrayList<>(RoundAllotment.decide(List.of(), arrived).opened());
        assertThat(opened(RoundAllotment.decide(stored, List.of(version(3, 0, "B"), version(4, 0, "A")))))
                .isEmpty();

        List<Version> printed = List.of(version(1, 1, "A"), version(2, 2, "B"));
        assertThat(opened(RoundAllotment.decide(printed, List.of(version(3, 2, "B"), version(4, 1, "A")))))
                .isEmpty();
    }

    @Test
    void takesEitherOfTwoAmbiguousVersionsAloneAsTheAnswer() {
        List<Version> stored = RoundAllotment.decide(List.of(), List.of(version(1, 0, "A"), version(2, 0, "B")))
                .opened();
        assertThat(opened(RoundAllotment.decide(stored, List.of(version(3, 0, "A")))))
                .containsExactly(3L);
        assertThat(opened(RoundAllotment.decide(stored, List.of(version(4, 0, "B")))))
                .containsExactly(4L);
    }
}

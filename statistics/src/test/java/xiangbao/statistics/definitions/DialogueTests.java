package xiangbao.statistics.definitions;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import xiangbao.statistics.findings.Finding;
import xiangbao.statistics.findings.Severity;

/** Whose turn it is, and for how long. */
class DialogueTests {
    private static final LocalDateTime RECEIVED = LocalDateTime.of(2026, 10, 9, 16, 20);
    private static final LocalDate TODAY = LocalDate.of(2026, 10, 15);
    private static final Finding DOUBT = Finding.of("R1", Severity.QUERY, "");

    private static String waiting(Finding doubt, boolean explains, DoubtTurn.Kind... kinds) {
        List<DoubtTurn> turns = Stream.of(kinds)
                .map(kind -> new DoubtTurn(kind, "", RECEIVED.plusDays(1 + kind.ordinal()), ""))
                .toList();
        return new Dialogue(turns, 0, null)
                .waiting(doubt, RECEIVED, explains)
                .map(one -> one.told("伍市镇", TODAY))
                .orElse("");
    }

    @Test
    void goesFromOneToTheOther() {
        assertThat(waiting(DOUBT, false)).isEqualTo("等伍市镇 6 天");
        assertThat(waiting(DOUBT, true, DoubtTurn.Kind.EXPLAINED)).isEqualTo("等县统计局 5 天");
        assertThat(waiting(DOUBT, false, DoubtTurn.Kind.EXPLAINED)).isEqualTo("等伍市镇 5 天");
        assertThat(waiting(DOUBT, true, DoubtTurn.Kind.EXPLAINED, DoubtTurn.Kind.ASKED))
                .isEqualTo("等伍市镇 4 天");
        assertThat(waiting(DOUBT.asRefused(""), true, DoubtTurn.Kind.EXPLAINED, DoubtTurn.Kind.REFUSED))
                .isEqualTo("等伍市镇 2 天");
    }

    @Test
    void endsOnceItIsAcceptedOrAnEarlierOneHolds() {
        assertThat(waiting(DOUBT.asExplained(), true, DoubtTurn.Kind.EXPLAINED)).isEmpty();
        assertThat(waiting(DOUBT.asRemembered(""), false)).isEmpty();
    }

    @Test
    void isNeverYoungerThanItsRoundNorOlderThanToday() {
        Dialogue.Waiting waiting = new Dialogue.Waiting(Dialogue.Party.UNIT, RECEIVED);
        assertThat(waiting.days(TODAY.minusYears(1))).isZero();
        DoubtTurn before = new DoubtTurn(DoubtTurn.Kind.EXPLAINED, "", RECEIVED.minusDays(3), "");
        assertThat(new Dialogue(List.of(before), 1, null).waiting(DOUBT, RECEIVED, true))
                .contains(new Dialogue.Waiting(Dialogue.Party.COUNTY, RECEIVED));
    }

    @Test
    void countsAReasonFromTheSecondPeriodOn() {
        assertThat(new Dialogue(List.of(), 1, null).streakTold()).isEmpty();
        assertThat(new Dialogue(List.of(), 4, null).streakTold()).isEqualTo("同一理由连续第 4 期");
    }
}

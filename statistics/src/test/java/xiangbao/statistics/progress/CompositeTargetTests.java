package xiangbao.statistics.progress;

import static org.assertj.core.api.Assertions.assertThat;
import static xiangbao.statistics.aggregate.SmallCounty.ANDING;
import static xiangbao.statistics.aggregate.SmallCounty.GRAIN;
import static xiangbao.statistics.aggregate.SmallCounty.JIAYI;
import static xiangbao.statistics.aggregate.SmallCounty.TOILETS;
import static xiangbao.statistics.aggregate.SmallCounty.WUSHI;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import xiangbao.statistics.aggregate.Counted;
import xiangbao.statistics.aggregate.SmallCounty;
import xiangbao.statistics.plan.Pace;
import xiangbao.statistics.plan.Wording;

class CompositeTargetTests {
    /** 96 of 100 households, and 80 of an area. */
    private static final Counted TOILETS_96 =
            Counted.accepted(SmallCounty.of(TOILETS, WUSHI, "2026-Q3", "04.1=100", "05.1=96"));

    private static final Counted AREA_80 = Counted.accepted(SmallCounty.of(GRAIN, WUSHI, "2026-Q3", "06.1=80"));

    private static TargetDraft whole() {
        return TargetDraft.composite("R01", "R01a", "R01b");
    }

    private static TargetDraft rate(@Nullable String value) {
        return TargetDraft.rate("R01a", value).perUnit();
    }

    private static TargetDraft area(@Nullable String value) {
        return TargetDraft.measured("R01b", "[平11-1:06.1]", "亩").reaching(value);
    }

    @ParameterizedTest
    @CsvSource({
        // rate 96 against, area 80 against, status, reached, judged
        "96, 80, MET, 2, 2",
        "96, 81, NOT_MET, 1, 2",
        "97, 81, NOT_MET, 0, 2"
    })
    void isReachedWhenAllItsPartsAre(String rate, String area, ProgressStatus status, String reached, String judged) {
        Progress progress = TargetDraft.judge(List.of(whole(), rate(rate), area(area)), "2026-Q3", TOILETS_96, AREA_80);

        assertThat(progress.status()).isEqualTo(status);
        assertThat(progress.attainment().actual()).isEqualTo(reached);
        assertThat(progress.attainment().goal()).isEqualTo(judged);
        assertThat(progress.target().measure().unit()).isEqualTo("项");
    }

    @Test
    void isUndecidedWhileAPartIsUnlessAnotherFails() {
        Progress undecided = TargetDraft.judge(List.of(whole(), rate("96"), area("80")), "2026-Q3", TOILETS_96);
        Progress missed = TargetDraft.judge(List.of(whole(), rate("97"), area("80")), "2026-Q3", TOILETS_96);

        assertThat(undecided.status()).isEqualTo(ProgressStatus.UNDECIDED);
        assertThat(undecided.attainment().actual()).isEqualTo("1");
        assertThat(undecided.attainment().goal()).isEqualTo("2");
        assertThat(ProgressText.goal(undecided)).isEqualTo("2项均达到");
        assertThat(ProgressText.actual(undecided)).isEqualTo("2项中达到1项");
        assertThat(undecided.note()).isEqualTo("R01b目标R01b未判定");
        assertThat(missed.status()).isEqualTo(ProgressStatus.NOT_MET);
        assertThat(missed.note()).isEqualTo("R01a目标R01a未达标；R01b目标R01b未判定");
    }

    @Test
    void aPartIsCountedBeneathItsWholeAndNotBesideIt() {
        List<Progress> all =
                TargetDraft.judgeAll(List.of(whole(), rate("96"), area("81")), "2026-Q3", TOILETS_96, AREA_80);

        assertThat(TargetCounts.of(all).told()).isEqualTo("共1项（另列分项2项）：未达标1项");
        assertThat(TargetCounts.of(all).of("■")).isEqualTo(1);
        assertThat(TargetCounts.of(all.subList(1, 3), all).told()).isEqualTo("共0项（另列分项2项）");
        assertThat(TargetCounts.of(all.subList(1, 3)).told()).isEqualTo("共2项：达标1项，未达标1项");
    }

    @Test
    void aPartWithoutATargetDoesNotCountUnlessAllAreWithout() {
        Progress one = TargetDraft.judge(List.of(whole(), rate("96"), area(null)), "2026-Q3", TOILETS_96, AREA_80);
        Progress none = TargetDraft.judge(List.of(whole(), rate(null), area(null)), "2026-Q3", TOILETS_96, AREA_80);

        assertThat(one.status()).isEqualTo(ProgressStatus.MET);
        assertThat(one.attainment().goal()).isEqualTo("1");
        assertThat(one.note()).isEqualTo("R01b目标R01b目标未定");
        assertThat(none.status()).isEqualTo(ProgressStatus.NO_TARGET);
        assertThat(none.attainment().actual()).isNull();
        assertThat(none.attainment().goal()).isNull();
    }

    @Test
    void anEffortIsNotRedWhateverItsPartsAre() {
        Progress progress = TargetDraft.judge(
                List.of(whole().worded(Wording.EFFORT), rate("97"), area("80")), "2026-Q3", TOILETS_96, AREA_80);

        assertThat(progress.status()).isEqualTo(ProgressStatus.UNDER_WAY);
        assertThat(progress.light()).isEqualTo(Light.GREY);
    }

    @Test
    void theWorstPartBehindTheCalendarDecides() {
        Progress behind = TargetDraft.judge(
                List.of(whole(), rate("96"), area("120").paced(Pace.ELAPSED)), "2026-Q3", TOILETS_96, AREA_80);
        Progress far = TargetDraft.judge(
                List.of(whole(), rate("96"), area("200").paced(Pace.ELAPSED)), "2026-Q3", TOILETS_96, AREA_80);

        assertThat(behind.status()).isEqualTo(ProgressStatus.BEHIND);
        assertThat(far.status()).isEqualTo(ProgressStatus.FAR_BEHIND);
    }

    @Test
    void isCoveredAsItsLeastCoveredPartIsAndListsWhoMissesAny() {
        Progress progress = TargetDraft.judge(
                List.of(whole(), rate("96"), area("80")),
                "2026-Q3",
                TOILETS_96,
                Counted.accepted(SmallCounty.of(TOILETS, ANDING, "2026-Q3", "04.1=100", "05.1=95")),
                Counted.accepted(SmallCounty.of(TOILETS, JIAYI, "2026-Q3", "04.1=100", "05.1=99")),
                AREA_80);

        assertThat(progress.grounds().coverage().fraction()).isEqualTo("1/4");
        assertThat(progress.byUnit().below()).containsExactly(ANDING);
        assertThat(progress.grounds().provisional()).isTrue();
        assertThat(progress.grounds().contributions()).hasSize(7);
    }
}

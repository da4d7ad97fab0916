package xiangbao.statistics.progress;

import static org.assertj.core.api.Assertions.assertThat;
import static xiangbao.statistics.aggregate.SmallCounty.GRAIN;
import static xiangbao.statistics.aggregate.SmallCounty.TOWNSHIPS;
import static xiangbao.statistics.aggregate.SmallCounty.WUSHI;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import xiangbao.statistics.aggregate.Counted;
import xiangbao.statistics.aggregate.SmallCounty;
import xiangbao.statistics.plan.Lights;
import xiangbao.statistics.plan.Pace;
import xiangbao.statistics.plan.Wording;
import xiangbao.statistics.units.ReportingUnit;

class ScheduleTests {
    private static TargetDraft area() {
        return TargetDraft.measured("G01", "[平11-1:06.1]", "亩").reaching("1000");
    }

    private static Counted grain(ReportingUnit unit, String period, String area) {
        return Counted.accepted(SmallCounty.of(GRAIN, unit, period, "06.1=" + area));
    }

    @ParameterizedTest
    @CsvSource({
        // 30 per cent from 10 May, 60 from 10 August, all from 20 November
        "2026-Q1, 900, NOT_YET_JUDGED, ,",
        "2026-Q2, 300, ON_PACE, 30.0, 0.0",
        "2026-Q2, 299, BEHIND, 30.0, -0.1",
        "2026-Q3, 599, BEHIND, 60.0, -0.1",
        "2026-Q3, 500, BEHIND, 60.0, -10.0",
        "2026-Q3, 499, FAR_BEHIND, 60.0, -10.1",
        "2026-Q3, 1000, MET, 60.0, 40.0",
        "2026-Q4, 999, NOT_MET, 100.0, -0.1",
        "2026-Q4, 1000, MET, 100.0, 0.0"
    })
    void aCropHasNodes(
            String period, String area, ProgressStatus status, @Nullable String expected, @Nullable String deviation) {
        Progress progress = area().node(5, 10, "30")
                .node(8, 10, "60")
                .node(11, 20, "100")
                .judge(period, grain(WUSHI, period, area));

        assertThat(progress.status()).isEqualTo(status);
        assertThat(progress.attainment().elapsed()).isEqualTo(expected == null ? null : new BigDecimal(expected));
        assertThat(progress.attainment().deviation()).isEqualTo(deviation == null ? null : new BigDecimal(deviation));
    }

    /** Last year had 200 of 800 by the third quarter: a quarter of the year's. */
    private static Counted[] lastYearAnd(String area) {
        List<Counted> counted = new ArrayList<>();
        for (ReportingUnit unit : TOWNSHIPS) {
            counted.add(grain(unit, "2025-Q3", "50"));
            counted.add(grain(unit, "2025-Q4", "200"));
        }
        counted.add(grain(WUSHI, "2026-Q3", area));
        return counted.toArray(Counted[]::new);
    }

    @ParameterizedTest
    @CsvSource({
        "250, ON_PACE, 0.0",
        "249, BEHIND, -0.1",
        "150, BEHIND, -10.0",
        "149, FAR_BEHIND, -10.1",
        "1000, COMPLETED, 75.0"
    })
    void workWithASeasonFollowsLastYearsCourse(String area, ProgressStatus status, String deviation) {
        Progress progress = area().paced(Pace.LAST_COURSE).judge("2026-Q3", lastYearAnd(area));

        assertThat(progress.attainment().elapsed()).isEqualTo("25.0");
        assertThat(progress.status()).isEqualTo(status);
        assertThat(progress.attainment().deviation()).isEqualTo(deviation);
    }

    @Test
    void withoutLastYearsCourseNothingIsGuessed() {
        Progress unknown = area().paced(Pace.LAST_COURSE)
                .judge(
                        "2026-Q3",
                        grain(WUSHI, "2025-Q3", "50"),
                        grain(WUSHI, "2025-Q4", "200"),
                        grain(WUSHI, "2026-Q3", "400"));
        Progress done = area().paced(Pace.LAST_COURSE).judge("2026-Q3", grain(WUSHI, "2026-Q3", "1000"));
        Progress over = area().paced(Pace.LAST_COURSE).judge("2026-Q4", grain(WUSHI, "2026-Q4", "999"));

        assertThat(unknown.status()).isEqualTo(ProgressStatus.UNDECIDED);
        assertThat(unknown.attainment().elapsed()).isNull();
        assertThat(unknown.attainment().completion()).isEqualTo("40.0");
        assertThat(unknown.note()).isEqualTo("往年进度缺上年数，序时进度不判定");
        assertThat(done.status()).isEqualTo(ProgressStatus.COMPLETED);
        assertThat(over.status()).isEqualTo(ProgressStatus.NOT_MET);
    }

    @ParameterizedTest
    @CsvSource({"30, 448, BEHIND", "30, 447, FAR_BEHIND", "0, 747, FAR_BEHIND", "0, 748, ON_PACE"})
    void theCountySaysHowFarBehindIsYellow(String points, String area, ProgressStatus status) {
        // 273 of 365 days are 74.79 per cent
        Progress progress = TargetDraft.judge(
                new Lights(new BigDecimal(points)),
                List.of(area().paced(Pace.ELAPSED)),
                "2026-Q3",
                grain(WUSHI, "2026-Q3", area));

        assertThat(progress.status()).isEqualTo(status);
    }

    @Test
    void aTaskThatNoCalendarDividesIsDueByTheYearsEnd() {
        TargetDraft task = area().worded(Wording.COMPLETION).paced(Pace.NONE);

        assertThat(task.judge("2026-Q3", grain(WUSHI, "2026-Q3", "999")).status())
                .isEqualTo(ProgressStatus.UNDER_WAY);
        assertThat(task.judge("2026-Q3", grain(WUSHI, "2026-Q3", "1000")).status())
                .isEqualTo(ProgressStatus.COMPLETED);
        assertThat(task.judge("2026-Q4", grain(WUSHI, "2026-Q4", "999")).status())
                .isEqualTo(ProgressStatus.NOT_MET);
    }

    @Test
    void aUnitIsHeldAgainstTheSameCalendar() {
        Progress progress =
                area().paced(Pace.ELAPSED).applyingTo(WUSHI).perUnit().judge("2026-Q3", grain(WUSHI, "2026-Q3", "700"));

        assertThat(progress.byUnit().units().get(0).status()).isEqualTo(ProgressStatus.BEHIND);
        assertThat(progress.byUnit().units().get(0).completion()).isEqualTo("70.0");
        assertThat(progress.byUnit().units().get(0).deviation()).isEqualTo("-4.8");
        assertThat(progress.byUnit().below()).containsExactly(WUSHI);
    }
}

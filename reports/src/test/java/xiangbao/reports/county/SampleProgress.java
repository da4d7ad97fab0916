package xiangbao.reports.county;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import xiangbao.statistics.aggregate.Coverage;
import xiangbao.statistics.figures.Fraction;
import xiangbao.statistics.findings.Verdict;
import xiangbao.statistics.periods.ReferencePeriod;
import xiangbao.statistics.plan.AssessmentScope;
import xiangbao.statistics.plan.Goal;
import xiangbao.statistics.plan.Pace;
import xiangbao.statistics.plan.Pacing;
import xiangbao.statistics.plan.Passage;
import xiangbao.statistics.plan.Target;
import xiangbao.statistics.plan.TargetMeasure;
import xiangbao.statistics.plan.Wording;
import xiangbao.statistics.progress.Attainment;
import xiangbao.statistics.progress.Counterparts;
import xiangbao.statistics.progress.Grounds;
import xiangbao.statistics.progress.Progress;
import xiangbao.statistics.progress.ProgressStatus;
import xiangbao.statistics.progress.TrendPoint;
import xiangbao.statistics.progress.UnitProgress;
import xiangbao.statistics.progress.UnitStandings;
import xiangbao.statistics.units.ReportingUnit;
import xiangbao.statistics.units.UnitSelector;

/**
 * Targets of kinds that are rare: C11 is a project task divided among the townships, of which 甲04乡 has reported nothing and 甲06乡 has no task; O01 stands as
 * its two parts stand.
 */
final class SampleProgress {
    private SampleProgress() {}

    static List<Progress> of(Coverage coverage) {
        List<Progress> progress = new ArrayList<>();
        progress.add(progress(
                target("C11", "自建房隐患整治", "栋", "2500", List.of(), true),
                "1875",
                "2500",
                "75.0",
                ProgressStatus.ON_PACE,
                tasks(coverage.expected()),
                coverage,
                List.of(
                        new TrendPoint(ReferencePeriod.of("2026-Q1"), new BigDecimal("400"), ProgressStatus.BEHIND),
                        new TrendPoint(ReferencePeriod.of("2026-Q2"), new BigDecimal("1300"), ProgressStatus.ON_PACE)),
                "乡镇任务合计2400栋，比县任务少100栋"));
        progress.add(progress(
                target("O01", "5G、千兆光纤行政村通达", "", null, List.of("O01a", "O01b"), false),
                "1",
                "2",
                null,
                ProgressStatus.NOT_MET,
                List.of(),
                coverage,
                List.of(),
                "O01b千兆光纤通达率未达标"));
        progress.add(part("O01a", "5G通达率", "100", ProgressStatus.MET, coverage));
        progress.add(part("O01b", "千兆光纤通达率", "99.98", ProgressStatus.NOT_MET, coverage));
        return progress;
    }

    private static Progress part(String code, String title, String actual, ProgressStatus status, Coverage coverage) {
        return progress(
                target(code, title, "%", "100", List.of(), false),
                actual,
                "100",
                actual,
                status,
                List.of(),
                coverage,
                List.of(),
                "");
    }

    private static List<UnitProgress> tasks(List<ReportingUnit> townships) {
        List<UnitProgress> tasks = new ArrayList<>();
        for (ReportingUnit unit : townships) {
            int number = Integer.parseInt(unit.name().substring(1, 3));
            if (number == 4 || number == 6) {
                tasks.add(new UnitProgress(
                        unit,
                        null,
                        number == 4 ? BigDecimal.valueOf(100) : null,
                        null,
                        null,
                        number == 4 ? ProgressStatus.UNDECIDED : ProgressStatus.NOT_APPLICABLE,
                        Verdict.UNDECIDED,
                        null,
                        null));
                continue;
            }
            int done = number == 20 ? 80 : 54 + 2 * number;
            BigDecimal actual = BigDecimal.valueOf(done);
            boolean reached = done >= 100;
            tasks.add(new UnitProgress(
                    unit,
                    actual,
                    BigDecimal.valueOf(100),
                    actual,
                    actual.subtract(new BigDecimal("74.8")),
                    reached ? ProgressStatus.COMPLETED : done >= 75 ? ProgressStatus.ON_PACE : ProgressStatus.BEHIND,
                    reached ? Verdict.PASSES : Verdict.FAILS,
                    Fraction.of(done),
                    Fraction.of(done).minus(Fraction.of(new BigDecimal("74.8")))));
        }
        return tasks;
    }

    private static Progress progress(
            Target target,
            String actual,
            String goal,
            @Nullable String completion,
            ProgressStatus status,
            List<UnitProgress> units,
            Coverage coverage,
            List<TrendPoint> trend,
            String note) {
        boolean paced = target.pacing().pace() == Pace.ELAPSED;
        BigDecimal figure = new BigDecimal(actual);
        return new Progress(
                target,
                SampleCounty.PERIOD,
                new Attainment(
                        figure,
                        figure,
                        new BigDecimal(goal),
                        completion == null ? null : new BigDecimal(completion),
                        paced ? new BigDecimal("74.8") : null,
                        paced ? new BigDecimal("0.2") : null),
                status,
                new UnitStandings(units, List.of()),
                new Grounds(coverage, List.of(), false, false),
                new Counterparts(List.of(), trend, target.scope().ranked() ? new BigDecimal("2400") : null, null),
                note);
    }

    private static Target target(
            String code, String title, String unit, @Nullable String value, List<String> parts, boolean ranked) {
        int decimals = unit.equals("%") ? 2 : 0;
        return new Target(
                code,
                title,
                new Passage("二（二）4", "其他", List.of("县住房和城乡建设局")),
                Wording.COMPLETION,
                new TargetMeasure(null, unit, unit, decimals, parts, null),
                Goal.atLeast(value == null ? null : new BigDecimal(value)),
                Pacing.of(ranked ? Pace.ELAPSED : Pace.DIRECT),
                new AssessmentScope(UnitSelector.TOWNSHIPS, ranked, false, ranked),
                false,
                "");
    }
}

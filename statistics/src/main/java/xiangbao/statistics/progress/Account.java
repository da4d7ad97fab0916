package xiangbao.statistics.progress;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import xiangbao.statistics.aggregate.Contribution;
import xiangbao.statistics.aggregate.Coverage;
import xiangbao.statistics.figures.FigureText;
import xiangbao.statistics.plan.Pace;
import xiangbao.statistics.plan.Target;
import xiangbao.statistics.plan.Wording;
import xiangbao.statistics.publication.OfficialFigure;
import xiangbao.statistics.units.ReportingUnit;

/** What is found out about a target, bit by bit, until its progress can be told. */
final class Account {
    final Target target;
    final CheckDate at;
    final List<String> notes = new ArrayList<>();

    @Nullable
    BigDecimal actual;

    @Nullable
    BigDecimal exactActual;

    @Nullable
    BigDecimal goal;

    @Nullable
    BigDecimal completion;

    @Nullable
    BigDecimal elapsed;

    @Nullable
    BigDecimal deviation;

    ProgressStatus status = ProgressStatus.UNDECIDED;
    List<ComparatorResult> comparators = List.of();
    List<UnitProgress> units = List.of();
    List<ReportingUnit> below = List.of();
    Coverage coverage = Coverage.NONE;
    List<Contribution> contributions = List.of();
    boolean forecast;
    boolean provisional;

    @Nullable
    BigDecimal taskSum;

    @Nullable
    OfficialFigure official;

    private final List<TrendPoint> trend;

    /** @param trend where the target stood earlier in the year */
    Account(Target target, CheckDate at, List<TrendPoint> trend) {
        this.target = target;
        this.at = at;
        this.trend = trend;
        if (target.unconfirmed()) {
            notes.add("口径待确认");
        }
    }

    Progress progress() {
        List<String> told = new ArrayList<>(notes);
        if (target.wording() == Wording.THRESHOLD && target.pacing().pace() == Pace.DIRECT && status.isReached()) {
            tellEarlierMisses(told);
        }
        if (!target.note().isBlank()) {
            told.add(target.note());
        }
        return new Progress(
                target,
                at.period(),
                new Attainment(actual, exactActual, goal, completion, elapsed, deviation),
                status,
                new UnitStandings(units, below),
                new Grounds(coverage, contributions, forecast, provisional),
                new Counterparts(comparators, trend, taskSum, official),
                String.join("；", told));
    }

    /** A threshold is to be kept at every check date, not only at the last. */
    private void tellEarlierMisses(List<String> told) {
        String missed = trend.stream()
                .filter(point -> point.status() == ProgressStatus.NOT_MET)
                .map(point -> point.period().title() + earlier(point.actual()))
                .collect(Collectors.joining("、"));
        if (!missed.isEmpty()) {
            told.add("本年曾未达标：" + missed);
        }
    }

    private String earlier(BigDecimal reached) {
        return switch (target.counting()) {
            case FIGURE -> FigureText.grouped(reached) + target.measure().unit();
            case PARTS -> "达到" + reached.toPlainString() + "项";
            case NODES -> "完成" + reached.toPlainString() + "个";
            case UNITS -> "达到" + reached.toPlainString() + "个单位";
        };
    }
}

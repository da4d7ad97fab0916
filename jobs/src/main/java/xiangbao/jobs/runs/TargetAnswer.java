package xiangbao.jobs.runs;

import java.util.List;
import org.jspecify.annotations.Nullable;
import xiangbao.jobs.store.runs.TargetRow;
import xiangbao.statistics.figures.FigureText;
import xiangbao.statistics.progress.ProgressStatus;
import xiangbao.statistics.progress.TargetCounts;

/**
 * How far a target of the plan is reached.
 *
 * @param actual a plain decimal, or null when there is none yet
 * @param target a plain decimal, or null when the plan states no number
 * @param comparison such as ≥
 * @param status 达标, 未达标, 达序时, 滞后 and the like
 * @param light 绿, 黄, 红, or 灰 when not judged
 * @param below names of the units that miss it
 * @param coverage such as 22/25
 * @param completion 完成率 in per cent, or null
 * @param elapsed what the calendar expects by now, in per cent, or null
 * @param deviation 偏差 in percentage points, or null
 * @param taskSum what the townships' tasks come to, or null
 * @param official 核定数, or null
 * @param document its document number, or null
 * @param actualText 实际 as every output writes it
 * @param targetText 目标 likewise
 * @param partOf the code of the target beneath which it stands, or null
 * @param trend where it stood at the earlier periods of the year
 */
public record TargetAnswer(
        String code,
        String title,
        String section,
        @Nullable String actual,
        @Nullable String target,
        String comparison,
        String unitOfMeasure,
        String status,
        String light,
        List<String> below,
        List<String> responsible,
        String coverage,
        @Nullable String completion,
        @Nullable String elapsed,
        @Nullable String deviation,
        boolean provisional,
        boolean forecast,
        @Nullable String taskSum,
        @Nullable String official,
        @Nullable String document,
        String note,
        String actualText,
        String targetText,
        @Nullable String partOf,
        List<Point> trend) {
    public TargetAnswer {
        below = List.copyOf(below);
        responsible = List.copyOf(responsible);
        trend = List.copyOf(trend);
    }

    /** A stored target. */
    public static TargetAnswer of(TargetRow row) {
        return new TargetAnswer(
                row.code(),
                row.title(),
                row.section(),
                row.actual(),
                row.goal(),
                row.comparison(),
                row.measure(),
                row.status(),
                row.light(),
                row.below(),
                row.responsible(),
                row.coverage(),
                row.details().completion(),
                row.details().elapsed(),
                row.details().deviation(),
                row.details().provisional(),
                row.details().forecast(),
                row.details().taskSum(),
                row.details().official(),
                row.details().document(),
                row.details().note(),
                actualText(row),
                goalText(row),
                row.details().partOf(),
                row.details().trend().stream()
                        .map(point -> new Point(point.period(), point.actual(), point.status()))
                        .toList());
    }

    /** A run of an earlier version has its numbers only. */
    private static String actualText(TargetRow row) {
        String told = row.details().actualText();
        String number = row.actual();
        return told != null ? told : number == null ? "—" : FigureText.grouped(number);
    }

    private static String goalText(TargetRow row) {
        String told = row.details().goalText();
        String number = row.goal();
        return told != null ? told : number == null ? "—" : row.comparison() + " " + FigureText.grouped(number);
    }

    /** Whether its numbers are amounts in the unit of measurement, and not counts of what has reached it. */
    public boolean isFigure() {
        return actual == null || actualText.replace("（含预计）", "").equals(FigureText.grouped(actual));
    }

    /** How many there are and how they stand, the parts beneath them apart. */
    public static TargetCounts counts(List<TargetAnswer> targets) {
        List<ProgressStatus> wholes = targets.stream()
                .filter(one -> one.partOf() == null)
                .map(one -> ProgressStatus.titled(one.status()).orElseThrow())
                .toList();
        return TargetCounts.ofWholes(wholes, targets.size() - wholes.size());
    }

    /** Where it stood at an earlier period. */
    public record Point(String period, String actual, String status) {}
}

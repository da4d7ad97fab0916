package xiangbao.jobs.answers.runs;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import org.jspecify.annotations.Nullable;
import xiangbao.jobs.answers.NamedUnit;
import xiangbao.jobs.answers.figures.FigureJson;
import xiangbao.jobs.answers.figures.TargetJson;
import xiangbao.jobs.runs.FigureAnswer;
import xiangbao.jobs.runs.TargetAnswer;
import xiangbao.jobs.runs.comparison.DiffAnswer;
import xiangbao.statistics.periods.ReferencePeriod;

/** What differs between two runs, and why. */
public record DiffJson(
        ReferencePeriod period,
        int from,
        int to,
        List<ChangeJson> changes,
        List<Figure> figures,
        List<Target> targets,
        int unitFigures) {
    public static DiffJson of(DiffAnswer diff) {
        return new DiffJson(
                diff.period(),
                diff.from(),
                diff.to(),
                ChangeJson.all(diff.changes()),
                diff.figures().stream().map(Figure::of).toList(),
                diff.targets().stream().map(Target::of).toList(),
                diff.unitFigures());
    }

    /** A figure that differs; a side is null where it is not there. */
    public record Figure(
            @JsonUnwrapped FigureJson.Subject subject,
            String unitOfMeasure,
            @Nullable FigureSide from,
            @Nullable FigureSide to,
            List<ChangeJson> causes) {
        private static Figure of(DiffAnswer.FigureChange change) {
            return new Figure(
                    new FigureJson.Subject(
                            new NamedUnit(change.unit(), change.unitName()),
                            change.indicator(),
                            change.title(),
                            change.period()),
                    change.unitOfMeasure(),
                    FigureSide.of(change.from()),
                    FigureSide.of(change.to()),
                    ChangeJson.all(change.causes()));
        }
    }

    /** A figure in one of the two runs. */
    public record FigureSide(
            @Nullable String value, @JsonUnwrapped FigureJson.Standing standing) {
        private static @Nullable FigureSide of(@Nullable FigureAnswer figure) {
            return figure == null ? null : new FigureSide(figure.value(), FigureJson.Standing.of(figure));
        }
    }

    /** A target that differs; a side is null where it is not there. */
    public record Target(
            String code,
            String title,
            String unitOfMeasure,
            @Nullable TargetSide from,
            @Nullable TargetSide to,
            List<ChangeJson> causes) {
        private static Target of(DiffAnswer.TargetChange change) {
            return new Target(
                    change.code(),
                    change.title(),
                    change.unitOfMeasure(),
                    TargetSide.of(change.from()),
                    TargetSide.of(change.to()),
                    ChangeJson.all(change.causes()));
        }
    }

    /** A target in one of the two runs. */
    public record TargetSide(
            @Nullable String actual,
            @Nullable String target,
            String comparison,
            @JsonUnwrapped TargetJson.Light light,
            String coverage) {
        private static @Nullable TargetSide of(@Nullable TargetAnswer target) {
            return target == null
                    ? null
                    : new TargetSide(
                            target.actual(),
                            target.target(),
                            target.comparison(),
                            new TargetJson.Light(target.status(), target.light(), target.below()),
                            target.coverage());
        }
    }
}

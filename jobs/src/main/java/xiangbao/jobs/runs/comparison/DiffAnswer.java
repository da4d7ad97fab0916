package xiangbao.jobs.runs.comparison;

import java.util.List;
import org.jspecify.annotations.Nullable;
import xiangbao.jobs.runs.FigureAnswer;
import xiangbao.jobs.runs.TargetAnswer;
import xiangbao.statistics.forms.IndicatorCode;
import xiangbao.statistics.periods.ReferencePeriod;
import xiangbao.statistics.units.UnitCode;

/**
 * What is different between two runs of a period, and why.
 *
 * @param changes everything that changed in what the runs were made of and with
 * @param figures that changed: the county's, or those of the unit that was asked for
 * @param targets that are judged otherwise
 * @param unitFigures how many figures of single units changed
 */
public record DiffAnswer(
        ReferencePeriod period,
        int from,
        int to,
        List<ChangeCause> changes,
        List<FigureChange> figures,
        List<TargetChange> targets,
        int unitFigures) {
    public DiffAnswer {
        changes = List.copyOf(changes);
        figures = List.copyOf(figures);
        targets = List.copyOf(targets);
    }

    /** Whether both say the same, whatever they were made of. */
    public boolean isEmpty() {
        return figures.isEmpty() && targets.isEmpty() && unitFigures == 0;
    }

    /**
     * A figure in both runs; a side is null where the run has no such figure.
     *
     * @param causes at least one
     */
    public record FigureChange(
            UnitCode unit,
            String unitName,
            IndicatorCode indicator,
            String title,
            ReferencePeriod period,
            String unitOfMeasure,
            @Nullable FigureAnswer from,
            @Nullable FigureAnswer to,
            List<ChangeCause> causes) {
        public FigureChange {
            causes = List.copyOf(causes);
        }
    }

    /** A target in both runs; a side is null where the run's plan has no such target. */
    public record TargetChange(
            String code,
            String title,
            String unitOfMeasure,
            @Nullable TargetAnswer from,
            @Nullable TargetAnswer to,
            List<ChangeCause> causes) {
        public TargetChange {
            causes = List.copyOf(causes);
        }
    }
}

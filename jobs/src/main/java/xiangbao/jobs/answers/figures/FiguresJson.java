package xiangbao.jobs.answers.figures;

import java.util.List;
import xiangbao.jobs.runs.FigureAnswer;

/** The figures that were asked for. */
public record FiguresJson(List<FigureJson> figures) {
    public static FiguresJson of(List<FigureAnswer> figures) {
        return new FiguresJson(figures.stream().map(FigureJson::of).toList());
    }
}

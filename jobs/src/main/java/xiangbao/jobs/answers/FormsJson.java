package xiangbao.jobs.answers;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.nio.file.Path;
import java.util.List;
import xiangbao.jobs.forms.FormsAnswer;
import xiangbao.statistics.forms.FormCode;
import xiangbao.statistics.periods.ReferencePeriod;

/** The blank workbooks that were made. */
public record FormsJson(ReferencePeriod period, Path folder, List<Blank> files) {
    public static FormsJson of(FormsAnswer answer) {
        return new FormsJson(
                answer.period(),
                answer.folder(),
                answer.files().stream().map(Blank::of).toList());
    }

    /** The workbook of a unit. */
    public record Blank(String file, @JsonUnwrapped NamedUnit unit, List<FormCode> forms) {
        static Blank of(FormsAnswer.BlankFile file) {
            return new Blank(file.file(), new NamedUnit(file.unit(), file.unitName()), file.forms());
        }
    }
}

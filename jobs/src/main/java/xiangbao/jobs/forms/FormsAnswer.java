package xiangbao.jobs.forms;

import java.nio.file.Path;
import java.util.List;
import xiangbao.statistics.forms.FormCode;
import xiangbao.statistics.periods.ReferencePeriod;
import xiangbao.statistics.units.UnitCode;

/** The blank workbooks that were written, in the order of the units. */
public record FormsAnswer(ReferencePeriod period, Path folder, List<BlankFile> files) {
    public FormsAnswer {
        files = List.copyOf(files);
    }

    /**
     * A workbook to fill.
     *
     * @param path where it stands
     * @param file the same, below the workspace where it stands there
     */
    public record BlankFile(UnitCode unit, String unitName, Path path, String file, List<FormCode> forms) {
        public BlankFile {
            forms = List.copyOf(forms);
        }
    }
}

package xiangbao.readers.forms.heading;

import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import xiangbao.readers.excel.workbook.RawCell;
import xiangbao.readers.excel.workbook.RawRow;
import xiangbao.readers.forms.sheet.SheetView;
import xiangbao.readers.forms.wording.DayText;
import xiangbao.readers.forms.wording.PlainText;

/** The 报送期限 that stands in the notes of a form, as our blank forms print it: it says for which period the workbook was made, whatever the heading says. */
public final class PrintedDueDay {
    private static final Pattern LABELLED = Pattern.compile("报送期限[:：]?((?:19|20)\\d{2}年\\d{1,2}月\\d{1,2}日)");

    private PrintedDueDay() {}

    /** The only such day between two rows; empty when none is printed, or several that differ. */
    public static Optional<LocalDate> in(SheetView view, int firstRow, int lastRow) {
        Optional<LocalDate> found = Optional.empty();
        for (RawRow row : view.rows(firstRow, lastRow)) {
            for (RawCell cell : row.cells()) {
                Matcher matcher = LABELLED.matcher(PlainText.compact(cell.text()));
                if (matcher.find()) {
                    Optional<LocalDate> day = DayText.day(matcher.group(1));
                    if (found.isPresent() && !found.equals(day)) {
                        return Optional.empty();
                    }
                    found = day;
                }
            }
        }
        return found;
    }
}

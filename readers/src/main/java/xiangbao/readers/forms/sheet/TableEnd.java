package xiangbao.readers.forms.sheet;

import java.util.regex.Pattern;
import xiangbao.readers.excel.workbook.RawCell;
import xiangbao.readers.excel.workbook.RawRow;
import xiangbao.readers.forms.wording.PlainText;

/** What stands below a table: signatures, notes, the day of the report. */
public final class TableEnd {
    private static final Pattern FOOT = Pattern.compile("^(?:单位负责人|统计负责人|填表人|报出日期|填报说明|编制说明|说明[:：]|注[:：]|备注[:：]|审核关系)");

    private TableEnd() {}

    public static boolean isIn(RawRow row) {
        for (RawCell cell : row.cells()) {
            if (!cell.isNumber() && FOOT.matcher(PlainText.compact(cell.text())).find()) {
                return true;
            }
        }
        return false;
    }
}

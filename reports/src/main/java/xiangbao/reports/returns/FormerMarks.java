package xiangbao.reports.returns;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Comment;
import org.apache.poi.ss.usermodel.Name;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.util.CellAddress;
import xiangbao.statistics.workbooks.ReturnMarks;

/** The marks of an earlier return in a workbook that comes back with them. */
final class FormerMarks {
    private final Workbook workbook;

    FormerMarks(Workbook workbook) {
        this.workbook = workbook;
    }

    /** Takes off what an earlier return put on. */
    void takeOff() {
        List<Sheet> ours = new ArrayList<>();
        Map<String, CellStyle> formerLooks = new TreeMap<>();
        for (Sheet sheet : workbook) {
            if (OurSheet.is(sheet)) {
                ours.add(sheet);
                for (Row row : sheet) {
                    Cell cell = row.getCell(OurSheet.FORMER_LOOKS);
                    if (cell != null && cell.getCellType() == CellType.STRING) {
                        formerLooks.put(cell.getStringCellValue(), cell.getCellStyle());
                    }
                }
            }
        }
        for (Sheet sheet : workbook) {
            if (!ours.contains(sheet)) {
                new TreeMap<>(sheet.getCellComments())
                        .forEach((address, comment) -> takeOff(sheet, address, comment, formerLooks));
            }
        }
        for (Sheet sheet : ours) {
            workbook.removeSheetAt(workbook.getSheetIndex(sheet));
        }
        Name name = workbook.getName(ReturnMarks.DEFINED_NAME);
        if (name != null) {
            workbook.removeName(name);
        }
    }

    private void takeOff(Sheet sheet, CellAddress address, Comment comment, Map<String, CellStyle> formerLooks) {
        String text = comment.getString().getString();
        int at = text.indexOf(CellMarks.OURS);
        if (at < 0) {
            return;
        }
        Row row = sheet.getRow(address.getRow());
        Cell cell = row == null ? null : row.getCell(address.getColumn());
        CellStyle former = formerLooks.get(sheet.getSheetName() + "!" + address.formatAsString());
        if (cell != null && former != null) {
            cell.setCellStyle(former);
        }
        if (at == 0 && cell != null) {
            cell.removeCellComment();
        } else if (at > 0) {
            comment.setString(workbook.getCreationHelper()
                    .createRichTextString(text.substring(0, at).stripTrailing()));
        }
    }
}

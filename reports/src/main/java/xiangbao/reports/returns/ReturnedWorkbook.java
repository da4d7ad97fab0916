package xiangbao.reports.returns;

import java.util.List;
import java.util.Map;
import org.apache.poi.common.usermodel.HyperlinkType;
import org.apache.poi.ss.usermodel.Hyperlink;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import xiangbao.statistics.findings.Severity;
import xiangbao.statistics.submissions.CellReference;

/** The clerk's own workbook with our sheet in front, and with a fill and a comment on the cells in question. Values, formulas and cached values stay. */
final class ReturnedWorkbook {
    private final Workbook workbook;
    private final boolean inFront;

    /** @param inFront whether our sheet is moved before the clerk's; in the old format POI cannot always do that without bending names and formulas */
    ReturnedWorkbook(Workbook workbook, boolean inFront) {
        this.workbook = workbook;
        this.inFront = inFront;
    }

    /** Takes off what an earlier return put on, and puts on ours. */
    void mark(XSSFSheet letter, List<LetterLine> lines, Map<Severity, XSSFCellStyle> fills) {
        new FormerMarks(workbook).takeOff();
        StyleCopy styles = new StyleCopy(workbook);
        CellMarks marks = new CellMarks(workbook, styles);
        marks.mark(lines, fills);
        OurSheet ours = new OurSheet(workbook, styles, letter);
        Sheet sheet = ours.insert(inFront);
        for (LetterLine line : lines) {
            if (!line.finding().place().cells().isEmpty()) {
                link(sheet, line);
            }
        }
        ours.keep(sheet, marks.formerLooks());
    }

    private void link(Sheet sheet, LetterLine line) {
        CellReference cell = line.finding().place().cells().get(0);
        if (workbook.getSheet(cell.sheet()) == null) {
            return;
        }
        Hyperlink link = workbook.getCreationHelper().createHyperlink(HyperlinkType.DOCUMENT);
        link.setAddress("'" + cell.sheet().replace("'", "''") + "'!" + cell.address());
        sheet.getRow(line.row()).getCell(2).setHyperlink(link);
    }
}

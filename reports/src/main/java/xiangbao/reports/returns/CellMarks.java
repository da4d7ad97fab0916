package xiangbao.reports.returns;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.poi.ss.SpreadsheetVersion;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.ClientAnchor;
import org.apache.poi.ss.usermodel.Comment;
import org.apache.poi.ss.usermodel.CreationHelper;
import org.apache.poi.ss.usermodel.Drawing;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import xiangbao.reports.template.TextWidth;
import xiangbao.statistics.findings.Severity;
import xiangbao.statistics.submissions.CellReference;
import xiangbao.statistics.workbooks.ReturnMarks;

/** A fill and a comment on the cells in question. What the clerk wrote into a comment stays. */
final class CellMarks {
    static final String OURS = "【乡报审核】";
    private static final int LONGEST_COMMENT = 1500;
    private static final int MOST_COMMENTS = 1000;

    private final Workbook workbook;
    private final StyleCopy styles;
    private final Map<CellReference, CellStyle> formerLooks = new LinkedHashMap<>();

    CellMarks(Workbook workbook, StyleCopy styles) {
        this.workbook = workbook;
        this.styles = styles;
    }

    /** How each marked cell looked before. */
    Map<CellReference, CellStyle> formerLooks() {
        return formerLooks;
    }

    void mark(List<LetterLine> lines, Map<Severity, XSSFCellStyle> fills) {
        Map<CellReference, List<LetterLine>> byCell = new LinkedHashMap<>();
        for (LetterLine line : lines) {
            for (CellReference cell : line.finding().marked()) {
                if (workbook.getSheet(cell.sheet()) != null && fits(cell)) {
                    List<LetterLine> here = byCell.computeIfAbsent(cell, key -> new ArrayList<>());
                    if (!here.contains(line)) {
                        here.add(line);
                    }
                }
            }
        }
        byCell.forEach((reference, here) -> {
            Cell cell = cell(reference);
            formerLooks.put(reference, cell.getCellStyle());
            XSSFCellStyle fill = fills.get(here.get(0).finding().severity());
            if (fill != null) {
                cell.setCellStyle(styles.marked(cell.getCellStyle(), fill));
            }
            if (formerLooks.size() <= MOST_COMMENTS) {
                comment(cell, OURS + shortened(text(here)));
            }
        });
    }

    private boolean fits(CellReference cell) {
        SpreadsheetVersion version = workbook.getSpreadsheetVersion();
        return cell.row() <= version.getLastRowIndex() && cell.column() <= version.getLastColumnIndex();
    }

    private Cell cell(CellReference reference) {
        Sheet sheet = workbook.getSheet(reference.sheet());
        Row row = sheet.getRow(reference.row());
        if (row == null) {
            row = sheet.createRow(reference.row());
        }
        Cell cell = row.getCell(reference.column());
        if (cell == null) {
            cell = row.createCell(reference.column());
            CellStyle inherited = row.isFormatted() ? row.getRowStyle() : sheet.getColumnStyle(reference.column());
            if (inherited != null) {
                cell.setCellStyle(inherited);
            }
        }
        return cell;
    }

    private static String text(List<LetterLine> lines) {
        StringBuilder text = new StringBuilder();
        for (LetterLine line : lines) {
            text.append(text.length() == 0 ? "" : "\n").append(line.finding().message());
            if (!line.finding().remedy().isEmpty()
                    && !line.finding().message().contains(line.finding().remedy())) {
                text.append('\n').append(line.finding().remedy());
            }
        }
        return text.toString();
    }

    private static String shortened(String text) {
        return text.length() > LONGEST_COMMENT ? text.substring(0, LONGEST_COMMENT) + "…" : text;
    }

    private void comment(Cell cell, String ours) {
        CreationHelper helper = workbook.getCreationHelper();
        Comment existing = cell.getCellComment();
        if (existing != null) {
            String clerks = existing.getString().getString();
            existing.setString(helper.createRichTextString(clerks + "\n" + ours));
            return;
        }
        Sheet sheet = cell.getSheet();
        Drawing<?> drawing =
                sheet.getDrawingPatriarch() == null ? sheet.createDrawingPatriarch() : sheet.getDrawingPatriarch();
        ClientAnchor anchor = helper.createClientAnchor();
        int lastColumn = workbook.getSpreadsheetVersion().getLastColumnIndex();
        anchor.setCol1(Math.min(lastColumn - 1, cell.getColumnIndex() + 1));
        anchor.setCol2(Math.min(lastColumn, cell.getColumnIndex() + 6));
        anchor.setRow1(cell.getRowIndex());
        anchor.setRow2(cell.getRowIndex() + 3 + TextWidth.lines(ours, 44));
        Comment comment = drawing.createCellComment(anchor);
        comment.setAuthor(ReturnMarks.COMMENT_AUTHOR);
        comment.setString(helper.createRichTextString(ours));
        cell.setCellComment(comment);
    }
}

package xiangbao.reports.returns;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.poi.common.usermodel.HyperlinkType;
import org.apache.poi.ss.SpreadsheetVersion;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.ClientAnchor;
import org.apache.poi.ss.usermodel.Comment;
import org.apache.poi.ss.usermodel.CreationHelper;
import org.apache.poi.ss.usermodel.Drawing;
import org.apache.poi.ss.usermodel.Hyperlink;
import org.apache.poi.ss.usermodel.Name;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.util.CellAddress;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import xiangbao.reports.template.TextWidth;
import xiangbao.statistics.findings.Severity;
import xiangbao.statistics.submissions.CellReference;
import xiangbao.statistics.workbooks.ReturnMarks;

/**
 * The clerk's own workbook with our sheet in front, and with a fill and a comment on the cells in question. Values, formulas and cached values stay.
 *
 * <p>Beside the table, in a hidden column, our sheet keeps the former look of each marked cell, so that the marks can be taken off when the file comes back.
 */
final class ReturnedWorkbook {
    private static final String OURS = "【乡报审核】";
    private static final int FORMER_LOOKS = 12;
    private static final int LONGEST_COMMENT = 1500;
    private static final int MOST_COMMENTS = 1000;

    private final Workbook workbook;
    private final StyleCopy styles;
    private final boolean inFront;

    /** @param inFront whether our sheet is moved before the clerk's; in the old format POI cannot always do that without bending names and formulas */
    ReturnedWorkbook(Workbook workbook, boolean inFront) {
        this.workbook = workbook;
        this.inFront = inFront;
        this.styles = new StyleCopy(workbook);
    }

    /** Takes off what an earlier return put on. */
    void unmark() {
        List<Sheet> ours = new ArrayList<>();
        Map<String, CellStyle> formerLooks = new TreeMap<>();
        for (Sheet sheet : workbook) {
            if (isOurs(sheet)) {
                ours.add(sheet);
                for (Row row : sheet) {
                    Cell cell = row.getCell(FORMER_LOOKS);
                    if (cell != null && cell.getCellType() == CellType.STRING) {
                        formerLooks.put(cell.getStringCellValue(), cell.getCellStyle());
                    }
                }
            }
        }
        for (Sheet sheet : workbook) {
            if (ours.contains(sheet)) {
                continue;
            }
            for (Map.Entry<CellAddress, ? extends Comment> each :
                    new ArrayList<>(new TreeMap<>(sheet.getCellComments()).entrySet())) {
                String text = each.getValue().getString().getString();
                int at = text.indexOf(OURS);
                if (at < 0) {
                    continue;
                }
                CellAddress address = each.getKey();
                Row row = sheet.getRow(address.getRow());
                Cell cell = row == null ? null : row.getCell(address.getColumn());
                CellStyle former = formerLooks.get(sheet.getSheetName() + "!" + address.formatAsString());
                if (cell != null && former != null) {
                    cell.setCellStyle(former);
                }
                if (at == 0 && cell != null) {
                    cell.removeCellComment();
                } else if (at > 0) {
                    each.getValue()
                            .setString(workbook.getCreationHelper()
                                    .createRichTextString(text.substring(0, at).stripTrailing()));
                }
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

    /** Every value, formula, cached value and name of the clerk's, to compare before with after. */
    static Map<String, String> contents(Workbook workbook) {
        Map<String, String> contents = new TreeMap<>();
        for (Sheet sheet : workbook) {
            if (isOurs(sheet)) {
                continue;
            }
            for (Row row : sheet) {
                for (Cell cell : row) {
                    boolean formula = cell.getCellType() == CellType.FORMULA;
                    String value = switch (formula ? cell.getCachedFormulaResultType() : cell.getCellType()) {
                        case NUMERIC -> Double.toString(cell.getNumericCellValue());
                        case STRING -> cell.getStringCellValue();
                        case BOOLEAN -> Boolean.toString(cell.getBooleanCellValue());
                        case ERROR -> "#" + cell.getErrorCellValue();
                        default -> "";
                    };
                    if (formula || !value.isEmpty()) {
                        contents.put(
                                sheet.getSheetName() + "!" + cell.getAddress(),
                                (formula ? "=" + cell.getCellFormula() + " " : "") + value);
                    }
                }
            }
            contents.put(sheet.getSheetName() + " rows", String.valueOf(sheet.getRepeatingRows()));
        }
        for (Name name : workbook.getAllNames()) {
            if (!name.getNameName().equals(ReturnMarks.DEFINED_NAME)
                    && !name.getNameName().startsWith("_xlnm.")
                    && !name.getNameName().startsWith("Print_")) {
                contents.put("name " + name.getNameName(), String.valueOf(name.getRefersToFormula()));
            }
        }
        return contents;
    }

    private static boolean isOurs(Sheet sheet) {
        Row first = sheet.getRow(0);
        Cell cell = first == null ? null : first.getCell(0);
        return sheet.getSheetName().startsWith(ReturnMarks.SHEET)
                && cell != null
                && cell.getCellType() == CellType.STRING
                && cell.getStringCellValue().startsWith(ReturnMarks.TITLE);
    }

    void mark(XSSFSheet letter, List<LetterSheet.Line> lines, Map<Severity, XSSFCellStyle> fills) {
        List<CellReference> cells = new ArrayList<>();
        List<CellStyle> formerLooks = new ArrayList<>();
        Map<CellReference, List<LetterSheet.Line>> byCell = new LinkedHashMap<>();
        for (LetterSheet.Line line : lines) {
            for (CellReference cell : line.finding().marked()) {
                if (workbook.getSheet(cell.sheet()) != null && fits(cell)) {
                    List<LetterSheet.Line> here = byCell.computeIfAbsent(cell, key -> new ArrayList<>());
                    if (!here.contains(line)) {
                        here.add(line);
                    }
                }
            }
        }
        byCell.forEach((reference, here) -> {
            Cell cell = cell(reference);
            cells.add(reference);
            formerLooks.add(cell.getCellStyle());
            XSSFCellStyle fill = fills.get(here.get(0).finding().severity());
            if (fill != null) {
                cell.setCellStyle(styles.marked(cell.getCellStyle(), fill));
            }
            if (cells.size() <= MOST_COMMENTS) {
                comment(cell, here);
            }
        });
        Sheet sheet = insert(letter);
        for (LetterSheet.Line line : lines) {
            if (!line.finding().place().cells().isEmpty()) {
                link(sheet, line);
            }
        }
        for (int index = 0; index < cells.size(); index++) {
            int at = letter.getLastRowNum() + 2 + index;
            Row row = sheet.getRow(at) == null ? sheet.createRow(at) : sheet.getRow(at);
            Cell kept = row.createCell(FORMER_LOOKS);
            kept.setCellValue(cells.get(index).toString());
            kept.setCellStyle(formerLooks.get(index));
            row.setZeroHeight(true);
        }
        sheet.setColumnHidden(FORMER_LOOKS, true);
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

    private void comment(Cell cell, List<LetterSheet.Line> lines) {
        StringBuilder text = new StringBuilder();
        for (LetterSheet.Line line : lines) {
            text.append(text.length() == 0 ? "" : "\n").append(line.finding().message());
            if (!line.finding().remedy().isEmpty()
                    && !line.finding().message().contains(line.finding().remedy())) {
                text.append('\n').append(line.finding().remedy());
            }
        }
        String ours = OURS + (text.length() > LONGEST_COMMENT ? text.substring(0, LONGEST_COMMENT) + "…" : text);
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

    /** Our sheet in front, whatever the order and number of the clerk's sheets behind it. */
    private Sheet insert(XSSFSheet letter) {
        String title = ReturnMarks.SHEET;
        for (int number = 2; workbook.getSheet(title) != null; number++) {
            title = ReturnMarks.SHEET + " (" + number + ")";
        }
        Sheet sheet = workbook.createSheet(title);
        if (inFront) {
            workbook.setSheetOrder(title, 0);
        }
        for (Row from : letter) {
            Row row = sheet.createRow(from.getRowNum());
            row.setHeight(from.getHeight());
            for (Cell cell : from) {
                Cell to = row.createCell(cell.getColumnIndex());
                to.setCellStyle(styles.of((XSSFCellStyle) cell.getCellStyle()));
                if (cell.getCellType() == CellType.STRING) {
                    to.setCellValue(cell.getStringCellValue());
                }
            }
        }
        for (int column = 0; column < ReturnMarks.COLUMNS.size(); column++) {
            sheet.setColumnWidth(column, letter.getColumnWidth(column));
        }
        sheet.setColumnHidden(LetterSheet.FINDING_ID, true);
        for (CellRangeAddress merged : letter.getMergedRegions()) {
            sheet.addMergedRegion(merged);
        }
        sheet.setDisplayGridlines(letter.isDisplayGridlines());
        if (letter.getPaneInformation() != null) {
            sheet.createFreezePane(
                    letter.getPaneInformation().getVerticalSplitPosition(),
                    letter.getPaneInformation().getHorizontalSplitPosition());
        }
        sheet.setFitToPage(true);
        sheet.getPrintSetup().setLandscape(letter.getPrintSetup().getLandscape());
        sheet.getPrintSetup().setPaperSize(letter.getPrintSetup().getPaperSize());
        sheet.getPrintSetup().setFitWidth((short) 1);
        sheet.getPrintSetup().setFitHeight((short) 0);
        if (letter.getRepeatingRows() != null) {
            sheet.setRepeatingRows(letter.getRepeatingRows());
        }
        Name name = workbook.createName();
        name.setNameName(ReturnMarks.DEFINED_NAME);
        name.setRefersToFormula("'" + title + "'!$A$1");
        int place = workbook.getSheetIndex(sheet);
        workbook.setActiveSheet(place);
        workbook.setFirstVisibleTab(place);
        for (int index = 0; index < workbook.getNumberOfSheets(); index++) {
            workbook.getSheetAt(index).setSelected(index == place);
        }
        return sheet;
    }

    private void link(Sheet sheet, LetterSheet.Line line) {
        CellReference cell = line.finding().place().cells().get(0);
        if (workbook.getSheet(cell.sheet()) == null) {
            return;
        }
        Hyperlink link = workbook.getCreationHelper().createHyperlink(HyperlinkType.DOCUMENT);
        link.setAddress("'" + cell.sheet().replace("'", "''") + "'!" + cell.address());
        sheet.getRow(line.row()).getCell(2).setHyperlink(link);
    }
}

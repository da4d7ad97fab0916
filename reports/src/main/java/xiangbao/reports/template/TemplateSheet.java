package xiangbao.reports.template;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.poi.common.usermodel.HyperlinkType;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.HeaderFooter;
import org.apache.poi.ss.util.AreaReference;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFHyperlink;
import org.apache.poi.xssf.usermodel.XSSFName;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.jspecify.annotations.Nullable;

/** One sheet of a template: sample rows repeat downwards, sample columns to the right, and all that refers to them follows. */
public final class TemplateSheet {
    private final CellWriter writer;
    private final String fileName;
    private final XSSFSheet sheet;

    TemplateSheet(CellWriter writer, String fileName, XSSFSheet sheet) {
        this.writer = writer;
        this.fileName = fileName;
        this.sheet = sheet;
    }

    public XSSFSheet sheet() {
        return sheet;
    }

    /** Where a defined name of this sheet points. */
    public CellRangeAddress anchor(String name) {
        for (XSSFName each : sheet.getWorkbook().getNames(name)) {
            String formula = each.getRefersToFormula();
            if (formula.contains("#REF!")) {
                continue; // a sample of another sheet that has had no copy
            }
            AreaReference area = new AreaReference(formula, sheet.getWorkbook().getSpreadsheetVersion());
            if (sheet.getSheetName().equals(area.getFirstCell().getSheetName())) {
                return new CellRangeAddress(
                        area.getFirstCell().getRow(),
                        area.getLastCell().getRow(),
                        area.getFirstCell().getCol(),
                        area.getLastCell().getCol());
            }
        }
        throw new TemplateException(fileName + "：工作表“" + sheet.getSheetName() + "”缺少名称 " + name);
    }

    /** In which column of a sample row a token stands; -1 where the template does not print it. */
    public int column(String anchor, String token) {
        XSSFRow row = sheet.getRow(anchor(anchor).getFirstRow());
        for (Cell cell : row == null ? List.<Cell>of() : row) {
            if (cell.getCellType() == CellType.STRING
                    && cell.getStringCellValue().contains("{{" + token + "}}")) {
                return cell.getColumnIndex();
            }
        }
        return -1;
    }

    /** Repeats a sample row; at least one remains. Answers the first of them. */
    public int repeatDown(String anchor, int times) {
        List<String> pattern = new ArrayList<>();
        for (int index = 0; index < Math.max(1, times); index++) {
            pattern.add(anchor);
        }
        return repeatDown(pattern);
    }

    /** Lays out copies of sample rows that stand together, in the order given; all of these samples must be named. Answers the first row. */
    public int repeatDown(List<String> anchors) {
        return repeatDown(anchors.stream().distinct().toList(), anchors);
    }

    /** As {@link #repeatDown(List)}, where some of the samples may have no copy. */
    public int repeatDown(List<String> sampleAnchors, List<String> anchors) {
        return lay(
                sampleAnchors,
                anchors.stream()
                        .map(anchor -> new PrintedLine(anchor, Map.of()))
                        .toList());
    }

    /** Lays out copies of sample rows that stand together, filled; tokens that a line does not give stay for a later call. Answers the first row. */
    public int lay(List<String> sampleAnchors, List<PrintedLine> lines) {
        Map<String, Integer> rows = new LinkedHashMap<>();
        sampleAnchors.forEach(
                anchor -> rows.computeIfAbsent(anchor, key -> anchor(key).getFirstRow()));
        SampleRows samples = new SampleRows(sheet, writer, rows);
        if (!samples.areTogether()) {
            throw new TemplateException(fileName + "：样行 " + String.join("、", rows.keySet()) + " 应相邻");
        }
        return samples.lay(lines);
    }

    /** Repeats a block of sample columns to the right. */
    public void repeatRight(String anchor, int times) {
        new SampleColumns(sheet, writer, anchor(anchor), times).repeat();
    }

    /** A token of a template. */
    public record Token(String cell, String name) {}

    /** Fills tokens in cells, headers and footers; tokens that are not given stay for a later call. */
    public void fill(Map<String, String> values) {
        for (XSSFCell cell : writer.withTokens(sheet)) {
            writer.text(cell, replaced(cell.getStringCellValue(), values));
        }
        for (HeaderFooter part : List.of(sheet.getHeader(), sheet.getFooter())) {
            part.setLeft(replaced(part.getLeft(), values));
            part.setCenter(replaced(part.getCenter(), values));
            part.setRight(replaced(part.getRight(), values));
        }
    }

    private static String replaced(@Nullable String text, Map<String, String> values) {
        if (text == null) {
            return "";
        }
        return Tokens.filled(text, name -> {
            String value = values.get(name);
            return value == null ? null : Printed.untokened(value);
        });
    }

    /** All tokens that stand in cells. */
    public List<Token> tokens() {
        List<Token> found = new ArrayList<>();
        for (XSSFCell cell : writer.withTokens(sheet)) {
            Tokens.names(cell.getStringCellValue())
                    .forEach(name -> found.add(new Token(sheet.getSheetName() + "!" + cell.getAddress(), name)));
        }
        return found;
    }

    /** Always a string cell, whatever the text begins with. */
    public void text(int row, int column, String text) {
        writer.text(cell(row, column), text);
    }

    public void number(int row, int column, BigDecimal value, int decimals) {
        writer.number(cell(row, column), value, decimals);
    }

    /** A live formula with the value that it gives, so that nothing needs to recalculate to show it. */
    public void formula(int row, int column, String formula, BigDecimal value, int decimals) {
        writer.formula(cell(row, column), formula, value, decimals);
    }

    /**
     * Makes a cell a link to another file; how links look is the template's.
     *
     * @param address relative to the folder of the workbook
     * @param location a cell in it, such as {@code 'Sheet1'!B2}, or null
     */
    public void link(int row, int column, String address, @Nullable String location) {
        XSSFHyperlink link = sheet.getWorkbook().getCreationHelper().createHyperlink(HyperlinkType.FILE);
        link.setAddress(address);
        link.setLocation(location);
        cell(row, column).setHyperlink(link);
    }

    /** Makes a cell a link to a cell of the same workbook. */
    public void link(int row, int column, String location) {
        XSSFHyperlink link = sheet.getWorkbook().getCreationHelper().createHyperlink(HyperlinkType.DOCUMENT);
        link.setLocation(location);
        cell(row, column).setHyperlink(link);
    }

    public void style(int row, int column, CellStyle style) {
        cell(row, column).setCellStyle(style);
    }

    public CellStyle style(String anchor) {
        CellRangeAddress at = anchor(anchor);
        return cell(at.getFirstRow(), at.getFirstColumn()).getCellStyle();
    }

    public void merge(int firstRow, int lastRow, int firstColumn, int lastColumn) {
        if (firstRow != lastRow || firstColumn != lastColumn) {
            sheet.addMergedRegion(new CellRangeAddress(firstRow, lastRow, firstColumn, lastColumn));
        }
    }

    /** Merges many regions that touch no other; to check each of them would take long. */
    public void merge(List<CellRangeAddress> regions) {
        SampleRows.merge(sheet, regions);
    }

    public void height(int row, double points) {
        XSSFRow at = sheet.getRow(row);
        (at == null ? sheet.createRow(row) : at).setHeightInPoints((float) points);
    }

    private XSSFCell cell(int row, int column) {
        return CellWriter.cell(sheet, row, column);
    }
}

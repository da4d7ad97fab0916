package xiangbao.reports.template;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.poi.common.usermodel.HyperlinkType;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.HeaderFooter;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.util.AreaReference;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFChart;
import org.apache.poi.xssf.usermodel.XSSFHyperlink;
import org.apache.poi.xssf.usermodel.XSSFName;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.xmlbeans.XmlCursor;
import org.apache.xmlbeans.XmlObject;
import org.jspecify.annotations.Nullable;
import org.openxmlformats.schemas.spreadsheetml.x2006.main.CTCell;
import org.openxmlformats.schemas.spreadsheetml.x2006.main.CTCfRule;
import org.openxmlformats.schemas.spreadsheetml.x2006.main.CTConditionalFormatting;
import org.openxmlformats.schemas.spreadsheetml.x2006.main.CTDataValidation;
import org.openxmlformats.schemas.spreadsheetml.x2006.main.CTMergeCells;
import org.openxmlformats.schemas.spreadsheetml.x2006.main.CTWorksheet;
import org.openxmlformats.schemas.spreadsheetml.x2006.main.STCellType;

/** One sheet of a template: sample rows repeat downwards, sample columns to the right, and all that refers to them follows. */
public final class TemplateSheet {
    private static final Pattern TOKEN = Pattern.compile("\\{\\{([^{}]+)}}");

    private final Template template;
    private final String fileName;
    private final XSSFSheet sheet;

    TemplateSheet(Template template, String fileName, XSSFSheet sheet) {
        this.template = template;
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
                anchors.stream().map(anchor -> new Line(anchor, Map.of())).toList());
    }

    /** A copy of a sample row, and what stands in it in the place of which token. */
    public record Line(String anchor, Map<String, Printed> values) {
        public Line {
            values = Map.copyOf(values);
        }
    }

    /** Lays out copies of sample rows that stand together, filled; tokens that a line does not give stay for a later call. Answers the first row. */
    public int lay(List<String> sampleAnchors, List<Line> lines) {
        Map<String, SampleRow> samples = new LinkedHashMap<>();
        int start = Integer.MAX_VALUE;
        int end = -1;
        for (String anchor : sampleAnchors) {
            int row = anchor(anchor).getFirstRow();
            samples.computeIfAbsent(anchor, key -> sample(row));
            start = Math.min(start, row);
            end = Math.max(end, row);
        }
        if (end - start + 1 != samples.size()) {
            throw new TemplateException(fileName + "：样行 " + String.join("、", samples.keySet()) + " 应相邻");
        }
        Growth growth = new Growth(true, start, end, lines.size() - samples.size());
        Before before = growth.added() < 0 ? Before.of(sheet) : Before.NOTHING;
        removeMerged(start, end);
        for (int row = start; row <= end; row++) {
            if (sheet.getRow(row) != null) {
                sheet.removeRow(sheet.getRow(row));
            }
        }
        if (growth.added() != 0 && sheet.getLastRowNum() > end) {
            sheet.shiftRows(end + 1, sheet.getLastRowNum(), growth.added(), true, false);
        }
        List<CellRangeAddress> merged = new ArrayList<>();
        for (int index = 0; index < lines.size(); index++) {
            SampleRow sample = samples.get(lines.get(index).anchor());
            if (sample != null) {
                write(sample, start + index, lines.get(index).values(), merged);
            }
        }
        merge(merged);
        followed(growth, before);
        return start;
    }

    /** Repeats a block of sample columns to the right. */
    public void repeatRight(String anchor, int times) {
        CellRangeAddress block = anchor(anchor);
        int width = block.getLastColumn() - block.getFirstColumn() + 1;
        Growth growth =
                new Growth(false, block.getFirstColumn(), block.getLastColumn(), (Math.max(1, times) - 1) * width);
        if (growth.added() == 0) {
            return;
        }
        int lastColumn = 0;
        for (Row row : sheet) {
            lastColumn = Math.max(lastColumn, row.getLastCellNum() - 1);
        }
        if (lastColumn > growth.end()) {
            for (int column = lastColumn; column > growth.end(); column--) {
                sheet.setColumnWidth(column + growth.added(), sheet.getColumnWidth(column));
            }
            sheet.shiftColumns(growth.end() + 1, lastColumn, growth.added());
        }
        for (int copy = 1; copy < times; copy++) {
            int by = copy * width;
            for (int column = growth.start(); column <= growth.end(); column++) {
                sheet.setColumnWidth(column + by, sheet.getColumnWidth(column));
            }
            for (int row = block.getFirstRow(); row <= block.getLastRow(); row++) {
                for (int column = growth.start(); column <= growth.end(); column++) {
                    XSSFCell from = cell(row, column);
                    SampleCell.of(from).write(template, cell(row, column + by), 0, by);
                }
            }
        }
        List<CellRangeAddress> merged = new ArrayList<>(sheet.getMergedRegions());
        for (int index = merged.size() - 1; index >= 0; index--) {
            CellRangeAddress region = merged.get(index);
            if (region.getFirstColumn() < growth.start() && region.getLastColumn() == growth.end()) {
                sheet.removeMergedRegion(index);
                region.setLastColumn(growth.end() + growth.added());
                sheet.addMergedRegion(region);
            } else if (region.getFirstColumn() >= growth.start()
                    && region.getLastColumn() <= growth.end()
                    && region.getFirstRow() >= block.getFirstRow()
                    && region.getLastRow() <= block.getLastRow()) {
                for (int copy = 1; copy < times; copy++) {
                    sheet.addMergedRegion(new CellRangeAddress(
                            region.getFirstRow(),
                            region.getLastRow(),
                            region.getFirstColumn() + copy * width,
                            region.getLastColumn() + copy * width));
                }
            }
        }
        followed(growth, Before.NOTHING);
    }

    /** A token of a template. */
    public record Token(String cell, String name) {}

    private static String filled(String text, Map<String, Printed> values) {
        return TOKEN.matcher(text).replaceAll(found -> {
            Printed value = values.get(found.group(1));
            String shown = value == null
                    ? found.group()
                    : value instanceof Printed.Number number
                            ? number.value().toPlainString()
                            : ((Printed.Text) value).text();
            return Matcher.quoteReplacement(shown);
        });
    }

    /** Fills tokens in cells, headers and footers; tokens that are not given stay for a later call. */
    public void fill(Map<String, String> values) {
        for (XSSFCell cell : cellsWithTokens()) {
            template.text(cell, replaced(cell.getStringCellValue(), values));
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
        return TOKEN.matcher(text).replaceAll(found -> {
            String value = values.get(found.group(1));
            return Matcher.quoteReplacement(value == null ? found.group() : Printed.untokened(value));
        });
    }

    /** All tokens that stand in cells. */
    public List<Token> tokens() {
        List<Token> found = new ArrayList<>();
        for (XSSFCell cell : cellsWithTokens()) {
            Matcher matcher = TOKEN.matcher(cell.getStringCellValue());
            while (matcher.find()) {
                found.add(new Token(sheet.getSheetName() + "!" + cell.getAddress(), matcher.group(1)));
            }
        }
        return found;
    }

    /** Looks at the numbers of the shared strings and not at the texts: there are many cells and few tokens. */
    private List<XSSFCell> cellsWithTokens() {
        BitSet tokens = template.stringsWithTokens();
        List<XSSFCell> found = new ArrayList<>();
        for (Row row : sheet) {
            for (Cell cell : row) {
                CTCell content = ((XSSFCell) cell).getCTCell();
                if (content.getT() == STCellType.S && tokens.get(Integer.parseInt(content.getV()))) {
                    found.add((XSSFCell) cell);
                }
            }
        }
        return found;
    }

    /** Always a string cell, whatever the text begins with. */
    public void text(int row, int column, String text) {
        template.text(cell(row, column), text);
    }

    public void number(int row, int column, BigDecimal value, int decimals) {
        XSSFCell cell = cell(row, column);
        cell.setCellStyle(template.withDecimals(cell.getCellStyle(), decimals));
        cell.setCellValue(value.doubleValue());
    }

    /** A live formula with the value that it gives, so that nothing needs to recalculate to show it. */
    public void formula(int row, int column, String formula, BigDecimal value, int decimals) {
        XSSFCell cell = cell(row, column);
        cell.setCellStyle(template.withDecimals(cell.getCellStyle(), decimals));
        cell.setCellFormula(formula);
        cell.setCellValue(value.doubleValue());
        template.hasFormula();
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
        CTWorksheet content = sheet.getCTWorksheet();
        if (regions.isEmpty()) {
            return;
        }
        CTMergeCells merged = content.isSetMergeCells() ? content.getMergeCells() : content.addNewMergeCells();
        regions.forEach(region -> merged.addNewMergeCell().setRef(region.formatAsString()));
        merged.setCount(merged.sizeOfMergeCellArray());
    }

    public void height(int row, double points) {
        XSSFRow at = sheet.getRow(row);
        (at == null ? sheet.createRow(row) : at).setHeightInPoints((float) points);
    }

    private XSSFCell cell(int row, int column) {
        XSSFRow at = sheet.getRow(row);
        return (at == null ? sheet.createRow(row) : at).getCell(column, Row.MissingCellPolicy.CREATE_NULL_AS_BLANK);
    }

    private record SampleRow(
            int row, boolean fixedHeight, short height, Map<Integer, SampleCell> cells, List<int[]> merged) {}

    private record SampleCell(
            CellStyle style,
            String formula,
            String text,
            @Nullable Double number) {
        static SampleCell of(XSSFCell cell) {
            return switch (cell.getCellType()) {
                case FORMULA -> new SampleCell(cell.getCellStyle(), cell.getCellFormula(), "", null);
                case NUMERIC -> new SampleCell(cell.getCellStyle(), "", "", cell.getNumericCellValue());
                case STRING -> new SampleCell(cell.getCellStyle(), "", cell.getStringCellValue(), null);
                default -> new SampleCell(cell.getCellStyle(), "", "", null);
            };
        }

        void write(Template template, XSSFCell cell, int rows, int columns) {
            cell.setCellStyle(style);
            if (!formula.isEmpty()) {
                cell.setCellFormula(Area.rewrite(formula, area -> area.copied(rows, columns)));
            } else if (number != null) {
                cell.setCellValue(number);
            } else if (!text.isEmpty()) {
                template.text(cell, text);
            }
        }
    }

    private SampleRow sample(int rowNumber) {
        XSSFRow row = sheet.getRow(rowNumber);
        Map<Integer, SampleCell> cells = new LinkedHashMap<>();
        if (row != null) {
            for (Cell cell : row) {
                cells.put(cell.getColumnIndex(), SampleCell.of((XSSFCell) cell));
            }
        }
        List<int[]> merged = new ArrayList<>();
        for (CellRangeAddress region : sheet.getMergedRegions()) {
            if (region.getFirstRow() == rowNumber && region.getLastRow() == rowNumber) {
                merged.add(new int[] {region.getFirstColumn(), region.getLastColumn()});
            }
        }
        boolean fixed = row != null && row.getCTRow().getCustomHeight();
        return new SampleRow(rowNumber, fixed, row == null ? -1 : row.getHeight(), cells, merged);
    }

    private void write(SampleRow sample, int rowNumber, Map<String, Printed> values, List<CellRangeAddress> merged) {
        XSSFRow old = sheet.getRow(rowNumber);
        if (old != null) {
            sheet.removeRow(old);
        }
        XSSFRow row = sheet.createRow(rowNumber);
        if (sample.fixedHeight()) {
            row.setHeight(sample.height());
        }
        sample.cells().forEach((column, cell) -> {
            XSSFCell made = row.createCell(column);
            if (values.isEmpty() || !cell.text().contains("{{")) {
                cell.write(template, made, rowNumber - sample.row(), 0);
            } else {
                made.setCellStyle(cell.style());
                put(made, cell.text(), values);
            }
        });
        for (int[] columns : sample.merged()) {
            merged.add(new CellRangeAddress(rowNumber, rowNumber, columns[0], columns[1]));
        }
    }

    /** A cell that holds nothing but a token takes a number as a number. */
    private void put(XSSFCell cell, String text, Map<String, Printed> values) {
        Matcher whole = TOKEN.matcher(text);
        if (whole.matches() && values.get(whole.group(1)) instanceof Printed.Number number) {
            cell.setCellStyle(template.withDecimals(cell.getCellStyle(), number.decimals()));
            cell.setCellValue(number.value().doubleValue());
            return;
        }
        String filled = filled(text, values);
        if (!filled.isEmpty()) {
            template.text(cell, filled);
        }
    }

    private void removeMerged(int start, int end) {
        for (int index = sheet.getNumMergedRegions() - 1; index >= 0; index--) {
            CellRangeAddress region = sheet.getMergedRegion(index);
            if (region.getFirstRow() >= start && region.getLastRow() <= end) {
                sheet.removeMergedRegion(index);
            }
        }
    }

    /**
     * What was written before rows moved up. Afterwards nobody can tell a range that has moved to where the samples were from one that was there.
     *
     * @param formulas of cells
     * @param names what they refer to
     * @param formats copies of the conditional formats, of which POI drops those on rows that others take
     */
    private record Before(
            Map<Cell, String> formulas, Map<XSSFName, String> names, List<CTConditionalFormatting> formats) {
        static final Before NOTHING = new Before(Map.of(), Map.of(), List.of());

        static Before of(XSSFSheet sheet) {
            Map<Cell, String> formulas = new IdentityHashMap<>();
            for (Sheet each : sheet.getWorkbook()) {
                for (Row row : each) {
                    for (Cell cell : row) {
                        if (cell.getCellType() == CellType.FORMULA) {
                            formulas.put(cell, cell.getCellFormula());
                        }
                    }
                }
            }
            Map<XSSFName, String> names = new IdentityHashMap<>();
            for (XSSFName name : sheet.getWorkbook().getAllNames()) {
                names.put(name, name.getRefersToFormula());
            }
            List<CTConditionalFormatting> formats = new ArrayList<>();
            for (CTConditionalFormatting format : sheet.getCTWorksheet().getConditionalFormattingList()) {
                formats.add((CTConditionalFormatting) format.copy());
            }
            return new Before(formulas, names, formats);
        }
    }

    /** POI moved the cells, formulas and names behind the samples; what ends on a sample, validations and charts are left to us. */
    private void followed(Growth growth, Before before) {
        String name = sheet.getSheetName();
        for (int index = 0; index < sheet.getWorkbook().getNumberOfSheets(); index++) {
            XSSFSheet each = sheet.getWorkbook().getSheetAt(index);
            boolean here = each == sheet;
            for (Row row : template.hasFormulas() ? each : List.<Row>of()) {
                for (Cell cell : row) {
                    if (cell.getCellType() == CellType.FORMULA) {
                        String formula = cell.getCellFormula();
                        String old = before.formulas().get(cell);
                        String extended = Area.rewrite(
                                old == null ? formula : old,
                                area -> !area.isOn(name, here)
                                        ? area
                                        : old == null ? growth.extended(area) : growth.followed(area));
                        if (!extended.equals(formula)) {
                            cell.setCellFormula(extended);
                        }
                    }
                }
            }
            for (XSSFHyperlink link : each.getHyperlinkList()) {
                if (link.getType() == HyperlinkType.DOCUMENT && link.getLocation() != null) {
                    link.setLocation(Area.rewrite(
                            link.getLocation(), area -> area.isOn(name, here) ? growth.followed(area) : area));
                }
            }
            if (each.getDrawingPatriarch() != null) {
                for (XSSFChart chart : each.getDrawingPatriarch().getCharts()) {
                    follow(chart, area -> area.isOn(name, here) ? growth.covered(area, true) : area);
                }
            }
        }
        for (XSSFName each : sheet.getWorkbook().getAllNames()) {
            String formula = each.getRefersToFormula();
            if (formula != null && !each.getNameName().startsWith("rpt.")) {
                String old = before.names().get(each);
                String extended = Area.rewrite(
                        old == null ? formula : old,
                        area -> !area.isOn(name, false)
                                ? area
                                : old == null ? growth.extended(area) : growth.followed(area));
                if (!extended.equals(formula)) {
                    each.setRefersToFormula(extended);
                }
            }
        }
        if (before.formats().isEmpty()) {
            for (CTConditionalFormatting format : sheet.getCTWorksheet().getConditionalFormattingList()) {
                format.setSqref(covered(format.getSqref(), area -> growth.covered(area, false)));
            }
        } else {
            before.formats().forEach(format -> moveUp(format, growth));
            sheet.getCTWorksheet()
                    .setConditionalFormattingArray(before.formats().toArray(CTConditionalFormatting[]::new));
        }
        if (sheet.getCTWorksheet().isSetDataValidations()) {
            for (CTDataValidation validation :
                    sheet.getCTWorksheet().getDataValidations().getDataValidationList()) {
                validation.setSqref(covered(validation.getSqref(), area -> growth.covered(area, true)));
                UnaryOperator<Area> change = area -> area.isOn(name, true) ? growth.followed(area) : area;
                if (validation.isSetFormula1()) {
                    validation.setFormula1(Area.rewrite(validation.getFormula1(), change));
                }
                if (validation.isSetFormula2()) {
                    validation.setFormula2(Area.rewrite(validation.getFormula2(), change));
                }
            }
        }
    }

    /** Its formulas are written for the first cell of its range: what is not fixed by a dollar sign moves as that cell does. */
    private static void moveUp(CTConditionalFormatting format, Growth growth) {
        List<String> ranges = covered(format.getSqref(), area -> growth.covered(area, true));
        int by = CellRangeAddress.valueOf(ranges.get(0)).getFirstRow()
                - CellRangeAddress.valueOf(String.valueOf(format.getSqref().get(0)))
                        .getFirstRow();
        format.setSqref(ranges);
        for (CTCfRule rule : format.getCfRuleList()) {
            for (int index = 0; index < rule.sizeOfFormulaArray(); index++) {
                rule.setFormulaArray(
                        index,
                        Area.rewrite(
                                rule.getFormulaArray(index),
                                area -> area.first().isRowAbsolute() ? growth.followed(area) : area.copied(by, 0)));
            }
        }
    }

    private static List<String> covered(List<?> ranges, UnaryOperator<Area> change) {
        List<String> covered = new ArrayList<>();
        for (Object range : ranges) {
            covered.add(Area.rewrite(String.valueOf(range), change));
        }
        return covered;
    }

    /** Series, categories and titles of a chart all say their range in an element {@code f}; what it showed before is left to the spreadsheet. */
    private static void follow(XSSFChart chart, UnaryOperator<Area> change) {
        XmlObject[] ranges = chart.getCTChart()
                .selectPath("declare namespace c='http://schemas.openxmlformats.org/drawingml/2006/chart' .//c:f");
        for (XmlObject range : ranges) {
            try (XmlCursor cursor = range.newCursor()) {
                cursor.setTextValue(Area.rewrite(cursor.getTextValue(), change));
            }
        }
    }
}

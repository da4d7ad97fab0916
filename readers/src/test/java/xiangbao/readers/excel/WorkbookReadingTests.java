package xiangbao.readers.excel;

import static org.assertj.core.api.Assertions.assertThat;
import static xiangbao.readers.excel.Workbooks.cell;
import static xiangbao.readers.excel.Workbooks.read;
import static xiangbao.readers.excel.Workbooks.xls;
import static xiangbao.readers.excel.Workbooks.xlsx;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.ClientAnchor;
import org.apache.poi.ss.usermodel.CreationHelper;
import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.ss.usermodel.Font;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.SheetVisibility;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.dhatim.fastexcel.Worksheet;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import xiangbao.readers.excel.format.Shown;
import xiangbao.readers.excel.workbook.Area;
import xiangbao.readers.excel.workbook.CellKind;
import xiangbao.readers.excel.workbook.RawCell;
import xiangbao.readers.excel.workbook.RawRow;
import xiangbao.readers.excel.workbook.RawSheet;
import xiangbao.readers.excel.workbook.RawWorkbook;
import xiangbao.readers.excel.workbook.Visibility;

class WorkbookReadingTests {

    private static RawSheet forged(String rows) {
        return read(ForgedPackage.ofRows(rows)).sheets().get(0);
    }

    private static void fill(Workbook workbook) {
        Sheet sheet = workbook.createSheet("厕所");
        CellStyle date = workbook.createCellStyle();
        date.setDataFormat(workbook.createDataFormat().getFormat("yyyy\"年\"m\"月\""));
        CellStyle percent = workbook.createCellStyle();
        percent.setDataFormat(workbook.createDataFormat().getFormat("0.0%"));
        CellStyle struck = workbook.createCellStyle();
        Font font = workbook.createFont();
        font.setStrikeout(true);
        struck.setFont(font);
        Row first = sheet.createRow(0);
        first.createCell(0).setCellValue("平31-1表");
        Cell dated = first.createCell(2);
        dated.setCellValue(DateUtil.getExcelDate(LocalDate.of(2026, 9, 30)));
        dated.setCellStyle(date);
        Row second = sheet.createRow(4);
        second.createCell(1).setCellValue(12958.375);
        Cell share = second.createCell(2);
        share.setCellValue(0.9896);
        share.setCellStyle(percent);
        second.createCell(3).setCellValue(true);
        Cell old = second.createCell(4);
        old.setCellValue("旧值");
        old.setCellStyle(struck);
        second.createCell(5).setCellFormula("SUM(B5:C5)");
        second.createCell(6).setCellFormula("1/0");
        second.createCell(7).setCellStyle(struck);
        second.createCell(8).setCellValue("");
        workbook.getCreationHelper().createFormulaEvaluator().evaluateAll();
        sheet.addMergedRegion(new CellRangeAddress(0, 0, 0, 5));
        sheet.setColumnHidden(3, true);
        sheet.createRow(6).setZeroHeight(true);
        sheet.getRow(6).createCell(0).setCellValue(0.1 + 0.2);
        CreationHelper helper = workbook.getCreationHelper();
        ClientAnchor anchor = helper.createClientAnchor();
        anchor.setCol2(3);
        anchor.setRow2(3);
        second.getCell(1).setCellComment(sheet.createDrawingPatriarch().createCellComment(anchor));
        second.getCell(1).getCellComment().setString(helper.createRichTextString("应为 13138"));
        workbook.createSheet("字典");
        workbook.setSheetVisibility(1, SheetVisibility.VERY_HIDDEN);
        workbook.createSheet("说明");
        workbook.setSheetVisibility(2, SheetVisibility.HIDDEN);
        org.apache.poi.ss.usermodel.Name name = workbook.createName();
        name.setNameName("form");
        name.setRefersToFormula("厕所!$A$1");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void bothFormatsGiveTheSameCells(boolean legacy) throws IOException {
        RawWorkbook workbook = read(legacy ? xls(WorkbookReadingTests::fill) : xlsx(WorkbookReadingTests::fill));

        assertThat(workbook.format()).isEqualTo(legacy ? "xls" : "xlsx");
        assertThat(workbook.sheets()).extracting(RawSheet::name).containsExactly("厕所", "字典", "说明");
        assertThat(workbook.sheets())
                .extracting(RawSheet::visibility)
                .containsExactly(Visibility.VISIBLE, Visibility.VERY_HIDDEN, Visibility.HIDDEN);
        assertThat(workbook.definedNames()).containsEntry("form", "厕所!$A$1");
        assertThat(workbook.externalLinks()).isFalse();
        RawSheet sheet = workbook.sheets().get(0);
        assertThat(sheet.rows()).extracting(RawRow::number).containsExactly(0, 4, 6);
        assertThat(sheet.rows().get(1).cells())
                .extracting(RawCell::address)
                .containsExactly("B5", "C5", "D5", "E5", "F5", "G5");
        assertThat(cell(sheet, 0, 0).text()).isEqualTo("平31-1表");
        RawCell date = cell(sheet, 0, 2);
        assertThat(date.dateFormatted()).isTrue();
        assertThat(date.shown()).isNull();
        assertThat(workbook.date(date)).contains(LocalDate.of(2026, 9, 30));
        RawCell figure = cell(sheet, 4, 1);
        assertThat(figure.kind()).isEqualTo(CellKind.NUMBER);
        assertThat(figure.text()).isEqualTo("12958.375");
        assertThat(figure.hasComment()).isTrue();
        RawCell share = cell(sheet, 4, 2);
        assertThat(share.text()).isEqualTo("0.9896");
        assertThat(share.shown()).isNotNull().matches(Shown::isPercentage);
        assertThat(share.hasComment()).isFalse();
        assertThat(cell(sheet, 4, 3).kind()).isEqualTo(CellKind.BOOLEAN);
        assertThat(cell(sheet, 4, 3).text()).isEqualTo("TRUE");
        assertThat(cell(sheet, 4, 4).struckThrough()).isTrue();
        RawCell sum = cell(sheet, 4, 5);
        assertThat(sum.formula()).isEqualTo("SUM(B5:C5)");
        assertThat(sum.decimal()).isEqualByComparingTo("12959.3646");
        assertThat(sum.cachedValueAbsent()).isFalse();
        assertThat(cell(sheet, 4, 6).kind()).isEqualTo(CellKind.ERROR);
        assertThat(cell(sheet, 4, 6).text()).isEqualTo("#DIV/0!");
        assertThat(cell(sheet, 6, 0).decimal()).isEqualByComparingTo("0.3");
        assertThat(sheet.cell(4, 7)).isNull();
        assertThat(sheet.cell(3, 0)).isNull();
        assertThat(sheet.merged()).containsExactly(new Area(0, 0, 0, 5));
        assertThat(sheet.isRowHidden(6)).isTrue();
        assertThat(sheet.isRowHidden(4)).isFalse();
        assertThat(sheet.isColumnHidden(3)).isTrue();
        assertThat(sheet.isColumnHidden(2)).isFalse();
    }

    @Test
    void aFormulaWithoutACachedValueIsToldApart() throws IOException {
        RawSheet sheet = read(xlsx(workbook ->
                        workbook.createSheet().createRow(0).createCell(0).setCellFormula("1+1")))
                .sheets()
                .get(0);
        assertThat(cell(sheet, 0, 0).cachedValueAbsent()).isTrue();
        assertThat(cell(sheet, 0, 0).formula()).isEqualTo("1+1");

        RawSheet byPython = forged(
                "<row r=\"1\"><c r=\"A1\"><f>1+1</f><v></v></c><c r=\"B1\" t=\"str\"><f>\"\"</f><v></v></c></row>");
        assertThat(cell(byPython, 0, 0).cachedValueAbsent()).isTrue();
        assertThat(cell(byPython, 0, 1).cachedValueAbsent()).isFalse();
        assertThat(cell(byPython, 0, 1).text()).isEmpty();
    }

    @Test
    void cellsWithoutAddressesFollowEachOther() {
        RawSheet sheet = forged(
                "<row><c><v>1</v></c><c/><c><v>3</v></c></row><row r=\"4\"><c r=\"C4\"><v>4</v></c><c><v>5</v></c></row><row><c><v>6</v></c></row>");
        assertThat(sheet.rows().stream()
                        .flatMap(row -> row.cells().stream())
                        .map(cell -> cell.address() + "=" + cell.text()))
                .containsExactly("A1=1", "C1=3", "C4=4", "D4=5", "A5=6");
    }

    @Test
    void rowsAndCellsOutOfOrderAreSorted() {
        RawSheet sheet = forged(
                "<row r=\"3\"><c r=\"B3\"><f>A1</f><v>1</v></c><c r=\"A3\"><v>2</v></c></row><row r=\"1\"><c r=\"A1\" t=\"str\"><v>x</v></c></row>");
        assertThat(sheet.rows().stream()
                        .flatMap(row -> row.cells().stream())
                        .map(cell -> cell.address() + "=" + cell.text()))
                .containsExactly("A1=x", "A3=2", "B3=1");
        assertThat(cell(sheet, 2, 1).formula()).isEqualTo("A1");
        assertThat(cell(sheet, 2, 0).formula()).isNull();
    }

    @Test
    void everyTypeOfCellIsRead() {
        RawSheet sheet = forged(
                "<row r=\"1\"><c t=\"b\"><v>0</v></c><c t=\"e\"><v>#REF!</v></c><c t=\"str\"><v>文字</v></c>"
                        + "<c t=\"inlineStr\"><is><r><t>粮食</t></r><r><rPr><strike/></rPr><t xml:space=\"preserve\"> 旧</t></r>"
                        + "<rPh sb=\"0\" eb=\"1\"><t>liang</t></rPh></is></c><c t=\"d\"><v>2026-09-30</v></c><c t=\"d\"><v>2026-09-30T12:00:00</v></c>"
                        + "<c t=\"n\"><v> 1.50 </v></c><c t=\"str\"><v>a_x000D_b_x00zz_</v></c><c t=\"n\"><v><![CDATA[2]]>5</v></c></row>");
        assertThat(sheet.rows().get(0).cells())
                .extracting(RawCell::kind)
                .containsExactly(
                        CellKind.BOOLEAN,
                        CellKind.ERROR,
                        CellKind.TEXT,
                        CellKind.TEXT,
                        CellKind.NUMBER,
                        CellKind.NUMBER,
                        CellKind.NUMBER,
                        CellKind.TEXT,
                        CellKind.NUMBER);
        assertThat(sheet.rows().get(0).cells())
                .extracting(RawCell::text)
                .containsExactly("FALSE", "#REF!", "文字", "粮食 旧", "46295", "46295.5", "1.50", "a\rb_x00zz_", "25");
        assertThat(sheet.rows().get(0).cells())
                .extracting(RawCell::struckThrough)
                .containsExactly(false, false, false, true, false, false, false, false, false);
        assertThat(cell(sheet, 0, 4).dateFormatted()).isTrue();
    }

    @Test
    void sharedStringsKeepRunsAndDropPhoneticGuides() {
        RawSheet sheet = read(ForgedPackage.empty()
                        .sharedStrings(
                                "<si><t>单位</t><phoneticPr fontId=\"1\"/></si><si><r><rPr><strike val=\"1\"/></rPr><t>12</t></r><r><t>13</t></r>"
                                        + "<rPh sb=\"0\" eb=\"1\"><t>x</t></rPh></si><si><t/></si>")
                        .sheet(
                                "<sheetData><row><c t=\"s\"><v>0</v></c><c t=\"s\"><v>1</v></c><c t=\"s\"><v>2</v></c></row></sheetData>")
                        .workbook()
                        .bytes())
                .sheets()
                .get(0);
        assertThat(sheet.rows().get(0).cells()).extracting(RawCell::text).containsExactly("单位", "1213");
        assertThat(sheet.rows().get(0).cells())
                .extracting(RawCell::struckThrough)
                .containsExactly(false, true);
    }

    @Test
    void sharedFormulasShiftForEachCell() {
        RawSheet sheet = forged(
                "<row r=\"1\"><c r=\"C1\"><f t=\"shared\" ref=\"C1:C2\" si=\"0\">A1*$B$1+LOG10(A1)+'甲 A1'!B1&amp;\"A1\"</f><v>1</v></c></row>"
                        + "<row r=\"2\"><c r=\"C2\"><f t=\"shared\" si=\"0\"/><v>2</v></c></row>");
        assertThat(cell(sheet, 0, 2).formula()).isEqualTo("A1*$B$1+LOG10(A1)+'甲 A1'!B1&\"A1\"");
        assertThat(cell(sheet, 1, 2).formula()).isEqualTo("A2*$B$1+LOG10(A2)+'甲 A1'!B2&\"A1\"");
    }

    @Test
    void strictFilesExternalLinksAndTheEpochOf1904AreSeen() {
        RawWorkbook strict = read(ForgedPackage.strict()
                .sheet("<sheetData><row><c><v>5</v></c></row></sheetData>")
                .workbook()
                .bytes());
        assertThat(strict.format()).isEqualTo("xlsx-strict");
        assertThat(cell(strict.sheets().get(0), 0, 0).text()).isEqualTo("5");

        RawWorkbook linked = read(ForgedPackage.empty()
                .sheet(
                        "<cols><col min=\"2\" max=\"3\" hidden=\"1\"/></cols><sheetData><row><c><v>5</v></c></row></sheetData>")
                .relation("rE", "externalLink", "externalLinks/externalLink1.xml")
                .workbookExtras("<workbookPr date1904=\"1\"/>")
                .sheetState("veryHidden")
                .workbook()
                .bytes());
        assertThat(linked.externalLinks()).isTrue();
        assertThat(linked.epoch1904()).isTrue();
        assertThat(linked.sheets().get(0).visibility()).isEqualTo(Visibility.VERY_HIDDEN);
        assertThat(linked.sheets().get(0).isColumnHidden(2)).isTrue();
        assertThat(linked.date(cell(linked.sheets().get(0), 0, 0))).contains(LocalDate.of(1904, 1, 6));
    }

    /** By the format of a cell, by that of cells without one, and by a built-in one. */
    @Test
    void formatsAreReadFromBothKindsOfFile() throws IOException {
        RawSheet packed = read(ForgedPackage.empty()
                        .styles("<cellXfs><xf numFmtId=\"164\"/><xf numFmtId=\"7\"/><xf numFmtId=\"0\"/></cellXfs>"
                                + "<numFmts><numFmt numFmtId=\"164\" formatCode=\"#,##0&quot;元&quot;\"/></numFmts>")
                        .sheet(
                                "<sheetData><row r=\"1\"><c><v>7003000</v></c><c s=\"1\"><v>5</v></c><c s=\"2\"><v>5</v></c></row></sheetData>")
                        .workbook()
                        .bytes())
                .sheets()
                .get(0);
        assertThat(cell(packed, 0, 0).shown()).extracting(Shown::text).isEqualTo("7,003,000元");
        assertThat(cell(packed, 0, 1).shown()).extracting(Shown::text).isEqualTo("¥5.00");
        assertThat(cell(packed, 0, 2).shown()).isNull();

        byte[] legacy = xls(workbook -> {
            var row = workbook.createSheet().createRow(0);
            var style = workbook.createCellStyle();
            style.setDataFormat(workbook.createDataFormat().getFormat("0!.0,\"万\""));
            var cell = row.createCell(0);
            cell.setCellValue(7_003_000);
            cell.setCellStyle(style);
            row.createCell(1).setCellValue(5);
        });
        RawSheet old = read(legacy).sheets().get(0);
        assertThat(cell(old, 0, 0).shown()).isEqualTo(new Shown("700.3万", 4, true, 1));
        assertThat(cell(old, 0, 1).shown()).isNull();
    }

    @Test
    void rowsWithoutHeightAndColumnsWithoutWidthAreHidden() throws IOException {
        RawSheet packed = read(ForgedPackage.ofSheet(
                        "<cols><col min=\"2\" max=\"2\" width=\"0\" customWidth=\"1\"/><col min=\"3\" max=\"3\" width=\"0.5\"/></cols>"
                                + "<sheetData><row r=\"1\" ht=\"0\" customHeight=\"1\"/><row r=\"2\" ht=\"0.75\"/><row r=\"3\" ht=\"15\"/></sheetData>"))
                .sheets()
                .get(0);
        assertThat(packed.isRowHidden(0)).isTrue();
        assertThat(packed.isRowHidden(1)).isFalse();
        assertThat(packed.isRowHidden(2)).isFalse();
        assertThat(packed.isColumnHidden(1)).isTrue();
        assertThat(packed.isColumnHidden(2)).isFalse();

        RawSheet old = read(xls(workbook -> {
                    var sheet = workbook.createSheet();
                    sheet.createRow(0).setHeight((short) 0);
                    sheet.createRow(1);
                    sheet.setColumnWidth(1, 0);
                }))
                .sheets()
                .get(0);
        assertThat(old.isRowHidden(0)).isTrue();
        assertThat(old.isRowHidden(1)).isFalse();
        assertThat(old.isColumnHidden(1)).isTrue();
        assertThat(old.isColumnHidden(0)).isFalse();
    }

    @Test
    void earlyDatesFollowTheCalendarOfExcel() {
        RawWorkbook workbook = read(ForgedPackage.ofRows(
                "<row><c><v>1</v></c><c><v>59</v></c><c><v>60</v></c><c><v>61</v></c><c><v>0.5</v></c></row>"));
        assertThat(workbook.sheets().get(0).rows().get(0).cells().stream()
                        .map(workbook::date)
                        .map(day -> day.map(LocalDate::toString).orElse("")))
                .containsExactly("1900-01-01", "1900-02-28", "", "1900-03-01", "");
    }

    @Test
    void figuresKeepFifteenDigits() {
        RawSheet sheet = forged(
                "<row><c><v>0.30000000000000004</v></c><c><v>12.3449999999999998</v></c><c><v>1.20</v></c></row>");
        assertThat(cell(sheet, 0, 0).decimal()).isEqualTo(new BigDecimal("0.3"));
        assertThat(cell(sheet, 0, 1).decimal()).isEqualTo(new BigDecimal("12.345"));
        assertThat(cell(sheet, 0, 2).decimal()).isEqualTo(new BigDecimal("1.2"));
        assertThat(cell(sheet, 0, 0).text()).isEqualTo("0.30000000000000004");
    }

    @Test
    void poiAndFastexcelReadTheSameFromWhatFastexcelWrites() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (org.dhatim.fastexcel.Workbook workbook = new org.dhatim.fastexcel.Workbook(out, "test", "1.0")) {
            Worksheet sheet = workbook.newWorksheet("台账");
            for (int row = 0; row < 60; row++) {
                sheet.value(row, 0, "桥 " + row % 7);
                sheet.value(row, 1, new BigDecimal(row * 7919).movePointLeft(3));
                sheet.value(row, 3, row % 2 == 0);
                sheet.inlineString(row, 4, "第" + row + "行");
                sheet.value(row, 5, LocalDate.of(2026, 1, 1).plusDays(row));
                sheet.style(row, 5).format("yyyy-MM-dd").set();
            }
        }
        RawWorkbook read = read(out.toByteArray());
        List<String> ours = new ArrayList<>();
        for (RawRow row : read.sheets().get(0).rows()) {
            for (RawCell cell : row.cells()) {
                ours.add(cell.address() + "="
                        + (cell.isNumber() ? cell.decimal().stripTrailingZeros().toPlainString() : cell.text())
                        + (cell.dateFormatted() ? " date" : ""));
            }
        }
        assertThat(ours).hasSize(300).isEqualTo(byPoi(out.toByteArray()));
        assertThat(ours.stream().map(cell -> cell.replace(" date", "")))
                .containsExactlyElementsOf(byFastexcel(out.toByteArray()));
    }

    private static List<String> byPoi(byte[] content) throws IOException {
        List<String> cells = new ArrayList<>();
        try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(content))) {
            for (Row row : workbook.getSheetAt(0)) {
                for (Cell cell : row) {
                    String value = switch (cell.getCellType()) {
                        case NUMERIC ->
                            new BigDecimal(String.valueOf(cell.getNumericCellValue()))
                                            .stripTrailingZeros()
                                            .toPlainString()
                                    + (DateUtil.isCellDateFormatted(cell) ? " date" : "");
                        case BOOLEAN -> cell.getBooleanCellValue() ? "TRUE" : "FALSE";
                        default -> cell.getStringCellValue();
                    };
                    cells.add(cell.getAddress() + "=" + value);
                }
            }
        }
        return cells;
    }

    private static List<String> byFastexcel(byte[] content) throws IOException {
        List<String> cells = new ArrayList<>();
        try (ReadableWorkbook workbook = new ReadableWorkbook(new ByteArrayInputStream(content))) {
            for (org.dhatim.fastexcel.reader.Row row : workbook.getFirstSheet().read()) {
                for (org.dhatim.fastexcel.reader.Cell cell : row) {
                    if (cell != null) {
                        String value = switch (cell.getType()) {
                            case NUMBER -> cell.asNumber().stripTrailingZeros().toPlainString();
                            case BOOLEAN -> cell.asBoolean() ? "TRUE" : "FALSE";
                            default -> cell.asString();
                        };
                        cells.add(cell.getAddress() + "=" + value);
                    }
                }
            }
        }
        return cells;
    }
}

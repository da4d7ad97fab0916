package xiangbao.reports.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.poi.common.usermodel.HyperlinkType;
import org.apache.poi.ss.util.CellAddress;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.ss.util.CellRangeAddressList;
import org.apache.poi.xddf.usermodel.chart.AxisPosition;
import org.apache.poi.xddf.usermodel.chart.ChartTypes;
import org.apache.poi.xddf.usermodel.chart.XDDFDataSourcesFactory;
import org.apache.poi.xssf.usermodel.XSSFClientAnchor;
import org.apache.poi.xssf.usermodel.XSSFHyperlink;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TemplateSheetTests {
    @TempDir
    Path folder;

    @Test
    void insertedRowsCarryFormulasNamesFormatsValidationsAndChartsAlong() throws IOException {
        try (Template template = Template.open(template())) {
            TemplateSheet sheet = template.sheet("表");
            assertThat(sheet.repeatDown("rpt.rows", 3)).isEqualTo(2);
            sheet.fill(Map.of("标题", "=不是公式"));
            try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(template.finish()))) {
                XSSFSheet filled = workbook.getSheet("表");
                assertThat(filled.getRow(0).getCell(0).getStringCellValue()).isEqualTo("=不是公式");
                assertThat(filled.getRow(4).getCell(2).getCellFormula()).isEqualTo("A5+B5");
                assertThat(filled.getRow(5).getCell(0).getCellFormula()).isEqualTo("SUM(A3:A5)");
                assertThat(filled.getRow(6).getCell(0).getCellFormula()).isEqualTo("A6*2");
                assertThat(workbook.getName("全部").getRefersToFormula()).isEqualTo("表!$A$2:$C$5");
                assertThat(workbook.getName("合计").getRefersToFormula()).isEqualTo("表!$A$6");
                assertThat(workbook.getName("rpt.rows")).isNull();
                assertThat(workbook.getPrintArea(0)).isEqualTo("表!$A$1:$C$7");
                assertThat(filled.getDataValidations().get(0).getRegions().getCellRangeAddress(0))
                        .isEqualTo(CellRangeAddress.valueOf("B3:B5"));
                assertThat(filled.getSheetConditionalFormatting()
                                .getConditionalFormattingAt(0)
                                .getFormattingRanges()[0])
                        .isEqualTo(CellRangeAddress.valueOf("A3:A5"));
                assertThat(filled.getDrawingPatriarch()
                                .getCharts()
                                .get(0)
                                .getCTChart()
                                .toString())
                        .contains("表!$A$3:$A$5", "表!$B$3:$B$5");
            }
        }
    }

    @Test
    void aLineFillsTheTokensOfItsSampleNumbersAsNumbers() throws IOException {
        try (Template template = Template.open(template())) {
            TemplateSheet sheet = template.sheet("表");
            sheet.sheet().getRow(2).getCell(0).setCellValue("{{数}}");
            sheet.sheet().getRow(2).getCell(1).setCellValue("共{{数}}个，{{话}}");
            int first = sheet.lay(
                    List.of("rpt.rows"),
                    List.of(
                            new PrintedLine(
                                    "rpt.rows",
                                    Map.of(
                                            "数",
                                            Printed.number(new BigDecimal("12.345"), 2),
                                            "话",
                                            Printed.text("=1+1"))),
                            new PrintedLine("rpt.rows", Map.of("数", Printed.NONE, "话", Printed.text("{{标题}}")))));
            sheet.fill(Map.of("标题", "题"));
            XSSFSheet filled = sheet.sheet();
            assertThat(filled.getRow(first).getCell(0).getNumericCellValue()).isEqualTo(12.35);
            assertThat(filled.getRow(first).getCell(1).getStringCellValue()).isEqualTo("共12.35个，=1+1");
            assertThat(filled.getRow(first + 1).getCell(0).getStringCellValue()).isEqualTo("—");
            assertThat(filled.getRow(first + 1).getCell(1).getStringCellValue()).isEqualTo("共—个，{\u200b{标题}}");
            assertThat(filled.getRow(0).getCell(0).getStringCellValue()).isEqualTo("题");
        }
    }

    @Test
    void whatStandsBelowInsertedRowsMovesWithThem() throws IOException {
        try (Template template = Template.open(furnished())) {
            template.sheet("表").repeatDown("rpt.rows", 4);
            try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(template.finish()))) {
                XSSFSheet sheet = workbook.getSheet("表");
                holds(workbook, sheet, 3);
                // of the sample row itself, every copy has it
                assertThat(formats(sheet)).contains("A3:B6 $A3>$A$7");
                assertThat(validations(sheet)).containsExactly("C3:C6 $D$9:$D$10", "B7 名单");
            }
        }
    }

    @Test
    void whatStandsBelowSamplesWithoutCopiesMovesUp() throws IOException {
        try (Template template = Template.open(furnished())) {
            TemplateSheet sheet = template.sheet("表");
            sheet.repeatDown(List.of("rpt.head", "rpt.rows"), List.of("rpt.rows"));
            try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(template.finish()))) {
                XSSFSheet filled = workbook.getSheet("表");
                assertThat(filled.getRow(1).getCell(0).getStringCellValue()).isEqualTo("样行");
                holds(workbook, filled, -1);
                assertThat(formats(filled)).contains("A2:B2 $A2>$A$3");
                assertThat(validations(filled)).containsExactly("C2 $D$5:$D$6", "B3 名单");
            }
        }
    }

    /** What stood in row 4 and below, so many rows further down. */
    private static void holds(XSSFWorkbook workbook, XSSFSheet sheet, int by) {
        int total = 3 + by;
        assertThat(sheet.getRow(total).getCell(0).getStringCellValue()).isEqualTo("合计");
        assertThat(sheet.getMergedRegions()).containsExactly(new CellRangeAddress(total + 1, total + 2, 0, 2));
        assertThat(sheet.getCellComment(new CellAddress(total, 0)).getString().getString())
                .isEqualTo("批注");
        assertThat(sheet.getCellComments()).hasSize(1);
        XSSFHyperlink outside = sheet.getHyperlink(total, 1);
        assertThat(outside.getAddress()).isEqualTo("https://example.org/");
        XSSFHyperlink inside = sheet.getHyperlink(total, 2);
        assertThat(inside.getLocation()).isEqualTo("表!A" + (total + 1));
        assertThat(workbook.getName("合计").getRefersToFormula()).isEqualTo("表!$A$" + (total + 1));
        assertThat(workbook.getNames("本表合计")).singleElement().satisfies(name -> {
            assertThat(name.getRefersToFormula()).isEqualTo("表!$B$" + (total + 1));
            assertThat(name.getSheetIndex()).isZero();
        });
        assertThat(workbook.getName("名单").getRefersToFormula()).isEqualTo("表!$D$" + (total + 3) + ":$D$" + (total + 4));
        assertThat(workbook.getName("他表").getRefersToFormula()).isEqualTo("另一表!$A$4");
        assertThat(sheet.getRepeatingRows()).isEqualTo(CellRangeAddress.valueOf("1:1"));
        assertThat(sheet.getRepeatingColumns()).isEqualTo(CellRangeAddress.valueOf("A:B"));
        assertThat(workbook.getPrintArea(0)).isEqualTo("表!$A$1:$D$" + (total + 4));
        assertThat(workbook.getSheet("另一表").getRow(0).getCell(0).getCellFormula())
                .isEqualTo("表!A" + (total + 1));
        assertThat(formats(sheet)).contains("A" + (total + 1) + " $A$" + (total + 1) + "<0");
        assertThat(sheet.getRow(total).getHeightInPoints()).isEqualTo(30);
    }

    private static List<String> formats(XSSFSheet sheet) {
        List<String> formats = new ArrayList<>();
        var all = sheet.getSheetConditionalFormatting();
        for (int index = 0; index < all.getNumConditionalFormattings(); index++) {
            var one = all.getConditionalFormattingAt(index);
            formats.add(one.getFormattingRanges()[0].formatAsString() + " "
                    + one.getRule(0).getFormula1());
        }
        return formats;
    }

    private static List<String> validations(XSSFSheet sheet) {
        return sheet.getDataValidations().stream()
                .map(one -> one.getRegions().getCellRangeAddress(0).formatAsString() + " "
                        + one.getValidationConstraint().getFormula1())
                .toList();
    }

    private Path furnished() throws IOException {
        try (XSSFWorkbook workbook = new XSSFWorkbook()) {
            XSSFSheet sheet = workbook.createSheet("表");
            XSSFSheet other = workbook.createSheet("另一表");
            String[] texts = {"标题", "小标题", "样行", "合计", "说明", "", "", ""};
            for (int row = 0; row < texts.length; row++) {
                sheet.createRow(row).createCell(0).setCellValue(texts[row]);
            }
            sheet.getRow(3).setHeightInPoints(30);
            sheet.addMergedRegion(new CellRangeAddress(4, 5, 0, 2));
            other.createRow(0).createCell(0).setCellFormula("表!A4");
            other.createRow(3).createCell(0).setCellValue("不动");
            name(workbook, "rpt.head", "表!$A$2:$C$2");
            name(workbook, "rpt.rows", "表!$A$3:$C$3");
            name(workbook, "合计", "表!$A$4");
            name(workbook, "名单", "表!$D$6:$D$7");
            name(workbook, "他表", "另一表!$A$4");
            var own = workbook.createName();
            own.setSheetIndex(0);
            own.setNameName("本表合计");
            own.setRefersToFormula("表!$B$4");
            sheet.setRepeatingRows(CellRangeAddress.valueOf("1:1"));
            sheet.setRepeatingColumns(CellRangeAddress.valueOf("A:B"));
            workbook.setPrintArea(0, 0, 3, 0, 6);
            var helper = sheet.getDataValidationHelper();
            sheet.addValidationData(helper.createValidation(
                    helper.createFormulaListConstraint("$D$6:$D$7"), new CellRangeAddressList(2, 2, 2, 2)));
            sheet.addValidationData(helper.createValidation(
                    helper.createFormulaListConstraint("名单"), new CellRangeAddressList(3, 3, 1, 1)));
            var formatting = sheet.getSheetConditionalFormatting();
            formatting.addConditionalFormatting(
                    new CellRangeAddress[] {CellRangeAddress.valueOf("A3:B3")},
                    formatting.createConditionalFormattingRule("$A3>$A$4"));
            formatting.addConditionalFormatting(
                    new CellRangeAddress[] {CellRangeAddress.valueOf("A4")},
                    formatting.createConditionalFormattingRule("$A$4<0"));
            var drawing = sheet.createDrawingPatriarch();
            var comment = drawing.createCellComment(new XSSFClientAnchor(0, 0, 0, 0, 1, 3, 3, 6));
            comment.setString("批注");
            sheet.getRow(3).getCell(0).setCellComment(comment);
            var outside = workbook.getCreationHelper().createHyperlink(HyperlinkType.URL);
            outside.setAddress("https://example.org/");
            sheet.getRow(3).createCell(1).setHyperlink(outside);
            var inside = workbook.getCreationHelper().createHyperlink(HyperlinkType.DOCUMENT);
            inside.setAddress("表!A4");
            sheet.getRow(3).createCell(2).setHyperlink(inside);
            Path file = folder.resolve("furnished.xlsx");
            try (var out = Files.newOutputStream(file)) {
                workbook.write(out);
            }
            return file;
        }
    }

    @Test
    void aTokenThatNobodyFillsStopsTheReport() throws IOException {
        try (Template template = Template.open(template())) {
            assertThatThrownBy(template::finish)
                    .isInstanceOf(TemplateException.class)
                    .hasMessageContaining("表!A1 {{标题}}");
        }
    }

    @Test
    void textsInFormulasAreNoReferences() {
        Growth growth = new Growth(true, 2, 2, 4);
        assertThat(Area.rewrite("IF(A3=\"A1:A3\",SUM(A1:A3),LOG10(B3))", growth::extended))
                .isEqualTo("IF(A3=\"A1:A3\",SUM(A1:A7),LOG10(B3))");
        assertThat(Area.rewrite("SUM($A$3:$A$3)+'一 二'!B3", area -> area.copied(2, 1)))
                .isEqualTo("SUM($A$3:$A$3)+'一 二'!C5");
    }

    private Path template() throws IOException {
        try (XSSFWorkbook workbook = new XSSFWorkbook()) {
            XSSFSheet sheet = workbook.createSheet("表");
            sheet.createRow(0).createCell(0).setCellValue("{{标题}}");
            sheet.createRow(1).createCell(0).setCellValue("数");
            sheet.createRow(2).createCell(0).setCellValue(1);
            sheet.getRow(2).createCell(1).setCellValue(2);
            sheet.getRow(2).createCell(2).setCellFormula("A3+B3");
            sheet.createRow(3).createCell(0).setCellFormula("SUM(A3:A3)");
            sheet.createRow(4).createCell(0).setCellFormula("A4*2");
            name(workbook, "rpt.rows", "表!$A$3:$C$3");
            name(workbook, "全部", "表!$A$2:$C$3");
            name(workbook, "合计", "表!$A$4");
            workbook.setPrintArea(0, 0, 2, 0, 4);
            var helper = sheet.getDataValidationHelper();
            sheet.addValidationData(helper.createValidation(
                    helper.createExplicitListConstraint(new String[] {"1", "2"}),
                    new CellRangeAddressList(2, 2, 1, 1)));
            var formatting = sheet.getSheetConditionalFormatting();
            formatting.addConditionalFormatting(
                    new CellRangeAddress[] {CellRangeAddress.valueOf("A3")},
                    formatting.createConditionalFormattingRule("$A3>1"));
            var chart = sheet.createDrawingPatriarch().createChart(new XSSFClientAnchor(0, 0, 0, 0, 4, 0, 9, 9));
            var categories = chart.createCategoryAxis(AxisPosition.BOTTOM);
            var values = chart.createValueAxis(AxisPosition.LEFT);
            var data = chart.createData(ChartTypes.BAR, categories, values);
            data.addSeries(
                    XDDFDataSourcesFactory.fromNumericCellRange(sheet, CellRangeAddress.valueOf("A3:A3")),
                    XDDFDataSourcesFactory.fromNumericCellRange(sheet, CellRangeAddress.valueOf("B3:B3")));
            chart.plot(data);
            Path file = folder.resolve("template.xlsx");
            try (var out = Files.newOutputStream(file)) {
                workbook.write(out);
            }
            return file;
        }
    }

    private static void name(XSSFWorkbook workbook, String name, String formula) {
        var made = workbook.createName();
        made.setNameName(name);
        made.setRefersToFormula(formula);
    }
}

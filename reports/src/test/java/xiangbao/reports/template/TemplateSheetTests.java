package xiangbao.reports.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.ss.util.CellRangeAddressList;
import org.apache.poi.xddf.usermodel.chart.AxisPosition;
import org.apache.poi.xddf.usermodel.chart.ChartTypes;
import org.apache.poi.xddf.usermodel.chart.XDDFDataSourcesFactory;
import org.apache.poi.xssf.usermodel.XSSFClientAnchor;
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
                            new TemplateSheet.Line(
                                    "rpt.rows",
                                    Map.of(
                                            "数",
                                            Printed.number(new BigDecimal("12.345"), 2),
                                            "话",
                                            Printed.text("=1+1"))),
                            new TemplateSheet.Line(
                                    "rpt.rows", Map.of("数", Printed.NONE, "话", Printed.text("{{标题}}")))));
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

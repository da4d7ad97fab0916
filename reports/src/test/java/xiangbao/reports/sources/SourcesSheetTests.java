package xiangbao.reports.sources;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFHyperlink;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import xiangbao.reports.county.CountyReport;
import xiangbao.reports.county.CountyResult;
import xiangbao.reports.county.SampleCounty;
import xiangbao.reports.summary.SummaryReports;
import xiangbao.reports.template.Template;
import xiangbao.statistics.aggregate.Contribution;
import xiangbao.statistics.findings.Outcome;
import xiangbao.statistics.forms.FormCode;
import xiangbao.statistics.forms.IndicatorCode;
import xiangbao.statistics.submissions.CellReference;
import xiangbao.statistics.submissions.Observation;
import xiangbao.statistics.submissions.ObservationStatus;
import xiangbao.statistics.submissions.SubmissionKey;
import xiangbao.statistics.units.UnitCode;

class SourcesSheetTests {
    private static final FormCode FORM = new FormCode("样31-1");
    private static final String FIRST = "990000001";
    private static final String SECOND = "990000002";

    private final CountyResult result = SampleCounty.result();

    @Test
    void aFigureNamesTheCellOfEachUnitAndLinksToIt() throws IOException {
        List<Sourced> figures = List.of(sourced(
                "样31-1:05.1",
                "300",
                "",
                part(FIRST, "05.1", "", "100", "厕 所's", 8),
                part(SECOND, "05.1", "", "200.5", "厕所", 9)));
        try (XSSFWorkbook workbook = filled("样表.xlsx", figures)) {
            XSSFSheet sheet = workbook.getSheet("数据来源");
            assertThat(sheet.getRow(0).getCell(0).getStringCellValue()).isEqualTo("乡报样县2026年三季度样表数据来源");
            assertThat(sheet.getRow(1).getCell(0).getStringCellValue()).contains("配置摘要：sha256:0。");
            int files = result.sources().size();
            XSSFRow county = sheet.getRow(3 + files + 2);
            assertThat(texts(county))
                    .containsExactly(
                            "1",
                            "样31-1:05.1",
                            "卫生厕所户",
                            "2026年三季度",
                            "乡报样县",
                            "300",
                            "户",
                            "初步数",
                            "24/25",
                            "",
                            "",
                            "",
                            "",
                            "");
            XSSFRow one = sheet.getRow(3 + files + 3);
            assertThat(texts(one))
                    .containsExactly(
                            "",
                            "样31-1:05.1",
                            "卫生厕所户",
                            "2026年三季度",
                            "甲01镇",
                            "100",
                            "户",
                            "通过",
                            "第2次",
                            "F9",
                            "厕 所's",
                            "甲01镇/报表.xlsx",
                            "",
                            SampleCounty.SHA);
            XSSFHyperlink link = one.getCell(9).getHyperlink();
            String original = "archive/9f/" + SampleCounty.SHA + ".xlsx";
            assertThat(target(link)).isEqualTo("../../../" + original);
            assertThat(link.getLocation()).isEqualTo("'厕 所''s'!F9");
            assertThat(target(one.getCell(11).getHyperlink())).isEqualTo("../../../" + original);
            assertThat(sheet.getRow(3 + files + 4).getCell(5).getNumericCellValue())
                    .isEqualTo(200.5);
            assertThat(sheet.getCTWorksheet().getAutoFilter().getRef()).isEqualTo("A3:N" + (3 + files + 5));
            assertThat(sheet.getRepeatingRows()).isEqualTo(CellRangeAddress.valueOf("3:3"));
        }
    }

    @Test
    void aFigureComputedFromOthersOfTheSheetNamesThemOnce() throws IOException {
        List<Sourced> figures = List.of(
                sourced("样31-1:05.1", "100", "", part(FIRST, "05.1", "", "100", "厕所", 8)),
                sourced(
                        "样31-1:普及率",
                        "99.21",
                        "100 * [05] / [04]",
                        part(FIRST, "05.1", "", "100", "厕所", 8),
                        part(FIRST, "04.1", "", "101", "厕所", 7)));
        try (XSSFWorkbook workbook = filled("样表.xlsx", figures)) {
            XSSFSheet sheet = workbook.getSheet("数据来源");
            int row = 3 + result.sources().size() + 4;
            assertThat(sheet.getRow(row).getCell(12).getStringCellValue())
                    .isEqualTo("计算：100 * [05] / [04]；单元格见 样31-1:05.1");
            assertThat(sheet.getRow(row + 1).getCell(1).getStringCellValue()).isEqualTo("样31-1:04.1");
            assertThat(sheet.getRow(row + 2).getCell(1))
                    .satisfies(cell -> assertThat(cell.toString()).isEmpty());
        }
    }

    @Test
    void aFigureOfALedgerNamesItsLinesOnOneRowForEachUnit() throws IOException {
        List<Contribution> parts = new ArrayList<>();
        for (int line = 1; line <= 12; line++) {
            parts.add(part(FIRST, "05.1", "XM" + line, "1.5", "台账", line));
        }
        parts.add(part(SECOND, "05.1", "XM1", "2", "台账", 1));
        try (XSSFWorkbook workbook =
                filled("样表.xlsx", List.of(sourced("样31-1:05.1", "20", "", parts.toArray(Contribution[]::new))))) {
            XSSFSheet sheet = workbook.getSheet("数据来源");
            XSSFRow one = sheet.getRow(3 + result.sources().size() + 3);
            assertThat(one.getCell(5).getNumericCellValue()).isEqualTo(18.0);
            assertThat(one.getCell(9).getStringCellValue()).isEqualTo("F2、F3、F4、F5、F6、F7等12格");
            assertThat(one.getCell(9).getHyperlink().getLocation()).isEqualTo("'台账'!F2");
            assertThat(one.getCell(12).getStringCellValue())
                    .isEqualTo("台账：XM1、XM2、XM3、XM4、XM5、XM6、XM7、XM8、XM9、XM10等12行");
            assertThat(sheet.getRow(one.getRowNum() + 1).getCell(9).getStringCellValue())
                    .isEqualTo("F2");
        }
    }

    @Test
    void aWorkbookInASubfolderLooksOneFolderFurtherUp() throws IOException {
        List<Sourced> figures = List.of(sourced("样31-1:05.1", "100", "", part(FIRST, "05.1", "", "100", "厕所", 8)));
        try (XSSFWorkbook workbook = filled("责任单位/县农业农村局.xlsx", figures)) {
            XSSFRow one = workbook.getSheet("数据来源").getRow(3 + result.sources().size() + 3);
            assertThat(target(one.getCell(9).getHyperlink())).startsWith("../../../../archive/9f/");
        }
    }

    @Test
    void whatSomebodyTypedIsNoToken() throws IOException {
        try (XSSFWorkbook workbook = filled(
                "样表.xlsx",
                List.of(sourced("样31-1:05.1", "100", "", part(FIRST, "05.1", "{{标题}}", "100", "{{厕所}}", 8))))) {
            XSSFRow one = workbook.getSheet("数据来源").getRow(3 + result.sources().size() + 3);
            assertThat(one.getCell(10).getStringCellValue()).isEqualTo("{\u200b{厕所}}");
            assertThat(one.getCell(12).getStringCellValue()).isEqualTo("台账：{\u200b{标题}}");
            assertThat(one.getCell(9).getHyperlink().getLocation()).isEqualTo("'{{厕所}}'!F9");
        }
    }

    @Test
    void whatIsNotKeptIsNamedWithoutALink() throws IOException {
        Contribution lost = part(FIRST, "05.1", "", "100", "厕所", 8);
        Contribution other = new Contribution(
                lost.key(),
                lost.round(),
                lost.outcome(),
                lost.file(),
                "ff" + SampleCounty.SHA.substring(2),
                lost.observation());
        try (XSSFWorkbook workbook = filled("样表.xlsx", List.of(sourced("样31-1:05.1", "100", "", other)))) {
            XSSFRow one = workbook.getSheet("数据来源").getRow(3 + result.sources().size() + 3);
            assertThat(one.getCell(9).getHyperlink()).isNull();
            assertThat(one.getCell(9).getStringCellValue()).isEqualTo("F9");
        }
    }

    @Test
    void anotherReaderOpensItAndTheFigureOfTheTableLeadsToItsSources() throws IOException {
        byte[] bytes =
                bytes("样表.xlsx", List.of(sourced("样31-1:05.1", "100", "", part(FIRST, "05.1", "", "100", "厕所", 8))));
        try (ReadableWorkbook workbook = new ReadableWorkbook(new ByteArrayInputStream(bytes))) {
            assertThat(workbook.findSheet("数据来源").orElseThrow().read())
                    .anySatisfy(row -> assertThat(row.getCellText(9)).isEqualTo("F9"));
        }
        List<byte[]> drawn = new ArrayList<>();
        new SummaryReports().write(result, new CountyReport.Desk() {
            @Override
            public Path template(String template) {
                return Path.of("..", "templates", template);
            }

            @Override
            public void put(String name, CountyReport.Drawing drawing) {
                try {
                    drawn.add(drawing.draw());
                } catch (IOException failure) {
                    throw new UncheckedIOException(failure);
                }
            }
        });
        try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(drawn.get(0)))) {
            XSSFHyperlink link = workbook.getSheetAt(0).getRow(8).getCell(2).getHyperlink();
            assertThat(link.getLocation()).matches("'数据来源'!B\\d+");
            int row = Integer.parseInt(link.getLocation().replaceAll(".*B", "")) - 1;
            assertThat(workbook.getSheet("数据来源").getRow(row).getCell(1).getStringCellValue())
                    .isEqualTo("样31-1:02.1");
        }
    }

    /** The file that a link leads to; this reader puts the cell behind it. */
    private static String target(XSSFHyperlink link) {
        return link.getAddress().substring(0, link.getAddress().indexOf('#'));
    }

    private XSSFWorkbook filled(String report, List<Sourced> figures) throws IOException {
        return new XSSFWorkbook(new ByteArrayInputStream(bytes(report, figures)));
    }

    private byte[] bytes(String report, List<Sourced> figures) throws IOException {
        try (Template template = Template.open(Path.of("..", "templates", "汇总表.xlsx"))) {
            template.remove("汇总表");
            template.remove("全部指标");
            template.remove("同比");
            Map<String, String> places = SourcesSheet.fill(template, result, report, "样表", result.sources(), figures);
            assertThat(places).hasSize(figures.size());
            return template.finish();
        }
    }

    private static List<String> texts(XSSFRow row) {
        List<String> texts = new ArrayList<>();
        for (int column = 0; column < 14; column++) {
            texts.add(
                    switch (row.getCell(column).getCellType()) {
                        case NUMERIC ->
                            BigDecimal.valueOf(row.getCell(column).getNumericCellValue())
                                    .stripTrailingZeros()
                                    .toPlainString();
                        case STRING -> row.getCell(column).getStringCellValue();
                        default -> "";
                    });
        }
        return texts;
    }

    private Sourced sourced(String code, @Nullable String value, String formula, Contribution... parts) {
        return new Sourced(
                code,
                "卫生厕所户",
                SampleCounty.PERIOD,
                value == null ? null : new BigDecimal(value),
                0,
                "户",
                "初步数",
                "24/25",
                formula,
                List.of(parts));
    }

    private static Contribution part(String unit, String item, String line, String value, String sheet, int row) {
        UnitCode reporter = new UnitCode(unit);
        return new Contribution(
                new SubmissionKey(FORM, reporter, SampleCounty.PERIOD),
                2,
                Outcome.ACCEPTED,
                (unit.equals(FIRST) ? "甲01镇" : "甲02乡") + "/报表.xlsx",
                SampleCounty.SHA,
                new Observation(
                        new IndicatorCode(FORM, item),
                        line,
                        reporter,
                        ObservationStatus.REPORTED,
                        new BigDecimal(value),
                        null,
                        value,
                        new CellReference(sheet, row, 5)));
    }
}

package xiangbao.reports;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CountyReportsTests {
    private final CountyReports reports = new CountyReports(Path.of("..", "templates"));

    @TempDir
    Path folder;

    @Test
    void theTemplatesHaveAllTheirAnchors() {
        assertThat(reports.mistakes()).isEmpty();
        assertThat(new CountyReports(folder).mistakes()).hasSize(11).allMatch(mistake -> mistake.contains("没有这个报表模板"));
    }

    @Test
    void thereIsAReportForEachFormAndOneForTheTargets() throws IOException {
        assertThat(reports.write(SampleCounty.result(), folder))
                .extracting(path -> path.getFileName().toString())
                .startsWith("样31-1_农村卫生厕所情况_汇总表.xlsx", "样11-1_乡镇粮食作物播种面积和产量_汇总表.xlsx", "目标任务完成情况表.xlsx");
    }

    @Test
    void cachedTotalsEqualTheSumsOfTheTownshipsAndAnotherReaderSeesThem() throws IOException {
        List<Path> written = reports.write(SampleCounty.result(), folder);
        for (Path file : written.subList(0, 2)) {
            try (ReadableWorkbook workbook = new ReadableWorkbook(file.toFile())) {
                var rows = workbook.getFirstSheet().read();
                Row county = row(rows, "乡报样县合计");
                int live = 0;
                for (int column = 2; column < county.getCellCount(); column++) {
                    String formula = county.getCell(column).getFormula();
                    if (formula == null || !formula.startsWith("SUM(")) {
                        continue;
                    }
                    live++;
                    BigDecimal sum = BigDecimal.ZERO;
                    for (Row row : rows) {
                        if (row.getCellText(0).matches("甲\\d\\d[镇乡]")
                                && row.getCell(column).getType() == CellType.NUMBER) {
                            sum = sum.add(new BigDecimal(row.getCell(column).getRawValue()));
                        }
                    }
                    assertThat(new BigDecimal(county.getCell(column).getRawValue()))
                            .isEqualByComparingTo(sum);
                    assertThat(formula).endsWith("12:" + (char) ('A' + column) + "36)");
                }
                assertThat(live).isGreaterThanOrEqualTo(3);
            }
        }
    }

    @Test
    void aRatioOfTheCountyIsALiveRatioOfItsSums() throws IOException {
        try (XSSFWorkbook workbook =
                open(reports.write(SampleCounty.result(), folder).get(0))) {
            var rate = workbook.getSheetAt(0).getRow(8).getCell(5);
            assertThat(rate.getCellFormula()).isEqualTo("100*E9/D9");
            assertThat(rate.getNumericCellValue()).isBetween(110.13, 110.14);
        }
    }

    @Test
    void missingZeroAndNotApplicableAreThreeThings() throws IOException {
        try (XSSFWorkbook workbook =
                open(reports.write(SampleCounty.result(), folder).get(0))) {
            XSSFSheet sheet = workbook.getSheetAt(0);
            assertThat(sheet.getRow(14).getCell(0).getStringCellValue()).isEqualTo("甲04乡");
            assertThat(sheet.getRow(14).getCell(1).getStringCellValue()).isEqualTo("未报");
            assertThat(sheet.getRow(14).getCell(2).getStringCellValue()).isEqualTo("未报");
            assertThat(sheet.getRow(15).getCell(1).getStringCellValue()).isEqualTo("待核实");
            assertThat(sheet.getRow(16).getCell(3).getStringCellValue()).isEqualTo("—");
            assertThat(sheet.getRow(17).getCell(2).getNumericCellValue()).isZero();
        }
    }

    @Test
    void aSheetPrintsOnOneLandscapePageWidthWithItsHeadingsRepeated() throws IOException {
        try (XSSFWorkbook workbook =
                open(reports.write(SampleCounty.result(), folder).get(0))) {
            XSSFSheet sheet = workbook.getSheetAt(0);
            assertThat(sheet.getPrintSetup().getLandscape()).isTrue();
            assertThat(sheet.getPrintSetup().getFitWidth()).isEqualTo((short) 1);
            assertThat(sheet.getRepeatingRows().formatAsString()).isEqualTo("5:8");
            assertThat(workbook.getPrintArea(0)).isEqualTo("汇总表!$A$1:$F$43");
            assertThat(sheet.getFooter().getLeft()).isEqualTo("乡镇调度数，非法定统计数据");
            assertThat(workbook.getAllNames())
                    .noneMatch(name -> name.getNameName().startsWith("rpt."));
            assertThat(workbook.getSheet("选栏")).isNull();
        }
    }

    @Test
    void aWideFormHasEverythingOnASecondSheet() throws IOException {
        try (XSSFWorkbook workbook =
                open(reports.write(SampleCounty.result(), folder).get(1))) {
            assertThat(workbook.getSheetName(1)).isEqualTo("全部指标");
            assertThat(workbook.getSheetAt(1).getRow(7).getLastCellNum()).isEqualTo((short) (2 + 27));
            assertThat(workbook.getSheetAt(0).getRow(7).getLastCellNum()).isEqualTo((short) (2 + 18));
        }
    }

    @Test
    void sameResultsGiveTheSameBytes() throws IOException {
        List<Path> first = reports.write(SampleCounty.result(), folder.resolve("a"));
        List<Path> second = reports.write(SampleCounty.result(), folder.resolve("b"));
        for (int index = 0; index < first.size(); index++) {
            assertThat(second.get(index)).hasSameBinaryContentAs(first.get(index));
        }
    }

    @Test
    void aNameThatLooksLikeAFormulaStaysText() throws IOException {
        try (XSSFWorkbook workbook =
                open(reports.write(SampleCounty.result("=1+1"), folder).get(0))) {
            assertThat(workbook.getSheetAt(0).getRow(8).getCell(0).getStringCellValue())
                    .isEqualTo("=1+1合计");
        }
    }

    @Test
    void targetsStandByFieldWithShapeAndWord() throws IOException {
        try (XSSFWorkbook workbook =
                open(reports.write(SampleCounty.result(), folder).get(2))) {
            XSSFSheet sheet = workbook.getSheetAt(1);
            assertThat(sheet.getRow(3).getCell(0).getStringCellValue()).isEqualTo("粮食　共2项：达标1项，未到考核时点1项");
            assertThat(sheet.getRow(4).getCell(5).getStringCellValue()).isEqualTo("101.35（含预计）");
            assertThat(sheet.getRow(8).getCell(10).getStringCellValue()).isEqualTo("■ 严重滞后");
            assertThat(sheet.getRow(10).getCell(6).getNumericCellValue()).isEqualTo(99.96);
            assertThat(sheet.getSheetConditionalFormatting()
                            .getConditionalFormattingAt(0)
                            .getFormattingRanges()[0]
                            .formatAsString())
                    .isEqualTo("K5:K18");
        }
    }

    private static Row row(List<Row> rows, String name) {
        return rows.stream()
                .filter(row -> row.getCellText(0).equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static XSSFWorkbook open(Path file) throws IOException {
        try (var in = Files.newInputStream(file)) {
            return new XSSFWorkbook(in);
        }
    }
}

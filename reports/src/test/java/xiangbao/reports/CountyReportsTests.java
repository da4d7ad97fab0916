package xiangbao.reports;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import xiangbao.reports.county.CountyResult;
import xiangbao.reports.county.SampleCounty;
import xiangbao.statistics.forms.SummaryChoice;

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
                    String last = (char) ('A' + column) + (file.equals(written.get(0)) ? "43)" : "37)");
                    assertThat(formula).endsWith((file.equals(written.get(0)) ? "19:" : "13:") + last);
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
            assertThat(sheet.getRow(21).getCell(0).getStringCellValue()).isEqualTo("甲04乡");
            assertThat(sheet.getRow(21).getCell(1).getStringCellValue()).isEqualTo("未报");
            assertThat(sheet.getRow(21).getCell(2).getStringCellValue()).isEqualTo("未报");
            assertThat(sheet.getRow(22).getCell(1).getStringCellValue()).isEqualTo("待核实");
            assertThat(sheet.getRow(23).getCell(3).getStringCellValue()).isEqualTo("—");
            assertThat(sheet.getRow(24).getCell(2).getNumericCellValue()).isZero();
        }
    }

    @Test
    void theTotalStandsBesideItsCoverageTheOfficialFigureAndEarlierOnes() throws IOException {
        try (XSSFWorkbook workbook =
                open(reports.write(SampleCounty.result(), folder).get(0))) {
            XSSFSheet sheet = workbook.getSheetAt(0);
            assertThat(column(sheet, 0, 8, 18))
                    .containsExactly("乡报样县合计", "计入/应报", "核定数", "差额", "相差%", "本年累计", "上期", "环比±", "上年同期", "同比±", "甲01镇");
            assertThat(column(sheet, 1, 8, 18))
                    .containsExactly(
                            "24/25", "初步数", "文号见注", "汇总−核定", "占核定数", "—", "同口径", "%、百分点", "同口径", "%、百分点", "通过");
            assertThat(column(sheet, 4, 8, 17))
                    .containsExactly(
                            "407250.0",
                            "—",
                            "409000.0",
                            "-1750.0",
                            "-0.43",
                            "1234567.0",
                            "400000.0",
                            "2.3",
                            "407250.0",
                            "-1.3");
            assertThat(column(sheet, 2, 10, 15)).containsExactly("—", "—", "—", "—", "不可比", "—");
            assertThat(notes(sheet))
                    .anyMatch(note -> note.contains("核定数（乡报统字〔2026〕3号，2026年11月5日）：卫生厕所户。与乡镇汇总数并列，不作替换。"))
                    .anyMatch(note -> note.contains("乡镇调度数，非法定统计数据。"))
                    .anyMatch(note -> note.contains("因四舍五入，分项与合计可能不等。"));
        }
    }

    @Test
    void linesWithNothingToSayAreLeftOut() throws IOException {
        try (XSSFWorkbook workbook =
                open(reports.write(SampleCounty.result(), folder).get(1))) {
            assertThat(column(workbook.getSheetAt(0), 0, 8, 12))
                    .containsExactly("乡报样县合计", "计入/应报", "上年同期", "同比±", "甲01镇");
            assertThat(workbook.getSheetAt(0)
                            .getRow(11)
                            .getCell(2)
                            .getCellStyle()
                            .getBorderBottom())
                    .isEqualTo(org.apache.poi.ss.usermodel.BorderStyle.THIN);
        }
    }

    @Test
    void everyUnitStandsBesideItsFigureOfAYearEarlier() throws IOException {
        try (XSSFWorkbook workbook =
                open(reports.write(SampleCounty.result(), folder).get(0))) {
            XSSFSheet sheet = workbook.getSheet("同比");
            assertThat(row(sheet, 2, 2, 5, 8)).containsExactly("农村总户数", "应统计户", "卫生厕所户");
            assertThat(row(sheet, 3, 2, 3, 4)).containsExactly("本期", "上年同期", "同比±");
            assertThat(row(sheet, 5, 0, 1, 2, 3, 4)).containsExactly("乡报样县合计", "24/25", "346180.0", "346180.0", "-1.3");
            assertThat(row(sheet, 6, 0, 1, 2, 3, 4)).containsExactly("甲01镇", "通过", "10370.0", "不可比", "—");
            assertThat(row(sheet, 9, 0, 1, 2, 3, 4)).containsExactly("甲04乡", "未报", "未报", "—", "—");
            assertThat(workbook.getPrintArea(workbook.getSheetIndex(sheet))).isEqualTo("同比!$A$1:$N$35");
            assertThat(sheet.getMergedRegions())
                    .contains(CellRangeAddress.valueOf("C3:E3"), CellRangeAddress.valueOf("L3:N3"));
        }
    }

    @Test
    void roundedFiguresAddUpWhereTheFormAsksForIt() throws IOException {
        CountyResult result = SampleCounty.withHalves();
        CountyResult balanced = SampleCounty.chosen(result, new SummaryChoice(List.of(), true));
        List<String> sums = new ArrayList<>();
        for (CountyResult one : List.of(result, balanced)) {
            Path written = new CountyReports(Path.of("..", "templates"))
                    .write(one, folder.resolve("reports" + sums.size()))
                    .get(0);
            try (XSSFWorkbook workbook = open(written)) {
                XSSFSheet sheet = workbook.getSheetAt(0);
                BigDecimal printed = BigDecimal.ZERO;
                for (int row = 18; row <= 42; row++) {
                    if (sheet.getRow(row).getCell(2).getCellType() == org.apache.poi.ss.usermodel.CellType.NUMERIC) {
                        printed = printed.add(
                                BigDecimal.valueOf(sheet.getRow(row).getCell(2).getNumericCellValue())
                                        .setScale(0, RoundingMode.HALF_UP));
                    }
                }
                BigDecimal total = BigDecimal.valueOf(sheet.getRow(8).getCell(2).getNumericCellValue())
                        .setScale(0, RoundingMode.HALF_UP);
                sums.add(printed.toPlainString() + " of " + total.toPlainString());
                assertThat(notes(sheet).stream().anyMatch(note -> note.contains("已作舍位平衡")))
                        .isEqualTo(one == balanced);
            }
        }
        // 23 halves are rounded up by themselves: 11.5 too much; the half of the total is rounded up
        assertThat(sums).containsExactly("346203 of 346192", "346192 of 346192");
    }

    private static List<String> notes(XSSFSheet sheet) {
        return column(sheet, 0, 0, sheet.getLastRowNum());
    }

    private static List<String> column(XSSFSheet sheet, int column, int from, int to) {
        List<String> texts = new ArrayList<>();
        for (int row = from; row <= to; row++) {
            texts.add(text(sheet, row, column));
        }
        return texts;
    }

    private static List<String> row(XSSFSheet sheet, int row, int... columns) {
        return Arrays.stream(columns)
                .mapToObj(column -> text(sheet, row, column))
                .toList();
    }

    private static String text(XSSFSheet sheet, int row, int column) {
        var cell = sheet.getRow(row) == null ? null : sheet.getRow(row).getCell(column);
        if (cell == null) {
            return "";
        }
        return switch (cell.getCellType()) {
            case NUMERIC, FORMULA -> String.valueOf(cell.getNumericCellValue());
            default -> cell.toString();
        };
    }

    @Test
    void aSheetPrintsOnOneLandscapePageWidthWithItsHeadingsRepeated() throws IOException {
        try (XSSFWorkbook workbook =
                open(reports.write(SampleCounty.result(), folder).get(0))) {
            XSSFSheet sheet = workbook.getSheetAt(0);
            assertThat(sheet.getPrintSetup().getLandscape()).isTrue();
            assertThat(sheet.getPrintSetup().getFitWidth()).isEqualTo((short) 1);
            assertThat(sheet.getRepeatingRows().formatAsString()).isEqualTo("5:8");
            assertThat(workbook.getPrintArea(0)).isEqualTo("汇总表!$A$1:$F$51");
            assertThat(sheet.getFooter().getLeft()).isEqualTo("乡镇调度数，非法定统计数据");
            assertThat(workbook.getAllNames())
                    .noneMatch(name -> name.getNameName().startsWith("rpt."));
        }
    }

    @Test
    void theFirstSheetHasTheColumnsThatTheFormChooses() throws IOException {
        CountyResult result =
                SampleCounty.chosen(SampleCounty.result(), new SummaryChoice(List.of("05.1", "普及率"), false));
        try (XSSFWorkbook workbook = open(reports.write(result, folder).get(0))) {
            assertThat(row(workbook.getSheet("汇总表"), 4, 2, 3)).containsExactly("卫生厕所户", "普及率");
            assertThat(row(workbook.getSheet("汇总表"), 4, 4, 4)).containsExactly("", "");
            assertThat(workbook.getSheet("全部指标")).isNotNull();
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

package xiangbao.reports.targets;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.poi.ss.usermodel.PrintSetup;
import org.apache.poi.xssf.usermodel.XSSFChart;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import xiangbao.reports.CountyReports;
import xiangbao.reports.county.SampleCounty;
import xiangbao.reports.template.SoundWorkbook;
import xiangbao.reports.template.WorkbookText;

/** 目标任务完成情况表.xlsx of the sample county. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TargetsReportTests {
    private static final Pattern RANGE = Pattern.compile("<c:f>([^<]+)</c:f>");

    private Path file = Path.of("");

    @BeforeAll
    void writes(@TempDir Path folder) throws IOException {
        file = new CountyReports(Path.of("..", "templates"))
                .write(SampleCounty.result(), folder).stream()
                        .filter(path -> path.endsWith("目标任务完成情况表.xlsx"))
                        .findFirst()
                        .orElseThrow();
    }

    @Test
    void everySheetReadsAsStored() throws IOException {
        WorkbookText.assertGolden(file, "targets.txt");
    }

    @Test
    void itOpensWithoutARepair() throws IOException {
        SoundWorkbook.assertSound(file);
    }

    @Test
    void theFrontPageCountsEachTargetOnce() throws IOException {
        try (ReadableWorkbook workbook = new ReadableWorkbook(file.toFile())) {
            List<Row> rows = workbook.getFirstSheet().read();
            assertThat(workbook.getSheets().map(sheet -> sheet.getName()))
                    .containsExactly("总览", "目标任务完成情况表", "图表数据", "数据来源");
            assertThat(rows.get(3).getCellText(0)).isEqualTo("8项");
            assertThat(rows.get(3).getCellText(16)).isEqualTo("3项");
            List<Row> fields = WorkbookText.rowsFrom(workbook, "图表数据", "粮食").subList(0, 5);
            int total = 0;
            for (Row field : fields) {
                int sum = 0;
                for (int column = 1; column <= 7; column++) {
                    sum += field.getCellAsNumber(column).orElseThrow().intValueExact();
                }
                assertThat(field.getCellAsNumber(8).orElseThrow()).isEqualByComparingTo(new java.math.BigDecimal(sum));
                total += sum;
            }
            assertThat(total).isEqualTo(8);
        }
    }

    @Test
    void theGapIsWhatLacksAndIsNeverRoundedAway() throws IOException {
        try (ReadableWorkbook workbook = new ReadableWorkbook(file.toFile())) {
            Row toilets = workbook.findSheet("目标任务完成情况表").orElseThrow().read().stream()
                    .filter(row -> row.getCellCount() > 9 && row.getCellText(1).endsWith("（S01）"))
                    .findFirst()
                    .orElseThrow();
            assertThat(toilets.getCellAsNumber(9).orElseThrow()).isEqualByComparingTo("-0.04");
            assertThat(toilets.getCellText(11)).startsWith("9个：甲01镇、甲02乡、甲03镇、甲06乡");
        }
    }

    @Test
    void chartsShowAllRowsAfterTheTablesHaveGrown() throws IOException {
        try (XSSFWorkbook workbook = open()) {
            List<XSSFChart> charts =
                    workbook.getSheetAt(0).getDrawingPatriarch().getCharts();
            assertThat(ranges(charts.get(0)))
                    .startsWith("图表数据!$B$5", "图表数据!$A$6:$A$10", "图表数据!$B$6:$B$10", "图表数据!$C$5")
                    .endsWith("图表数据!$H$6:$H$10");
            assertThat(ranges(charts.get(1))).containsExactly("图表数据!$E$14", "图表数据!$A$15:$A$37", "图表数据!$E$15:$E$37");
            assertThat(ranges(charts.get(3)))
                    .startsWith("图表数据!$B$70", "图表数据!$A$71:$A$73", "图表数据!$B$71:$B$73")
                    .endsWith("图表数据!$E$71:$E$73");
            assertThat(ranges(charts.get(2)))
                    .containsExactly(
                            "图表数据!$B$41",
                            "图表数据!$A$42:$A$66",
                            "图表数据!$B$42:$B$66",
                            "图表数据!$C$41",
                            "图表数据!$A$42:$A$66",
                            "图表数据!$C$42:$C$66",
                            "图表数据!$D$41",
                            "图表数据!$A$42:$A$66",
                            "图表数据!$D$42:$D$66");
        }
    }

    @Test
    void chartsRememberWhatTheCellsSay() throws IOException {
        try (XSSFWorkbook workbook = open()) {
            String chart = workbook.getSheetAt(0)
                    .getDrawingPatriarch()
                    .getCharts()
                    .get(2)
                    .getCTChart()
                    .toString();
            assertThat(chart).contains("<c:v>甲01镇</c:v>", "<c:v>甲25镇</c:v>", "<c:ptCount val=\"25\"/>");
            assertThat(chart).doesNotContain("{{");
        }
    }

    @Test
    void townshipsStandByTheirProjectTasksAndNothingElse() throws IOException {
        try (ReadableWorkbook workbook = new ReadableWorkbook(file.toFile())) {
            List<Row> ranked = WorkbookText.rowsFrom(workbook, "图表数据", "甲25镇");
            assertThat(ranked.subList(0, 23))
                    .extracting(row -> row.getCellText(0) + " " + number(row, 1))
                    .startsWith("甲25镇 1", "甲24乡 2", "甲23镇 3", "甲22乡 4")
                    .contains("甲13镇 12", "甲20乡 12", "甲12乡 14")
                    .endsWith("甲01镇 23");
            assertThat(workbook.getFirstSheet().read().get(43).getCellText(0))
                    .contains("未参加排名：甲04乡（未报：C11自建房隐患整治）、甲06乡（没有任务）。");
        }
    }

    @Test
    void theYearSoFarCountsEachPeriodsTargets() throws IOException {
        try (ReadableWorkbook workbook = new ReadableWorkbook(file.toFile())) {
            List<Row> periods = WorkbookText.rowsFrom(workbook, "图表数据", "2026年一季度");
            assertThat(periods.subList(0, 3))
                    .extracting(row -> row.getCellText(0) + " " + number(row, 1) + " " + number(row, 2) + " "
                            + number(row, 3) + " " + number(row, 4))
                    .containsExactly("2026年一季度 0 1 0 1", "2026年二季度 2 1 2 7", "2026年三季度 2 1 3 8");
        }
    }

    @Test
    void partsStandBelowTheirWholeWithoutANumberOfTheirOwn() throws IOException {
        try (ReadableWorkbook workbook = new ReadableWorkbook(file.toFile())) {
            List<Row> rows = workbook.findSheet("目标任务完成情况表").orElseThrow().read();
            Row whole = rows.get(15);
            assertThat(whole.getCellAsNumber(0).orElseThrow()).isEqualByComparingTo("8");
            assertThat(whole.getCellText(4) + " " + whole.getCellText(5)).isEqualTo("2项均达到 2项中达到1项");
            assertThat(rows.get(16).getCellText(1)).isEqualTo("5G通达率（O01a）");
            assertThat(rows.get(17).getCellText(0)).isEmpty();
        }
    }

    @Test
    void theLegalFigureStandsBesideTheSumWithItsDocument() throws IOException {
        try (ReadableWorkbook workbook = new ReadableWorkbook(file.toFile())) {
            Row grain = workbook.findSheet("目标任务完成情况表").orElseThrow().read().get(4);
            assertThat(grain.getCellText(5)).isEqualTo("101.35（含预计）");
            assertThat(grain.getCellText(13)).isEqualTo("103.1（样统〔2026〕9号）");
        }
    }

    @Test
    void lightsAndBarsCoverEveryLine() throws IOException {
        try (XSSFWorkbook workbook = open()) {
            var formats = workbook.getSheetAt(1).getSheetConditionalFormatting();
            List<String> ranges = new ArrayList<>();
            for (int index = 0; index < formats.getNumConditionalFormattings(); index++) {
                var format = formats.getConditionalFormattingAt(index);
                ranges.add(format.getFormattingRanges()[0].formatAsString() + " "
                        + format.getRule(0).getConditionType());
            }
            assertThat(ranges)
                    .containsExactly(
                            "K5:K18 2 - expression",
                            "K5:K18 2 - expression",
                            "K5:K18 2 - expression",
                            "K5:K18 2 - expression",
                            "G5:G18 4 - dataBar");
        }
    }

    @Test
    void everySheetPrintsWithinItsPaperAndSaysWhatItIs() throws IOException {
        try (XSSFWorkbook workbook = open()) {
            String[] areas = {"总览!$A$1:$AB$44", "目标任务完成情况表!$A$1:$P$23", "图表数据!$A$1:$I$74"};
            for (int index = 0; index < areas.length; index++) {
                XSSFSheet sheet = workbook.getSheetAt(index);
                assertThat(workbook.getPrintArea(index)).isEqualTo(areas[index]);
                assertThat(sheet.getFitToPage()).isTrue();
                assertThat(sheet.getPrintSetup().getFitWidth()).isEqualTo((short) 1);
                assertThat(sheet.getFooter().getLeft()).isEqualTo("乡镇调度数，非法定统计数据");
                assertThat(sheet.getFooter().getCenter()).contains("★已完成", "◇目标未定");
                assertThat(sheet.getFooter().getRight()).isEqualTo("第&P页　共&N页");
            }
            XSSFSheet table = workbook.getSheetAt(1);
            assertThat(table.getPrintSetup().getPaperSize()).isEqualTo(PrintSetup.A3_PAPERSIZE);
            assertThat(table.getPrintSetup().getLandscape()).isTrue();
            assertThat(table.getRepeatingRows().formatAsString()).isEqualTo("3:3");
        }
    }

    private static int number(Row row, int column) {
        return row.getCellAsNumber(column).orElseThrow().intValueExact();
    }

    private XSSFWorkbook open() throws IOException {
        try (var in = Files.newInputStream(file)) {
            return new XSSFWorkbook(in);
        }
    }

    private static List<String> ranges(XSSFChart chart) {
        List<String> ranges = new ArrayList<>();
        Matcher matcher = RANGE.matcher(chart.getCTChart().toString());
        while (matcher.find()) {
            ranges.add(matcher.group(1));
        }
        return ranges;
    }
}

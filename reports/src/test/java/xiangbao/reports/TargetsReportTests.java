package xiangbao.reports;

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
            assertThat(workbook.getSheets().map(sheet -> sheet.getName())).containsExactly("总览", "目标任务完成情况表", "图表数据");
            assertThat(rows.get(3).getCellText(0)).isEqualTo("6项");
            assertThat(rows.get(3).getCellText(16)).isEqualTo("2项");
            List<Row> fields = WorkbookText.rowsFrom(workbook, "图表数据", "粮食").subList(0, 4);
            int total = 0;
            for (Row field : fields) {
                int sum = 0;
                for (int column = 1; column <= 7; column++) {
                    sum += field.getCellAsNumber(column).orElseThrow().intValueExact();
                }
                assertThat(field.getCellAsNumber(8).orElseThrow()).isEqualByComparingTo(new java.math.BigDecimal(sum));
                total += sum;
            }
            assertThat(total).isEqualTo(6);
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
                    .startsWith("图表数据!$B$5", "图表数据!$A$6:$A$9", "图表数据!$B$6:$B$9", "图表数据!$C$5")
                    .endsWith("图表数据!$H$6:$H$9");
            assertThat(ranges(charts.get(2)))
                    .containsExactly(
                            "图表数据!$B$18",
                            "图表数据!$A$19:$A$43",
                            "图表数据!$B$19:$B$43",
                            "图表数据!$C$18",
                            "图表数据!$A$19:$A$43",
                            "图表数据!$C$19:$C$43",
                            "图表数据!$D$18",
                            "图表数据!$A$19:$A$43",
                            "图表数据!$D$19:$D$43");
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
                            "K5:K13 2 - expression",
                            "K5:K13 2 - expression",
                            "K5:K13 2 - expression",
                            "K5:K13 2 - expression",
                            "G5:G13 4 - dataBar");
        }
    }

    @Test
    void everySheetPrintsWithinItsPaperAndSaysWhatItIs() throws IOException {
        try (XSSFWorkbook workbook = open()) {
            String[] areas = {"总览!$A$1:$AB$44", "目标任务完成情况表!$A$1:$P$18", "图表数据!$A$1:$I$49"};
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

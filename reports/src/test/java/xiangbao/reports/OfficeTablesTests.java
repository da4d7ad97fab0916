package xiangbao.reports;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import xiangbao.reports.county.CountyResult;
import xiangbao.reports.county.Reporting;
import xiangbao.reports.county.SampleCounty;
import xiangbao.reports.county.SampleOffice;
import xiangbao.statistics.units.UnitSelector;

/** 报送情况表 and 审核情况表, read back by a reader that shares nothing with their writer. */
class OfficeTablesTests {
    @TempDir
    Path folder;

    private Path write(CountyResult result, String name) throws IOException {
        return new CountyReports(Path.of("..", "templates"))
                .write(result, folder).stream()
                        .filter(file -> file.getFileName().toString().equals(name))
                        .findFirst()
                        .orElseThrow();
    }

    /** Cells of each row from the heading row on, in one text; rows without any are left out. */
    private List<String> rows(CountyResult result, String file, String sheet) throws IOException {
        List<String> rows = new ArrayList<>();
        try (ReadableWorkbook workbook =
                        new ReadableWorkbook(write(result, file).toFile());
                Stream<Row> read = workbook.findSheet(sheet).orElseThrow().openStream()) {
            read.forEach(row -> {
                List<String> cells = new ArrayList<>();
                row.forEach(cell -> cells.add(
                        cell == null || cell.getText() == null
                                ? ""
                                : cell.getText().replace("\n", "/").replaceAll("^(-?\\d+)\\.0$", "$1")));
                String text = String.join("|", cells).replaceAll("\\|+$", "");
                if (!text.isBlank()) {
                    rows.add(text);
                }
            });
        }
        return rows;
    }

    @Test
    void theMatrixTellsLateMissingReturnedZeroAndNotOwedApart() throws IOException {
        List<String> rows = rows(SampleOffice.result(), "报送情况表.xlsx", "报送情况");

        assertThat(rows.get(0)).isEqualTo("||||||乡报样县2026年三季度报送情况表");
        assertThat(rows.get(1)).isEqualTo("||||||收件截至2026年10月13日 16:20　　初步数");
        assertThat(rows.get(2)).isEqualTo("填报单位|应报|已报|迟报|未报|退回/次数|样31-1|样22-1|样21-1");
        assertThat(rows.subList(5, 12))
                .containsExactly(
                        "戊街道|2|2|0|0|0|✓ 10-10/待核实|✓ 10-9/零报告|—",
                        "甲镇|2|2|0|0|0|✓ 10-9|✓ 10-9|—",
                        "乙镇|2|2|1|0|0|迟 10-12|✓ 10-9|—",
                        "丙乡|2|2|0|0|2|✓ 10-8/退2次|✓ 10-9|—",
                        "丁乡|2|2|1|0|2|退回 10-9/沿用第1次|退回·迟 10-13|—",
                        "己乡|2|0|0|2|0|未报|未报|—",
                        "县交通运输局|1|1|0|0|0|—|—|✓ 10-9");
        assertThat(rows.subList(12, 17))
                .containsExactly(
                        "应报（个）|13|11|2|2|4|6|6|1",
                        "已报（个）||||||5|5|1",
                        "其中：迟报（个）||||||1|1|0",
                        "未报（个）||||||1|1|0",
                        "退回（次）||||||3|1|0");
    }

    @Test
    void aMatrixOfManyFormsGoesOverSeveralPagesThatAllSayWhoseTheyAre() throws IOException {
        for (int[] formsAndPages : new int[][] {{14, 1}, {15, 2}, {33, 3}}) {
            List<Reporting> many = new ArrayList<>();
            for (int number = 1; number <= formsAndPages[0]; number++) {
                many.add(SampleOffice.owed(
                        "甲镇", SampleOffice.form("样9" + number + "-1", "第" + number + "张表", UnitSelector.TOWNSHIPS)));
            }
            CountyResult result = SampleOffice.result(many, List.of(), List.of());
            try (XSSFWorkbook workbook =
                    new XSSFWorkbook(java.nio.file.Files.newInputStream(write(result, "报送情况表.xlsx")))) {
                XSSFSheet sheet = workbook.getSheet("报送情况");
                assertThat(sheet.getPrintSetup().getFitWidth()).isEqualTo((short) formsAndPages[1]);
                assertThat(sheet.getPrintSetup().getFitHeight()).isEqualTo((short) 0);
                assertThat(sheet.getRepeatingColumns().formatAsString()).isEqualTo("A:F");
                assertThat(sheet.getRepeatingRows().formatAsString()).isEqualTo("3:5");
                assertThat(sheet.getHeader().getRight()).isEqualTo("2026年三季度报送情况表");
                assertThat(workbook.getPrintArea(0))
                        .isEqualTo("报送情况!$A$1:$" + CellReference.convertNumToColString(5 + formsAndPages[0]) + "$14");
                // texts that would be cut where pages meet
                assertThat(sheet.getMergedRegions()).allMatch(region -> region.getLastColumn() < 6);
            }
        }
    }

    @Test
    void theListSaysWhenAndInWhichRound() throws IOException {
        List<String> rows = rows(SampleOffice.result(), "报送情况表.xlsx", "报送明细");

        assertThat(rows.get(3 + 6))
                .isEqualTo("7|丙乡|样31-1|农村卫生厕所情况|2026年三季度|2026年10月10日|2026年10月8日 16:20|—|2026年10月11日 16:20|3|2|通过|第3次");
        assertThat(rows.get(3 + 9))
                .isEqualTo("10|丁乡|样22-1|农村公路建设项目情况|2026年三季度|2026年10月10日|2026年10月13日 16:20|3|—|1|1|退回|—|迟报；待改正，未计入");
        assertThat(rows.get(3 + 10)).isEqualTo("11|己乡|样31-1|农村卫生厕所情况|2026年三季度|2026年10月10日|—|—|—|0|0|未报|—|漏报");
    }

    @Test
    void theRankingStandsOnItemisedEvidence() throws IOException {
        List<String> rows = rows(SampleOffice.result(), "报送情况表.xlsx", "评分排名");
        assertThat(rows.subList(3, 12))
                .containsExactly(
                        "乡镇（街道）（6个）",
                        "1|戊街道|2|2|0|0|0|100",
                        "1|甲镇|2|2|0|0|0|100",
                        "3|乙镇|2|1|1|0|0|80",
                        "3|丙乡|2|2|0|0|2|80",
                        "5|丁乡|2|1|1|0|2|60",
                        "6|己乡|2|0|0|2|0|0",
                        "县直部门（1个）",
                        "1|县交通运输局|1|1|0|0|0|100");
        List<String> evidence = rows(SampleOffice.result(), "报送情况表.xlsx", "扣分明细");
        assertThat(evidence.subList(3, 11))
                .containsExactly(
                        "1|乡镇（街道）|乙镇|样31-1|农村卫生厕所情况|2026年三季度|迟报|2026年10月10日|2026年10月12日 16:20|第1次|-20|迟报1张÷应报2张，每一成扣4分，扣20分",
                        "2|乡镇（街道）|丙乡|样31-1|农村卫生厕所情况|2026年三季度|退回|2026年10月10日|2026年10月8日 16:20|第1次|-10|退回2次÷应报2张，每一成扣2分，共扣20分，分2行记",
                        "3|乡镇（街道）|丙乡|样31-1|农村卫生厕所情况|2026年三季度|退回|2026年10月10日|2026年10月9日 16:20|第2次|-10|退回2次÷应报2张，每一成扣2分，共扣20分，分2行记",
                        "4|乡镇（街道）|丁乡|样31-1|农村卫生厕所情况|2026年三季度|退回|2026年10月10日|2026年10月11日 16:20|第2次|-10|退回2次÷应报2张，每一成扣2分，共扣20分，分2行记",
                        "5|乡镇（街道）|丁乡|样22-1|农村公路建设项目情况|2026年三季度|迟报|2026年10月10日|2026年10月13日 16:20|第1次|-20|迟报1张÷应报2张，每一成扣4分，扣20分",
                        "6|乡镇（街道）|丁乡|样22-1|农村公路建设项目情况|2026年三季度|退回|2026年10月10日|2026年10月13日 16:20|第1次|-10|退回2次÷应报2张，每一成扣2分，共扣20分，分2行记",
                        "7|乡镇（街道）|己乡|样31-1|农村卫生厕所情况|2026年三季度|未报|2026年10月10日|未收到|—|-50|未报2张÷应报2张，每一成扣10分，共扣100分，分2行记",
                        "8|乡镇（街道）|己乡|样22-1|农村公路建设项目情况|2026年三季度|未报|2026年10月10日|未收到|—|-50|未报2张÷应报2张，每一成扣10分，共扣100分，分2行记");
        assertThat(rows.get(12))
                .isEqualTo("满分100分；按占应报张数的比例扣分：迟报每一成扣4分，未报每一成扣10分，因强制性问题退回（按次数）每一成扣2分，各项合计四舍五入到0.01分；最低0分。不计分的报表：无。");
    }

    @Test
    void withoutAnyFaultTheEvidenceSaysSo() throws IOException {
        assertThat(rows(SampleOffice.allGood(), "报送情况表.xlsx", "扣分明细").get(3)).isEqualTo("|（无）");
        assertThat(rows(SampleOffice.nothing(), "报送情况表.xlsx", "报送情况").get(1)).isEqualTo("||||||收件截至未收到报表　　初步数");
    }

    @Test
    void findingsStandByRelationAndByUnit() throws IOException {
        List<String> relations = rows(SampleOffice.result(), "审核情况表.xlsx", "按审核关系");
        assertThat(relations.subList(3, 7))
                .containsExactly(
                        "1|强制性|样31-1|31-T1|应统计户等于总户数减无人居住|[04] = [02] - [03]|1|1|1|丁乡",
                        "2|强制性|样22-1|31-T1|应统计户 = 农村总户数 − 长期无人居住|—|1|1|0|丁乡",
                        "3|核实性|样31-1|31-P1|卫生厕所户不少于上季|—|1|1|0|戊街道",
                        "4|提示性|样31-1|NORMALISED|全角数字已按半角读取|—|1|1|1|乙镇");
        List<String> units = rows(SampleOffice.result(), "审核情况表.xlsx", "按填报单位");
        assertThat(units.subList(3, 10))
                .containsExactly(
                        "1|戊街道|2|0|1|0|0|[31-P1] 卫生厕所户不少于上季",
                        "2|甲镇|2|0|0|0|0|—",
                        "3|乙镇|2|0|0|1|0|全角数字已按半角读取",
                        "4|丙乡|2|0|0|0|2|—",
                        "5|丁乡|2|2|0|0|0|[31-T1] 应统计户 = 农村总户数 − 长期无人居住 ×2",
                        "6|己乡|0|0|0|0|0|—",
                        "7|县交通运输局|1|0|0|0|0|—");
    }

    @Test
    void whatWasExplainedAndAcceptedStandsBesideTheFinding() throws IOException {
        assertThat(rows(SampleOffice.explained(null), "审核情况表.xlsx", "核实清单").get(3))
                .isEqualTo("1|戊街道|卫生厕所户|样31-1:05.1|户|3100|2.1|[31-P1] 卫生厕所户不少于上季"
                        + "|说明：拆除旧厕新建（待认可）；追问：拆了做什么？（2026年10月10日 李四）；同一理由连续第 4 期；等县统计局 2 天");
        CountyResult accepted = SampleOffice.explained(LocalDateTime.of(2026, 10, 11, 9, 0));
        assertThat(rows(accepted, "审核情况表.xlsx", "问题明细"))
                .anyMatch(row -> row.contains("戊街道")
                        && row.endsWith("|说明：拆除旧厕新建（2026年10月11日 李四认可：已到村核实）；追问：拆了做什么？（2026年10月10日 李四）；同一理由连续第 4 期"));
    }

    @Test
    void whatIsWaivedIsListedWithItsReasonAndCountsNowhereElse() throws IOException {
        assertThat(rows(SampleOffice.waived(), "审核情况表.xlsx", "不审清单").subList(2, 4))
                .containsExactly(
                        "序号|填报单位|表号|报告期|审核关系|填报数|应为|不审的原因|决定人|决定日期",
                        "1|丁乡|样31-1|2026年三季度|[31-T1] 应统计户 = 农村总户数 − 长期无人居住|12958|13138|新旧口径交替|李四|2026年10月12日");
        assertThat(rows(SampleOffice.waived(), "审核情况表.xlsx", "按填报单位").get(7))
                .isEqualTo("5|丁乡|2|1|0|0|0|[31-T1] 应统计户 = 农村总户数 − 长期无人居住；[31-T1] 应统计户 = 农村总户数 − 长期无人居住（不审）");
        assertThat(rows(SampleOffice.waived(), "审核情况表.xlsx", "问题明细"))
                .anyMatch(row -> row.contains("|不审|丁乡|样31-1|第2次|") && row.endsWith("|2026年10月12日 李四决定不审：新旧口径交替"));
        try (XSSFWorkbook workbook =
                new XSSFWorkbook(java.nio.file.Files.newInputStream(write(SampleOffice.result(), "审核情况表.xlsx")))) {
            assertThat(workbook.getSheet("不审清单")).isNull();
        }
    }

    @Test
    void theReviewListGoesByImpactAndLeavesRoomToWrite() throws IOException {
        List<String> open = rows(SampleOffice.result(), "审核情况表.xlsx", "核实清单");
        assertThat(open.get(2)).endsWith("待核实的问题|核实情况");
        assertThat(open.get(3)).isEqualTo("1|戊街道|卫生厕所户|样31-1:05.1|户|3100|2.1|[31-P1] 卫生厕所户不少于上季|等戊街道 3 天");
        assertThat(rows(SampleOffice.result(), "审核情况表.xlsx", "离群值").subList(3, 6))
                .containsExactly(
                        "1|乙镇|普及率|样31-1:普及率|%|71.24|各单位中位数 99.10|-8.4|—",
                        "2|甲镇|卫生厕所户|样31-1:05.1|户|12500|2026年二季度 1,250，一般增 1.5%|4.2|93.8",
                        "3|丙乡|末位数字（末位是 0 或 5）|—|%|64.1|312 个数中 64.1% 末位是 0 或 5，其他单位 21.3%|5.3|—");
        assertThat(rows(SampleOffice.result(), "审核情况表.xlsx", "问题明细").get(3))
                .isEqualTo("1|强制性|丁乡|样31-1|第2次|厕所!F8|[31-T1] 应统计户 = 农村总户数 − 长期无人居住|12958|13138|-180");
    }

    @Test
    void whatLiesFurtherFromTheOfficialFigureThanRoundingExplainsIsListed() throws IOException {
        List<String> rows = rows(SampleCounty.result(), "审核情况表.xlsx", "核定数差异");
        assertThat(rows.get(2)).isEqualTo("序号|指标或目标|代码|报告期|计量单位|汇总数|核定数|差额|相差/（%）|文号|核实情况");
        assertThat(rows.get(3)).isEqualTo("1|卫生厕所户|样31-1:05.1|2026年三季度|户|407250|409000|-1750|-0.43|乡报统字〔2026〕3号");
    }

    @Test
    void everySheetSaysThatItIsNoLegalFigureAndPrintsOnePageWide() throws IOException {
        for (String name : List.of("报送情况表.xlsx", "审核情况表.xlsx")) {
            try (XSSFWorkbook workbook =
                    new XSSFWorkbook(java.nio.file.Files.newInputStream(write(SampleOffice.result(), name)))) {
                workbook.forEach(sheet -> {
                    assertThat(sheet.getFooter().getLeft()).isEqualTo("乡镇调度数，非法定统计数据");
                    assertThat(sheet.getFitToPage()).isTrue();
                    assertThat(sheet.getPrintSetup().getFitWidth()).isEqualTo((short) 1);
                });
                assertThat(workbook.getAllNames())
                        .noneMatch(one -> one.getNameName().startsWith("rpt."));
            }
        }
    }

    @Test
    void sameResultsGiveTheSameBytes() throws IOException {
        CountyReports reports = new CountyReports(Path.of("..", "templates"));
        List<Path> first = reports.write(SampleOffice.result(), folder.resolve("a"));
        List<Path> second = reports.write(SampleOffice.result(), folder.resolve("b"));
        assertThat(first)
                .extracting(file -> file.getFileName().toString())
                .containsAll(Arrays.asList("报送情况表.xlsx", "审核情况表.xlsx"));
        for (int index = 0; index < first.size(); index++) {
            assertThat(second.get(index)).hasSameBinaryContentAs(first.get(index));
        }
    }
}

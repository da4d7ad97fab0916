package xiangbao.reports.sources;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.apache.poi.common.usermodel.HyperlinkType;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFHyperlink;
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
import xiangbao.reports.county.SampleOffice;
import xiangbao.reports.template.SoundWorkbook;

/** 数据来源 of every kind of workbook, where they lie in a workspace. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ReportSourcesTests {
    private static final String FINGERPRINT = SampleCounty.SHA;

    private Path workspace = Path.of("");
    private List<Path> written = List.of();

    @BeforeAll
    void writes(@TempDir Path folder) throws IOException {
        workspace = folder;
        Path original = folder.resolve("archive/9f/" + FINGERPRINT + ".xlsx");
        Files.createDirectories(original.getParent());
        Files.createFile(original);
        written = new CountyReports(Path.of("..", "templates"))
                .write(SampleSources.result(), folder.resolve("reports/2026-Q3/第1次"));
    }

    @Test
    void everyWorkbookHasTheSheetAndEveryLinkOfItResolves() throws IOException {
        int followed = 0;
        for (Path file : written) {
            if (file.toString().endsWith(".docx")) {
                continue;
            }
            try (XSSFWorkbook workbook = open(file)) {
                assertThat(workbook.getSheet("数据来源")).as(file.toString()).isNotNull();
                for (XSSFHyperlink link : workbook.getSheet("数据来源").getHyperlinkList()) {
                    assertThat(link.getType()).isEqualTo(HyperlinkType.FILE);
                    String address = link.getAddress().replaceFirst("#.*", "");
                    assertThat(Path.of(file.toUri().resolve(URI.create(address))))
                            .isEqualTo(workspace.resolve("archive/9f/" + FINGERPRINT + ".xlsx"))
                            .exists();
                    followed++;
                }
            }
            SoundWorkbook.assertSound(file);
        }
        assertThat(followed).isGreaterThan(1000);
    }

    @Test
    void aTargetNamesTheCellOfEachTownship() throws IOException {
        List<String> lines = lines("目标任务完成情况表.xlsx");
        int toilets = at(lines, "S01");
        assertThat(lines.get(0)).isEqualTo("乡报样县2026年三季度目标任务完成情况数据来源");
        assertThat(lines.get(1)).contains("配置摘要：sha256:0。");
        assertThat(lines.get(3)).isEqualTo("一、报送文件（24份）");
        assertThat(lines.get(4))
                .isEqualTo("1|样31-1|农村卫生厕所情况|2026年三季度|甲01镇|||通过|第1次||表|甲01镇/三季度报表.xlsx|收到：2026年10月9日 16:20|"
                        + FINGERPRINT);
        assertThat(lines.get(4 + 24)).isEqualTo("二、全县各数由哪些单元格合成（10个数）");
        assertThat(lines.get(toilets)).isEqualTo("5|S01|农村卫生厕所普及率|2026年三季度|乡报样县|98.96|%|未达标|24/25");
        assertThat(lines.get(toilets + 1))
                .isEqualTo("|样31-1:04.1|应统计户|2026年三季度|甲01镇|11380|户|通过|第1次|F11|表|甲01镇/三季度报表.xlsx||" + FINGERPRINT);
        // 甲04乡 has sent nothing, 甲06乡 is not concerned
        assertThat(lines.get(toilets + 23)).startsWith("|样31-1:04.1|应统计户|2026年三季度|甲25镇|20260|");
        assertThat(lines.get(toilets + 24))
                .isEqualTo("|样31-1:05.1|卫生厕所户|2026年三季度|甲01镇|12390|户|通过|第1次|F12|表|甲01镇/三季度报表.xlsx||" + FINGERPRINT);
        assertThat(lines.get(toilets + 24 + 24)).startsWith("6|S02|");
    }

    @Test
    void whatAnotherFigureHasListedIsNamedAndAWholeLeavesTheCellsToItsParts() throws IOException {
        List<String> lines = lines("目标任务完成情况表.xlsx");
        assertThat(lines.get(at(lines, "C11")))
                .isEqualTo("7|C11|自建房隐患整治|2026年三季度|乡报样县|1875|栋|达序时|24/25||||单元格见 S01（样31-1:04.1）");
        int whole = at(lines, "O01");
        assertThat(lines.subList(whole, lines.size()))
                .startsWith(
                        "8|O01|5G、千兆光纤行政村通达|2026年三季度|乡报样县|1|项|未达标|24/25||||计算：各部分都达到才算达到：O01a、O01b",
                        "9|O01a|5G通达率|2026年三季度|乡报样县|100|%|达标|24/25",
                        "|样31-1:02.1|农村总户数|2026年三季度|甲01镇|10370|户|通过|第1次|F9|表|甲01镇/三季度报表.xlsx||" + FINGERPRINT,
                        // one township of the 23 of S01 is another set of cells
                        "10|O01b|千兆光纤通达率|2026年三季度|乡报样县|99.98|%|未达标|24/25||||单元格见 O01a（样31-1:02.1）",
                        "|样31-1:04.1|应统计户|2026年三季度|甲01镇|11380|户|通过|第1次|F11|表|甲01镇/三季度报表.xlsx||" + FINGERPRINT);
    }

    @Test
    void anActualOfTheTableLeadsToItsSources() throws IOException {
        try (XSSFWorkbook workbook = open(file("目标任务完成情况表.xlsx"))) {
            leadsTo(workbook, "目标任务完成情况表", 10, 5, "S01");
            leadsTo(workbook, "目标任务完成情况表", 17, 5, "O01b");
        }
        try (XSSFWorkbook workbook = open(file("县农业农村局_目标任务.xlsx"))) {
            leadsTo(workbook, "目标任务", 10, 4, "S01");
        }
        try (XSSFWorkbook workbook = open(file("甲09镇_情况.xlsx"))) {
            leadsTo(workbook, "指标数据", 6, 3, "样31-1:05.1");
            leadsTo(workbook, "目标任务", 3, 4, "S01");
        }
    }

    @Test
    void aDepartmentListsItsOwnFilesFirst() throws IOException {
        List<String> lines = lines("县农业农村局_目标任务.xlsx");
        assertThat(lines.get(0)).isEqualTo("乡报样县2026年三季度县农业农村局目标任务数据来源");
        assertThat(lines.subList(3, 6))
                .containsExactly(
                        "一、报送文件（25份）",
                        "1|样22-1|农村公路项目进度|2026年三季度|县农业农村局|||通过|第1次||表|县农业农村局/三季度报表.xlsx|收到：2026年10月8日 16:20|"
                                + FINGERPRINT,
                        "2|样31-1|农村卫生厕所情况|2026年三季度|甲01镇|||通过|第1次||表|甲01镇/三季度报表.xlsx|收到：2026年10月9日 16:20|"
                                + FINGERPRINT);
        assertThat(lines.get(at(lines, "S01"))).isEqualTo("5|S01|农村卫生厕所普及率|2026年三季度|乡报样县|98.96|%|未达标|24/25");
    }

    @Test
    void aTownshipHasALineForEachFigureAndEveryRoundThatItSent() throws IOException {
        List<String> lines = lines("甲09镇_情况.xlsx");
        assertThat(lines.get(0)).isEqualTo("乡报样县2026年三季度甲09镇情况数据来源");
        assertThat(lines.subList(3, 14))
                .containsExactly(
                        "一、报送文件（4份）",
                        "1|样31-1|农村卫生厕所情况|2026年三季度|甲09镇|||通过|第1次||表|甲09镇/三季度报表.xlsx|收到：2026年10月9日 16:20|" + FINGERPRINT,
                        "2|样31-1|农村卫生厕所情况|2026年三季度|甲09镇|||退回|第2次||表|甲09镇/三季度报表_改.xlsx|收到：2026年10月11日 16:20|"
                                + FINGERPRINT,
                        "3|样11-1|乡镇粮食作物播种面积和产量|2026年三季度|甲09镇|||通过|第1次||表|甲09镇/三季度报表.xlsx|收到：2026年10月9日 16:20|"
                                + FINGERPRINT,
                        "4|样11-1|乡镇粮食作物播种面积和产量|2026年三季度|甲09镇|||退回|第2次||表|甲09镇/三季度报表_改.xlsx|收到：2026年10月11日 16:20|"
                                + FINGERPRINT,
                        "二、本单位各数由哪些单元格而来（33个数；全县的数见各张汇总表的“数据来源”）",
                        "1|样31-1:02.1|农村总户数|2026年三季度|甲09镇|13330|户|通过|第1次|F9|表|甲09镇/三季度报表.xlsx||" + FINGERPRINT,
                        "2|样31-1:04.1|应统计户|2026年三季度|甲09镇|14340|户|通过|第1次|F11|表|甲09镇/三季度报表.xlsx||" + FINGERPRINT,
                        "3|样31-1:05.1|卫生厕所户|2026年三季度|甲09镇|15350|户|通过|第1次|F12|表|甲09镇/三季度报表.xlsx||" + FINGERPRINT,
                        "4|样31-1:普及率|普及率|2026年三季度|甲09镇|16.36|%|已核|—||||计算：100 * [05] / [04]；单元格见 样31-1:04.1、样31-1:05.1",
                        "5|样11-1:01.1|全年粮食作物合计 播种面积|2026年三季度|甲09镇|13330|亩|通过|第1次|F8|表|甲09镇/三季度报表.xlsx||" + FINGERPRINT);
        assertThat(lines.get(at(lines, "S01")))
                .isEqualTo("32|S01|农村卫生厕所普及率|2026年三季度|甲09镇|98.96|%|未达标|—||||单元格见 样31-1:04.1、样31-1:05.1");
    }

    @Test
    void whoSentNothingHasNothingBehindItsFigures() throws IOException {
        assertThat(lines("甲04乡_情况.xlsx").subList(3, 5))
                .containsExactly("一、报送文件（0份）", "二、本单位各数由哪些单元格而来（0个数；全县的数见各张汇总表的“数据来源”）");
    }

    @Test
    void reportsAboutReportsListEveryRound() throws IOException {
        for (String name : List.of("报送情况", "审核情况")) {
            List<String> lines = lines(name + "表.xlsx");
            assertThat(lines.get(0)).isEqualTo("乡报样县2026年三季度" + name + "数据来源");
            assertThat(lines.get(1)).startsWith("初步数。共51份，").endsWith("配置摘要：sha256:0。");
            assertThat(lines.subList(10, 13))
                    .containsExactly(
                            "8|样31-1|农村卫生厕所情况|2026年三季度|甲09镇|第1次|通过|2026年10月9日 16:20|表|甲09镇/三季度报表.xlsx|" + FINGERPRINT,
                            "9|样31-1|农村卫生厕所情况|2026年三季度|甲09镇|第2次|退回|2026年10月11日 16:20|表|甲09镇/三季度报表_改.xlsx|"
                                    + FINGERPRINT,
                            "10|样31-1|农村卫生厕所情况|2026年三季度|甲10乡|第1次|通过|2026年10月9日 16:20|表|甲10乡/三季度报表.xlsx|" + FINGERPRINT);
        }
        try (XSSFWorkbook workbook = open(file("报送情况表.xlsx"))) {
            XSSFCell rounds = workbook.getSheet("报送明细").getRow(3 + 16).getCell(9);
            assertThat(rounds.getNumericCellValue()).isEqualTo(2.0);
            assertThat(rounds.getHyperlink().getLocation()).isEqualTo("'数据来源'!A12");
        }
        try (XSSFWorkbook workbook = open(file("审核情况表.xlsx"))) {
            XSSFHyperlink place = workbook.getSheet("问题明细").getRow(3).getCell(4).getHyperlink();
            assertThat(place.getAddress()).startsWith("../../../archive/9f/" + FINGERPRINT + ".xlsx");
            assertThat(place.getLocation()).isEqualTo("'厕所'!F8");
        }
    }

    @Test
    void whereNothingCameTheListSaysSo() throws IOException {
        List<Path> nothing = new CountyReports(Path.of("..", "templates"))
                .write(SampleOffice.nothing(), workspace.resolve("reports/2026-Q3/第2次"));
        Path file = nothing.stream()
                .filter(path -> path.endsWith("报送情况表.xlsx"))
                .findFirst()
                .orElseThrow();
        assertThat(lines(file).get(3)).isEqualTo("||没有收到报表");
    }

    @Test
    void aTemplateWithoutTheSheetIsToldBeforeTheRun() throws IOException {
        Path templates = Files.createDirectories(workspace.resolve("templates"));
        try (var all = Files.list(Path.of("..", "templates"))) {
            for (Path one : all.toList()) {
                Files.copy(one, templates.resolve(one.getFileName().toString()));
            }
        }
        List<String> names = List.of("目标任务完成情况表.xlsx", "责任单位.xlsx", "乡镇情况.xlsx", "报送情况表.xlsx", "审核情况表.xlsx");
        for (String name : names) {
            try (XSSFWorkbook workbook = open(templates.resolve(name))) {
                workbook.removeSheetAt(workbook.getSheetIndex("数据来源"));
                try (var out = Files.newOutputStream(templates.resolve(name))) {
                    workbook.write(out);
                }
            }
        }
        assertThat(new CountyReports(templates).mistakes())
                .containsExactlyElementsOf(
                        names.stream().map(name -> name + "：模板缺少工作表“数据来源”").toList());
    }

    @Test
    void theSameResultGivesTheSameBytes() throws IOException {
        List<Path> again = new CountyReports(Path.of("..", "templates"))
                .write(SampleSources.result(), workspace.resolve("reports/2026-Q3/第3次"));
        assertThat(again).hasSameSizeAs(written);
        for (int index = 0; index < again.size(); index++) {
            assertThat(again.get(index)).hasSameBinaryContentAs(written.get(index));
        }
    }

    private static void leadsTo(XSSFWorkbook workbook, String sheet, int row, int column, String code) {
        XSSFHyperlink link =
                workbook.getSheet(sheet).getRow(row).getCell(column).getHyperlink();
        assertThat(link).as(sheet + " " + row).isNotNull();
        assertThat(link.getLocation()).matches("'数据来源'!B\\d+");
        XSSFSheet sources = workbook.getSheet("数据来源");
        int line = Integer.parseInt(link.getLocation().replaceAll("\\D", "")) - 1;
        assertThat(sources.getRow(line).getCell(1).getStringCellValue()).isEqualTo(code);
    }

    private static int at(List<String> lines, String code) {
        for (int index = 0; index < lines.size(); index++) {
            if (lines.get(index).matches("\\d+\\|" + code + "\\|.*")) {
                return index;
            }
        }
        throw new AssertionError("no " + code);
    }

    private List<String> lines(String name) throws IOException {
        return lines(file(name));
    }

    /** The lines of the sheet as another reader sees them, without empty cells at the end. */
    private static List<String> lines(Path file) throws IOException {
        List<String> lines = new ArrayList<>();
        try (ReadableWorkbook workbook = new ReadableWorkbook(file.toFile())) {
            for (Row row : workbook.findSheet("数据来源").orElseThrow().read()) {
                List<String> cells = new ArrayList<>();
                row.forEach(cell -> cells.add(
                        cell == null
                                ? ""
                                : Objects.requireNonNullElse(cell.getText(), "")
                                        .replace("\n", "")
                                        .replaceAll("^(-?\\d+)\\.0$", "$1")));
                lines.add(String.join("|", cells).replaceAll("\\|+$", ""));
            }
        }
        return lines;
    }

    private Path file(String name) {
        return written.stream().filter(path -> path.endsWith(name)).findFirst().orElseThrow();
    }

    private static XSSFWorkbook open(Path file) throws IOException {
        try (var in = Files.newInputStream(file)) {
            return new XSSFWorkbook(in);
        }
    }
}

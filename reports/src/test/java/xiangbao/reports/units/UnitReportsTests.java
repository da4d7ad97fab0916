package xiangbao.reports.units;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import xiangbao.reports.CountyReports;
import xiangbao.reports.county.CountyResult;
import xiangbao.reports.county.SampleCounty;
import xiangbao.reports.signatures.SubmissionDigest;
import xiangbao.reports.template.SoundWorkbook;
import xiangbao.reports.template.WorkbookText;
import xiangbao.statistics.aggregate.Counted;

/** The workbooks of the sample county's departments and townships. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class UnitReportsTests {
    private final CountyReports reports = new CountyReports(Path.of("..", "templates"));

    private Path folder = Path.of("");
    private List<Path> written = List.of();

    @BeforeAll
    void writes(@TempDir Path temporary) throws IOException {
        folder = temporary;
        written = reports.write(SampleCounty.result(), folder.resolve("first"));
    }

    @Test
    void eachResponsibleDepartmentAndEachTownshipHasItsWorkbook() {
        List<String> names = written.stream()
                .map(path -> path.toString().replace('\\', '/').replaceFirst(".*/first/", ""))
                .toList();
        assertThat(names)
                .contains("责任单位/县农业农村局_目标任务.xlsx", "责任单位/县住房和城乡建设局_目标任务.xlsx", "乡镇/甲01镇_情况.xlsx")
                .hasSize(3 + 2 + 25 + 3);
        assertThat(names).noneMatch(name -> name.contains("各乡镇"));
    }

    @Test
    void theyOpenWithoutARepair() throws IOException {
        for (Path file : written) {
            SoundWorkbook.assertSound(file);
        }
    }

    @Test
    void aDepartmentReadsAsStored() throws IOException {
        WorkbookText.assertGolden(file("县农业农村局_目标任务.xlsx"), "department.txt");
    }

    @Test
    void aTownshipReadsAsStored() throws IOException {
        WorkbookText.assertGolden(file("甲09镇_情况.xlsx"), "township.txt");
    }

    @Test
    void aFigureStandsBesideTheCountyAndItsShare() throws IOException {
        try (ReadableWorkbook workbook =
                new ReadableWorkbook(file("甲09镇_情况.xlsx").toFile())) {
            Row households = WorkbookText.rowsFrom(workbook, "指标数据", "02.1").get(0);
            assertThat(households.getCellAsNumber(3).orElseThrow()).isEqualByComparingTo("13330");
            assertThat(households.getCellAsNumber(6).orElseThrow()).isEqualByComparingTo("346180");
            assertThat(households.getCellAsNumber(7).orElseThrow()).isEqualByComparingTo("3.9");
        }
    }

    @Test
    void onlyWhatMustBeCorrectedOrExplainedIsOpen() throws IOException {
        try (ReadableWorkbook returned =
                        new ReadableWorkbook(file("甲09镇_情况.xlsx").toFile());
                ReadableWorkbook passed =
                        new ReadableWorkbook(file("甲01镇_情况.xlsx").toFile())) {
            assertThat(returned.findSheet("待处理问题").orElseThrow().read().subList(3, 7))
                    .extracting(row -> row.getCellText(1) + row.getCellText(2))
                    .containsExactly("强制性T1", "强制性T1", "核实性R1", "核实性R1");
            assertThat(passed.findSheet("待处理问题").orElseThrow().read().get(3).getCellText(4))
                    .isEqualTo("没有待处理的问题");
        }
    }

    @Test
    void whoSentNothingHasNothingToSign() throws IOException {
        try (ReadableWorkbook workbook =
                new ReadableWorkbook(file("甲04乡_情况.xlsx").toFile())) {
            assertThat(workbook.findSheet("签字盖章页")).isEmpty();
        }
    }

    @Test
    void everySubmissionThatCountsIsSignedOnAPageOfItsOwn() throws IOException {
        Counted counted = SampleCounty.result().counted().stream()
                .filter(one -> one.submission().key().unit().text().equals("990000009"))
                .findFirst()
                .orElseThrow();
        try (XSSFWorkbook workbook = open(file("甲09镇_情况.xlsx"))) {
            XSSFSheet sheet = workbook.getSheet("签字盖章页");
            String title = sheet.getRow(0).getCell(0).getStringCellValue();
            assertThat(title).isEqualTo("甲09镇农村卫生厕所情况");
            assertThat(sheet.getRowBreaks()).containsExactly(11);
            assertThat(sheet.getRow(12).getCell(0).getStringCellValue()).isEqualTo("甲09镇乡镇粮食作物播种面积和产量");
            assertThat(sheet.getRow(8).getCell(0).getStringCellValue())
                    .isEqualTo("数据摘要（SHA-256）：" + SubmissionDigest.of(counted.submission()));
            assertThat(sheet.getRow(7).getCell(0).getStringCellValue()).contains("第2次报送被退回，汇总仍用本次", "第1页，共1页");
            assertThat(sheet.getFitToPage()).isFalse();
            assertThat(workbook.getPrintArea(workbook.getSheetIndex(sheet))).isEqualTo("签字盖章页!$A$1:$X$30");
        }
    }

    @Test
    void whatSomebodyTypedIsNoTokenAndNoFormula() throws IOException {
        try (XSSFWorkbook workbook = open(file("县农业农村局_目标任务.xlsx"))) {
            assertThat(WorkbookText.of(file("县农业农村局_目标任务.xlsx"))).contains("{\u200b{表号}} 第1标段道路提质改造");
            assertThat(workbook.getNumberOfSheets()).isEqualTo(5);
        }
    }

    @Test
    void theOrderInWhichSubmissionsCameDoesNotMatter() throws IOException {
        CountyResult result = SampleCounty.result();
        List<Counted> turned = new ArrayList<>(result.counted());
        Collections.reverse(turned);
        List<Path> second = reports.write(
                new CountyResult(
                        result.definitions(),
                        result.period(),
                        result.vintage(),
                        result.summaries(),
                        result.progress(),
                        result.sources(),
                        turned,
                        result.reportings(),
                        result.screening(),
                        result.originals()),
                folder.resolve("second"));
        assertThat(second).hasSameSizeAs(written);
        for (int index = 0; index < written.size(); index++) {
            assertThat(second.get(index)).hasSameBinaryContentAs(written.get(index));
        }
    }

    @Test
    void aTokenThatNobodyKnowsIsToldBeforeTheRun() throws IOException {
        Path templates = Files.createDirectories(folder.resolve("templates"));
        try (var all = Files.list(Path.of("..", "templates"))) {
            for (Path one : all.toList()) {
                Files.copy(one, templates.resolve(one.getFileName().toString()));
            }
        }
        Path changed = templates.resolve("责任单位.xlsx");
        try (XSSFWorkbook workbook = open(changed)) {
            workbook.getSheet("目标任务").getRow(0).getCell(0).setCellValue("{{单位名}}目标任务");
            try (var out = Files.newOutputStream(changed)) {
                workbook.write(out);
            }
        }
        assertThat(new CountyReports(templates).mistakes())
                .singleElement()
                .asString()
                .startsWith("责任单位.xlsx：目标任务!A1 的标记 {{单位名}} 无法填写，这里可以用：");
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

package xiangbao.reports.returns;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.usermodel.WorkbookFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import xiangbao.statistics.workbooks.ReturnMarks;

class FeedbackTests {
    private final Feedback feedback = new Feedback(Path.of("..", "templates"));

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"in.xlsx", "in.xls"})
    void markingKeepsEveryValueFormulaAndFormatOfTheClerk(String name) throws IOException {
        byte[] original = SampleReturn.workbook(name.endsWith(".xls"));
        Path returned = write(name, original, "returned").get(0);
        assertThat(contents(Files.readAllBytes(returned))).isEqualTo(contents(original));
    }

    @ParameterizedTest
    @ValueSource(strings = {"in.xlsx", "in.xls"})
    void ourSheetIsWhatTheClerkSeesFirstAndTheOthersKeepTheirOrderAndNames(String name) throws IOException {
        Path returned = write(name, SampleReturn.workbook(name.endsWith(".xls")), "returned")
                .get(0);
        try (Workbook workbook = open(Files.readAllBytes(returned))) {
            assertThat(workbook.getNumberOfSheets()).isEqualTo(3);
            assertThat(workbook.getSheetName(workbook.getActiveSheetIndex())).isEqualTo("审核结果");
            assertThat(workbook.getSheetIndex("厕所")).isLessThan(workbook.getSheetIndex("汇总"));
            if (name.endsWith(".xlsx")) {
                assertThat(workbook.getActiveSheetIndex()).isZero();
            }
            assertThat(workbook.getSheet("厕所").getRepeatingRows().formatAsString())
                    .isEqualTo("1:3");
            assertThat(workbook.getSheet("汇总").getRepeatingRows().formatAsString())
                    .isEqualTo("1:1");
            assertThat(workbook.getName("户数").getRefersToFormula()).isEqualTo("厕所!$F$6:$F$9");
            assertThat(workbook.getName(ReturnMarks.DEFINED_NAME)).isNotNull();
            Sheet ours = workbook.getSheet("审核结果");
            assertThat(ours.getRow(0).getCell(0).getStringCellValue()).isEqualTo("乡报审核结果　甲01镇　退回");
            assertThat(ours.getRow(2).getCell(0).getStringCellValue())
                    .isEqualTo("必须改正 2 处，需要核实、改正或说明 1 处，供参考 1 处。请于2026年10月15日前报回。");
            assertThat(ours.getRow(6).getCell(1).getStringCellValue()).startsWith("［强制性 31-T1］");
            assertThat(ours.getRow(6).getCell(2).getHyperlink().getAddress()).isEqualTo("'厕所'!F8");
            assertThat(ours.getRow(6).getCell(5).getStringCellValue()).isEqualTo("−180");
            assertThat(ours.getRow(8).getCell(1).getStringCellValue()).startsWith("［核实性 31-P2］");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"in.xlsx", "in.xls"})
    void offendingCellsBearAFillAndACommentBesideTheClerksOwn(String name) throws IOException {
        Path returned = write(name, SampleReturn.workbook(name.endsWith(".xls")), "returned")
                .get(0);
        try (Workbook workbook = open(Files.readAllBytes(returned))) {
            Sheet sheet = workbook.getSheet("厕所");
            Cell offending = sheet.getRow(7).getCell(5);
            assertThat(offending.getCellStyle().getFillPattern()).isEqualTo(FillPatternType.SOLID_FOREGROUND);
            assertThat(offending.getCellComment().getString().getString()).contains("相差 −180", "请核对 02、03、04 三行");
            assertThat(sheet.getRow(9).getCell(5).getCellComment().getString().getString())
                    .contains("非卫生厕所户没有填");
            assertThat(sheet.getRow(8).getCell(5).getCellComment().getString().getString())
                    .startsWith("老王核过\n")
                    .contains("上季 13 089");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"in.xlsx", "in.xls"})
    void markingAgainReplacesTheOldSheetAndMarks(String name) throws IOException {
        byte[] original = SampleReturn.workbook(name.endsWith(".xls"));
        byte[] once = Files.readAllBytes(write(name, original, "once").get(0));
        byte[] twice = Files.readAllBytes(write(name, once, "twice").get(0));
        assertThat(contents(twice)).isEqualTo(contents(original));
        try (Workbook workbook = open(twice)) {
            assertThat(workbook.getNumberOfSheets()).isEqualTo(3);
            String comment = workbook.getSheet("厕所")
                    .getRow(8)
                    .getCell(5)
                    .getCellComment()
                    .getString()
                    .getString();
            assertThat(comment.split("【乡报审核】", -1)).hasSize(2);
            new FormerMarks(workbook).takeOff();
            assertThat(workbook.getNumberOfSheets()).isEqualTo(2);
            assertThat(workbook.getSheet("厕所")
                            .getRow(7)
                            .getCell(5)
                            .getCellStyle()
                            .getFillPattern())
                    .isEqualTo(FillPatternType.NO_FILL);
            assertThat(workbook.getSheet("厕所")
                            .getRow(8)
                            .getCell(5)
                            .getCellStyle()
                            .getFillForegroundColor())
                    .isEqualTo((short) 13);
            assertThat(workbook.getSheet("厕所").getRow(7).getCell(5).getCellComment())
                    .isNull();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"in.xlsx", "in.xls"})
    void theSameLetterGivesTheSameBytes(String name) throws IOException {
        byte[] original = SampleReturn.workbook(name.endsWith(".xls"));
        Path first = write(name, original, "first").get(0);
        Path second = write(name, original, "second").get(0);
        assertThat(second).hasSameBinaryContentAs(first);
    }

    @ParameterizedTest
    @ValueSource(strings = {"in.xlsx", "in.xls"})
    void eachLineKeepsTheIdOfItsFindingInAHiddenColumn(String name) throws IOException {
        Path returned = write(name, SampleReturn.workbook(name.endsWith(".xls")), "returned")
                .get(0);
        try (Workbook workbook = open(Files.readAllBytes(returned))) {
            Sheet ours = workbook.getSheet("审核结果");
            assertThat(ours.isColumnHidden(10)).isTrue();
            assertThat(ours.getRow(5).getCell(10).getStringCellValue()).isEqualTo(ReturnMarks.FINDING_ID);
            assertThat(ours.getRow(8).getCell(10).getStringCellValue()).isEqualTo("430626101/2026-Q3/平31-1/31-P2");
            assertThat(ours.getRow(9).getCell(10).getStringCellValue()).isEmpty();
        }
    }

    @Test
    void whatWasSaidIsShownAndTheColumnToWriteIntoStaysEmpty() throws IOException {
        Path original = Files.write(folder.resolve("in.xlsx"), SampleReturn.workbook(false));
        ReturnLetter letter = SampleReturn.explained("in.xlsx");
        Path returned = feedback.write(letter, original, folder, "returned").get(0);
        try (Workbook workbook = open(Files.readAllBytes(returned))) {
            Sheet ours = workbook.getSheet("审核结果");
            assertThat(ours.getRow(2).getCell(0).getStringCellValue())
                    .isEqualTo("需要核实、改正或说明 1 处，已认可 1 处。请于2026年10月15日前报回。");
            assertThat(ours.getRow(6).getCell(1).getStringCellValue()).startsWith("［核实性 31-P2 已说明］");
            assertThat(ours.getRow(6).getCell(8).getStringCellValue()).isEqualTo("说明已经认可，不用再改。说明是：“整村搬迁”");
            assertThat(ours.getRow(7).getCell(1).getStringCellValue()).startsWith("［核实性 31-P3］");
            assertThat(ours.getRow(7).getCell(8).getStringCellValue())
                    .isEqualTo("请核实。\n已收到说明：“=新建公厕”，待县里认可；有补充的再写在最右一栏。");
            for (int row = 6; row <= 7; row++) {
                assertThat(ours.getRow(row).getCell(9).getStringCellValue()).isEmpty();
            }
        }
    }

    @Test
    void whatFollowsFromOneErrorStandsBeneathItAndOnlyTheWrongCellIsMarked() throws IOException {
        Path original = Files.write(folder.resolve("in.xlsx"), SampleReturn.workbook(false));
        Path returned = feedback.write(SampleReturn.folded("in.xlsx"), original, folder, "returned")
                .get(0);
        try (Workbook workbook = open(Files.readAllBytes(returned))) {
            Sheet ours = workbook.getSheet("审核结果");
            assertThat(ours.getRow(2).getCell(0).getStringCellValue()).isEqualTo("必须改正 1 处。请于2026年10月15日前报回。");
            assertThat(ours.getRow(6).getCell(1).getStringCellValue())
                    .isEqualTo("［强制性 31-T1］应统计户 ≠ 农村总户数 − 长期无人居住\n由此引起的还有 1 处，改好这一处就不用再改：[31-P2] 卫生厕所户比上季变动过大。");
            assertThat(ours.getRow(6).getCell(7).getStringCellValue())
                    .isEqualTo("改 F8 一处，以上 2 条都能通过；可能是 13 138 写成了 12 958");
            Sheet toilets = workbook.getSheet("厕所");
            assertThat(toilets.getRow(7).getCell(5).getCellComment()).isNotNull();
            assertThat(toilets.getRow(5).getCell(5).getCellComment()).isNull();
            assertThat(toilets.getRow(6).getCell(5).getCellComment()).isNull();
        }
    }

    @Test
    void whatDoesNotCountBeforeItIsExplainedIsSaid() throws IOException {
        Path original = Files.write(folder.resolve("in.xlsx"), SampleReturn.workbook(false));
        Path returned = feedback.write(SampleReturn.grave("in.xlsx"), original, folder, "returned")
                .get(0);
        try (Workbook workbook = open(Files.readAllBytes(returned))) {
            assertThat(workbook.getSheet("审核结果").getRow(2).getCell(0).getStringCellValue())
                    .isEqualTo("需要核实、改正或说明 2 处（其中 1 处有重大疑问，改正或者说明认可之前，这张表暂不计入）。请于2026年10月15日前报回。");
        }
    }

    @Test
    void aDamagedWorkbookIsAnsweredByACompanionBesideAnUntouchedCopy() throws IOException {
        byte[] damaged = SampleReturn.workbook(false);
        damaged = java.util.Arrays.copyOf(damaged, damaged.length / 2);
        List<Path> written = write("in.xlsx", damaged, "returned");
        assertThat(written)
                .extracting(path -> path.getFileName().toString())
                .containsExactly("returned_审核结果.xlsx", "returned.xlsx");
        assertThat(written.get(1)).hasBinaryContent(damaged);
        try (Workbook workbook = open(Files.readAllBytes(written.get(0)))) {
            assertThat(workbook.getSheetAt(0).getRow(3).getCell(0).getStringCellValue())
                    .contains("原样附在旁边");
        }
    }

    @Test
    void anUnreadableFileIsAnsweredByTheReasonAlone() throws IOException {
        Path original = Files.write(folder.resolve("x"), new byte[] {1, 2, 3});
        List<Path> written = feedback.write(SampleReturn.unreadable(), original, folder, "加密_无法识别");
        assertThat(written).extracting(path -> path.getFileName().toString()).containsExactly("加密_无法识别_审核结果.xlsx");
        try (Workbook workbook = open(Files.readAllBytes(written.get(0)))) {
            assertThat(workbook.getSheetAt(0).getRow(6).getCell(8).getStringCellValue())
                    .isEqualTo("请去掉打开密码，另存为 .xlsx 后重新报送。");
        }
    }

    private List<Path> write(String name, byte[] bytes, String baseName) throws IOException {
        Path original = Files.write(folder.resolve("original-" + baseName + name), bytes);
        List<Path> written = feedback.write(SampleReturn.letter(name), original, folder, baseName);
        assertThat(original).hasBinaryContent(bytes);
        return written;
    }

    private static Workbook open(byte[] bytes) throws IOException {
        return WorkbookFactory.create(new ByteArrayInputStream(bytes));
    }

    /** Every value, formula, cached value and number format of the clerk's sheets; empty cells that came with a mark are no content. */
    private static Map<String, String> contents(byte[] bytes) throws IOException {
        Map<String, String> contents = new TreeMap<>();
        try (Workbook workbook = open(bytes)) {
            for (Sheet sheet : workbook) {
                if (sheet.getSheetName().equals(ReturnMarks.SHEET)) {
                    continue;
                }
                for (Row row : sheet) {
                    for (Cell cell : row) {
                        String value = switch (cell.getCellType()) {
                            case FORMULA -> "=" + cell.getCellFormula() + " " + cell.getNumericCellValue();
                            case NUMERIC -> Double.toString(cell.getNumericCellValue());
                            case STRING -> cell.getStringCellValue();
                            default -> "";
                        };
                        if (!value.isEmpty()) {
                            contents.put(
                                    sheet.getSheetName() + "!" + cell.getAddress(),
                                    value + " " + cell.getCellStyle().getDataFormatString());
                        }
                    }
                }
            }
        }
        return contents;
    }
}

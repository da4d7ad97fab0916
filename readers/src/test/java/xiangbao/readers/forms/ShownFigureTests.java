package xiangbao.readers.forms;

import static org.assertj.core.api.Assertions.assertThat;
import static xiangbao.readers.forms.SheetMaker.workbook;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import xiangbao.readers.excel.workbook.RawWorkbook;
import xiangbao.readers.forms.wording.TypedFigure;
import xiangbao.statistics.findings.Finding;
import xiangbao.statistics.submissions.CellReference;
import xiangbao.statistics.submissions.Observation;
import xiangbao.statistics.submissions.ObservationStatus;
import xiangbao.statistics.workbooks.ReadSubmission;

/** What a cell shows counts, not only what it stores; and one cell holds one number. */
class ShownFigureTests {
    private static final WorkbookReader READER = new WorkbookReader(ToyDefinitions.make());

    /** A flawless 试1-1; D8 is 早稻 播种面积 in 亩, D10 机械化率 in %. */
    private static SheetMaker grain() {
        return new SheetMaker()
                .named("粮食")
                .row(1, "粮食试报")
                .row(2, "", "", "", "", "表号：试1-1")
                .row(3, "填报单位：伍市镇", "", "", "2026年三季度")
                .row(4, "指标名称", "计量单位", "代码", "播种面积（亩）", "总产量（吨）", "上年同期面积（亩）")
                .row(6, "甲", "乙", "丙", "1", "2", "3")
                .row(7, "粮食合计", "—", "01", "300", "120.5", "290")
                .row(8, "一、早稻", "—", "02", "100", "40.5", "95")
                .row(9, "二、双季晚稻", "—", "03", "200", "80", "195")
                .row(10, "机械化率", "%", "04", "76.5")
                .row(11, "面积增减", "亩", "05", "-10")
                .row(12, "年末存粮", "吨", "06")
                .row(13, "小镇面积", "亩", "07");
    }

    private static SheetMaker roads() {
        return new SheetMaker()
                .named("公路")
                .row(2, "", "", "", "", "表号：试2-1")
                .row(3, "填报单位：县交通运输局", "", "", "2026年9月")
                .row(4, "序号", "项目编号", "所在乡镇", "类别", "计划里程（公里）", "开工日期", "备注")
                .row(6, "1", "7", "伍市", "新改建", "1.25", "2026.1.31", "")
                .row(7, "2", "P-002", "思村乡", "危桥改造", "3", "2026年2月1日", "");
    }

    private static ReadSubmission read(SheetMaker sheet) {
        List<ReadSubmission> submissions =
                READER.recognise(workbook(sheet), "2026年三季度.xlsx").submissions();
        assertThat(submissions).hasSize(1);
        return submissions.get(0);
    }

    private static ReadSubmission ledger(SheetMaker sheet) {
        return READER.recognise(workbook(sheet), "县交通运输局/2026年9月.xlsx")
                .submissions()
                .get(0);
    }

    private static List<String> codes(ReadSubmission submission) {
        return submission.findings().stream()
                .map(finding -> finding.code() + " " + finding.severity().title())
                .toList();
    }

    private static Observation observation(ReadSubmission submission, String item) {
        return submission.observations().stream()
                .filter(one -> (one.line().isEmpty()
                                ? one.indicator().item()
                                : one.line() + "." + one.indicator().item())
                        .equals(item))
                .findFirst()
                .orElseThrow();
    }

    private static @Nullable BigDecimal figure(ReadSubmission submission, String item) {
        return observation(submission, item).number();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\'',
            value = {
                "#,##0\"公顷\" | UNIT-DIFFERS",
                "#,##0\"万亩\" | UNIT-DIFFERS",
                "0!.0,\"万\" | UNIT-DIFFERS",
                "0\".\"0,\"万\" | UNIT-DIFFERS",
                "0!.0,\"万亩\" | UNIT-DIFFERS",
                "#,##0, | UNIT-DIFFERS",
                "0!.0 | UNIT-DIFFERS",
                "0.00\"吨\" | UNIT-DIFFERS",
                "0\"‰\" | UNIT-DIFFERS",
                "0% | UNIT-DIFFERS",
                "\"¥\"#,##0 | UNIT-DIFFERS",
                "[$¥-804]#,##0.00 | UNIT-DIFFERS",
                "\"$\"#,##0 | UNIT-DIFFERS",
                "[>=50]0!.0,\"万\";0 | UNIT-DIFFERS",
                "\"999\" | HIDDEN-VALUE",
                ";;; | HIDDEN-VALUE",
                "\"\" | HIDDEN-VALUE",
                "0\"0\" | HIDDEN-VALUE",
                "-0 | HIDDEN-VALUE",
                "\"-\" | HIDDEN-VALUE",
                "\"无\" | HIDDEN-VALUE",
                "\"约\"0 | NOT-A-NUMBER",
                "0\"左右\" | NOT-A-NUMBER",
                "0\"-300\" | NOT-A-NUMBER"
            })
    void refusesWhatLooksLikeAnotherNumber(String format, String code) {
        ReadSubmission submission = read(grain().format("D8", format));
        assertThat(codes(submission)).containsExactly(code + " 强制性");
        Finding finding = submission.findings().get(0);
        assertThat(finding.place().cells()).extracting(CellReference::address).containsExactly("D8");
        assertThat(observation(submission, "02.1").status()).isEqualTo(ObservationStatus.UNREADABLE);
        assertThat(figure(submission, "02.1")).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "#,##0.00",
                "0.00_ ",
                "General",
                "@",
                "[红色]0",
                "[DBNum1]General",
                "_ * #,##0.00_ ;_ * \\-#,##0.00_ ;_ * \"-\"??_ ;_ @_ ",
                "0;-0;;@",
                "+0",
                "# ##0",
                "# ?/?"
            })
    void takesWhatLooksLikeTheNumber(String format) {
        ReadSubmission submission = read(grain().format("D8", format));
        assertThat(codes(submission)).isEmpty();
        assertThat(figure(submission, "02.1")).isEqualByComparingTo("100");
    }

    @Test
    void takesTheUnitOfTheFormAsIfItHadBeenTyped() {
        ReadSubmission submission = read(grain().format("D8", "#,##0\"亩\"").format("D9", "0.00\" 亩\""));
        assertThat(codes(submission)).containsExactly("UNIT-TYPED 提示性");
        assertThat(submission.findings().get(0).message()).contains("共 2 处").contains("100亩、200.00 亩");
        assertThat(figure(submission, "02.1")).isEqualByComparingTo("100");

        ReadSubmission rate = read(grain().number("D10", "0.765").format("D10", "0.0%"));
        assertThat(codes(rate)).isEmpty();
        assertThat(figure(rate, "04.1")).isEqualByComparingTo("76.5");
        ReadSubmission quoted = read(grain().format("D10", "0.0\"%\""));
        assertThat(codes(quoted)).containsExactly("UNIT-TYPED 提示性");
        assertThat(figure(quoted, "04.1")).isEqualByComparingTo("76.5");
    }

    @Test
    void takesAZeroThatIsNotShown() {
        ReadSubmission blank = read(grain().number("D8", "0").format("D8", "0;-0;;@"));
        assertThat(codes(blank)).containsExactly("ZERO-HIDDEN 提示性");
        assertThat(figure(blank, "02.1")).isZero();
        ReadSubmission dash =
                read(grain().number("D8", "0").format("D8", "_ * #,##0.00_ ;_ * \\-#,##0.00_ ;_ * \"-\"??_ ;_ @_ "));
        assertThat(codes(dash)).isEmpty();
        assertThat(figure(dash, "02.1")).isZero();
        for (String accounting :
                List.of("_ \"¥\"* #,##0_ ;_ \"¥\"* -#,##0_ ;_ \"¥\"* \"-\"_ ;_ @_ ", "0%", "#,##0,", "0;-0;\"-\"")) {
            ReadSubmission money = read(grain().number("D8", "0").format("D8", accounting));
            assertThat(codes(money)).as(accounting).isEmpty();
            assertThat(figure(money, "02.1")).isZero();
        }
        assertThat(codes(read(grain().number("D8", "0").format("D8", "0;-0;\"5\""))))
                .containsExactly("HIDDEN-VALUE 强制性");
        assertThat(codes(read(grain().number("D8", "0").format("D8", "0;-0;\"不详\""))))
                .containsExactly("HIDDEN-VALUE 强制性");
    }

    @Test
    void saysWhatIsShownAndWhatIsStored() {
        Finding unit = read(grain().number("D8", "7003000").format("D8", "#,##0\"平方米\""))
                .findings()
                .get(0);
        assertThat(unit.message())
                .contains("早稻 播种面积 [02.1]的单元格格式所显示的计量单位“平方米”与表中的“亩”不同")
                .contains("显示“7,003,000平方米”，所存 7003000");
        Finding hidden = read(grain().format("D8", ";;;")).findings().get(0);
        assertThat(hidden.message()).contains("显示什么也没有，所存“100”");
    }

    @Test
    void holdsTypedTextsAgainstTheirFormatsToo() {
        assertThat(codes(read(grain().text("D8", "100").format("D8", "@\"公顷\""))))
                .containsExactly("UNIT-DIFFERS 强制性");
        assertThat(codes(read(grain().text("D8", "100").format("D8", ";;;")))).containsExactly("HIDDEN-VALUE 强制性");
        assertThat(codes(read(grain().text("D8", "¥100")))).containsExactly("UNIT-DIFFERS 强制性");
    }

    @Test
    void readsLedgersByWhatTheyShow() {
        ReadSubmission unit = ledger(roads().format("E6", "0.00\"米\""));
        assertThat(codes(unit)).containsExactly("UNIT-DIFFERS 强制性");
        assertThat(codes(ledger(
                        roads().format("D6", ";;;\"新改建\"").text("D6", "危桥改造").format("D6", ";;;\"新改建\""))))
                .containsExactly("HIDDEN-VALUE 强制性");
        ReadSubmission key = ledger(roads().format("B6", "\"P-\"000"));
        assertThat(codes(key)).isEmpty();
        assertThat(figure(key, "P-007.04")).isEqualByComparingTo("1.25");
        assertThat(codes(ledger(roads().text("D6", "\u202e建改新")))).containsExactly("HIDDEN-VALUE 强制性");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1\n200",
                "1\r\n200",
                "1\t200",
                "1\u3000200",
                "1\u2028200",
                "1\u0007200",
                "\u202e0021",
                "12\u200e00",
                "\u20661200\u2069",
                "12 00",
                "1  200",
                "1 2345",
                "1,234 567",
                "1 200,5",
                "1200 300 5"
            })
    void twoNumbersAreNone(String typed) {
        ReadSubmission submission = read(grain().text("D8", typed));
        assertThat(codes(submission)).containsExactly("NOT-A-NUMBER 强制性");
        assertThat(submission.findings().toString())
                .doesNotContainPattern("[\\u202a-\\u202e\\u2066-\\u2069\\u200e\\u0007]");
        assertThat(observation(submission, "02.1").status()).isEqualTo(ObservationStatus.UNREADABLE);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "1 200|1200",
                "1 234 567|1234567",
                "1\u00a0200|1200",
                "1\u2009200|1200",
                "\"\u30001200\u3000\"|1200",
                "\"1200\n\"|1200",
                "12\u200b00|1200",
                "１２００|1200"
            })
    void blanksGroupByThreesAndTheHintSaysWhatWasRead(String typed, String figure) {
        ReadSubmission submission = read(grain().text("D8", typed));
        assertThat(codes(submission)).containsExactly("NORMALISED 提示性");
        assertThat(submission.findings().get(0).message()).contains("读作 " + figure);
        assertThat(figure(submission, "02.1")).isEqualByComparingTo(figure);
    }

    @Test
    void namesCharactersThatNobodySees() {
        assertThat(read(grain().text("D8", "\u202e0021"))
                        .findings()
                        .get(0)
                        .comparison()
                        .actual())
                .isEqualTo("〈U+202E〉0021");
        assertThat(read(grain().text("D8", "1\n200")).findings().get(0).message())
                .contains("填报：1〈换行〉200；")
                .contains("不知是几个数");
    }

    @Test
    void aDateTypedAsANumberIsOneFinding() {
        ReadSubmission submission = ledger(roads().number("F6", "2026.1"));
        assertThat(codes(submission)).containsExactly("NOT-A-DATE 强制性");
        assertThat(observation(submission, "7.05").status()).isEqualTo(ObservationStatus.UNREADABLE);
    }

    @Test
    void rowsOfNoHeightAreHidden() {
        RawWorkbook plain = workbook(grain().hideRow(8));
        assertThat(codes(READER.recognise(plain, "2026年三季度.xlsx").submissions().get(0)))
                .containsExactly("HIDDEN-ROW 提示性");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "¥1,200|1200|元",
                "￥ 1 200.5|1200.5|元",
                "-¥5|-5|元",
                "¥-5|-5|元",
                "¥700万|700|万元",
                "$3|3|美元",
                "¥7元|7|元",
                "1200.|1200|''"
            })
    void currenciesAreUnits(String typed, String figure, String unit) {
        assertThat(TypedFigure.of(typed)).isEqualTo(new TypedFigure.Number(new BigDecimal(figure), unit));
        assertThat(TypedFigure.of("-¥-5")).isInstanceOf(TypedFigure.NoNumber.class);
    }
}

package xiangbao.readers.forms;

import static org.assertj.core.api.Assertions.assertThat;
import static xiangbao.readers.forms.SheetMaker.workbook;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import xiangbao.readers.excel.workbook.RawWorkbook;
import xiangbao.statistics.findings.Finding;
import xiangbao.statistics.findings.Severity;
import xiangbao.statistics.submissions.CellReference;
import xiangbao.statistics.submissions.Observation;
import xiangbao.statistics.submissions.ObservationStatus;
import xiangbao.statistics.workbooks.ReadSubmission;
import xiangbao.statistics.workbooks.ReadWorkbook;
import xiangbao.statistics.workbooks.ReturnMarks;

class WorkbookReaderTests {
    private static final String PATH = "伍市镇/2026年三季度报表.xlsx";
    private static final WorkbookReader READER = new WorkbookReader(ToyDefinitions.make());

    /** A flawless 试1-1: codes in C, figures in D (1) and E (2), comparison in F (3); rows 01 to 07 in sheet rows 7 to 13. */
    private static SheetMaker grain() {
        return new SheetMaker()
                .named("粮食")
                .row(1, "粮食试报")
                .merge("A1", "F1")
                .row(2, "", "", "", "", "表    号：试1-1表")
                .row(3, "填报单位：伍市镇", "", "区划代码：430626111", "2026年三季度", "", "有效期至：2027年12月")
                .row(4, "指标名称", "计量单位", "代码", "面积和产量", "", "上年同期面积（亩）")
                .row(5, "", "", "", "播种面积（亩）", "总产量（吨）", "")
                .merge("D4", "E4")
                .merge("A4", "A5")
                .merge("C4", "C5")
                .merge("F4", "F5")
                .row(6, "甲", "乙", "丙", "1", "2", "3")
                .row(7, "粮食合计", "—", "01", "300", "120.5", "290")
                .row(8, "一、早稻", "—", "02", "100", "40.5", "95")
                .row(9, "二、双季晚稻", "—", "03", "200", "80", "195")
                .row(10, "机械化率", "%", "04", "76.5")
                .row(11, "面积增减", "亩", "05", "-10")
                .row(12, "年末存粮", "吨", "06")
                .row(13, "小镇面积", "亩", "07")
                .row(14, "单位负责人：张某", "", "填表人：李某", "联系电话：13812345678", "报出日期：2026年10月8日")
                .row(15, "说明：1.按季累计。");
    }

    private static SheetMaker roads() {
        return new SheetMaker()
                .named("公路")
                .row(1, "公路试报")
                .row(2, "", "", "", "", "表号：试2-1")
                .row(3, "填报单位：县交通运输局", "", "", "2026年9月")
                .row(4, "序号", "项目编号", "所在乡镇", "类别", "计划里程（公里）", "开工日期", "备注")
                .row(5, "", "1", "2", "3", "4", "5", "6")
                .row(6, "1", "P-001", "伍市", "新改建", "1.25", "2026.1.31", "")
                .row(7, "2", "P-002", "思村乡", "危桥改造", "3", "2026年2月1日", "=1+1")
                .row(8, "合计", "", "", "", "4.25")
                .row(9, "填表人：某");
    }

    private static ReadWorkbook read(SheetMaker... sheets) {
        return READER.recognise(workbook(sheets), PATH);
    }

    private static ReadSubmission only(ReadWorkbook workbook) {
        assertThat(workbook.submissions()).hasSize(1);
        return workbook.submissions().get(0);
    }

    private static ReadSubmission submission(SheetMaker sheet) {
        return only(read(sheet));
    }

    private static ReadSubmission ledger(SheetMaker sheet) {
        return only(READER.recognise(workbook(sheet), "县交通运输局/2026年9月.xlsx"));
    }

    private static List<String> codes(List<Finding> findings) {
        return findings.stream()
                .map(finding -> finding.code() + " " + finding.severity().title())
                .toList();
    }

    private static Observation observation(ReadSubmission submission, String item) {
        return submission.observations().stream()
                .filter(observation -> (observation.line().isEmpty()
                                ? observation.indicator().item()
                                : observation.line() + "."
                                        + observation.indicator().item())
                        .equals(item))
                .findFirst()
                .orElseThrow();
    }

    private static @Nullable BigDecimal figure(ReadSubmission submission, String item) {
        return observation(submission, item).number();
    }

    private static List<String> cells(Finding finding) {
        return finding.place().cells().stream().map(CellReference::address).toList();
    }

    /** Puts one cell into D8 (02.1, 早稻 播种面积, 亩) and expects one finding there. */
    private static void expect(SheetMaker sheet, String code, Severity severity, ObservationStatus status) {
        ReadSubmission submission = submission(sheet);
        assertThat(codes(submission.findings())).containsExactly(code + " " + severity.title());
        assertThat(cells(submission.findings().get(0))).containsExactly("D8");
        assertThat(observation(submission, "02.1").status()).isEqualTo(status);
    }

    @Test
    void readsAFlawlessFormWithoutFindings() {
        ReadWorkbook workbook = read(grain());
        ReadSubmission submission = only(workbook);

        assertThat(workbook.findings()).isEmpty();
        assertThat(submission.findings()).isEmpty();
        assertThat(submission.key().orElseThrow()).hasToString("430626111/2026-Q3/试1-1");
        assertThat(submission.sheet()).isEqualTo("粮食");
        assertThat(figure(submission, "01.1")).isEqualByComparingTo("300");
        assertThat(figure(submission, "01.2")).isEqualByComparingTo("120.5");
        assertThat(observation(submission, "01.2").cell()).isEqualTo(new CellReference("粮食", 6, 4));
        assertThat(figure(submission, "05.1")).isEqualByComparingTo("-10");
        assertThat(observation(submission, "03.1").status()).isEqualTo(ObservationStatus.REPORTED);
        assertThat(observation(submission, "03.2").status()).isEqualTo(ObservationStatus.FORECAST);
        assertThat(observation(submission, "06.2").status()).isEqualTo(ObservationStatus.NOT_APPLICABLE);
        assertThat(observation(submission, "07.1").status()).isEqualTo(ObservationStatus.NOT_APPLICABLE);
        assertThat(submission.observations()).hasSize(10);
    }

    @Test
    void deviation02HintsAtExternalLinksAndTakesCachedValues() {
        RawWorkbook plain = workbook(grain().formula("D8", "[1]Sheet1!A1", "100"));
        ReadWorkbook workbook = READER.recognise(
                new RawWorkbook(plain.format(), plain.sheets(), true, false, Map.of(), Map.of()), PATH);

        assertThat(codes(workbook.findings())).containsExactly("EXTERNAL-LINKS 提示性");
        assertThat(figure(only(workbook), "02.1")).isEqualByComparingTo("100");
    }

    @Test
    void deviation03FindsFormsInRenamedExtraAndHiddenSheets() {
        SheetMaker extra = new SheetMaker().named("目录").row(1, "试1-1 粮食试报").row(2, "见表号");
        ReadWorkbook workbook = read(extra, grain().named("Sheet1 (2)"));
        assertThat(only(workbook).findings()).isEmpty();

        ReadSubmission hidden = submission(grain().hidden());
        assertThat(codes(hidden.findings())).containsExactly("HIDDEN-SHEET 提示性");
        assertThat(figure(hidden, "02.1")).isEqualByComparingTo("100");
    }

    @Test
    void deviation03CannotChooseBetweenTwoVisibleCopies() {
        ReadWorkbook workbook = read(grain(), grain().named("粮食 (2)").number("D8", "101"));
        assertThat(workbook.isUnreadable()).isTrue();
        assertThat(codes(workbook.findings())).containsExactly("AMBIGUOUS-FORM 强制性");
        assertThat(workbook.findings().get(0).message()).contains("粮食 (2)");
    }

    @Test
    void deviation03IgnoresHiddenAndEqualCopies() {
        ReadWorkbook hidden =
                read(grain(), grain().named("旧").number("D8", "101").hidden());
        assertThat(codes(hidden.findings())).containsExactly("HIDDEN-SHEET 提示性");
        assertThat(figure(only(hidden), "02.1")).isEqualByComparingTo("100");

        ReadWorkbook equal = read(grain(), grain().named("粮食 (2)"));
        assertThat(codes(equal.findings())).containsExactly("SHEET-COPY 提示性");
        assertThat(only(equal).sheet()).isEqualTo("粮食");
    }

    @Test
    void deviation04FollowsInsertedRowsColumnsAndTheirOrder() {
        SheetMaker sheet =
                grain().insertColumn(3).insertRows(9, 2).insertRows(1, 3).insertColumn(0);
        ReadSubmission submission = submission(sheet);
        assertThat(submission.findings()).isEmpty();
        assertThat(figure(submission, "03.1")).isEqualByComparingTo("200");
        assertThat(observation(submission, "03.1").cell()).isEqualTo(new CellReference("粮食", 13, 5));

        SheetMaker moved = grain().row(8, "二、双季晚稻", "—", "03", "200", "80").row(9, "一、早稻", "—", "02", "100", "40.5");
        assertThat(submission(moved).findings()).isEmpty();
        assertThat(figure(submission(moved), "02.1")).isEqualByComparingTo("100");
    }

    @Test
    void deviation04ReadsContinuedTables() {
        SheetMaker sheet = grain().insertRows(10, 3)
                .row(10, "续表", "", "", "", "表号：试1-1")
                .row(11, "指标名称", "计量单位", "代码", "播种面积", "总产量")
                .row(12, "甲", "乙", "丙", "1", "2");
        ReadSubmission submission = submission(sheet);
        assertThat(submission.findings()).isEmpty();
        assertThat(figure(submission, "04.1")).isEqualByComparingTo("76.5");
    }

    @Test
    void deviation04RefusesRowsThatAreAbsentTwiceOrMistitled() {
        SheetMaker absent = grain().clear("A8")
                .clear("B8")
                .clear("C8")
                .clear("D8")
                .clear("E8")
                .clear("F8");
        ReadSubmission submission = submission(absent);
        assertThat(codes(submission.findings())).containsExactly("ROW-MISSING 强制性");
        assertThat(observation(submission, "02.1").status()).isEqualTo(ObservationStatus.MISSING);

        submission = submission(grain().insertRows(10, 1).row(10, "早稻", "—", "02", "1", "1"));
        assertThat(codes(submission.findings())).containsExactly("ROW-TWICE 强制性");
        assertThat(cells(submission.findings().get(0))).containsExactly("C8", "C10");
        assertThat(observation(submission, "02.1").status()).isEqualTo(ObservationStatus.UNREADABLE);

        submission = submission(grain().text("A8", "玉米"));
        assertThat(codes(submission.findings())).containsExactly("ROW-CODE-TITLE 强制性");
        assertThat(submission.findings().get(0).comparison().expected()).isEqualTo("02 早稻");

        submission = submission(grain().clear("C8"));
        assertThat(codes(submission.findings())).containsExactly("ROW-CODE-TITLE 强制性");

        submission = submission(grain().text("A8", "双季晚稻").text("A9", "早稻"));
        assertThat(codes(submission.findings())).containsExactly("ROW-CODE-TITLE 强制性", "ROW-CODE-TITLE 强制性");
    }

    @Test
    void deviation04RefusesMissingAndDoubleColumns() {
        ReadSubmission submission = submission(grain().clear("E5").clear("E6"));
        assertThat(codes(submission.findings())).containsExactly("COLUMN-MISSING 强制性");
        submission = submission(grain().text("G5", "播种面积"));
        assertThat(codes(submission.findings())).containsExactly("COLUMN-TWICE 强制性");
        submission = submission(grain().text("D5", "总产量").text("E5", "播种面积"));
        assertThat(codes(submission.findings())).containsExactly("COLUMN-CODE-TITLE 强制性", "COLUMN-CODE-TITLE 强制性");
    }

    @Test
    void deviation05RefusesMergedFigures() {
        ReadSubmission submission = submission(grain().merge("D7", "D8").clear("D8"));
        assertThat(codes(submission.findings())).containsExactly("MERGED-DATA 强制性");
        assertThat(cells(submission.findings().get(0))).containsExactly("D7", "D8");
        assertThat(observation(submission, "01.1").status()).isEqualTo(ObservationStatus.UNREADABLE);
        assertThat(observation(submission, "02.1").status()).isEqualTo(ObservationStatus.UNREADABLE);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"１，２３４|1234", "1,234|1234", "1 234 567|1234567", "1200。|1200", "'\u00a0\u200b100 '|100", "１２|12"})
    void deviation06ReadsNumbersInOtherClothes(String typed, String figure) {
        ReadSubmission submission = submission(grain().text("D8", typed));
        assertThat(codes(submission.findings())).containsExactly("NORMALISED 提示性");
        assertThat(figure(submission, "02.1")).isEqualByComparingTo(figure);
    }

    @Test
    void deviation06CountsNormalisedCellsInOneFinding() {
        ReadSubmission submission =
                submission(grain().text("D8", "1,234").text("D9", "２００").text("D11", "－１０"));
        assertThat(codes(submission.findings())).containsExactly("NORMALISED 提示性");
        assertThat(cells(submission.findings().get(0))).containsExactly("D8", "D9", "D11");
        assertThat(submission.findings().get(0).message())
                .contains("共 3 处")
                .contains("“1,234”读作 1234、“２００”读作 200、“－１０”读作 -10");
        assertThat(figure(submission, "05.1")).isEqualByComparingTo("-10");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1O0",
                "l00",
                "一百",
                "约1200",
                "1200左右",
                "100+",
                "1200-1300",
                "1,23",
                "12²",
                "1200 (含复种)",
                "1.2.3",
                "３－５"
            })
    void deviation07RefusesWhatIsNoNumber(String typed) {
        expect(grain().text("D8", typed), "NOT-A-NUMBER", Severity.MANDATORY, ObservationStatus.UNREADABLE);
    }

    @Test
    void deviation08StripsTheSameUnitAndRefusesAnother() {
        ReadSubmission submission = submission(grain().text("D8", "1200亩").text("E8", "3.5 吨"));
        assertThat(codes(submission.findings())).containsExactly("UNIT-TYPED 提示性", "UNIT-TYPED 提示性");
        assertThat(figure(submission, "02.1")).isEqualByComparingTo("1200");
        assertThat(figure(submission, "02.2")).isEqualByComparingTo("3.5");

        expect(grain().text("D8", "1.2万亩"), "UNIT-DIFFERS", Severity.MANDATORY, ObservationStatus.UNREADABLE);
        expect(grain().text("D8", "80公顷"), "UNIT-DIFFERS", Severity.MANDATORY, ObservationStatus.UNREADABLE);
        expect(grain().text("D8", "1.2万"), "UNIT-DIFFERS", Severity.MANDATORY, ObservationStatus.UNREADABLE);
        expect(grain().text("D8", "3.5吨"), "UNIT-DIFFERS", Severity.MANDATORY, ObservationStatus.UNREADABLE);
    }

    @Test
    void deviation09RefusesAnotherPrintedUnit() {
        ReadSubmission submission = submission(grain().text("D5", "播种面积（万亩）"));
        assertThat(codes(submission.findings())).containsExactly("UNIT-DIFFERS 强制性");
        assertThat(submission.findings().get(0).comparison().expected()).isEqualTo("亩");

        submission = submission(grain().text("B11", "公顷"));
        assertThat(codes(submission.findings())).containsExactly("UNIT-DIFFERS 强制性");
        assertThat(cells(submission.findings().get(0))).containsExactly("B11");

        submission = submission(grain().text("A2", "计量单位：万亩、吨"));
        assertThat(codes(submission.findings())).containsExactly("UNIT-DIFFERS 强制性");
        assertThat(submission(grain().text("A2", "计量单位：亩、吨")).findings()).isEmpty();
    }

    @Test
    void deviation10TellsPercentagesByTheFormatOfTheCell() {
        assertThat(figure(submission(grain().percent("D10", "0.765")), "04.1")).isEqualByComparingTo("76.5");
        assertThat(submission(grain().percent("D10", "0.765")).findings()).isEmpty();

        ReadSubmission submission = submission(grain().text("D10", "99.2％"));
        assertThat(codes(submission.findings())).containsExactly("NORMALISED 提示性");
        assertThat(figure(submission, "04.1")).isEqualByComparingTo("99.2");

        submission = submission(grain().number("D10", "0.99"));
        assertThat(codes(submission.findings())).containsExactly("PERCENT-SUSPECTED 核实性", "DECIMALS 提示性");
        assertThat(figure(submission, "04.1")).isEqualByComparingTo("0.99");

        expect(grain().percent("D8", "0.5"), "UNIT-DIFFERS", Severity.MANDATORY, ObservationStatus.UNREADABLE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "—",
                "–",
                "-",
                "―",
                "/",
                "\\",
                "无",
                "无此项",
                "没有",
                "暂无",
                "不详",
                "缺",
                "N/A",
                "NULL",
                "×",
                "…",
                "……",
                "〃",
                "同上",
                "同上年",
                "待统计",
                "  \u3000"
            })
    void deviation11NeverTakesAMarkForZero(String mark) {
        expect(
                mark.isEmpty() ? grain().clear("D8") : grain().text("D8", mark),
                "MISSING-VALUE",
                Severity.MANDATORY,
                ObservationStatus.MISSING);
        assertThat(figure(submission(grain().text("D8", mark)), "02.1")).isNull();
        assertThat(figure(submission(grain().number("D8", "0")), "02.1")).isEqualByComparingTo("0");
    }

    @Test
    void deviation12ReadsTypedTotalsAsRowsAndNeverAsLines() {
        assertThat(figure(submission(grain().number("D7", "999")), "01.1")).isEqualByComparingTo("999");
        ReadSubmission roads = ledger(roads());
        assertThat(roads.observations().stream().map(Observation::line).distinct())
                .containsExactly("P-001", "P-002");
    }

    @Test
    void deviation13JudgesFormulas() {
        expect(grain().error("D8", "#REF!"), "ERROR-VALUE", Severity.MANDATORY, ObservationStatus.UNREADABLE);
        expect(
                grain().uncomputed("D8", "VLOOKUP(1,X1:Y2,2)"),
                "NO-CACHED-VALUE",
                Severity.MANDATORY,
                ObservationStatus.UNREADABLE);
        expect(grain().formula("D8", "D9-90", "100"), "STALE-FORMULA", Severity.QUERY, ObservationStatus.REPORTED);
        assertThat(figure(submission(grain().formula("D8", "D9-90", "100")), "02.1"))
                .isEqualByComparingTo("100");
        assertThat(submission(grain().formula("D8", "D9-100", "100")).findings())
                .isEmpty();

        ReadSubmission computed = submission(grain().uncomputed("D8", "D9-100"));
        assertThat(codes(computed.findings())).containsExactly("RECALCULATED 提示性");
        assertThat(figure(computed, "02.1")).isEqualByComparingTo("100");
    }

    @Test
    void deviation14KeepsFifteenDigitsAndHintsAtDecimals() {
        ReadSubmission submission = submission(grain().number("E8", "40.300000000000004"));
        assertThat(submission.findings()).isEmpty();
        assertThat(figure(submission, "02.2")).isEqualByComparingTo("40.3");

        submission = submission(grain().number("E8", "12.3449999"));
        assertThat(codes(submission.findings())).containsExactly("DECIMALS 提示性");
        assertThat(figure(submission, "02.2")).isEqualByComparingTo("12.3449999");
    }

    @Test
    void returnsAFractionOfWhatCanOnlyBeWhole() {
        SheetMaker villages = new SheetMaker()
                .named("村集体")
                .row(1, "村级集体经济情况")
                .row(2, "", "", "", "表号：平42-1")
                .row(3, "填报单位：伍市镇", "", "", "2026年三季度")
                .row(4, "指标名称", "计量单位", "代码", "本年累计")
                .row(5, "甲", "乙", "丙", "1")
                .row(6, "村数", "个", "01", "23.5")
                .row(7, "总收入", "万元", "02", "288.55");
        ReadSubmission submission = only(new WorkbookReader(java.util.Objects.requireNonNull(
                        xiangbao.readers.config.DefinitionsReader.read(java.nio.file.Path.of("..", "config"))
                                .definitions()))
                .recognise(workbook(villages), PATH));

        Finding finding = submission.findings().stream()
                .filter(one -> one.code().equals("NOT-WHOLE"))
                .findFirst()
                .orElseThrow();
        assertThat(finding.severity()).isEqualTo(Severity.MANDATORY);
        assertThat(finding.place().cells().get(0).address()).isEqualTo("D6");
        assertThat(finding.message()).contains("填报：23.5；应为：整数。");
        assertThat(codes(submission.findings())).doesNotContain("DECIMALS 提示性");
    }

    @Test
    void deviation15RefusesFiguresThatBecameDates() {
        expect(grain().day("D8", "46086"), "DATE-IN-DATA", Severity.MANDATORY, ObservationStatus.UNREADABLE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"20260131", "2026.1.31", "2026年1月31日", "2026-01-31", "2026/1/31", "２０２６－１－３１"})
    void deviation15ReadsDaysInEverySpelling(String typed) {
        assertThat(observation(ledger(roads().text("F6", typed)), "P-001.05").text())
                .isEqualTo("2026-01-31");
    }

    @Test
    void deviation15ReadsDateCellsOfBothEpochs() {
        assertThat(observation(ledger(roads().day("F6", "46053")), "P-001.05").text())
                .isEqualTo("2026-01-31");
        RawWorkbook plain = workbook(roads().day("F6", "44591"));
        ReadWorkbook old = READER.recognise(
                new RawWorkbook("xls", plain.sheets(), false, true, Map.of(), Map.of()), "县交通运输局/x.xls");
        assertThat(observation(only(old), "P-001.05").text()).isEqualTo("2026-01-31");

        ReadSubmission vague = ledger(roads().text("F6", "2026年1月"));
        assertThat(codes(vague.findings())).containsExactly("NOT-A-DATE 强制性");
    }

    @Test
    void deviation16RefusesParenthesesAndNegativesWhereNoneMayBe() {
        expect(grain().text("D8", "(123)"), "NOT-A-NUMBER", Severity.MANDATORY, ObservationStatus.UNREADABLE);
        expect(grain().text("D8", "（123）"), "NOT-A-NUMBER", Severity.MANDATORY, ObservationStatus.UNREADABLE);
        expect(grain().number("D8", "-5"), "NEGATIVE-VALUE", Severity.MANDATORY, ObservationStatus.REPORTED);
    }

    @Test
    void deviation17RefusesStruckThroughFigures() {
        expect(grain().struck("D8", "100"), "STRUCK-THROUGH", Severity.MANDATORY, ObservationStatus.UNREADABLE);
    }

    @Test
    void deviation18RefusesContradictingUnits() {
        ReadSubmission folder = only(READER.recognise(workbook(grain()), "安定镇/报表.xlsx"));
        assertThat(codes(folder.findings())).containsExactly("UNIT-CONFLICT 强制性");
        assertThat(folder.unit()).isNull();
        assertThat(folder.findings().get(0).message()).contains("伍市镇").contains("安定镇");

        ReadSubmission code = submission(grain().text("C3", "区划代码：430626101"));
        assertThat(codes(code.findings())).containsExactly("UNIT-CONFLICT 强制性");

        ReadSubmission swapped =
                only(READER.recognise(workbook(grain().text("A3", "填报单位：余坪镇").text("C3", "区划代码：430626118")), "x.xlsx"));
        assertThat(codes(swapped.findings())).containsExactly("UNIT-CONFLICT 强制性");
        assertThat(swapped.findings().get(0).message()).contains("上塔市镇");

        ReadSubmission own =
                only(READER.recognise(workbook(grain().text("A3", "填报单位：余坪镇").text("C3", "区划代码：430626116")), "x.xlsx"));
        assertThat(own.findings()).isEmpty();
        ReadSubmission civil =
                only(READER.recognise(workbook(grain().text("A3", "填报单位：三墩乡").text("C3", "区划代码：430626211")), "x.xlsx"));
        assertThat(civil.findings()).isEmpty();
    }

    @Test
    void deviation18ReadsTwoTownshipsInOneFileButNotInOneForm() {
        ReadWorkbook two = READER.recognise(
                workbook(
                        grain(),
                        grain().named("安定")
                                .text("A3", "填报单位：安定镇")
                                .text("C3", "区划代码：430626101")
                                .number("D13", "7")),
                "2026年三季度.xlsx");
        assertThat(two.submissions().stream()
                        .map(submission -> submission.key().orElseThrow().toString()))
                .containsExactly("430626111/2026-Q3/试1-1", "430626101/2026-Q3/试1-1");
        assertThat(figure(two.submissions().get(1), "07.1")).isEqualByComparingTo("7");

        ReadWorkbook one = READER.recognise(workbook(grain().text("A3", "填报单位：伍市镇、安定镇")), "x.xlsx");
        assertThat(one.isUnreadable()).isTrue();
        assertThat(codes(one.findings())).containsExactly("AMBIGUOUS-FORM 强制性");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026年三季度",
                "2026年第3季度",
                "2026年第三季度",
                "2026年7—9月",
                "2026年1-9月",
                "20 26 年 三 季度",
                "2026-Q3",
                "2026Q3",
                "２０２６年三季度",
                "报告期：2026年3季度",
                "二〇二六年三季度"
            })
    void deviation19ReadsThePeriodInEverySpelling(String typed) {
        ReadSubmission submission = submission(grain().text("D3", typed));
        assertThat(submission.findings()).isEmpty();
        assertThat(submission.period()).hasToString("2026-Q3");
    }

    @Test
    void deviation19ReadsPeriodsFromDateCellsAndSplitCells() {
        assertThat(submission(grain().day("D3", "46295")).period()).hasToString("2026-Q3");
        ReadSubmission split = submission(grain().clear("D3").row(2, "2026年", "三", "季度"));
        assertThat(split.period()).hasToString("2026-Q3");
    }

    @Test
    void deviation19RefusesContradictingPeriods() {
        ReadSubmission file = only(READER.recognise(workbook(grain()), "伍市镇/2026年二季度报表.xlsx"));
        assertThat(codes(file.findings())).containsExactly("PERIOD-CONFLICT 强制性");
        assertThat(file.period()).isNull();

        ReadSubmission yearless = only(READER.recognise(workbook(grain()), "伍市镇/粮食_二季度.xlsx"));
        assertThat(codes(yearless.findings())).containsExactly("PERIOD-CONFLICT 强制性");
        assertThat(only(READER.recognise(workbook(grain()), "2026年/第三季度/a.xlsx"))
                        .findings())
                .isEmpty();

        ReadSubmission sheet = submission(grain().text("A1", "2026年二季度粮食试报"));
        assertThat(codes(sheet.findings())).containsExactly("PERIOD-CONFLICT 强制性");
        assertThat(sheet.period()).isNull();

        ReadSubmission month = submission(grain().text("D3", "2026年8月"));
        assertThat(codes(month.findings())).containsExactly("PERIOD-CONFLICT 强制性");
        assertThat(codes(submission(grain().clear("D3")).findings())).containsExactly("PERIOD-MISSING 强制性");
    }

    @Test
    void deviation20RefusesTemplatesWithoutCodesAndHintsAtExpiredOnes() {
        ReadWorkbook outdated = read(grain().text("C4", "备注"));
        assertThat(outdated.isUnreadable()).isTrue();
        assertThat(codes(outdated.findings())).containsExactly("UNKNOWN-FORM 强制性");
        assertThat(outdated.findings().get(0).remedy()).contains("试1-1 粮食试报");

        ReadSubmission expired = submission(grain().text("F3", "有效期至：2026年6月"));
        assertThat(codes(expired.findings())).containsExactly("W-FORM-EXPIRED 提示性");
    }

    @ParameterizedTest
    @ValueSource(strings = {"伍市", "五市镇", "平江县伍市镇人民政府", "伍 市 镇", "伍市镇（盖章）"})
    void deviation21KnowsUnitsByOtherNames(String name) {
        ReadSubmission submission = submission(grain().text("A3", "填报单位（盖章）：" + name));
        assertThat(submission.findings()).isEmpty();
        assertThat(submission.unit()).hasToString("430626111");
    }

    @Test
    void deviation21SuggestsTheNearestUnit() {
        ReadSubmission submission = submission(grain().text("A3", "填报单位：伍仕镇"));
        assertThat(codes(submission.findings())).containsExactly("UNKNOWN-UNIT 强制性");
        assertThat(submission.unit()).isNull();
        assertThat(submission.findings().get(0).comparison().expected()).startsWith("伍市镇");
    }

    @Test
    void deviation22StopsAtTheFoot() {
        ReadSubmission submission =
                submission(grain().row(16, "注：02 行含再生稻", "", "02", "5555").row(17, "2.", "", "99", "1"));
        assertThat(submission.findings()).isEmpty();
        assertThat(figure(submission, "02.1")).isEqualByComparingTo("100");
    }

    @Test
    void deviation23LetsTheLaterPrintedRoundWin() {
        ReadWorkbook workbook = read(
                grain().text("E3", "第1次报送"),
                grain().named("更正").text("E3", "第二次报送").number("D8", "101"));
        ReadSubmission submission = only(workbook);
        assertThat(submission.printedRound()).isEqualTo(2);
        assertThat(figure(submission, "02.1")).isEqualByComparingTo("101");
        assertThat(codes(workbook.findings())).containsExactly("SHEET-COPY 提示性");
    }

    @Test
    void deviation24ComparesDecomposedFileNames() {
        String decomposed = java.text.Normalizer.normalize("伍市镇/２０２６年三季度é.xlsx", java.text.Normalizer.Form.NFD);
        assertThat(only(READER.recognise(workbook(grain()), decomposed)).findings())
                .isEmpty();
    }

    @Test
    void deviation25RefusesAbsurdNumbers() {
        expect(grain().number("D8", "1E+300"), "NOT-A-NUMBER", Severity.MANDATORY, ObservationStatus.UNREADABLE);
        expect(grain().error("D8", "1E+2000000000"), "NOT-A-NUMBER", Severity.MANDATORY, ObservationStatus.UNREADABLE);
        expect(grain().text("D8", "9".repeat(60)), "NOT-A-NUMBER", Severity.MANDATORY, ObservationStatus.UNREADABLE);
    }

    @Test
    void deviation26RefusesPersonalDataAndRepeatsNone() {
        for (SheetMaker sheet : List.of(
                grain().text("G4", "户主姓名").text("G8", "张三"),
                grain().text("G8", "430626199001011234"),
                grain().text("H9", "请联系 13812345678"),
                grain().number("D8", "13812345678"))) {
            ReadSubmission submission = submission(sheet);
            assertThat(codes(submission.findings())).containsExactly("PERSONAL-DATA 强制性");
            assertThat(submission.observations()).isEmpty();
            assertThat(submission.findings().toString()).doesNotContain("13812345678", "430626199001011234", "张三");
        }
    }

    @Test
    void deviation27KeepsTextThatLooksLikeAFormulaAsText() {
        ReadSubmission submission = ledger(roads());
        assertThat(submission.findings()).isEmpty();
        assertThat(observation(submission, "P-002.06").text()).isEqualTo("=1+1");
    }

    @Test
    void readsALedgerLineByLine() {
        ReadSubmission submission = ledger(roads());
        assertThat(submission.key().orElseThrow()).hasToString("430626-JT/2026-09/试2-1");
        assertThat(figure(submission, "P-001.04")).isEqualByComparingTo("1.25");
        assertThat(observation(submission, "P-001.04").subject()).hasToString("430626111");
        assertThat(observation(submission, "P-002.02").text()).isEqualTo("430626115");
        assertThat(observation(submission, "P-002.03").text()).isEqualTo("危桥改造");
        assertThat(observation(submission, "P-001.06").status()).isEqualTo(ObservationStatus.MISSING);
    }

    @Test
    void refusesLedgerLinesThatSayTooLittleOrTooMuch() {
        ReadSubmission submission = ledger(
                roads().text("B7", "P-001").text("D6", "其他").text("C6", "无锡").clear("E7"));
        assertThat(codes(submission.findings()))
                .containsExactly("LINE-UNIT 强制性", "NOT-A-CHOICE 强制性", "LINE-TWICE 强制性", "MISSING-VALUE 强制性");
        ReadSubmission none = ledger(new SheetMaker()
                .row(1, "表号：试2-1")
                .row(2, "填报单位：县交通局", "2026年9月")
                .row(3, "项目编号", "所在乡镇", "类别", "计划里程", "开工日期", "备注")
                .row(4, "无"));
        assertThat(none.findings()).isEmpty();
        assertThat(none.observations()).isEmpty();
    }

    /** Whatever stands for more than one member, or for none, is a finding and no figure; and nobody is told to write the county. */
    @ParameterizedTest
    @CsvSource({
        "平江县, 是合计，不是其中一个单位, true",
        "平江, 是合计，不是其中一个单位, true",
        "430626, 是合计，不是其中一个单位, true",
        "平江县合计, 是合计，不是其中一个单位, true",
        "平江总计, 是合计，不是其中一个单位, true",
        "合 计, 是合计，不是其中一个单位, true",
        "县交通局, 是县直部门，不是分别填报的单位, true",
        "瓮江镇, 在2026年9月不存在（见名册的有效期）, true",
        "全国, 不在名录中, false",
        "汨罗市, 不在名录中, false",
        "伍仕镇, 不在名录中, false"
    })
    void aLineAboutNoMemberOfTheCountyIsNoFigure(String written, String why, boolean dropped) {
        ReadSubmission submission = ledger(roads().text("C7", written));

        assertThat(codes(submission.findings())).containsExactly("LINE-UNIT 强制性");
        Finding finding = submission.findings().get(0);
        assertThat(finding.message()).contains("第7行的所在乡镇 [02]", why).contains("工作表“公路”C7");
        assertThat(finding.comparison().expected())
                .doesNotContain("平江县", "县交通运输局", "瓮江镇")
                .startsWith(written.equals("伍仕镇") ? "伍市镇" : "名册中下级单位的名称");
        assertThat(submission.observations().stream()
                        .map(Observation::line)
                        .distinct()
                        .toList())
                .isEqualTo(dropped ? List.of("P-001") : List.of("P-001", "P-002"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"表号：试1-1", "表 号:试１－１表", "表号：试 1 - 1 表　制定机关：县统计局", "表号:试1—1"})
    void findsTheFormCodeInEverySpelling(String typed) {
        assertThat(submission(grain().text("E2", typed)).findings()).isEmpty();
    }

    @Test
    void findsTheFormCodeInTheNextCellAndSeveralFormsInOneSheet() {
        assertThat(submission(grain().text("E2", "表号：").text("F2", "试1-1")).findings())
                .isEmpty();

        SheetMaker stacked = grain().below(
                        grain().text("A3", "填报单位：安定镇")
                                .text("C3", "区划代码：430626101")
                                .number("D13", "3"),
                        17);
        ReadWorkbook workbook = READER.recognise(workbook(stacked), "x.xlsx");
        assertThat(workbook.submissions()).hasSize(2);
        assertThat(workbook.submissions())
                .allSatisfy(submission -> assertThat(submission.findings()).isEmpty());
    }

    @Test
    void namesTheNearestFormAndPassesOverCountyTablesAndOurOwnSheets() {
        ReadWorkbook unknown = read(
                new SheetMaker().named("表").row(1, "别的报表").row(2, "表号：试1-2").row(3, "甲", "1", "2"));
        assertThat(unknown.isUnreadable()).isTrue();
        assertThat(codes(unknown.findings())).containsExactly("UNKNOWN-FORM 强制性");
        assertThat(unknown.findings().get(0).comparison().expected()).contains("试1-1 粮食试报");

        ReadWorkbook county = read(grain(), grain().named("汇总").text("E2", "表号：试1-1综"));
        assertThat(codes(county.findings())).containsExactly("COUNTY-TABLE 提示性");
        assertThat(county.submissions()).hasSize(1);

        SheetMaker ours = grain().named(ReturnMarks.SHEET).number("D8", "1").text("A1", ReturnMarks.TITLE + " 伍市镇");
        assertThat(read(ours, grain()).findings()).isEmpty();
        assertThat(codes(read(new SheetMaker().text("A1", "随便")).findings())).containsExactly("UNKNOWN-FORM 强制性");
    }

    @Test
    void returnsDisabledAndNotOwedForms() {
        ReadSubmission disabled = submission(grain().text("E2", "表号：试9-1"));
        assertThat(codes(disabled.findings())).containsExactly("FORM-DISABLED 强制性");
        assertThat(disabled.observations()).isEmpty();
        ReadSubmission notOwed =
                only(READER.recognise(workbook(grain().text("A3", "填报单位：县交通运输局").clear("C3")), "x.xlsx"));
        assertThat(codes(notOwed.findings())).containsExactly("FORM-NOT-OWED 强制性");
    }

    @Test
    void keepsOutWhatIsNotDueOrNotOwed() {
        ReadSubmission submission = submission(grain().number("E12", "50").number("D13", "7"));
        assertThat(codes(submission.findings())).containsExactly("NOT-DUE 提示性", "NOT-OWED 提示性");
        assertThat(figure(submission, "06.2")).isNull();
        assertThat(observation(submission, "07.1").status()).isEqualTo(ObservationStatus.NOT_APPLICABLE);
    }

    @Test
    void wordsAFindingForTheClerk() {
        Finding finding = submission(grain().text("D8", "约1200")).findings().get(0);
        assertThat(finding.message())
                .isEqualTo("早稻 播种面积 [02.1]不是一个确定的数\n"
                        + "伍市镇 · 2026年三季度 · 试1-1 粮食试报 · 工作表“粮食”D8\n"
                        + "填报：约1200；应为：一个数。\n"
                        + "请只填一个准确的半角数字，不写“约”“左右”、范围、字母、括号或汉字；说明请写在备注里。");
    }
}

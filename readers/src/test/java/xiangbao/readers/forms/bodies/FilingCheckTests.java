package xiangbao.readers.forms.bodies;

import static org.assertj.core.api.Assertions.assertThat;
import static xiangbao.readers.forms.SheetMaker.workbook;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import xiangbao.readers.forms.SheetMaker;
import xiangbao.readers.forms.ToyDefinitions;
import xiangbao.readers.forms.WorkbookReader;
import xiangbao.statistics.submissions.Filing;
import xiangbao.statistics.submissions.Observation;
import xiangbao.statistics.submissions.ObservationStatus;
import xiangbao.statistics.workbooks.ReadSubmission;

/** 填报情况 against the content: an empty form passes only as a declared 零报告. */
class FilingCheckTests {
    private static final WorkbookReader READER = new WorkbookReader(ToyDefinitions.make());

    /** In the third quarter 伍市镇 owes rows 01 to 05. */
    private static SheetMaker grain(String filing) {
        return new SheetMaker()
                .named("粮食")
                .row(1, "粮食试报")
                .row(2, filing, "", "", "", "表号：试1-1")
                .row(3, "填报单位：伍市镇", "", "", "2026年三季度")
                .row(4, "指标名称", "计量单位", "代码", "播种面积", "总产量")
                .row(5, "甲", "乙", "丙", "1", "2")
                .row(7, "粮食合计", "—", "01")
                .row(8, "早稻", "—", "02")
                .row(9, "双季晚稻", "—", "03")
                .row(10, "机械化率", "%", "04")
                .row(11, "面积增减", "亩", "05")
                .row(12, "年末存粮", "吨", "06");
    }

    private static SheetMaker roads(String filing) {
        return new SheetMaker()
                .named("公路")
                .row(1, "公路试报", "", filing)
                .row(2, "", "", "", "", "表号：试2-1")
                .row(3, "填报单位：县交通运输局", "", "", "2026年9月")
                .row(4, "项目编号", "所在乡镇", "类别", "计划里程", "开工日期", "备注");
    }

    private static ReadSubmission read(SheetMaker sheet) {
        var read = READER.recognise(workbook(sheet), "报表.xlsx");
        assertThat(read.submissions()).hasSize(1);
        return read.submissions().get(0);
    }

    private static List<String> codes(ReadSubmission submission) {
        return submission.findings().stream()
                .map(finding -> finding.code() + " " + finding.severity().title())
                .toList();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "填报情况：", "填报情况：有数", "填报情况：正常"})
    void aWhollyBlankFormIsSentBackWithOneFindingThatSaysHowToDeclareNothing(String filing) {
        for (SheetMaker sheet : List.of(grain(filing), roads(filing))) {
            ReadSubmission submission = read(sheet);

            assertThat(codes(submission).stream().filter(code -> !code.startsWith("FILING-UNKNOWN")))
                    .containsExactly("FORM-BLANK 强制性");
            assertThat(submission
                            .findings()
                            .get(submission.findings().size() - 1)
                            .remedy())
                    .isEqualTo("有数的逐格填写；确实没有的，在表头“填报情况”选“零报告”再报。");
            assertThat(submission.filing()).isEqualTo(Filing.FIGURES);
        }
        assertThat(codes(read(grain("填报情况：正常")))).contains("FILING-UNKNOWN 提示性");
    }

    /** The blank ledger brings last period's lines along; they say nothing until something is filled in. */
    @Test
    void linesThatOnlyBearNamesAreBlank() {
        ReadSubmission submission = read(roads("").row(5, "P-001", "伍市").row(6, "P-002", "安定", "", "", "", "同上月"));
        assertThat(codes(submission)).containsExactly("FORM-BLANK 强制性");

        ReadSubmission nothing = read(roads("填报情况：零报告").row(5, "P-001", "伍市").row(6, "P-002", "安定"));
        assertThat(codes(nothing)).isEmpty();
        assertThat(nothing.filing()).isEqualTo(Filing.ZERO);
        assertThat(nothing.observations()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"填报情况：零报告", "填报情况： 无", "零报告", "填报情况：本期无"})
    void declaredNothingMakesZerosOfWhatIsOwedAndNothingElse(String filing) {
        ReadSubmission submission = read(grain(filing).number("D8", "0").text("D9", "—"));

        assertThat(codes(submission)).isEmpty();
        assertThat(submission.filing()).isEqualTo(Filing.ZERO);
        List<Observation> owed = submission.observations().stream()
                .filter(one -> one.status() != ObservationStatus.NOT_APPLICABLE)
                .toList();
        assertThat(owed).hasSize(8).allSatisfy(one -> assertThat(one.number()).isEqualByComparingTo("0"));
        assertThat(submission.observations().stream()
                        .filter(one -> one.status() == ObservationStatus.NOT_APPLICABLE)
                        .map(one -> one.indicator().item()))
                .containsExactly("06.2", "07.1");
    }

    @Test
    void aLedgerDeclaresNothingAtItsHeadOrInItsFirstLine() {
        for (SheetMaker sheet :
                List.of(roads("填报情况：零报告"), roads("").row(5, "无"), roads("").row(5, "", "", "零报告"))) {
            ReadSubmission submission = read(sheet);
            assertThat(codes(submission)).isEmpty();
            assertThat(submission.filing()).isEqualTo(Filing.ZERO);
            assertThat(submission.observations()).isEmpty();
        }
        assertThat(codes(read(roads("填报情况：有数").row(5, "无")))).containsExactly("FORM-BLANK 强制性");
    }

    @Test
    void nothingIsDeclaredBesideFigures() {
        ReadSubmission matrix = read(grain("填报情况：零报告").number("D8", "12").number("E8", "3"));
        assertThat(codes(matrix)).contains("FILING-CONFLICT 强制性");
        assertThat(matrix.findings().get(matrix.findings().size() - 1).message())
                .contains("填报情况写着“零报告”，表里却有 2 个数或项目", "工作表“粮食”D8");

        ReadSubmission ledger = read(roads("填报情况：零报告").row(5, "P-001", "伍市", "新改建", "1.25", "2026.1.31"));
        assertThat(codes(ledger)).containsExactly("FILING-CONFLICT 强制性");

        ReadSubmission never = read(grain("填报情况：不适用").number("D8", "0"));
        assertThat(codes(never)).contains("FILING-CONFLICT 强制性");
    }

    /** The register says who owes a form, so whoever says otherwise raises a doubt about it, which the county decides. */
    @ParameterizedTest
    @CsvSource({"填报情况：不适用", "填报情况:不适用"})
    void thatAFormDoesNotApplyIsADoubt(String filing) {
        ReadSubmission matrix = read(grain(filing));
        assertThat(codes(matrix)).containsExactly("FILING-NOT-APPLICABLE 核实性");
        assertThat(matrix.filing()).isEqualTo(Filing.NOT_APPLICABLE);
        assertThat(matrix.observations()).allMatch(one -> one.status() == ObservationStatus.NOT_APPLICABLE);

        ReadSubmission ledger = read(roads(filing));
        assertThat(codes(ledger)).containsExactly("FILING-NOT-APPLICABLE 核实性");
        assertThat(ledger.observations()).isEmpty();
    }

    /** A form without the field that holds figures means 有数; zeros that were typed are figures. */
    @Test
    void zerosThatWereTypedAreFigures() {
        SheetMaker zeros = grain("");
        for (int row = 7; row <= 9; row++) {
            zeros.number("D" + row, "0").number("E" + row, "0");
        }
        ReadSubmission submission = read(zeros.number("D10", "0").number("D11", "0"));
        assertThat(codes(submission)).isEmpty();
        assertThat(submission.filing()).isEqualTo(Filing.FIGURES);

        ReadSubmission some = read(grain("填报情况：有数").number("D7", "5"));
        assertThat(codes(some)).hasSize(7).containsOnly("MISSING-VALUE 强制性");
    }
}

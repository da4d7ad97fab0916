package xiangbao.readers.forms;

import static org.assertj.core.api.Assertions.assertThat;
import static xiangbao.readers.forms.SheetMaker.workbook;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import xiangbao.statistics.findings.Finding;
import xiangbao.statistics.forms.FormCode;
import xiangbao.statistics.periods.ReferencePeriod;
import xiangbao.statistics.submissions.CellReference;
import xiangbao.statistics.units.UnitCode;
import xiangbao.statistics.workbooks.ReadSubmission;
import xiangbao.statistics.workbooks.ReadWorkbook;

/** Every sheet that holds anything comes to something: a submission, or a word about why it is none. */
class SheetOutcomeTests {
    private static final WorkbookReader READER = new WorkbookReader(ToyDefinitions.make());

    /** Codes in C, the figure columns in D and E, 表号 in E2 above 制定机关. */
    private static SheetMaker grain() {
        return new SheetMaker()
                .named("粮食")
                .row(1, "粮食试报")
                .row(2, "", "", "", "", "表    号：试1-1")
                .row(3, "", "", "", "", "制定机关：某局")
                .row(4, "填报单位：伍市镇", "区划代码：430626111", "2026年三季度")
                .row(5, "指标名称", "计量单位", "代码", "播种面积", "总产量")
                .row(6, "甲", "乙", "丙", "1", "2")
                .row(7, "粮食合计", "亩、吨", "01", "300", "120.5")
                .row(8, "早稻", "亩、吨", "02", "100", "40.5")
                .row(9, "双季晚稻", "亩、吨", "03", "200", "80")
                .row(10, "机械化率", "%", "04", "76.5")
                .row(11, "面积增减", "亩", "05", "-10")
                .row(12, "年末存粮", "吨", "06")
                .row(13, "小镇面积", "亩", "07")
                .row(14, "单位负责人：", "统计负责人：", "填表人：");
    }

    private static SheetMaker roads() {
        return new SheetMaker()
                .named("公路")
                .row(1, "公路试报")
                .row(2, "", "", "", "", "表号：试2-1")
                .row(3, "填报单位：县交通运输局", "", "", "2026年9月")
                .row(4, "项目编号", "所在乡镇", "类别", "计划里程", "开工日期", "备注")
                .row(5, "P-001", "伍市镇", "新改建", "1.25", "2026.1.31", "")
                .row(6, "填表人：某");
    }

    private static ReadWorkbook read(SheetMaker... sheets) {
        return READER.recognise(workbook(sheets), "报表.xlsx");
    }

    private static List<String> codes(List<Finding> findings) {
        return findings.stream()
                .map(finding -> finding.code() + " " + finding.severity().title())
                .toList();
    }

    private static ReadSubmission only(ReadWorkbook workbook) {
        assertThat(workbook.submissions()).hasSize(1);
        return workbook.submissions().get(0);
    }

    private static Finding returnedForItsCode(ReadSubmission submission, String form) {
        assertThat(submission.form()).isEqualTo(new FormCode(form));
        assertThat(codes(submission.findings())).containsExactly("FORM-CODE 强制性");
        return submission.findings().get(0);
    }

    @Test
    void knowsAFormWhoseCodeWasClearedAndReturnsIt() {
        ReadWorkbook workbook = read(grain().clear("E2"), roads());

        assertThat(workbook.findings()).isEmpty();
        assertThat(workbook.submissions()).hasSize(2);
        ReadSubmission cleared = workbook.submissions().get(0);
        assertThat(cleared.unit()).isEqualTo(new UnitCode("430626111"));
        assertThat(cleared.period()).isEqualTo(ReferencePeriod.parse("2026-Q3").orElseThrow());
        Finding finding = returnedForItsCode(cleared, "试1-1");
        assertThat(finding.place().cells()).containsExactly(new CellReference("粮食", 1, 4));
        assertThat(finding.message())
                .isEqualTo("表号没有写\n"
                        + "伍市镇 · 2026年三季度 · 试1-1 粮食试报 · 工作表“粮食”E2\n"
                        + "填报：（空）；应为：试1-1。\n"
                        + "按“试1-1 粮食试报”识别：标题是“粮食试报”，7 行中有 7 行的代码和指标名称与它相同。"
                        + "请在 E2 写明“表号：试1-1”后重新报送；不是这张表的，请用下发的表式填报。");
    }

    @ParameterizedTest
    @CsvSource({"表号：试1-11, 试1-11", "表号：平99-9, 平99-9", "表号：试2-1, 试2-1", "表号：, ''", "表　号, ''"})
    void knowsAFormWhoseCodeIsMistypedOrThatOfAnother(String typed, String actual) {
        Finding finding = returnedForItsCode(only(read(grain().text("E2", typed))), "试1-1");
        assertThat(finding.comparison().actual()).isEqualTo(actual);
        assertThat(finding.title()).isEqualTo(actual.isEmpty() ? "表号没有写" : "表号写成了“" + actual + "”");
        assertThat(finding.place().cells()).containsExactly(new CellReference("粮食", 1, 4));
    }

    @Test
    void knowsALedgerByItsTitleAndColumns() {
        assertThat(returnedForItsCode(only(read(roads().clear("E2"))), "试2-1").remedy())
                .contains("标题是“公路试报”，6 栏中有 6 栏的名称与它相同");
        assertThat(returnedForItsCode(only(read(roads().clear("A1").text("E2", "表号：试2-l"))), "试2-1")
                        .comparison()
                        .actual())
                .isEqualTo("试2-l");
    }

    @Test
    void knowsAFormThatLostItsTitleToo() {
        returnedForItsCode(only(read(grain().clear("E2").text("A1", "伍市镇三季度情况"))), "试1-1");
    }

    @Test
    void findsAFormWithoutCodeBelowOneWithIt() {
        ReadWorkbook workbook = read(
                roads().below(grain().clear("E2"), 8),
                grain().text("A4", "填报单位：安定镇").clear("B4"));

        assertThat(workbook.submissions())
                .extracting(one -> one.form() + " " + one.unit())
                .containsExactly("试2-1 430626-JT", "试1-1 430626111", "试1-1 430626101");
        assertThat(workbook.submissions().get(0).findings()).isEmpty();
        returnedForItsCode(workbook.submissions().get(1), "试1-1");
    }

    @Test
    void findsTwoFormsWithoutCodesInOneSheet() {
        ReadWorkbook workbook = read(grain().clear("E2").below(roads().clear("E2"), 16));

        assertThat(workbook.submissions()).extracting(one -> one.form().text()).containsExactly("试1-1", "试2-1");
        workbook.submissions().forEach(one -> returnedForItsCode(one, one.form().text()));
    }

    @Test
    void takesTheSheetWithItsCodeBeforeACalculationThatLooksAlike() {
        ReadWorkbook draft = read(grain(), grain().named("计算").clear("E2").number("D8", "1"));
        assertThat(only(draft).sheet()).isEqualTo("粮食");
        assertThat(codes(draft.findings())).containsExactly("SHEET-COPY 提示性");
        assertThat(draft.findings().get(0).title()).isEqualTo("工作表“计算”像是“试1-1 粮食试报”，但没有写表号；这张表已从工作表“粮食”读取，这一份未采集");

        ReadWorkbook bare = read(
                grain(), grain().named("计算").clear("A1").clear("E2").clear("A4").number("D8", "1"));
        assertThat(only(bare).findings()).isEmpty();
        assertThat(codes(bare.findings())).containsExactly("SHEET-NOT-FORM 提示性");
    }

    @Test
    void refusesASheetThatLooksLikeAFormAndCannotBeTold() {
        ReadWorkbook workbook =
                read(roads(), grain().clear("A1").clear("E2").clear("A4").clear("C4"));
        assertThat(codes(workbook.findings())).containsExactly("UNKNOWN-FORM 强制性");
        assertThat(workbook.findings().get(0).title()).isEqualTo("工作表“粮食”像是“试1-1 粮食试报”，但没有写表号，不能认定，未采集");
        assertThat(only(workbook).findings()).isEmpty();
    }

    @Test
    void saysWhichSheetsAreNoForms() {
        SheetMaker notes = new SheetMaker().named("备忘").row(1, "周五前报");
        SheetMaker sums = new SheetMaker().named("计算").row(1, "村", "面积").row(2, "一村", "120");
        SheetMaker instructions = new SheetMaker().named("填报说明").row(1, "有问题请联系统计站。");
        SheetMaker blank = new SheetMaker().named("Sheet3").text("B2", " ");

        SheetMaker guide = new SheetMaker()
                .named("说明")
                .row(1, "伍市镇2026年三季度报表填表说明")
                .row(2, "序号", "表号")
                .row(3, "1", "试1-1");

        ReadWorkbook workbook = read(instructions, guide, grain(), notes, sums, blank);

        assertThat(codes(workbook.findings())).containsExactly("SHEET-NOT-FORM 提示性");
        assertThat(workbook.findings().get(0).title()).isEqualTo("工作表“备忘”、“计算”不是报表，未采集");
        assertThat(only(workbook).findings()).isEmpty();
        assertThat(workbook.isUnreadable()).isFalse();
    }

    @Test
    void ignoresHiddenFormsBesideAnythingThatIsShown() {
        ReadWorkbook workbook =
                read(grain(), grain().named("上季").text("C4", "2026年二季度").hidden());
        assertThat(only(workbook).period())
                .isEqualTo(ReferencePeriod.parse("2026-Q3").orElseThrow());
        assertThat(codes(workbook.findings())).containsExactly("HIDDEN-SHEET 提示性");
        assertThat(workbook.findings().get(0).title()).isEqualTo("隐藏的工作表“上季”里有“伍市镇 · 2026年二季度 · 试1-1 粮食试报”，未采集");

        ReadWorkbook sums = read(new SheetMaker().named("计算").row(1, "村", "面积").row(2, "一村", "120"), grain().hidden());
        assertThat(sums.isUnreadable()).isTrue();
        assertThat(codes(sums.findings())).containsExactlyInAnyOrder("HIDDEN-SHEET 提示性", "UNKNOWN-FORM 强制性");
    }

    @Test
    void readsHiddenFormsWhereNothingIsShown() {
        ReadWorkbook workbook = read(new SheetMaker().named("说明").row(1, "见各表"), grain().hidden());
        assertThat(codes(only(workbook).findings())).containsExactly("HIDDEN-SHEET 提示性");
    }
}

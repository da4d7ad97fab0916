package xiangbao.jobs.reminders;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import xiangbao.statistics.forms.FormCode;
import xiangbao.statistics.periods.ReferencePeriod;

/** What people are told, to the letter. */
class ReminderTextTests {
    private static final LocalDate DAY = LocalDate.of(2026, 10, 12);
    private static final ReferencePeriod QUARTER = ReferencePeriod.of("2026-Q3");
    private final ReminderText texts = new ReminderText("平江县", DAY);

    private static ReminderItem item(ReminderItem.Kind kind, String form, String title, int daysLeft, String feedback) {
        return new ReminderItem(kind, new FormCode(form), title, QUARTER, DAY.plusDays(daysLeft), daysLeft, feedback);
    }

    private static ReminderItem toilets(int daysLeft) {
        return item(ReminderItem.Kind.MISSING, "平31-1", "农村卫生厕所情况", daysLeft, "");
    }

    private static ReminderItem returned() {
        return item(ReminderItem.Kind.RETURNED, "平11-1", "粮食生产情况", -2, "feedback/伍市镇/三季度报表_退回_第1次.xlsx");
    }

    @Test
    void saysWhatIsMissingUntilWhenAndWhatToDo() {
        assertThat(texts.text("伍市镇", List.of(toilets(3)), "伍市镇_2026年三季度待报报表.xlsx"))
                .isEqualTo("""
                【催报】伍市镇：
                截至10月12日，还有1张报表等您单位报送：
                1. 平31-1 农村卫生厕所情况（2026年三季度）：未报，期限10月15日，还有3天。
                请填写工作簿“伍市镇_2026年三季度待报报表.xlsx”，放进收件夹里“伍市镇”文件夹。
                刚刚报过的，不必再报。
                平江县　2026年10月12日""");
    }

    @Test
    void saysWhereTheReturnLies() {
        assertThat(texts.text("伍市镇", List.of(returned()), "")).isEqualTo("""
                【催报】伍市镇：
                截至10月12日，还有1张报表等您单位报送：
                1. 平11-1 粮食生产情况（2026年三季度）：退回未重报，期限10月10日，已逾期2天。
                   退回件：feedback/伍市镇/三季度报表_退回_第1次.xlsx
                请打开退回件，照“审核结果”一页改好，放进收件夹里“伍市镇”文件夹。
                刚刚报过的，不必再报。
                平江县　2026年10月12日""");
    }

    @Test
    void asksForTheExplanationWithoutWhichNothingCounts() {
        assertThat(texts.text(
                        "伍市镇",
                        List.of(item(
                                ReminderItem.Kind.UNEXPLAINED,
                                "平32-1",
                                "农村生活垃圾治理情况",
                                3,
                                "feedback/伍市镇/三季度报表_待核实_第1次.xlsx")),
                        ""))
                .isEqualTo("""
                【催报】伍市镇：
                截至10月12日，还有1张报表等您单位报送：
                1. 平32-1 农村生活垃圾治理情况（2026年三季度）：待说明（暂不计入），期限10月15日，还有3天。
                   退回件：feedback/伍市镇/三季度报表_待核实_第1次.xlsx
                请打开退回件，在“审核结果”一页的“审核说明”栏写明原因（数字有误的直接改正），放进收件夹里“伍市镇”文件夹；说明认可之前这张表不计入汇总。
                刚刚报过的，不必再报。
                平江县　2026年10月12日""");
    }

    @Test
    void tellsBothApart() {
        assertThat(texts.text("伍市镇", List.of(returned(), toilets(0)), "伍市镇_待报报表.xlsx"))
                .isEqualTo("""
                【催报】伍市镇：
                截至10月12日，还有2张报表等您单位报送：
                1. 平11-1 粮食生产情况（2026年三季度）：退回未重报，期限10月10日，已逾期2天。
                   退回件：feedback/伍市镇/三季度报表_退回_第1次.xlsx
                2. 平31-1 农村卫生厕所情况（2026年三季度）：未报，期限10月12日，今天到期。
                未报的，请填写工作簿“伍市镇_待报报表.xlsx”，放进收件夹里“伍市镇”文件夹。
                退回的，请打开退回件，照“审核结果”一页改好，放进收件夹里“伍市镇”文件夹。
                刚刚报过的，不必再报。
                平江县　2026年10月12日""");
    }

    @Test
    void putsTheMostUrgentIntoTheSubject() {
        assertThat(texts.subject("伍市镇", List.of(toilets(3)))).isEqualTo("【催报】伍市镇：2026年三季度报表1张待报");
        assertThat(texts.subject("伍市镇", List.of(toilets(1)))).isEqualTo("【催报】伍市镇：2026年三季度报表1张明天到期");
        assertThat(texts.subject("伍市镇", List.of(toilets(0)))).isEqualTo("【催报】伍市镇：2026年三季度报表1张今天到期");
        assertThat(texts.subject("伍市镇", List.of(returned(), toilets(0)))).isEqualTo("【催报】伍市镇：2026年三季度报表2张已逾期");
    }

    @Test
    void writesTheYearWhereItIsAnother() {
        ReminderItem january = new ReminderItem(
                ReminderItem.Kind.MISSING,
                new FormCode("平13-1"),
                "农业经济情况",
                ReferencePeriod.of("2026"),
                LocalDate.of(2027, 1, 10),
                90,
                "");

        assertThat(texts.text("加义镇", List.of(january), "加义镇_2026年待报报表.xlsx"))
                .contains("1. 平13-1 农业经济情况（2026年）：未报，期限2027年1月10日，还有90天。");
    }

    @Test
    void countsFormByFormForTheCounty() {
        List<ReminderText.FormStanding> forms = List.of(
                new ReminderText.FormStanding(
                        new FormCode("平11-1"),
                        "粮食生产情况",
                        QUARTER,
                        LocalDate.of(2026, 10, 10),
                        25,
                        List.of("伍市镇", "加义镇"),
                        List.of("安定镇"),
                        List.of()),
                new ReminderText.FormStanding(
                        new FormCode("平22-1"),
                        "农村公路养护情况",
                        QUARTER,
                        LocalDate.of(2026, 10, 15),
                        25,
                        List.of("三墩乡"),
                        List.of(),
                        List.of("余坪镇")),
                new ReminderText.FormStanding(
                        new FormCode("平31-1"), "农村卫生厕所情况", QUARTER, DAY, 25, List.of(), List.of(), List.of()));

        assertThat(texts.summary(forms, 2)).isEqualTo("""
                平江县催报名单（2026年10月12日）
                收件夹里还有 2 个文件没有处理，请先运行 run 再催。

                平11-1 粮食生产情况（2026年三季度）
                应报25个，已报23个（其中退回未重报1个），未报2个。期限10月10日，已逾期2天。
                未报：伍市镇、加义镇
                退回未重报：安定镇

                平22-1 农村公路养护情况（2026年三季度）
                应报25个，已报24个（其中待说明1个），未报1个。期限10月15日，还有3天。
                未报：三墩乡
                待说明（暂不计入）：余坪镇

                平31-1 农村卫生厕所情况（2026年三季度）
                应报25个，已报齐。""");
        assertThat(texts.summary(List.of(), 0)).isEqualTo("平江县催报名单（2026年10月12日）\n今天没有要催的报表。");
    }
}

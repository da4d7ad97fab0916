package xiangbao.jobs.seals;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import xiangbao.jobs.Clerk;
import xiangbao.jobs.CountyScenario;
import xiangbao.jobs.Office;
import xiangbao.jobs.PrintedPage;
import xiangbao.jobs.ToyCounty;
import xiangbao.jobs.WorkspaceContents;
import xiangbao.jobs.doubts.WaiveOrder;
import xiangbao.jobs.doubts.Waiving;
import xiangbao.jobs.inquiries.Inquiries;
import xiangbao.jobs.inquiries.TraceAnswer;
import xiangbao.jobs.inquiries.Traces;
import xiangbao.jobs.operations.Cause;
import xiangbao.jobs.operations.OperatorLog;
import xiangbao.jobs.outcomes.FindingAnswer;
import xiangbao.jobs.outcomes.SubmissionAnswer;
import xiangbao.jobs.pipeline.MainJob;
import xiangbao.jobs.pipeline.RunAnswer;
import xiangbao.jobs.pipeline.RunOrder;
import xiangbao.jobs.reruns.RerunAnswer;
import xiangbao.jobs.reruns.RerunOrder;
import xiangbao.jobs.reruns.RerunStage;
import xiangbao.jobs.reruns.Reruns;
import xiangbao.jobs.runs.RunName;
import xiangbao.jobs.runs.comparison.ReproductionAnswer;
import xiangbao.jobs.runs.comparison.RunHistory;
import xiangbao.jobs.store.operations.LoggedAction;
import xiangbao.jobs.worker.RunListener;
import xiangbao.jobs.workspace.OrderMistakeException;
import xiangbao.statistics.forms.FormCode;
import xiangbao.statistics.forms.IndicatorCode;
import xiangbao.statistics.periods.ReferencePeriod;

/** 定案, 更正, 解除定案: what is published stays, and what changes it has a number; each kind of database runs it. */
abstract class SealScenario extends CountyScenario {
    private static final ReferencePeriod PERIOD = ReferencePeriod.of("2026-Q3");
    private static final Clerk CLERK = new Clerk("clerk@test", PERIOD);
    private static final ReferencePeriod AUGUST = ReferencePeriod.of("2026-08");
    private static final String SUMMARY = "试1-1_山塘基本情况_汇总表.xlsx";

    private Path village(String unit, String total, String sound) throws IOException {
        return village(unit, "山塘", total, sound);
    }

    private Path village(String unit, String name, String total, String sound) throws IOException {
        return ToyCounty.workbook(
                folder.resolve("sent/" + unit + "/" + name + ".xlsx"), unit, "2026年三季度", total, sound, "88.5");
    }

    private Path month(String unit, int month, String rounds, String mended) throws IOException {
        return ToyCounty.monthly(
                folder.resolve("sent/" + unit + "/巡查" + month + ".xlsx"), unit, "2026年" + month + "月", rounds, mended);
    }

    private static SealAnswer seal(Office office, boolean incomplete) {
        return office.entry(Sealing.class)
                .seal(new SealOrder(
                        PERIOD, incomplete, new Cause(Cause.Kind.SEAL, "chief@test", "调度会通过"), RunListener.SILENT));
    }

    private static CorrectionOrder correction(boolean preview, String unit) {
        return new CorrectionOrder(
                PERIOD,
                Optional.empty(),
                Optional.of(unit).filter(text -> !text.isEmpty()),
                "李局长",
                preview,
                new Cause(Cause.Kind.CORRECTION, "chief@test", "村里漏数了两口"));
    }

    private static UnsealAnswer unseal(Office office) {
        return office.entry(Unsealing.class)
                .unseal(new UnsealOrder(PERIOD, new Cause(Cause.Kind.UNSEAL, "chief@test", "全县重新核实")));
    }

    /** 不审 of 完好山塘不多于总数 in 荷塘镇, or no longer: what is said otherwise. */
    private static List<String> waive(Office office, boolean undo) {
        Cause cause = new Cause(Cause.Kind.WAIVER, "chief@test", "水毁山塘没有销号");
        return office
                .entry(Waiving.class)
                .waive(new WaiveOrder("S1-T1", Optional.empty(), "荷塘镇", PERIOD, undo, cause))
                .verdicts()
                .stream()
                .map(one -> "第" + one.round() + "次 " + one.from().title() + " → "
                        + one.to().title())
                .toList();
    }

    /** All three villages, and the period sealed: 200 ponds, 130 sound ones. */
    private void sealComplete(Office office) throws IOException {
        CLERK.submits(office, village("荷塘镇", "100", "60"), village("莲湖乡", "80", "50"), village("藕池街道", "20", "20"));
        assertThat(seal(office, false).sealed()).isTrue();
    }

    private static Map<String, String> county(Office office, int run) {
        Map<String, String> figures = new TreeMap<>();
        office.entry(Inquiries.class)
                .figures(new RunName(Optional.of(PERIOD), run), Optional.of(new FormCode("试1-1")), Optional.empty())
                .forEach(figure -> figures.put(figure.indicator().item(), String.valueOf(figure.value())));
        return figures;
    }

    private static List<String> runs(Office office, ReferencePeriod period) {
        return office.entry(RunHistory.class).runs(Optional.of(period)).stream()
                .map(run -> run.run() + " " + run.vintage() + " "
                        + run.cause().kind().title() + " " + run.state())
                .toList();
    }

    private static List<String> submissions(List<SubmissionAnswer> answers) {
        return answers.stream()
                .map(one -> one.unitName() + " " + one.form() + " " + one.period() + " 第" + one.round() + "次 "
                        + one.outcome().title())
                .toList();
    }

    private static List<String> outcomes(RunAnswer answer) {
        return answer.files().stream()
                .map(file -> file.file() + " " + file.outcome() + " " + file.feedback())
                .toList();
    }

    private static List<String> changes(CorrectionAnswer answer) {
        return answer.lines().stream()
                .map(line -> (line.county() ? "全县" : line.unitName()) + " " + line.indicator() + " " + line.before()
                        + " → " + line.after() + " " + line.difference())
                .toList();
    }

    private static List<String> states(Office office) {
        return office.entry(Inquiries.class).status(PERIOD).stream()
                .map(one -> one.unitName() + " " + one.form() + " " + one.state() + " " + one.round()
                        + (one.late() ? " 迟报" : ""))
                .toList();
    }

    private PrintedPage summary(int run) throws IOException {
        return PrintedPage.of(
                folder.resolve("workspace/reports/2026-Q3/第" + run + "次").resolve(SUMMARY), "汇总表");
    }

    private PrintedPage receipt(String path) throws IOException {
        return PrintedPage.of(folder.resolve("workspace").resolve(path), "暂存回执");
    }

    private PrintedPage notice(int number) throws IOException {
        return PrintedPage.of(folder.resolve("workspace").resolve(noticePath(number)), "更正通知单");
    }

    private static String noticePath(int number) {
        return "reports/2026-Q3/更正通知单/更正〔2026〕第" + number + "号.xlsx";
    }

    @Test
    void sealsAnIncompletePeriodOnlyWhenToldSoAndWritesDownWhatLacks() throws IOException {
        try (Office office = open()) {
            CLERK.submits(office, village("荷塘镇", "100", "60"), village("莲湖乡", "50", "70"));

            SealAnswer refused = seal(office, false);
            assertThat(refused.sealed()).isFalse();
            assertThat(refused.exit()).isEqualTo(1);
            assertThat(refused.vintage().title()).isEqualTo("初步数");
            assertThat(refused.lacking())
                    .extracting(lack -> lack.unitName() + " " + lack.form() + " " + lack.period() + " " + lack.state())
                    .containsExactly("莲湖乡 试1-1 2026-Q3 退回", "藕池街道 试1-1 2026-Q3 未报");
            assertThat(runs(office, PERIOD)).containsExactly("1 初步数 命令 REPORTED");
            assertThatThrownBy(() -> office.entry(Sealing.class)
                            .seal(new SealOrder(
                                    ReferencePeriod.of("2026-Q4"),
                                    true,
                                    Cause.command("chief@test"),
                                    RunListener.SILENT)))
                    .isInstanceOf(OrderMistakeException.class)
                    .hasMessage("2026年四季度还没有结束，不能定案。");

            SealAnswer sealed = seal(office, true);
            assertThat(sealed.sealed()).isTrue();
            assertThat(sealed.exit()).isZero();
            assertThat(sealed.run()).isEqualTo(2);
            assertThat(sealed.lacking()).isEqualTo(refused.lacking());
            assertThat(sealed.reports())
                    .containsExactly(
                            "reports/2026-Q3/第2次/" + SUMMARY,
                            "reports/2026-Q3/第2次/目标任务完成情况表.xlsx",
                            "reports/2026-Q3/第2次/责任单位/县水利局_目标任务.xlsx",
                            "reports/2026-Q3/第2次/乡镇/荷塘镇_情况.xlsx",
                            "reports/2026-Q3/第2次/乡镇/莲湖乡_情况.xlsx",
                            "reports/2026-Q3/第2次/乡镇/藕池街道_情况.xlsx",
                            "reports/2026-Q3/第2次/报送情况表.xlsx",
                            "reports/2026-Q3/第2次/审核情况表.xlsx",
                            "reports/2026-Q3/第2次/情况通报.docx");
            assertThat(runs(office, PERIOD)).containsExactly("1 初步数 命令 REPORTED", "2 定案数 定案 REPORTED");
            assertThat(county(office, 2)).isEqualTo(county(office, 1)).containsEntry("01.1", "100");
            assertThat(summary(1).text()).contains("初步数").doesNotContain("定案数");
            assertThat(summary(2).text()).contains("定案数").contains("未报").doesNotContain("初步数");
            assertThat(WorkspaceContents.rows(office).get("seal_event"))
                    .singleElement()
                    .asString()
                    .contains("kind=SEALED", "actor=chief@test", "reason=调度会通过")
                    .contains("莲湖乡 试1-1 2026-Q3 退回\n藕池街道 试1-1 2026-Q3 未报");
            assertThatThrownBy(() -> seal(office, true))
                    .isInstanceOf(OrderMistakeException.class)
                    .hasMessage("2026年三季度已于2026年10月9日 16:20由县级经办人定案。要改数请办理更正（correct），要重新开放请解除定案（unseal）。");
            assertThat(office.entry(OperatorLog.class).actions(Optional.of(PERIOD)))
                    .extracting(LoggedAction::command, LoggedAction::detail, LoggedAction::exit)
                    .containsExactly(
                            tuple("run", "处理文件 2 个，汇总 1 次", 1),
                            tuple("seal", "未定案，缺 2 项", 1),
                            tuple("seal", "已定案", 0),
                            tuple(
                                    "seal",
                                    "2026年三季度已于2026年10月9日 16:20由县级经办人定案。要改数请办理更正（correct），要重新开放请解除定案（unseal）。",
                                    2));
        }
    }

    @Test
    void holdsWhatComesForASealedPeriodAndGivesAReceipt() throws IOException {
        try (Office office = open()) {
            sealComplete(office);
            Map<String, String> figures = county(office, 2);
            assertThat(figures).containsEntry("01.1", "200").containsEntry("02.1", "130");

            RunAnswer held = CLERK.submits(office, village("荷塘镇", "山塘二", "102", "60"));
            assertThat(outcomes(held)).containsExactly("山塘二.xlsx HELD feedback/荷塘镇/山塘二_暂存回执_第1次.xlsx");
            assertThat(held.exit()).isEqualTo(1);
            assertThat(held.mainRun().orElseThrow().run()).isEqualTo(2);
            assertThat(held.mainRun().orElseThrow().fresh()).isFalse();
            PrintedPage receipt = receipt("feedback/荷塘镇/山塘二_暂存回执_第1次.xlsx");
            assertThat(receipt.lines())
                    .contains(
                            "荷塘镇：山塘二.xlsx　2026年10月9日 16:20收到。",
                            "2026年三季度的数已经定案公布。您这次报来的表已原样保存（暂存），没有计入汇总，已公布的数不变。",
                            "1|试1-1 山塘基本情况|2026年三季度|2026年10月9日 16:20定案|没有发现问题");

            // a second version waits behind the first; the same one again is a duplicate and repeats its receipt
            Path worse = village("荷塘镇", "山塘三", "102", "160");
            assertThat(outcomes(CLERK.submits(office, worse)))
                    .containsExactly("山塘三.xlsx HELD feedback/荷塘镇/山塘三_暂存回执_第1次.xlsx");
            assertThat(receipt("feedback/荷塘镇/山塘三_暂存回执_第1次.xlsx").lines())
                    .contains(
                            "1|试1-1 山塘基本情况|2026年三季度|2026年10月9日 16:20定案|必须改正 1 处",
                            "1|试1-1 山塘基本情况|山塘!D7 等2处|［强制性 S1-T1］完好山塘 > 山塘总数。填报：160；应为：≤102|请核对 01、02 两行");
            RunAnswer again = CLERK.submits(office, worse);
            assertThat(outcomes(again)).containsExactly("山塘三.xlsx DUPLICATE feedback/荷塘镇/山塘三_暂存回执_第1次.xlsx");
            assertThat(again.exit()).isEqualTo(1);

            assertThat(runs(office, PERIOD)).containsExactly("1 初步数 命令 REPORTED", "2 定案数 定案 REPORTED");
            assertThat(county(office, 2)).isEqualTo(figures);
            assertThat(WorkspaceContents.rows(office).get("held_submission")).hasSize(2);
            assertThat(office.entry(Traces.class)
                            .trace(IndicatorCode.parse("试1-1:01.1").orElseThrow(), PERIOD)
                            .orElseThrow()
                            .from())
                    .extracting(TraceAnswer.Origin::round)
                    .containsExactly(1, 1, 1);
            CLERK.submits(
                    office,
                    ToyCounty.workbook(folder.resolve("sent/藕池街道/大水面.xlsx"), "藕池街道", "2026年三季度", "20", "20", "600"));
            // what is doubtful has a band, not a value to type
            assertThat(receipt("feedback/藕池街道/大水面_暂存回执_第1次.xlsx").text())
                    .contains("［核实性 S1-R1］", "填报：600；参考范围：≤500")
                    .doesNotContain("应为");
            // another period is open
            Path earlier = ToyCounty.workbook(folder.resolve("sent/荷塘镇/二季度.xlsx"), "荷塘镇", "2026年二季度", "90", "50", "80");
            assertThat(outcomes(CLERK.submits(office, earlier))).containsExactly("二季度.xlsx ACCEPTED null");
        }
    }

    @Test
    void givesReturnAndReceiptForAWorkbookOfAnOpenAndASealedForm() throws IOException {
        ToyCounty.describeMonthly(folder.resolve("config"));
        try (Office office = open()) {
            CLERK.submits(office, village("荷塘镇", "100", "60"));
            assertThat(seal(office, true).sealed()).isTrue();
            Path held = village("荷塘镇", "报表", "101", "60");
            CLERK.submits(office, held);
            Path both = village("荷塘镇", "报表", "102", "60");
            ToyCounty.append(both, "荷塘镇", "2026年10月", "", "3");

            assertThat(outcomes(CLERK.submits(office, both)))
                    .containsExactly("报表.xlsx RETURNED feedback/荷塘镇/报表_退回_第1次.xlsx");
            assertThat(WorkspaceContents.files(folder.resolve("workspace")).keySet())
                    .filteredOn(path -> path.startsWith("feedback/"))
                    .containsExactlyInAnyOrder(
                            "feedback/荷塘镇/报表_暂存回执_第1次.xlsx",
                            "feedback/荷塘镇/报表_退回_第1次.xlsx",
                            "feedback/荷塘镇/报表_退回_第1次_暂存回执.xlsx");
        }
    }

    @Test
    void correctsASealedPeriodByANumberedNotice() throws IOException {
        try (Office office = open()) {
            sealComplete(office);
            CLERK.submits(office, village("荷塘镇", "山塘二", "101", "60"), village("莲湖乡", "山塘二", "81", "50"));
            CLERK.submits(office, village("荷塘镇", "山塘三", "102", "61"));
            Map<String, String> sealed = county(office, 2);

            Map<String, List<String>> rows = WorkspaceContents.rows(office);
            Map<String, String> files = WorkspaceContents.files(folder.resolve("workspace"));
            CorrectionAnswer look = office.entry(Correcting.class).correct(correction(true, "荷塘镇"));
            assertThat(WorkspaceContents.rows(office)).isEqualTo(rows);
            assertThat(WorkspaceContents.files(folder.resolve("workspace"))).isEqualTo(files);
            assertThat(look.preview()).isTrue();
            assertThat(look.number()).isEqualTo("更正〔2026〕第1号");
            assertThat(look.run()).isEqualTo(3);
            assertThat(look.notice()).isNull();
            List<String> changed = List.of(
                    "荷塘镇 试1-1:01.1 100 → 102 2",
                    "荷塘镇 试1-1:02.1 60 → 61 1",
                    "全县 试1-1:01.1 200 → 202 2",
                    "全县 试1-1:02.1 130 → 131 1",
                    "全县 试1-1:完好率 65 → 64.85 -0.15");
            assertThat(changes(look)).containsExactlyElementsOf(changed);

            CorrectionAnswer done = office.entry(Correcting.class).correct(correction(false, "荷塘镇"));
            assertThat(done.exit()).isZero();
            assertThat(done.number()).isEqualTo("更正〔2026〕第1号");
            assertThat(String.valueOf(done.vintage())).isEqualTo("修订数（第1次）");
            assertThat(done.runBefore()).isEqualTo(2);
            assertThat(done.run()).isEqualTo(3);
            assertThat(submissions(done.admitted())).containsExactly("荷塘镇 试1-1 2026-Q3 第3次 通过");
            assertThat(done.refused()).isEmpty();
            assertThat(changes(done)).containsExactlyElementsOf(changed);
            assertThat(done.notice()).isEqualTo(noticePath(1));
            assertThat(notice(1).lines())
                    .contains(
                            "荷塘镇|山塘总数|试1-1:01.1|2026年三季度|口|100|102|2",
                            "荷塘镇|完好山塘|试1-1:02.1|2026年三季度|口|60|61|1",
                            "试验县|山塘总数|试1-1:01.1|2026年三季度|口|200|202|2",
                            "试验县|完好山塘|试1-1:02.1|2026年三季度|口|130|131|1",
                            "试验县|完好率|试1-1:完好率|2026年三季度|%|65|64.85|-0.15");
            assertThat(notice(1).text())
                    .contains("更正〔2026〕第1号", "修订数（第1次）", "村里漏数了两口", "李局长")
                    .contains("2026年10月9日", "第2次 → 第3次", "试1-1 山塘基本情况")
                    .doesNotContain("莲湖乡", "@test");
            assertThat(summary(3).text()).contains("修订数（第1次）").doesNotContain("定案数");
            assertThat(runs(office, PERIOD))
                    .containsExactly("1 初步数 命令 REPORTED", "2 定案数 定案 REPORTED", "3 修订数（第1次） 更正 REPORTED");

            // the sealed result stays what it was
            assertThat(county(office, 2)).isEqualTo(sealed).containsEntry("01.1", "200");
            assertThat(county(office, 3)).containsEntry("01.1", "202").containsEntry("完好率", "64.85");
            for (int run = 1; run <= 3; run++) {
                ReproductionAnswer same =
                        office.entry(RunHistory.class).reproduce(new RunName(Optional.of(PERIOD), run));
                assertThat(same.identical())
                        .as("run %d: %s", run, same.differences())
                        .isTrue();
            }
            assertThat(office.entry(RunHistory.class)
                            .diff(
                                    new RunName(Optional.of(PERIOD), 2),
                                    new RunName(Optional.of(PERIOD), 3),
                                    Optional.empty())
                            .figures())
                    .extracting(one ->
                            one.indicator().item() + " " + one.causes().get(0).text())
                    .contains("01.1 荷塘镇 试1-1 2026年三季度 重新报送：第1次 → 第3次（山塘三.xlsx）。");

            // what another unit sent is held until it is asked for; the next notice has the next number
            assertThatThrownBy(() -> office.entry(Correcting.class).correct(correction(false, "荷塘镇")))
                    .isInstanceOf(OrderMistakeException.class)
                    .hasMessageStartingWith("2026年三季度（荷塘镇）没有暂存的报表，没有可以更正的内容。");
            CorrectionAnswer next = office.entry(Correcting.class).correct(correction(false, ""));
            assertThat(next.number()).isEqualTo("更正〔2026〕第2号");
            assertThat(String.valueOf(next.vintage())).isEqualTo("修订数（第2次）");
            assertThat(submissions(next.admitted())).containsExactly("莲湖乡 试1-1 2026-Q3 第2次 通过");
            assertThat(notice(2).lines()).contains("试验县|山塘总数|试1-1:01.1|2026年三季度|口|202|203|1");
            assertThat(county(office, 4)).containsEntry("01.1", "203");
        }
    }

    @Test
    void refusesWhatTheAuditReturnsAndLetsTheOthersIn() throws IOException {
        try (Office office = open()) {
            sealComplete(office);
            CLERK.submits(office, village("荷塘镇", "山塘二", "100", "160"));

            Map<String, List<String>> rows = WorkspaceContents.rows(office);
            CorrectionAnswer nothing = office.entry(Correcting.class).correct(correction(true, ""));
            assertThat(nothing.number()).isNull();
            assertThat(nothing.exit()).isEqualTo(1);
            assertThat(submissions(nothing.refused())).containsExactly("荷塘镇 试1-1 2026-Q3 第2次 退回");
            assertThat(nothing.refused().get(0).findings())
                    .extracting(FindingAnswer::id)
                    .containsExactly("990000101/2026-Q3/试1-1/S1-T1");
            assertThat(WorkspaceContents.rows(office)).isEqualTo(rows);

            CLERK.submits(office, village("莲湖乡", "山塘二", "81", "50"));
            CorrectionAnswer one = office.entry(Correcting.class).correct(correction(false, ""));
            assertThat(one.exit()).isEqualTo(1);
            assertThat(one.number()).isEqualTo("更正〔2026〕第1号");
            assertThat(submissions(one.admitted())).containsExactly("莲湖乡 试1-1 2026-Q3 第2次 通过");
            assertThat(submissions(one.refused())).containsExactly("荷塘镇 试1-1 2026-Q3 第2次 退回");
            assertThat(county(office, 3)).containsEntry("01.1", "201").containsEntry("02.1", "130");

            // a better version lets its key in, the refused round with it
            CLERK.submits(office, village("荷塘镇", "山塘三", "100", "61"));
            CorrectionAnswer better = office.entry(Correcting.class).correct(correction(false, ""));
            assertThat(submissions(better.admitted())).containsExactly("荷塘镇 试1-1 2026-Q3 第3次 通过");
            assertThat(changes(better)).contains("荷塘镇 试1-1:02.1 60 → 61 1");
            assertThat(county(office, 4)).containsEntry("01.1", "201").containsEntry("02.1", "131");
        }
    }

    @Test
    void opensAgainLettingInWhatIsHeldAndCanBeSealedAgain() throws IOException {
        try (Office office = open()) {
            sealComplete(office);
            CLERK.submits(office, village("荷塘镇", "山塘二", "101", "60"));
            CLERK.submits(office, village("荷塘镇", "山塘三", "102", "160"));
            CLERK.submits(office, village("莲湖乡", "山塘二", "81", "50"));

            assertThatThrownBy(() -> waive(office, false))
                    .isInstanceOf(OrderMistakeException.class)
                    .hasMessageMatching("2026年三季度已于.*由县级经办人定案，审核结论和已公布的数不再改变，不能再决定或撤销不审。确需改变的，请先解除定案（unseal）。");
            UnsealAnswer open = unseal(office);
            assertThat(open.exit()).isEqualTo(1);
            assertThat(submissions(open.released()))
                    .containsExactly("荷塘镇 试1-1 2026-Q3 第2次 通过", "荷塘镇 试1-1 2026-Q3 第3次 退回", "莲湖乡 试1-1 2026-Q3 第2次 通过");
            assertThat(folder.resolve("workspace/feedback/荷塘镇/山塘三_退回_第1次.xlsx")).isRegularFile();
            assertThat(WorkspaceContents.rows(office).get("seal_event"))
                    .hasSize(2)
                    .anySatisfy(event -> assertThat(event).contains("kind=UNSEALED", "reason=全县重新核实"));
            assertThatThrownBy(() -> unseal(office))
                    .isInstanceOf(OrderMistakeException.class)
                    .hasMessage("2026年三季度没有定案，报表可以照常报送和汇总，不需要更正或解除。");
            assertThat(waive(office, false)).containsExactly("第3次 退回 → 通过");
            assertThat(waive(office, true)).containsExactly("第3次 通过 → 退回");
            // what was published stays published until the next run
            assertThat(runs(office, PERIOD)).hasSize(2);

            assertThat(CLERK.submits(office).mainRun().orElseThrow().run()).isEqualTo(3);
            assertThat(county(office, 3)).containsEntry("01.1", "202").containsEntry("02.1", "130");
            assertThat(county(office, 2)).containsEntry("01.1", "200");
            assertThat(seal(office, true).run()).isEqualTo(4);
            assertThat(lackedLast(office)).containsExactly("荷塘镇 试1-1 2026-Q3 退回");
            CLERK.submits(office, village("荷塘镇", "山塘四", "103", "61"));
            CorrectionAnswer later = office.entry(Correcting.class).correct(correction(false, ""));
            assertThat(String.valueOf(later.vintage())).isEqualTo("修订数（第1次）");
            assertThat(runs(office, PERIOD))
                    .containsExactly(
                            "1 初步数 命令 REPORTED",
                            "2 定案数 定案 REPORTED",
                            "3 初步数 命令 REPORTED",
                            "4 定案数 定案 REPORTED",
                            "5 修订数（第1次） 更正 REPORTED");
        }
    }

    /** What lacked when it was sealed last. */
    private static List<String> lackedLast(Office office) {
        return office.entry(JdbcTemplate.class)
                .queryForList("select lacking from seal_event order by event_no desc", String.class)
                .get(0)
                .lines()
                .toList();
    }

    @Test
    void holdsTheMonthsOfASealedQuarterAndListsTheVerdictsThatStay() throws IOException {
        ToyCounty.describeMonthly(folder.resolve("config"));
        try (Office office = open()) {
            CLERK.submits(
                    office,
                    village("荷塘镇", "100", "60"),
                    month("荷塘镇", 7, "10", "1"),
                    month("荷塘镇", 8, "11", "2"),
                    month("荷塘镇", 9, "12", "3"));
            assertThat(seal(office, true).sealed()).isTrue();

            RunAnswer held = office.entry(MainJob.class)
                    .run(new RunOrder(
                            List.of(month("荷塘镇", 8, "11", "5")),
                            Optional.empty(),
                            Cause.command("clerk@test"),
                            RunListener.SILENT));
            assertThat(outcomes(held)).containsExactly("巡查8.xlsx HELD feedback/荷塘镇/巡查8_暂存回执_第1次.xlsx");
            // the result that it does not change is the sealed quarter's
            assertThat(held.runs())
                    .extracting(run -> run.period() + "/" + run.run() + " " + run.vintage() + " " + run.fresh())
                    .containsExactly("2026-Q3/2 定案数 false");
            assertThat(office.entry(RunHistory.class).runs(Optional.of(AUGUST))).isEmpty();
            assertThatThrownBy(() -> office.entry(Correcting.class)
                            .correct(new CorrectionOrder(
                                    AUGUST,
                                    Optional.empty(),
                                    Optional.empty(),
                                    "李局长",
                                    false,
                                    new Cause(Cause.Kind.CORRECTION, "chief@test", "补数"))))
                    .isInstanceOf(OrderMistakeException.class)
                    .hasMessage("2026年8月没有单独定案，它随2026年三季度一起定案；请用 --period 2026-Q3 办理。");

            // 5 in August is more than the 3 of September, whose verdict stays all the same
            CorrectionAnswer done = office.entry(Correcting.class).correct(correction(false, ""));
            assertThat(submissions(done.admitted())).containsExactly("荷塘镇 试2-1 2026-08 第2次 通过");
            assertThat(done.withheld())
                    .extracting(one -> one.unitName() + " " + one.form() + " " + one.period() + " 第" + one.round()
                            + "次 " + one.outcome() + " " + one.wouldBe() + " " + one.codes())
                    .containsExactly("荷塘镇 试2-1 2026-09 第1次 ACCEPTED RETURNED [S2-T1]");
            assertThat(changes(done)).containsExactly("荷塘镇 试2-1:02.1 2 → 5 3");
            assertThat(states(office)).contains("荷塘镇 试2-1 锁定 1 迟报");
        }
        edit("forms/试1-1.yaml", "[02] ≤ [01]", "[02] ≤ 0.5 * [01]");
        try (Office office = open()) {
            // a relation that became stricter returns nobody who was accepted before the seal
            CLERK.submits(office, village("荷塘镇", "山塘二", "200", "60"));
            CorrectionAnswer strict = office.entry(Correcting.class).correct(correction(false, ""));
            assertThat(submissions(strict.admitted())).containsExactly("荷塘镇 试1-1 2026-Q3 第2次 通过");
            RerunAnswer again = office.entry(Reruns.class)
                    .preview(new RerunOrder(
                            List.of(PERIOD),
                            RerunOrder.Backfill.ALL,
                            Optional.empty(),
                            Optional.empty(),
                            RerunStage.REVIEW,
                            new Cause(Cause.Kind.RERUN, "chief@test", "关系改了"),
                            RunListener.SILENT));
            assertThat(again.periods().get(0).withheld())
                    .extracting(one -> one.form() + " " + one.period() + " " + one.wouldBe() + " " + one.codes())
                    .containsExactly("试2-1 2026-09 RETURNED [S2-T1]");
        }
    }

    @Test
    void showsWhatIsLockedAndWhatIsHeld() throws IOException {
        ToyCounty.describeMonthly(folder.resolve("config"));
        try (Office office = open()) {
            Path doubtful =
                    ToyCounty.workbook(folder.resolve("sent/藕池街道/山塘.xlsx"), "藕池街道", "2026年三季度", "20", "20", "600");
            CLERK.submits(
                    office,
                    village("荷塘镇", "100", "60"),
                    village("莲湖乡", "50", "70"),
                    doubtful,
                    month("莲湖乡", 9, "12", "3"));
            // the month was due on the fifth, the quarter is due on the tenth
            assertThat(states(office))
                    .containsExactly(
                            "荷塘镇 试1-1 通过 1",
                            "莲湖乡 试1-1 退回 1",
                            "藕池街道 试1-1 待核实 1",
                            "荷塘镇 试2-1 未报 0 迟报",
                            "莲湖乡 试2-1 通过 1 迟报",
                            "藕池街道 试2-1 未报 0 迟报");

            assertThat(seal(office, true).sealed()).isTrue();
            CLERK.submits(office, village("荷塘镇", "山塘二", "101", "60"));
            CLERK.submits(office, village("荷塘镇", "山塘三", "102", "60"), month("藕池街道", 9, "9", "1"));
            assertThat(states(office))
                    .containsExactly(
                            "荷塘镇 试1-1 封存期暂存 3",
                            "莲湖乡 试1-1 退回 1",
                            "藕池街道 试1-1 锁定 1",
                            "荷塘镇 试2-1 未报 0 迟报",
                            "莲湖乡 试2-1 锁定 1 迟报",
                            "藕池街道 试2-1 封存期暂存 1 迟报");

            office.entry(Correcting.class).correct(correction(false, "荷塘镇"));
            assertThat(states(office)).contains("荷塘镇 试1-1 锁定 3", "藕池街道 试2-1 封存期暂存 1 迟报");
            unseal(office);
            assertThat(states(office)).contains("荷塘镇 试1-1 通过 3", "藕池街道 试1-1 待核实 1", "藕池街道 试2-1 通过 1 迟报");
        }
    }

    @Test
    void printsWhatWasDecidedWhenTheDecidingProcessCouldNot() throws IOException {
        try (Office office = open()) {
            CLERK.submits(office, village("荷塘镇", "100", "60"), village("莲湖乡", "80", "50"), village("藕池街道", "20", "20"));
            Path stone = folder.resolve("workspace/reports/2026-Q3/第2次");
            Files.writeString(stone, "");
            assertThatThrownBy(() -> seal(office, false)).isInstanceOf(RuntimeException.class);
            assertThat(runs(office, PERIOD)).endsWith("2 定案数 定案 AGGREGATED");
            Files.delete(stone);
        }
        try (Office office = open()) {
            // sealed it is; whoever comes next prints it, whatever he came for
            office.entry(MainJob.class)
                    .run(new RunOrder(List.of(), Optional.empty(), Cause.command("clerk@test"), RunListener.SILENT));
            assertThat(runs(office, PERIOD)).endsWith("2 定案数 定案 REPORTED");
            assertThat(summary(2).text()).contains("定案数");

            CLERK.submits(office, village("荷塘镇", "山塘二", "101", "160"));
            CLERK.submits(office, village("荷塘镇", "山塘三", "102", "60"));
            Files.writeString(folder.resolve("workspace/reports/2026-Q3/更正通知单"), "");
            assertThatThrownBy(() -> office.entry(Correcting.class).correct(correction(false, "")))
                    .isInstanceOf(RuntimeException.class);
        }
        Files.delete(folder.resolve("workspace/reports/2026-Q3/更正通知单"));
        try (Office office = open()) {
            Map<String, List<String>> rows = WorkspaceContents.rows(office);
            assertThatThrownBy(() -> office.entry(Correcting.class).correct(correction(true, "")))
                    .isInstanceOf(OrderMistakeException.class);
            assertThat(WorkspaceContents.rows(office)).isEqualTo(rows);

            office.entry(MainJob.class)
                    .run(new RunOrder(List.of(), Optional.empty(), Cause.command("clerk@test"), RunListener.SILENT));
            assertThat(runs(office, PERIOD)).endsWith("3 修订数（第1次） 更正 REPORTED");
            assertThat(notice(1).lines()).contains("试验县|山塘总数|试1-1:01.1|2026年三季度|口|200|202|2");
            assertThat(summary(3).text()).contains("修订数（第1次）");
            // the round that was let in and returned on the way is answered too
            assertThat(folder.resolve("workspace/feedback/荷塘镇/山塘二_退回_第1次.xlsx")).isRegularFile();
            Map<String, String> printed = WorkspaceContents.files(folder.resolve("workspace"));
            office.entry(MainJob.class)
                    .run(new RunOrder(List.of(), Optional.empty(), Cause.command("clerk@test"), RunListener.SILENT));
            assertThat(WorkspaceContents.files(folder.resolve("workspace"))).isEqualTo(printed);
        }
    }
}

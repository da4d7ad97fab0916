package xiangbao.console;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Path;
import java.time.format.DateTimeFormatter;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import xiangbao.jobs.backup.BackupAnswer;
import xiangbao.jobs.forms.FormsAnswer;
import xiangbao.jobs.inquiries.ExportAnswer;
import xiangbao.jobs.inquiries.TargetTrace;
import xiangbao.jobs.inquiries.TraceAnswer;
import xiangbao.jobs.inquiries.UnitStatus;
import xiangbao.jobs.outcomes.FileAnswer;
import xiangbao.jobs.outcomes.FindingAnswer;
import xiangbao.jobs.outcomes.SubmissionAnswer;
import xiangbao.jobs.pipeline.RunAnswer;
import xiangbao.jobs.reminders.RemindAnswer;
import xiangbao.jobs.reminders.UnitReminder;
import xiangbao.jobs.runs.CoverageAnswer;
import xiangbao.jobs.runs.FigureAnswer;
import xiangbao.jobs.runs.PeriodRun;
import xiangbao.jobs.runs.RunLookup;
import xiangbao.jobs.runs.TargetAnswer;
import xiangbao.jobs.store.operations.LoggedAction;
import xiangbao.statistics.aggregate.FigureStatus;
import xiangbao.statistics.aggregate.OfficialGap;
import xiangbao.statistics.figures.FigureText;
import xiangbao.statistics.findings.Finding;
import xiangbao.statistics.findings.Folded;
import xiangbao.statistics.findings.Outcome;
import xiangbao.statistics.findings.Severity;
import xiangbao.statistics.forms.FormCode;
import xiangbao.statistics.periods.ReferencePeriod;

/** The answers as a person reads them. */
final class Screen {
    private static final int FILES_SHOWN = 40;
    private static final Set<String> PASSED_OVER = Set.of("SHEET-NOT-FORM", "HIDDEN-SHEET", "SHEET-COPY");
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");
    private final Terminal terminal;

    Screen(Terminal terminal) {
        this.terminal = terminal;
    }

    Terminal terminal() {
        return terminal;
    }

    void run(RunAnswer answer, Path workspace) {
        Map<Outcome, Integer> counts = new EnumMap<>(Outcome.class);
        answer.files().forEach(file -> counts.merge(file.outcome(), 1, Integer::sum));
        StringBuilder summary = new StringBuilder("共处理 " + answer.files().size() + " 个文件");
        counts.forEach((outcome, count) ->
                summary.append("，").append(outcome.title()).append(" ").append(count));
        say(summary.append("。").toString());
        if (answer.explanations() > 0) {
            String period =
                    answer.mainRun().map(run -> " --period " + run.period()).orElse("");
            say("收到审核说明 " + answer.explanations() + " 条；用 findings" + period + " --open 查看，看过属实的用 accept 认可。");
        }
        say("");
        TextTable troubled = new TextTable("文件", "结果", "要改>", "要说明>", "反馈");
        for (FileAnswer file : answer.files()) {
            if (file.standing().compareTo(Outcome.ACCEPTED) > 0
                    || file.outcome().compareTo(Outcome.ACCEPTED) > 0
                    || file.feedback() != null) {
                troubled.add(
                        file.file(),
                        outcome(file),
                        Long.toString(findings(file, Severity.MANDATORY)),
                        Long.toString(findings(file, Severity.QUERY)),
                        file.feedback() == null ? "" : file.feedback());
            }
        }
        if (!troubled.isEmpty()) {
            List<String> lines = troubled.lines();
            lines.stream().limit(FILES_SHOWN + 2L).forEach(this::say);
            if (lines.size() > FILES_SHOWN + 2) {
                say("……其余 " + (lines.size() - FILES_SHOWN - 2) + " 个略，用 --json 查看全部。");
            }
            say("");
        }
        passedOver(answer.files());
        left(answer.files());
        for (PeriodRun run : answer.runs()) {
            say(run.period().title() + " 第" + run.run() + "次汇总（" + run.vintage() + "）"
                    + (run.fresh() ? "" : run.vintage().isSealed() ? "，已定案，未重新汇总" : "，数据和配置都没有变化，未重新汇总"));
            coverage(run.coverage());
            gaps(run.gaps());
            run.hint().ifPresent(this::say);
            if (!run.reports().isEmpty()) {
                say("报表 " + run.reports().size() + " 份，在："
                        + workspace.resolve(run.reports().get(0)).getParent());
            }
            say("");
        }
        new SealScreen(terminal).withheld(answer.withheld());
    }

    /** Sheets that were not taken, which a file that is otherwise all right says nowhere else. */
    private void passedOver(List<FileAnswer> files) {
        List<String> lines = files.stream()
                .flatMap(file -> file.findings().stream()
                        .filter(answer -> PASSED_OVER.contains(answer.finding().code()))
                        .map(answer ->
                                "  " + file.file() + "：" + answer.finding().title()))
                .toList();
        if (!lines.isEmpty()) {
            say("没有采集的工作表：");
            lines.stream().limit(FILES_SHOWN).forEach(this::say);
            if (lines.size() > FILES_SHOWN) {
                say("  ……其余 " + (lines.size() - FILES_SHOWN) + " 条略，用 --json 查看全部。");
            }
            say("");
        }
    }

    /** What lies in the inbox and was not taken, with the reason. */
    private void left(List<FileAnswer> files) {
        TextTable left = new TextTable("没有取的文件", "原因", "怎么办");
        for (FileAnswer file : files) {
            for (FindingAnswer reason : file.findings()) {
                if (file.outcome() == Outcome.IGNORED) {
                    left.add(
                            file.file(),
                            reason.finding().title(),
                            reason.finding().remedy());
                }
            }
        }
        if (!left.isEmpty()) {
            List<String> lines = left.lines();
            lines.stream().limit(FILES_SHOWN + 2L).forEach(this::say);
            if (lines.size() > FILES_SHOWN + 2) {
                say("……其余 " + (lines.size() - FILES_SHOWN - 2) + " 个略，用 --json 查看全部。");
            }
            say("");
        }
    }

    void coverage(List<CoverageAnswer> coverage) {
        TextTable table = new TextTable("表号", "报告期", "应报>", "已报>", "通过>", "待核实>", "其中暂不计入>", "退回>", "未报>", "未报单位");
        for (CoverageAnswer form : coverage) {
            table.add(
                    form.form().text(),
                    form.period().toString(),
                    Integer.toString(form.expected()),
                    Integer.toString(form.received()),
                    Integer.toString(form.accepted()),
                    Integer.toString(form.pending()),
                    Integer.toString(form.withheld()),
                    Integer.toString(form.returned()),
                    Integer.toString(form.missing()),
                    some(form.missingUnits()));
        }
        table.lines().forEach(this::say);
    }

    void files(List<FileAnswer> files) {
        for (FileAnswer file : files) {
            say(file.file() + "：" + file.outcome().title());
            findings(file.findings());
            for (SubmissionAnswer submission : file.submissions()) {
                say("  " + submission.form() + " " + submission.unitName()
                        + (submission.period() == null
                                ? ""
                                : " " + submission.period().title()) + "："
                        + submission.outcome().title());
                findings(submission.findings());
            }
            say("");
        }
    }

    private void findings(List<FindingAnswer> answers) {
        for (Folded<FindingAnswer> one : Folded.of(answers, FindingAnswer::finding)) {
            Finding leader = one.leader().finding();
            say("  〔" + leader.standing() + "〕");
            leader.message().lines().forEach(line -> say("    " + line));
            if (!one.beneath().isEmpty()) {
                say("    由此引起的还有 " + one.beneath().size() + " 处，改好这一处就不用再改：");
                one.beneath()
                        .forEach(answer -> say("      " + answer.finding().heading()
                                + answer.finding().title()));
            }
        }
    }

    void forms(FormsAnswer answer) {
        TextTable table = new TextTable("单位", "文件", "报表");
        for (FormsAnswer.BlankFile file : answer.files()) {
            table.add(
                    file.unitName(),
                    String.valueOf(file.path().getFileName()),
                    file.forms().stream().map(FormCode::text).collect(Collectors.joining("、")));
        }
        table.lines().forEach(this::say);
        say("空白表 " + answer.files().size() + " 份，在：" + answer.folder());
    }

    void reminders(RemindAnswer answer) {
        answer.summary().lines().forEach(this::say);
        if (answer.units().isEmpty()) {
            say("");
            say("没有要催的单位。");
            return;
        }
        for (UnitReminder one : answer.units()) {
            say("");
            say("─".repeat(20));
            one.text().lines().forEach(this::say);
        }
        say("─".repeat(20));
        say("");
        if (answer.units().stream().anyMatch(one -> one.sending() != UnitReminder.Sending.NOT_ASKED)) {
            TextTable table = new TextTable("单位", "邮件", "说明");
            answer.units()
                    .forEach(one -> table.add(one.unitName(), one.sending().title(), one.note()));
            table.lines().forEach(this::say);
        }
        say("催 " + answer.units().size() + " 个单位，名单、文字和要填的工作簿在：" + answer.folder());
    }

    void backup(BackupAnswer answer) {
        say("备份完成并已读回核对：" + answer.file());
        say("数据 " + answer.rows() + " 行，文件 " + answer.files() + " 个，共 " + megabytes(answer.size()) + "，截至 "
                + MINUTE.format(answer.madeAt()) + "。");
        answer.notes().forEach(note -> say("注意：" + note));
    }

    void restored(BackupAnswer answer, Path workspace) {
        say("恢复完成：" + workspace);
        say("数据 " + answer.rows() + " 行，文件 " + answer.files() + " 个；备份由乡报 " + answer.programVersion() + "（"
                + answer.database() + " 数据库）于 " + MINUTE.format(answer.madeAt()) + " 生成。");
        answer.notes().forEach(note -> say("注意：" + note));
    }

    private static String megabytes(long bytes) {
        return BigDecimal.valueOf(bytes)
                        .movePointLeft(6)
                        .setScale(1, RoundingMode.CEILING)
                        .toPlainString() + " MB";
    }

    void log(List<LoggedAction> actions) {
        if (actions.isEmpty()) {
            say("还没有操作记录。");
            return;
        }
        TextTable table = new TextTable("时间", "操作人", "命令", "内容", "报告期", "返回码>", "结果", "汇总", "理由");
        for (LoggedAction action : actions) {
            table.add(
                    MINUTE.format(action.begun()),
                    action.actor(),
                    action.command(),
                    action.arguments(),
                    action.period(),
                    action.exit() == null ? "" : action.exit().toString(),
                    action.ended() == null ? "没有做完，或正在做" : action.detail(),
                    some(action.runs()),
                    action.reason());
        }
        table.lines().forEach(this::say);
    }

    void status(ReferencePeriod period, List<UnitStatus> statuses) {
        Map<String, Integer> states = new TreeMap<>();
        TextTable table = new TextTable("单位", "表号", "报告期", "状态", "轮次>", "期限");
        for (UnitStatus status : statuses) {
            String state = status.state() + (status.withheld() ? "（暂不计入）" : "");
            states.merge(state, 1, Integer::sum);
            table.add(
                    status.unitName(),
                    status.form().text(),
                    status.period().toString(),
                    state + late(status),
                    Integer.toString(status.round()),
                    status.due().toString());
        }
        StringBuilder summary = new StringBuilder(period.title() + "报送情况：合计 " + statuses.size());
        states.forEach(
                (state, count) -> summary.append("，").append(state).append(" ").append(count));
        long overdue = statuses.stream()
                .filter(status -> status.late() && status.round() == 0)
                .count();
        long late = statuses.stream().filter(UnitStatus::late).count() - overdue;
        summary.append(late + overdue == 0 ? "" : "；迟报 " + late + "，逾期未报 " + overdue);
        say(summary.append("。").toString());
        if (!table.isEmpty()) {
            say("");
            table.lines().forEach(this::say);
        }
    }

    /** 迟报 has come too late; 逾期 has not come although it should have. */
    private static String late(UnitStatus status) {
        return !status.late() ? "" : status.round() == 0 ? "、逾期" : "、迟报";
    }

    void figures(ReferencePeriod period, List<FigureAnswer> figures) {
        if (figures.isEmpty()) {
            say(RunLookup.nothing(period));
            return;
        }
        TextTable table = new TextTable("指标", "名称", "单位", "数值>", "计量单位", "覆盖>", "说明");
        for (FigureAnswer figure : figures) {
            table.add(
                    figure.indicator().toString(),
                    figure.title(),
                    figure.unitName(),
                    value(figure),
                    figure.unitOfMeasure(),
                    figure.reported() + "/" + figure.expected(),
                    note(figure));
        }
        table.lines().forEach(this::say);
        List<OfficialGap> gaps =
                figures.stream().map(FigureAnswer::gap).filter(Objects::nonNull).toList();
        if (!gaps.isEmpty()) {
            say("");
            say("与核定数比较：");
            official(gaps);
        }
        say("乡镇调度数，非法定统计数据。未报为未报送，退回为报来没有通过、未计入，没有数的待核实为说明认可之前暂不计入，—为不适用。");
    }

    /** Where the county's figures lie further from 核定数 than rounding explains. */
    private void gaps(List<OfficialGap> gaps) {
        if (!gaps.isEmpty()) {
            say("与核定数相差 " + gaps.size() + " 项，不是四舍五入造成的，请查明原因：");
            official(gaps);
        }
    }

    private void official(List<OfficialGap> gaps) {
        TextTable table = new TextTable("指标", "名称", "汇总数>", "核定数>", "差额>", "相差%>", "计量单位", "文号", "说明");
        for (OfficialGap gap : gaps) {
            BigDecimal percent = gap.percent();
            table.add(
                    gap.code(),
                    gap.title(),
                    FigureText.grouped(gap.value()),
                    FigureText.grouped(gap.official().value()),
                    FigureText.grouped(gap.difference()),
                    percent == null ? "—" : FigureText.grouped(percent.setScale(2, RoundingMode.HALF_UP)),
                    gap.unit(),
                    gap.official().document(),
                    gap.beyondRounding() ? "" : "四舍五入以内");
        }
        table.lines().forEach(this::say);
    }

    private static String value(FigureAnswer figure) {
        if (figure.shown() != null) {
            return figure.shown();
        }
        return FigureStatus.valueOf(figure.status()).title();
    }

    private static String note(FigureAnswer figure) {
        StringBuilder note = new StringBuilder();
        if (figure.status().equals("PROVISIONAL")) {
            note.append("报送或审核不齐");
        }
        if (figure.pending() > 0) {
            note.append(note.length() == 0 ? "" : "，")
                    .append("待核实")
                    .append(figure.pending())
                    .append("个");
        }
        if (figure.withheld() > 0) {
            note.append(note.length() == 0 ? "" : "，")
                    .append("待核实暂不计入")
                    .append(figure.withheld())
                    .append("个");
        }
        if (figure.forecast()) {
            note.append(note.length() == 0 ? "" : "，").append("含预计");
        }
        return note.toString();
    }

    void exported(ExportAnswer answer) {
        say("汇总 " + answer.run() + " 的 " + answer.figures() + " 个数"
                + (answer.targets() > 0 ? "、" + answer.targets() + " 行目标任务（分项各占一行）" : "") + "已导出：");
        answer.files().forEach(file -> say("  " + file));
        say("乡镇调度数，非法定统计数据；核定数另列一栏，附文号。数值为空的，“状态”栏写明是未报、退回、待核实还是不适用。");
    }

    void trace(TraceAnswer answer) {
        FigureAnswer figure = answer.figure();
        say(figure.period().title() + " " + figure.unitName() + " " + figure.indicator() + " " + figure.title() + " = "
                + value(figure) + " " + figure.unitOfMeasure()
                + (note(figure).isEmpty() ? "" : "（" + note(figure) + "）"));
        if (!answer.formula().isEmpty()) {
            say("计算：" + answer.formula());
        }
        origins(answer.from());
    }

    void trace(TargetTrace answer) {
        TargetAnswer target = answer.target();
        say(answer.period().title() + " " + answer.unitName() + " " + target.code() + " " + target.title() + " = "
                + target.actualText() + (target.isFigure() ? " " + target.unitOfMeasure() : "") + "（目标 "
                + target.targetText() + "，" + target.status()
                + "，覆盖 " + target.coverage() + "）");
        say(answer.formula().isEmpty() ? "这项目标没有计算公式，没有可以追溯的数。" : "计算：" + answer.formula());
        if (!answer.indicators().isEmpty()) {
            TextTable table = new TextTable("指标", "名称", "报告期", "数值>", "计量单位", "覆盖>", "说明");
            for (FigureAnswer figure : answer.indicators()) {
                table.add(
                        figure.indicator().toString(),
                        figure.title(),
                        figure.period().toString(),
                        value(figure),
                        figure.unitOfMeasure(),
                        figure.reported() + "/" + figure.expected(),
                        note(figure));
            }
            table.lines().forEach(this::say);
        }
        origins(answer.from());
    }

    private void origins(List<TraceAnswer.Origin> from) {
        if (from.isEmpty()) {
            return;
        }
        TextTable table = new TextTable("单位", "指标", "报告期", "数值>", "轮次>", "文件", "工作表", "单元格", "SHA-256");
        for (TraceAnswer.Origin origin : from) {
            table.add(
                    origin.unitName(),
                    origin.indicator() + (origin.line().isEmpty() ? "" : " " + origin.line()),
                    origin.period().toString(),
                    origin.value() == null ? "" : origin.value(),
                    Integer.toString(origin.round()),
                    origin.file(),
                    origin.sheet(),
                    origin.cell() == null ? "" : origin.cell(),
                    origin.sha256().substring(0, Math.min(12, origin.sha256().length())));
        }
        table.lines().forEach(this::say);
    }

    void progress(ReferencePeriod period, List<TargetAnswer> targets) {
        if (targets.isEmpty()) {
            say(RunLookup.nothing(period));
            return;
        }
        TextTable table = new TextTable("代码", "目标任务", "依据", "目标>", "实际>", "计量单位", "状态", "灯", "覆盖>", "未达标");
        for (TargetAnswer target : targets) {
            table.add(
                    target.code(),
                    (target.partOf() == null ? "" : "　") + target.title(),
                    target.section(),
                    target.targetText(),
                    target.actualText(),
                    target.isFigure() ? target.unitOfMeasure() : "—",
                    target.status(),
                    target.light(),
                    target.coverage(),
                    some(target.below()));
        }
        table.lines().forEach(this::say);
        say(TargetAnswer.counts(targets).told() + "。");
    }

    private static String some(List<String> names) {
        int shown = 4;
        return names.size() <= shown
                ? String.join("、", names)
                : String.join("、", names.subList(0, shown)) + "等" + names.size() + "个";
    }

    /** Of one in which nothing is new, also how that stands. */
    private static String outcome(FileAnswer file) {
        return file.outcome() == Outcome.DUPLICATE && file.standing() != Outcome.IGNORED
                ? file.outcome().title() + "（" + file.standing().title() + "）"
                : file.outcome().title();
    }

    private static long findings(FileAnswer file, Severity severity) {
        return file.findings().stream()
                        .map(FindingAnswer::finding)
                        .filter(finding -> counts(finding, severity))
                        .count()
                + file.submissions().stream()
                        .flatMap(submission -> submission.findings().stream())
                        .map(FindingAnswer::finding)
                        .filter(finding -> counts(finding, severity))
                        .count();
    }

    /** What goes away with another finding is not counted beside it. */
    private static boolean counts(Finding finding, Severity severity) {
        return finding.severity() == severity && !finding.settled() && !finding.folds();
    }

    private void say(String line) {
        terminal.say(line);
    }
}

package xiangbao.console;

import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import xiangbao.jobs.reruns.RerunAnswer;
import xiangbao.jobs.review.VerdictChange;
import xiangbao.jobs.review.WithheldAnswer;
import xiangbao.jobs.runs.FigureAnswer;
import xiangbao.jobs.runs.RunSummary;
import xiangbao.jobs.runs.TargetAnswer;
import xiangbao.jobs.runs.comparison.ChangeCause;
import xiangbao.jobs.runs.comparison.DiffAnswer;
import xiangbao.jobs.runs.comparison.ReproductionAnswer;
import xiangbao.jobs.runs.comparison.RunDetail;
import xiangbao.statistics.aggregate.FigureStatus;
import xiangbao.statistics.findings.Outcome;
import xiangbao.statistics.periods.ReferencePeriod;

/** The answers about runs as a person reads them. */
final class RunScreen {
    private static final int SHOWN = 40;
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);
    private final Terminal terminal;

    RunScreen(Terminal terminal) {
        this.terminal = terminal;
    }

    void runs(List<RunSummary> runs) {
        if (runs.isEmpty()) {
            say("还没有汇总过。");
            return;
        }
        TextTable table = new TextTable("汇总", "数据性质", "方式", "何人", "何时", "原因", "状态", "文件>", "通过>", "待核实>", "退回>");
        for (RunSummary run : runs) {
            table.add(
                    run.name(),
                    run.vintage(),
                    run.cause().kind().title(),
                    run.cause().actor(),
                    time(run.fixedAt()),
                    run.cause().reason(),
                    state(run),
                    Integer.toString(run.files()),
                    count(run, Outcome.ACCEPTED),
                    count(run, Outcome.PENDING_EXPLANATION),
                    count(run, Outcome.RETURNED));
        }
        table.lines().forEach(this::say);
    }

    private static String time(@Nullable LocalDateTime time) {
        return time == null ? "" : time.format(TIME);
    }

    private static String state(RunSummary run) {
        return switch (run.state()) {
            case "FIXED" -> "未汇总完";
            case "AGGREGATED" -> "未出表";
            default -> "已出表";
        };
    }

    private static String count(RunSummary run, Outcome outcome) {
        return Integer.toString(run.submissions().getOrDefault(outcome, 0));
    }

    void run(RunDetail detail) {
        RunSummary run = detail.summary();
        say(run.period().title() + " 第" + run.run() + "次汇总（" + run.vintage() + "）");
        line("方式", run.cause().kind().title());
        line("何人", run.cause().actor());
        line("原因", run.cause().reason());
        line("提出", time(run.requestedAt()));
        line("定数", time(run.fixedAt()));
        line("出表", time(run.finishedAt()));
        line("状态", state(run));
        line("程序", run.programVersion());
        line("配置", run.configuration());
        line("模板", run.templates());
        line("依据", "sha256:" + run.basis());
        line(
                "取数",
                run.files() + " 个文件，通过 " + count(run, Outcome.ACCEPTED) + " 份，待核实 "
                        + count(run, Outcome.PENDING_EXPLANATION) + " 份，退回 " + count(run, Outcome.RETURNED) + " 份");
        detail.supersedes().ifPresent(number -> line("取代", "第" + number + "次"));
        detail.supersededBy().ifPresent(number -> line("已被", "第" + number + "次取代"));
        say("");
        new Screen(terminal).coverage(detail.coverage());
        say("");
        if (detail.supersedes().isPresent()) {
            say("与第" + detail.supersedes().get() + "次相比：");
            causes(detail.changes());
        }
        if (!detail.reports().isEmpty()) {
            say("报表：");
            detail.reports().forEach(path -> say("  " + path));
        }
    }

    private void line(String name, String text) {
        if (!text.isEmpty()) {
            say("  " + name + "  " + text);
        }
    }

    private void causes(List<ChangeCause> causes) {
        if (causes.isEmpty()) {
            say("  没有变化。");
        }
        limited(causes.stream().map(cause -> "  " + told(cause)).toList());
    }

    private static String told(ChangeCause cause) {
        String title = cause.kind().title();
        return cause.text().startsWith(title) ? cause.text() : "〔" + title + "〕" + cause.text();
    }

    private void limited(List<String> lines) {
        lines.stream().limit(SHOWN).forEach(this::say);
        if (lines.size() > SHOWN) {
            say("  ……其余 " + (lines.size() - SHOWN) + " 项略，用 --json 查看全部。");
        }
    }

    void reproduction(ReproductionAnswer answer) {
        RunSummary run = answer.run();
        String name = run.period().title() + "第" + run.run() + "次汇总";
        if (!answer.reproducible()) {
            say(name + "无法重算：" + (run.state().equals("FIXED") ? "它没有汇总完。" : "存档里没有它的配置，或当前程序读不了。"));
            return;
        }
        if (answer.identical()) {
            say(name + "按原依据、原配置重算，" + answer.figures() + " 个数、" + answer.targets() + " 行目标任务（分项各占一行）全部一致。");
            return;
        }
        say(name + "按原依据、原配置重算，有 " + answer.differences().size() + " 处不一致：");
        limited(answer.differences().stream()
                .map(one -> "  " + one.what() + "：当时 " + text(one.published()) + "；重算 " + text(one.recomputed()))
                .toList());
    }

    private static String text(@Nullable String value) {
        return value == null ? "（没有）" : value;
    }

    void diff(DiffAnswer diff) {
        say(diff.period().title() + " 第" + diff.from() + "次 → 第" + diff.to() + "次");
        figures(diff);
    }

    /** What changed is numbered and told once, for one resubmission changes many figures. */
    private void figures(DiffAnswer diff) {
        Map<ChangeCause, Integer> numbers = new LinkedHashMap<>();
        List<String> lines = new ArrayList<>();
        for (ChangeCause cause : diff.changes()) {
            numbers.put(cause, numbers.size() + 1);
            lines.add("  " + numbers.size() + "  " + told(cause));
        }
        if (lines.isEmpty()) {
            say("  没有变化。");
        }
        limited(lines);
        say("");
        if (diff.isEmpty()) {
            say("数字和目标都没有变化。");
            return;
        }
        TextTable table = new TextTable("指标", "名称", "单位", "原数>", "现数>", "计量单位", "覆盖", "原因");
        for (DiffAnswer.FigureChange one : diff.figures()) {
            table.add(
                    one.indicator().toString(),
                    one.title(),
                    one.unitName(),
                    value(one.from()),
                    value(one.to()),
                    one.unitOfMeasure(),
                    change(coverage(one.from()), coverage(one.to())),
                    numbered(one.causes(), numbers));
        }
        if (!table.isEmpty()) {
            List<String> rows = table.lines();
            rows.stream().limit(SHOWN + 2L).forEach(this::say);
            if (rows.size() > SHOWN + 2) {
                say("……其余 " + (rows.size() - SHOWN - 2) + " 个数略，用 --json 查看全部。");
            }
        }
        if (diff.unitFigures() > 0) {
            say("各单位的数变了 " + diff.unitFigures() + " 个，用 diff 加 --unit 单位代码查看。");
        }
        if (!diff.targets().isEmpty()) {
            say("");
            TextTable targets = new TextTable("代码", "目标任务", "目标", "实际", "状态", "未达标", "原因");
            for (DiffAnswer.TargetChange one : diff.targets()) {
                targets.add(
                        one.code(),
                        one.title(),
                        change(goal(one.from()), goal(one.to())),
                        change(actual(one.from()), actual(one.to())),
                        change(status(one.from()), status(one.to())),
                        change(below(one.from()), below(one.to())),
                        numbered(one.causes(), numbers));
            }
            targets.lines().forEach(this::say);
        }
        List<String> others = new ArrayList<>();
        numbers.forEach((cause, number) -> {
            if (number > diff.changes().size()) {
                others.add("  " + number + "  " + told(cause));
            }
        });
        if (!others.isEmpty()) {
            say("");
            limited(others);
        }
    }

    private static String numbered(List<ChangeCause> causes, Map<ChangeCause, Integer> numbers) {
        for (ChangeCause cause : causes) {
            numbers.computeIfAbsent(cause, any -> numbers.size() + 1);
        }
        List<String> found =
                causes.stream().map(numbers::get).sorted().map(String::valueOf).toList();
        int most = 6;
        return found.size() <= most
                ? String.join(",", found)
                : String.join(",", found.subList(0, most)) + "等" + found.size() + "项";
    }

    private static String value(@Nullable FigureAnswer figure) {
        if (figure == null) {
            return "（没有）";
        }
        String value = figure.shown();
        if (value != null) {
            return value;
        }
        return FigureStatus.valueOf(figure.status()).title();
    }

    private static String coverage(@Nullable FigureAnswer figure) {
        return figure == null
                ? ""
                : figure.reported() + "/" + figure.expected()
                        + (figure.pending() > 0 ? "（待核实" + figure.pending() + "）" : "")
                        + (figure.withheld() > 0 ? "（另有待核实暂不计入" + figure.withheld() + "）" : "");
    }

    private static String change(String from, String to) {
        return from.equals(to) ? to : (from.isEmpty() ? "无" : from) + " → " + (to.isEmpty() ? "无" : to);
    }

    private static String goal(@Nullable TargetAnswer target) {
        return target == null ? "" : target.targetText();
    }

    private static String actual(@Nullable TargetAnswer target) {
        return target == null ? "" : target.actualText();
    }

    private static String status(@Nullable TargetAnswer target) {
        return target == null ? "" : target.status();
    }

    private static String below(@Nullable TargetAnswer target) {
        return target == null || target.below().isEmpty() ? "" : target.below().size() + "个";
    }

    void rerun(RerunAnswer answer, Path workspace) {
        if (answer.preview()) {
            say("以下只是预览，什么也没有改。");
        }
        for (RerunAnswer.PeriodRerun one : answer.periods()) {
            say("");
            period(one, answer.preview(), workspace);
        }
    }

    private void period(RerunAnswer.PeriodRerun one, boolean preview, Path workspace) {
        String title = one.period().title();
        if (!one.skipped().isEmpty()) {
            say(title + "：跳过，" + one.skipped() + "。");
            return;
        }
        String judged = one.judged() > 0 ? "重新审核 " + one.judged() + " 份；" : "";
        if (!one.changed()) {
            say(title + "：" + judged + "没有变化"
                    + one.run().map(number -> "，仍为第" + number + "次汇总，报表未动").orElse("")
                    + (one.sealed() ? "（本期已定案，要改只能凭更正通知单）" : "")
                    + "。");
            withheld(one.withheld());
            return;
        }
        say(title + "：" + judged
                + (one.fresh() ? preview ? "会新出一次汇总" : "新出第" + one.run().orElse(0) + "次汇总" : "汇总没有变化")
                + one.supersedes().map(number -> "，取代第" + number + "次").orElse("")
                + "。");
        if (!one.forms().isEmpty()) {
            say("受影响的报表："
                    + String.join(
                            "、", one.forms().stream().map(Object::toString).toList()) + "。");
        }
        verdicts(one.verdicts(), preview);
        withheld(one.withheld());
        DiffAnswer diff = one.diff();
        if (diff != null) {
            say("");
            say("与第" + diff.from() + "次相比，变的是：");
            figures(diff);
        }
        if (!one.superseded().isEmpty()) {
            say("");
            say((preview ? "会被取代的已出报表 " : "被取代的报表（原样保留） ") + one.superseded().size() + " 份，在："
                    + workspace.resolve(one.superseded().get(0)).getParent());
        }
        if (!one.reports().isEmpty()) {
            say("报表 " + one.reports().size() + " 份，在："
                    + workspace.resolve(one.reports().get(0)).getParent());
        }
        if (!one.otherPeriods().isEmpty()) {
            String others = String.join(
                    ",",
                    one.otherPeriods().stream().map(ReferencePeriod::toString).toList());
            say("别的报告期的审核结论也" + (preview ? "会变" : "变了") + "，还要重算：rerun --period " + others + " --from aggregate");
        }
    }

    private void verdicts(List<VerdictChange> verdicts, boolean preview) {
        if (verdicts.isEmpty()) {
            return;
        }
        long failing = verdicts.stream().filter(VerdictChange::nowFails).count();
        say("");
        say("审核结论" + (preview ? "会变 " : "变了 ") + verdicts.size() + " 份"
                + (failing > 0 ? "，其中 " + failing + " 份原来计入、" + (preview ? "将" : "现") + "不再通过" : "") + "：");
        TextTable table = new TextTable("单位", "表号", "报告期", "轮次>", "结论", "涉及的审核关系");
        for (VerdictChange one : verdicts) {
            List<String> relations = new ArrayList<>();
            one.relations()
                    .forEach(relation -> relations.add(relation.code() + "（"
                            + (relation.from().isEmpty() ? "无" : relation.from()) + " → "
                            + (relation.to().isEmpty() ? "无" : relation.to()) + "）"));
            table.add(
                    one.unitName(),
                    one.form().text(),
                    one.period().toString(),
                    Integer.toString(one.round()),
                    change(one.from().title(), one.to().title()),
                    String.join("、", relations));
        }
        List<String> lines = table.lines();
        lines.stream().limit(SHOWN + 2L).forEach(this::say);
        if (lines.size() > SHOWN + 2) {
            say("……其余 " + (lines.size() - SHOWN - 2) + " 份略，用 --json 查看全部。");
        }
    }

    private void withheld(List<WithheldAnswer> withheld) {
        if (withheld.isEmpty()) {
            return;
        }
        say("");
        say("已定案的报告期里有 " + withheld.size() + " 份现在会判得不同，结论不改，只列在这里：");
        limited(withheld.stream()
                .map(one -> "  " + one.unitName() + " " + one.form() + " " + one.period() + " 第" + one.round() + "次："
                        + one.outcome().title() + " → " + one.wouldBe().title() + "（" + String.join("、", one.codes())
                        + "）")
                .toList());
    }

    private void say(String line) {
        terminal.say(line);
    }
}

package xiangbao.console;

import java.time.format.DateTimeFormatter;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import xiangbao.jobs.doubts.DecisionAnswer;
import xiangbao.jobs.doubts.DoubtAnswer;
import xiangbao.jobs.doubts.DoubtsAnswer;
import xiangbao.jobs.doubts.WaiveAnswer;
import xiangbao.jobs.operations.Cause;
import xiangbao.jobs.review.VerdictChange;
import xiangbao.jobs.review.WaiverAnswer;
import xiangbao.statistics.definitions.DoubtTurn;
import xiangbao.statistics.figures.FigureText;

/** Doubts, what was said about them and what was decided, about relations too, as a person reads it. */
final class DoubtScreen {
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");
    private final Terminal terminal;

    DoubtScreen(Terminal terminal) {
        this.terminal = terminal;
    }

    void doubts(DoubtsAnswer answer) {
        if (answer.doubts().isEmpty()) {
            say(answer.period().title() + "没有核实性问题。");
        }
        Map<DoubtAnswer.State, Integer> counts = new EnumMap<>(DoubtAnswer.State.class);
        answer.doubts().forEach(one -> {
            counts.merge(one.state(), 1, Integer::sum);
            doubt(one, "：" + one.standing());
        });
        if (!counts.isEmpty()) {
            say(counts.entrySet().stream()
                    .map(entry -> entry.getKey().title() + " " + entry.getValue())
                    .collect(Collectors.joining("，", "共 " + answer.doubts().size() + " 个：", "。")));
        }
        if (!answer.waivers().isEmpty()) {
            say("不审 " + answer.waivers().size() + " 条：");
            answer.waivers().forEach(one -> say("  " + waiver(one)));
        }
        if (!answer.unfiled().isEmpty()) {
            say("");
            say("还有 " + answer.unfiled().size() + " 条说明对不上问题（乡镇改动了“审核结果”表），请直接看原文：");
            answer.unfiled()
                    .forEach(one -> say("  " + one.file() + " " + one.code() + " " + one.place() + "：" + one.text()));
        }
    }

    private void doubt(DoubtAnswer one, String state) {
        DoubtAnswer.Waiting waiting = one.exchange().waiting();
        say(one.unitName() + " " + one.form() + " " + one.formTitle() + " "
                + one.period().title() + " 第" + one.round() + "次" + (one.counted() ? "" : "（没有计入）") + state
                + (one.share() == null ? "" : "，占全县数 " + FigureText.grouped(one.share()) + "%")
                + (waiting == null || state.isEmpty() ? "" : "，" + waiting.told()));
        say("  " + one.finding().title());
        one.finding()
                .message()
                .lines()
                .skip(1)
                .filter(line -> line.startsWith("填报：") || line.contains("沿用"))
                .forEach(line -> say("  " + line));
        turns(one.exchange());
        say("  编号：" + one.id());
        say("");
    }

    private void turns(DoubtAnswer.Exchange exchange) {
        List<DoubtTurn> turns = exchange.dialogue().turns();
        DoubtTurn last = turns.stream()
                .filter(turn -> turn.kind() == DoubtTurn.Kind.EXPLAINED)
                .reduce((earlier, later) -> later)
                .orElse(null);
        for (DoubtTurn turn : turns) {
            say("  " + turn.kind().title() + "："
                    + (turn.kind() == DoubtTurn.Kind.EXPLAINED
                            ? said(turn, turn.equals(last) ? exchange.explanation() : null)
                            : Cause.person(turn.by()) + " " + MINUTE.format(turn.at()) + "，" + turn.text()));
        }
        if (!exchange.dialogue().streakTold().isEmpty()) {
            say("  " + exchange.dialogue().streakTold());
        }
    }

    private static String said(DoubtTurn turn, DoubtAnswer.@Nullable Explained last) {
        String wanting = last == null ? "" : last.shortcoming();
        return turn.text() + "（" + MINUTE.format(turn.at()) + " 收到" + (wanting.isEmpty() ? "" : "；不算说明：" + wanting)
                + "）";
    }

    void decided(DecisionAnswer answer) {
        String word = switch (answer.kind()) {
            case ACCEPTED -> "认可";
            case ASKED -> "追问";
            case REFUSED -> "退回";
        };
        say((answer.preview() ? "预览，什么也没有改变。将" : "已") + word + "：");
        answer.decided().forEach(one -> doubt(one, ""));
        verdicts(answer.verdicts());
        if (answer.open() > 0) {
            say("还有 " + answer.open() + " 个问题待核实；用 findings --period " + answer.period() + " --open 查看。");
        }
        if (!answer.preview()) {
            say(
                    switch (answer.kind()) {
                        case ACCEPTED -> "下一次汇总（run --period " + answer.period() + "）按认可后的结论计算。";
                        case ASKED -> "问题已写进新的退回件（feedback 文件夹），等填报单位答复。";
                        case REFUSED ->
                            "已写进新的退回件（feedback 文件夹），等填报单位改正；下一次汇总（run --period " + answer.period() + "）按退回后的结论计算。";
                    });
        }
    }

    void waived(WaiveAnswer answer) {
        WaiverAnswer one = answer.decided();
        say((answer.undone() ? "已撤销不审：" : "已决定不审：") + waiver(one));
        if (answer.verdicts().isEmpty()) {
            say("已收到的报表结论没有改变；以后报来的" + (answer.undone() ? "照常审核。" : "照此处理。"));
            return;
        }
        verdicts(answer.verdicts());
        if (!answer.undone() && answer.exit() != 0) {
            say("仍没有通过的，还有别的问题，见新的退回件。");
        }
        say("下一次汇总按新的结论计算。");
    }

    private static String waiver(WaiverAnswer one) {
        return one.unitName() + " " + one.form() + " " + one.period().title() + " [" + one.relation() + "] "
                + one.label() + "（" + one.reason() + "）";
    }

    private void verdicts(List<VerdictChange> changes) {
        TextTable table = new TextTable("单位", "表号", "报告期", "轮次>", "原来", "现在");
        changes.forEach(one -> table.add(
                one.unitName(),
                one.form().text(),
                one.period().toString(),
                Integer.toString(one.round()),
                one.from().title(),
                one.to().title()));
        if (!table.isEmpty()) {
            table.lines().forEach(this::say);
        }
    }

    private void say(String line) {
        terminal.say(line);
    }
}

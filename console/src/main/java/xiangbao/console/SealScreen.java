package xiangbao.console;

import java.nio.file.Path;
import java.util.List;
import xiangbao.jobs.outcomes.FindingAnswer;
import xiangbao.jobs.outcomes.SubmissionAnswer;
import xiangbao.jobs.review.WithheldAnswer;
import xiangbao.jobs.seals.CorrectionAnswer;
import xiangbao.jobs.seals.SealAnswer;
import xiangbao.jobs.seals.UnsealAnswer;

/** What concerns sealed periods, as a person reads it. */
final class SealScreen {
    private final Terminal terminal;

    SealScreen(Terminal terminal) {
        this.terminal = terminal;
    }

    void seal(SealAnswer answer, Path workspace) {
        if (answer.sealed()) {
            say(answer.period().title() + "已定案：第" + answer.run() + "次汇总为" + answer.vintage() + "。");
            if (!answer.lacking().isEmpty()) {
                say("定案时仍有 " + answer.lacking().size() + " 项不齐：");
                lacking(answer.lacking());
            }
            if (!answer.reports().isEmpty()) {
                say("报表 " + answer.reports().size() + " 份，在："
                        + workspace.resolve(answer.reports().get(0)).getParent());
            }
            say("此后送来的本期报表只暂存并给回执；要改数请办理更正（correct）。");
            return;
        }
        say(answer.period().title() + "没有定案：还有 " + answer.lacking().size() + " 项不齐。");
        lacking(answer.lacking());
        say("补齐后再定案；确需现在定案的，加 --incomplete 并在 --reason 中说明。状态为“已报”的还在审核，请稍后再试。");
    }

    private void lacking(List<SealAnswer.Lack> lacking) {
        TextTable table = new TextTable("单位", "表号", "报告期", "状态");
        lacking.forEach(lack ->
                table.add(lack.unitName(), lack.form().text(), lack.period().toString(), lack.state()));
        table.lines().forEach(this::say);
    }

    void unseal(UnsealAnswer answer) {
        say(answer.period().title() + "已解除定案，可以照常报送；下一次汇总是初步数。");
        if (answer.released().isEmpty()) {
            say("没有暂存的报表。");
            return;
        }
        say("暂存的报表已收下 " + answer.released().size() + " 份：");
        submissions(answer.released());
    }

    void correction(CorrectionAnswer answer, Path workspace) {
        if (answer.number() == null) {
            say("没有更正：选定的暂存报表都没有通过审核，已公布的数不变。");
        } else if (answer.preview()) {
            say("预览，什么也没有改变。更正后将是" + answer.number() + "，第" + answer.runBefore() + "次汇总改为第" + answer.run() + "次，"
                    + answer.vintage() + "。");
        } else {
            say(answer.number() + "：第" + answer.runBefore() + "次汇总改为第" + answer.run() + "次，" + answer.vintage() + "。");
        }
        if (!answer.admitted().isEmpty()) {
            say((answer.preview() ? "将采用 " : "已采用 ") + answer.admitted().size() + " 份：");
            submissions(answer.admitted());
        }
        if (!answer.refused().isEmpty()) {
            say("没有通过审核、不予采用 " + answer.refused().size() + " 份（仍然暂存）：");
            submissions(answer.refused());
        }
        if (answer.number() != null) {
            changes(answer);
        }
        withheld(answer.withheld());
        if (answer.notice() != null) {
            say("更正通知单：" + workspace.resolve(answer.notice()));
            if (!answer.reports().isEmpty()) {
                say("报表 " + answer.reports().size() + " 份，在："
                        + workspace.resolve(answer.reports().get(0)).getParent());
            }
        }
    }

    private void changes(CorrectionAnswer answer) {
        TextTable table = new TextTable("单位", "指标", "名称", "报告期", "计量单位", "原数>", "更正后>", "相差>");
        answer.lines()
                .forEach(line -> table.add(
                        line.unitName(),
                        line.indicator().toString(),
                        line.title() + (line.line().isEmpty() ? "" : "（" + line.line() + "）"),
                        line.period().toString(),
                        line.unitOfMeasure(),
                        line.before(),
                        line.after(),
                        line.difference()));
        if (table.isEmpty()) {
            say("没有数字发生变化。");
        } else {
            table.lines().forEach(this::say);
        }
        say("乡镇调度数，非法定统计数据。");
    }

    private void submissions(List<SubmissionAnswer> submissions) {
        for (SubmissionAnswer one : submissions) {
            say("  " + one.form() + " " + one.unitName()
                    + (one.period() == null ? "" : " " + one.period().title())
                    + (one.round() == 0 ? "" : " 第" + one.round() + "次") + "："
                    + one.outcome().title());
            for (FindingAnswer finding : one.findings()) {
                say("    〔" + finding.finding().standing() + "〕");
                finding.finding().message().lines().forEach(line -> say("      " + line));
            }
        }
    }

    /** Verdicts that stay although they would now come out otherwise. */
    void withheld(List<WithheldAnswer> withheld) {
        if (withheld.isEmpty()) {
            return;
        }
        say("以下已定案报表按现有数据重新审核会有变化；已定案，审核结论不变：");
        TextTable table = new TextTable("单位", "表号", "报告期", "轮次>", "结论", "现在会是", "涉及");
        withheld.forEach(one -> table.add(
                one.unitName(),
                one.form().text(),
                one.period().toString(),
                Integer.toString(one.round()),
                one.outcome().title(),
                one.wouldBe().title(),
                String.join("、", one.codes())));
        table.lines().forEach(this::say);
    }

    private void say(String line) {
        terminal.say(line);
    }
}

package xiangbao.console;

import java.math.RoundingMode;
import java.util.List;
import java.util.stream.Collectors;
import xiangbao.jobs.rules.BacktestAnswer;
import xiangbao.jobs.rules.HealthAnswer;
import xiangbao.jobs.rules.OutliersAnswer;
import xiangbao.statistics.figures.FigureText;
import xiangbao.statistics.findings.Finding;
import xiangbao.statistics.screening.Outlier;

/** What relations are good for, for people. */
final class RelationScreen {
    private static final int MOST_NAMES = 6;

    private final Terminal terminal;

    RelationScreen(Terminal terminal) {
        this.terminal = terminal;
    }

    void backtest(BacktestAnswer answer) {
        terminal.say(Finding.heading(answer.relation()) + answer.label() + " · " + answer.severity()
                + (answer.formula().isEmpty() ? "" : " · " + answer.formula()));
        if (answer.periods().isEmpty()) {
            terminal.say("这些报告期没有收到过有关的报表，没有可以试算的。");
            return;
        }
        TextTable table = new TextTable("表号", "报告期", "报表>", "通过>", "不通过>", "其中后来改正>", "无法判断>", "不通过的单位");
        for (BacktestAnswer.Line line : answer.periods()) {
            table.add(
                    line.form().text(),
                    line.period().toString(),
                    Integer.toString(line.units()),
                    Integer.toString(line.held()),
                    Integer.toString(line.failed()),
                    Integer.toString(line.corrected()),
                    Integer.toString(line.undecided()),
                    names(line.failures()));
        }
        table.lines().forEach(terminal::say);
        for (BacktestAnswer.Line line : answer.periods()) {
            line.failures().forEach(one -> failure(line, one));
        }
        answer.periods().stream()
                .filter(line -> !line.lacking().isEmpty())
                .reduce((first, later) -> later)
                .ifPresent(line ->
                        terminal.say(line.period().title() + "无法判断，是因为：" + String.join("；", line.lacking()) + "。"));
        terminal.say("共 " + answer.sum(BacktestAnswer.Line::units) + " 份：通过 " + answer.sum(BacktestAnswer.Line::held)
                + "，不通过 " + answer.sum(BacktestAnswer.Line::failed) + "（后来改正 "
                + answer.sum(BacktestAnswer.Line::corrected) + "），无法判断 "
                + answer.sum(BacktestAnswer.Line::undecided) + "。只是试算，什么也没有改变。");
    }

    private void failure(BacktestAnswer.Line line, BacktestAnswer.Failure one) {
        String compared = one.actual().isEmpty()
                ? ""
                : "：填报 " + FigureText.grouped(one.actual())
                        + (one.expected().isEmpty() ? "" : "，对照 " + FigureText.grouped(one.expected()));
        terminal.say("  " + one.unitName() + " " + line.period() + " 第" + one.round() + "次 " + one.title() + compared
                + (one.corrected() ? "（后来已改正）" : ""));
    }

    private static String names(List<BacktestAnswer.Failure> failures) {
        String names = failures.stream()
                .limit(MOST_NAMES)
                .map(BacktestAnswer.Failure::unitName)
                .collect(Collectors.joining("、"));
        return failures.isEmpty() ? "—" : names + (failures.size() > MOST_NAMES ? "等 " + failures.size() + " 个" : "");
    }

    /** @param top so many of the farthest */
    void outliers(OutliersAnswer answer, int top) {
        TextTable table = new TextTable("单位", "指标", "代码", "本单位>", "对照", "远近>", "占全县增减>");
        for (Outlier one : answer.outliers().stream().limit(top).toList()) {
            table.add(
                    one.unit().name(),
                    one.indicator().title(),
                    one.indicator().code().toString(),
                    one.value()
                            .setScale(one.indicator().decimals(), RoundingMode.HALF_UP)
                            .toPlainString(),
                    one.against(),
                    one.distance().toPlainString(),
                    one.share() == null ? "—" : FigureText.grouped(one.share()) + "%");
        }
        if (!table.isEmpty()) {
            table.lines().forEach(terminal::say);
        }
        int more = answer.outliers().size() - Math.min(top, answer.outliers().size());
        if (more > 0) {
            terminal.say("还有 " + more + " 个没有列出，用 --top 多列。");
        }
        if (!answer.digits().isEmpty()) {
            terminal.say("末位数字（只作提问）：");
            answer.digits().forEach(one -> terminal.say("  " + one.unit().name() + "：" + one.told()));
        }
        terminal.say(
                answer.exit() == 0
                        ? answer.period().title() + "第" + answer.run() + "次汇总没有离群值。"
                        : answer.period().title() + "第" + answer.run() + "次汇总：离群值 "
                                + answer.outliers().size() + " 个。远近为界限的倍数，负数为偏低、减少。不一定错，供核实，不用于评分。");
    }

    void health(HealthAnswer answer) {
        List<HealthAnswer.Line> never = answer.neverDecided();
        TextTable table = new TextTable("表号", "代码", "级别", "审过>", "判定>", "发现>", "已改正>", "已说明>", "不审>", "仍在>", "审核关系");
        answer.lines().stream().filter(line -> line.counts().fired() > 0).forEach(line -> add(table, line));
        if (!table.isEmpty()) {
            table.lines().forEach(terminal::say);
        }
        if (!never.isEmpty()) {
            terminal.say("");
            terminal.say("从来没有判定过的 " + never.size() + " 条，等于没有审：");
            for (HealthAnswer.Line line : never) {
                terminal.say("  ★ " + line.form() + " " + Finding.heading(line.relation()) + line.label() + "（"
                        + line.severity() + "）："
                        + (line.counts().judged() == 0
                                ? "没有收到可以审的报表"
                                : "审过 " + line.counts().judged() + " 份，都无法判断"
                                        + (line.lacking().isEmpty() ? "" : "，因为：" + String.join("；", line.lacking()))));
            }
        }
        long screens = answer.lines().stream()
                .filter(line -> line.neverDecided() && line.isScreen())
                .count();
        if (screens > 0) {
            terminal.say("另有默认审核 " + screens + " 条，还没有往期数可比。");
        }
        long fired = answer.lines().stream()
                .filter(line -> line.counts().fired() > 0)
                .count();
        long quiet = answer.lines().size() - fired - never.size() - screens;
        terminal.say("共 " + answer.lines().size() + " 条：发现过问题的 " + fired + " 条，从来没有判定过的 " + (never.size() + screens)
                + " 条，判定过、没有发现问题的 " + quiet + " 条（不列，--json 里都有）。");
    }

    private static void add(TextTable table, HealthAnswer.Line line) {
        HealthAnswer.Counts counts = line.counts();
        table.add(
                line.form().text(),
                line.relation(),
                line.severity(),
                Integer.toString(counts.judged()),
                Integer.toString(counts.decided()),
                Integer.toString(counts.fired()),
                Integer.toString(counts.corrected()),
                Integer.toString(counts.explained()),
                Integer.toString(counts.waived()),
                Integer.toString(counts.standing()),
                line.label());
    }
}

package xiangbao.jobs.answers.rules;

import java.util.List;
import xiangbao.jobs.rules.BacktestAnswer;

/** What a relation would have found. */
public record BacktestJson(
        String relation,
        String title,
        String severity,
        String formula,
        int exit,
        int held,
        int failed,
        int corrected,
        int undecided,
        List<BacktestAnswer.Line> periods) {
    public static BacktestJson of(BacktestAnswer answer) {
        return new BacktestJson(
                answer.relation(),
                answer.label(),
                answer.severity(),
                answer.formula(),
                answer.exit(),
                answer.sum(BacktestAnswer.Line::held),
                answer.sum(BacktestAnswer.Line::failed),
                answer.sum(BacktestAnswer.Line::corrected),
                answer.sum(BacktestAnswer.Line::undecided),
                answer.periods());
    }
}

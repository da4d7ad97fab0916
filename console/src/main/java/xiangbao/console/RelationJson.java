package xiangbao.console;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import xiangbao.jobs.BacktestAnswer;
import xiangbao.jobs.HealthAnswer;

/** What relations are good for, as JSON; as in {@link Json} the names are a contract. */
final class RelationJson {
    private RelationJson() {}

    static Map<String, Object> backtest(BacktestAnswer answer) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("relation", answer.relation());
        json.put("title", answer.label());
        json.put("severity", answer.severity());
        json.put("formula", answer.formula());
        json.put("exit", answer.exit());
        json.put("held", answer.sum(BacktestAnswer.Line::held));
        json.put("failed", answer.sum(BacktestAnswer.Line::failed));
        json.put("corrected", answer.sum(BacktestAnswer.Line::corrected));
        json.put("undecided", answer.sum(BacktestAnswer.Line::undecided));
        json.put("periods", answer.periods().stream().map(RelationJson::line).toList());
        return json;
    }

    private static Map<String, Object> line(BacktestAnswer.Line line) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("form", line.form().text());
        json.put("period", line.period().toString());
        json.put("held", line.held());
        json.put("failed", line.failed());
        json.put("corrected", line.corrected());
        json.put("undecided", line.undecided());
        json.put("failures", line.failures().stream().map(RelationJson::failure).toList());
        json.put("lacking", line.lacking());
        return json;
    }

    private static Map<String, Object> failure(BacktestAnswer.Failure failure) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("unit", failure.unit().text());
        json.put("unitName", failure.unitName());
        json.put("round", failure.round());
        json.put("corrected", failure.corrected());
        json.put("title", failure.title());
        json.put("actual", failure.actual());
        json.put("expected", failure.expected());
        return json;
    }

    static Map<String, Object> health(HealthAnswer answer) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("periods", answer.periods().stream().map(Object::toString).toList());
        json.put("exit", answer.exit());
        json.put(
                "neverDecided",
                answer.neverDecided().stream().map(HealthAnswer.Line::relation).toList());
        List<Map<String, Object>> relations =
                answer.lines().stream().map(RelationJson::health).toList();
        json.put("relations", relations);
        return json;
    }

    private static Map<String, Object> health(HealthAnswer.Line line) {
        HealthAnswer.Counts counts = line.counts();
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("form", line.form().text());
        json.put("relation", line.relation());
        json.put("title", line.label());
        json.put("severity", line.severity());
        json.put("judged", counts.judged());
        json.put("decided", counts.decided());
        json.put("fired", counts.fired());
        json.put("corrected", counts.corrected());
        json.put("explained", counts.explained());
        json.put("waived", counts.waived());
        json.put("standing", counts.standing());
        json.put("neverDecided", line.neverDecided());
        json.put("lacking", line.lacking());
        return json;
    }
}

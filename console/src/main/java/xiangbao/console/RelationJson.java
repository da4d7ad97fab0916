package xiangbao.console;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import xiangbao.jobs.rules.BacktestAnswer;
import xiangbao.jobs.rules.HealthAnswer;
import xiangbao.jobs.rules.OutliersAnswer;
import xiangbao.statistics.screening.DigitQuestion;
import xiangbao.statistics.screening.Outlier;

/** What relations are good for, and what lies far away without one, as JSON; as in {@link Json} the names are a contract. */
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

    /** @param top so many of the farthest */
    static Map<String, Object> outliers(OutliersAnswer answer, int top) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("period", answer.period().toString());
        json.put("run", answer.run());
        json.put("exit", answer.exit());
        json.put("total", answer.outliers().size());
        json.put(
                "outliers",
                answer.outliers().stream().limit(top).map(RelationJson::outlier).toList());
        json.put("digits", answer.digits().stream().map(RelationJson::digits).toList());
        return json;
    }

    private static Map<String, Object> outlier(Outlier one) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("unit", one.unit().code().text());
        json.put("unitName", one.unit().name());
        json.put("indicator", one.indicator().code().toString());
        json.put("title", one.indicator().title());
        json.put("unitOfMeasure", one.indicator().unit());
        json.put("kind", one.kind().name());
        json.put("value", rounded(one.value(), one));
        json.put("held", rounded(one.held(), one));
        json.put("heldPeriod", one.period() == null ? null : one.period().toString());
        json.put("usualChange", one.usual() == null ? null : one.usual().toPlainString());
        json.put("distance", one.distance().toPlainString());
        json.put("share", one.share() == null ? null : one.share().toPlainString());
        return json;
    }

    private static String rounded(BigDecimal value, Outlier one) {
        return value.setScale(one.indicator().decimals(), RoundingMode.HALF_UP).toPlainString();
    }

    private static Map<String, Object> digits(DigitQuestion one) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("unit", one.unit().code().text());
        json.put("unitName", one.unit().name());
        json.put("kind", one.kind().name());
        json.put("values", one.values());
        json.put("share", one.share().toPlainString());
        json.put("others", one.others().toPlainString());
        json.put("distance", one.distance().toPlainString());
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

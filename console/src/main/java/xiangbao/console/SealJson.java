package xiangbao.console;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import xiangbao.jobs.review.WithheldAnswer;
import xiangbao.jobs.seals.CorrectionAnswer;
import xiangbao.jobs.seals.SealAnswer;
import xiangbao.jobs.seals.UnsealAnswer;
import xiangbao.statistics.publication.Vintage;

/** What concerns sealed periods, as JSON; as in {@link Json} the names are a contract. */
final class SealJson {
    private SealJson() {}

    static Map<String, Object> seal(SealAnswer answer) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("period", answer.period().toString());
        json.put("sealed", answer.sealed());
        json.put("run", answer.run());
        json.put("vintage", answer.vintage().title());
        json.put("exit", answer.exit());
        json.put("lacking", answer.lacking().stream().map(SealJson::lack).toList());
        json.put("reports", answer.reports());
        return json;
    }

    private static Map<String, Object> lack(SealAnswer.Lack lack) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("unit", lack.unit().text());
        json.put("unitName", lack.unitName());
        json.put("form", lack.form().text());
        json.put("period", lack.period().toString());
        json.put("state", lack.state());
        return json;
    }

    static Map<String, Object> unseal(UnsealAnswer answer) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("period", answer.period().toString());
        json.put("sealed", false);
        json.put("exit", answer.exit());
        json.put("released", answer.released().stream().map(Json::submission).toList());
        return json;
    }

    static Map<String, Object> correction(CorrectionAnswer answer) {
        Map<String, Object> json = new LinkedHashMap<>();
        Vintage vintage = answer.vintage();
        json.put("period", answer.period().toString());
        json.put("preview", answer.preview());
        json.put("number", answer.number());
        json.put("vintage", vintage == null ? null : vintage.title());
        json.put("runBefore", answer.runBefore());
        json.put("run", answer.run());
        json.put("exit", answer.exit());
        json.put("admitted", answer.admitted().stream().map(Json::submission).toList());
        json.put("refused", answer.refused().stream().map(Json::submission).toList());
        json.put("changes", answer.lines().stream().map(SealJson::line).toList());
        json.put("withheld", withheld(answer.withheld()));
        json.put("notice", answer.notice());
        json.put("reports", answer.reports());
        return json;
    }

    private static Map<String, Object> line(CorrectionAnswer.Line line) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("level", line.county() ? "COUNTY" : "REPORTED");
        json.put("unit", line.unit().text());
        json.put("unitName", line.unitName());
        json.put("indicator", line.indicator().toString());
        if (!line.line().isEmpty()) {
            json.put("line", line.line());
        }
        json.put("title", line.title());
        json.put("period", line.period().toString());
        json.put("unitOfMeasure", line.unitOfMeasure());
        json.put("before", line.before());
        json.put("after", line.after());
        json.put("difference", orNull(line.difference()));
        return json;
    }

    private static @Nullable String orNull(String text) {
        return text.isEmpty() ? null : text;
    }

    static List<Map<String, Object>> withheld(List<WithheldAnswer> withheld) {
        return withheld.stream()
                .map(one -> {
                    Map<String, Object> json = new LinkedHashMap<>();
                    json.put("unit", one.unit().text());
                    json.put("unitName", one.unitName());
                    json.put("form", one.form().text());
                    json.put("period", one.period().toString());
                    json.put("round", one.round());
                    json.put("outcome", one.outcome().name());
                    json.put("wouldBe", one.wouldBe().name());
                    json.put("codes", one.codes());
                    return json;
                })
                .toList();
    }
}

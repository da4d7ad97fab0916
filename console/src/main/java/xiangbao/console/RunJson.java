package xiangbao.console;

import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import xiangbao.jobs.reruns.RerunAnswer;
import xiangbao.jobs.reruns.RerunOrder;
import xiangbao.jobs.review.VerdictChange;
import xiangbao.jobs.review.WithheldAnswer;
import xiangbao.jobs.runs.FigureAnswer;
import xiangbao.jobs.runs.RunSummary;
import xiangbao.jobs.runs.TargetAnswer;
import xiangbao.jobs.runs.comparison.ChangeCause;
import xiangbao.jobs.runs.comparison.DiffAnswer;
import xiangbao.jobs.runs.comparison.ReproductionAnswer;
import xiangbao.jobs.runs.comparison.RunDetail;
import xiangbao.statistics.forms.FormCode;
import xiangbao.statistics.periods.ReferencePeriod;

/** The answers about runs as JSON; the names of fields are a contract like those of {@link Json}. */
final class RunJson {
    private RunJson() {}

    static Map<String, Object> runs(List<RunSummary> runs) {
        Map<String, Object> json = object();
        json.put("runs", runs.stream().map(RunJson::summary).toList());
        return json;
    }

    private static Map<String, Object> summary(RunSummary run) {
        Map<String, Object> json = object();
        json.put("run", run.run());
        json.put("period", run.period().toString());
        json.put("kind", run.cause().kind().name());
        json.put("actor", run.cause().actor());
        json.put("reason", run.cause().reason());
        json.put("vintage", run.vintage());
        json.put("state", run.state());
        json.put("requestedAt", time(run.requestedAt()));
        json.put("fixedAt", time(run.fixedAt()));
        json.put("finishedAt", time(run.finishedAt()));
        json.put("configuration", run.configuration());
        json.put("templates", run.templates());
        json.put("program", run.programVersion());
        json.put("basisDigest", "sha256:" + run.basis());
        json.put("files", run.files());
        Map<String, Object> submissions = new TreeMap<>();
        run.submissions().forEach((outcome, count) -> submissions.put(outcome.name(), count));
        json.put("submissions", submissions);
        json.put("reports", run.reports());
        return json;
    }

    private static @Nullable String time(@Nullable LocalDateTime time) {
        return time == null ? null : time.withNano(0).toString();
    }

    static Map<String, Object> run(RunDetail detail) {
        Map<String, Object> json = summary(detail.summary());
        json.put("supersedes", detail.supersedes().orElse(null));
        json.put("supersededBy", detail.supersededBy().orElse(null));
        json.put("changes", detail.changes().stream().map(RunJson::cause).toList());
        json.put("coverage", detail.coverage().stream().map(Json::coverage).toList());
        json.put("basis", detail.basis().stream().map(RunJson::basis).toList());
        json.put("reports", detail.reports());
        return json;
    }

    private static Map<String, Object> basis(RunDetail.BasisAnswer one) {
        Map<String, Object> json = object();
        json.put("unit", one.unit().text());
        json.put("unitName", one.unitName());
        json.put("form", one.form().text());
        json.put("period", one.period() == null ? null : one.period().toString());
        json.put("round", one.round());
        json.put("outcome", one.outcome().name());
        json.put("counted", one.counted());
        json.put("file", one.file());
        json.put("sha256", one.sha256());
        return json;
    }

    static Map<String, Object> reproduction(ReproductionAnswer answer) {
        Map<String, Object> json = object();
        json.put("run", answer.run().run());
        json.put("period", answer.run().period().toString());
        json.put("reproducible", answer.reproducible());
        json.put("identical", answer.identical());
        json.put("figures", answer.figures());
        json.put("targets", answer.targets());
        json.put(
                "differences",
                answer.differences().stream()
                        .map(one -> {
                            Map<String, Object> difference = object();
                            difference.put("what", one.what());
                            difference.put("published", one.published());
                            difference.put("recomputed", one.recomputed());
                            return difference;
                        })
                        .toList());
        return json;
    }

    static Map<String, Object> diff(DiffAnswer diff) {
        Map<String, Object> json = object();
        json.put("period", diff.period().toString());
        json.put("from", diff.from());
        json.put("to", diff.to());
        json.put("changes", diff.changes().stream().map(RunJson::cause).toList());
        json.put("figures", diff.figures().stream().map(RunJson::figure).toList());
        json.put("targets", diff.targets().stream().map(RunJson::target).toList());
        json.put("unitFigures", diff.unitFigures());
        return json;
    }

    private static Map<String, Object> figure(DiffAnswer.FigureChange change) {
        Map<String, Object> json = object();
        json.put("unit", change.unit().text());
        json.put("unitName", change.unitName());
        json.put("indicator", change.indicator().toString());
        json.put("title", change.title());
        json.put("period", change.period().toString());
        json.put("unitOfMeasure", change.unitOfMeasure());
        json.put("from", side(change.from()));
        json.put("to", side(change.to()));
        json.put("causes", change.causes().stream().map(RunJson::cause).toList());
        return json;
    }

    private static @Nullable Map<String, Object> side(@Nullable FigureAnswer figure) {
        if (figure == null) {
            return null;
        }
        Map<String, Object> json = object();
        json.put("value", figure.value());
        json.put("status", figure.status());
        json.put("forecast", figure.forecast());
        json.put("reported", figure.reported());
        json.put("expected", figure.expected());
        json.put("pending", figure.pending());
        json.put("withheld", figure.withheld());
        return json;
    }

    private static Map<String, Object> target(DiffAnswer.TargetChange change) {
        Map<String, Object> json = object();
        json.put("code", change.code());
        json.put("title", change.title());
        json.put("unitOfMeasure", change.unitOfMeasure());
        json.put("from", side(change.from()));
        json.put("to", side(change.to()));
        json.put("causes", change.causes().stream().map(RunJson::cause).toList());
        return json;
    }

    private static @Nullable Map<String, Object> side(@Nullable TargetAnswer target) {
        if (target == null) {
            return null;
        }
        Map<String, Object> json = object();
        json.put("actual", target.actual());
        json.put("target", target.target());
        json.put("comparison", target.comparison());
        json.put("status", target.status());
        json.put("light", target.light());
        json.put("below", target.below());
        json.put("coverage", target.coverage());
        return json;
    }

    private static Map<String, Object> cause(ChangeCause cause) {
        Map<String, Object> json = object();
        json.put("kind", cause.kind().name());
        json.putAll(cause.details());
        json.put("text", cause.text());
        return json;
    }

    static Map<String, Object> rerun(RerunAnswer answer, RerunOrder order) {
        Map<String, Object> json = object();
        json.put("preview", answer.preview());
        json.put("from", order.from().word());
        json.put("reason", order.cause().reason());
        json.put("exit", answer.exit());
        json.put("reruns", answer.periods().stream().map(RunJson::rerun).toList());
        return json;
    }

    private static Map<String, Object> rerun(RerunAnswer.PeriodRerun one) {
        Map<String, Object> json = object();
        json.put("period", one.period().toString());
        json.put("skipped", one.skipped().isEmpty() ? null : one.skipped());
        json.put("changed", one.changed());
        json.put("run", one.run().orElse(null));
        json.put("new", one.fresh());
        json.put("supersedes", one.supersedes().orElse(null));
        json.put("judged", one.judged());
        json.put("forms", one.forms().stream().map(FormCode::text).toList());
        json.put("verdicts", one.verdicts().stream().map(RunJson::verdict).toList());
        json.put("sealed", one.sealed());
        json.put("withheld", one.withheld().stream().map(RunJson::withheld).toList());
        DiffAnswer diff = one.diff();
        json.put("changes", diff == null ? List.of() : diff(diff).getOrDefault("changes", List.of()));
        json.put("figures", diff == null ? List.of() : diff(diff).getOrDefault("figures", List.of()));
        json.put("targets", diff == null ? List.of() : diff(diff).getOrDefault("targets", List.of()));
        json.put("superseded", one.superseded());
        json.put("reports", one.reports());
        json.put(
                "otherPeriods",
                one.otherPeriods().stream().map(ReferencePeriod::toString).toList());
        return json;
    }

    static Map<String, Object> verdict(VerdictChange change) {
        Map<String, Object> json = object();
        json.put("unit", change.unit().text());
        json.put("unitName", change.unitName());
        json.put("form", change.form().text());
        json.put("period", change.period().toString());
        json.put("round", change.round());
        json.put("newest", change.newest());
        json.put("file", change.file());
        json.put("from", change.from().name());
        json.put("to", change.to().name());
        json.put("nowFails", change.nowFails());
        json.put(
                "relations",
                change.relations().stream()
                        .map(one -> {
                            Map<String, Object> relation = object();
                            relation.put("code", one.code());
                            relation.put("title", one.title());
                            relation.put("from", one.from().isEmpty() ? null : one.from());
                            relation.put("to", one.to().isEmpty() ? null : one.to());
                            return relation;
                        })
                        .toList());
        return json;
    }

    private static Map<String, Object> withheld(WithheldAnswer one) {
        Map<String, Object> json = object();
        json.put("unit", one.unit().text());
        json.put("unitName", one.unitName());
        json.put("form", one.form().text());
        json.put("period", one.period().toString());
        json.put("round", one.round());
        json.put("outcome", one.outcome().name());
        json.put("wouldBe", one.wouldBe().name());
        json.put("codes", one.codes());
        return json;
    }

    private static Map<String, Object> object() {
        return new LinkedHashMap<>();
    }
}

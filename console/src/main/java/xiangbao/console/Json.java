package xiangbao.console;

import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
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
import xiangbao.jobs.reminders.ReminderItem;
import xiangbao.jobs.reminders.UnitReminder;
import xiangbao.jobs.runs.CoverageAnswer;
import xiangbao.jobs.runs.FigureAnswer;
import xiangbao.jobs.runs.PeriodRun;
import xiangbao.jobs.runs.TargetAnswer;
import xiangbao.jobs.schedule.NextFireTime;
import xiangbao.jobs.schedule.Serving;
import xiangbao.jobs.store.operations.LoggedAction;
import xiangbao.readers.config.ReadDefinitions;
import xiangbao.readers.config.documents.ConfigurationMistake;
import xiangbao.statistics.aggregate.OfficialGap;
import xiangbao.statistics.findings.Diagnosis;
import xiangbao.statistics.findings.Folded;
import xiangbao.statistics.findings.Outcome;
import xiangbao.statistics.forms.FormCode;
import xiangbao.statistics.periods.ReferencePeriod;
import xiangbao.statistics.progress.TargetCounts;
import xiangbao.statistics.submissions.CellReference;

/** The answers as JSON. Names of fields are a contract with scripts, so they are written here by hand; figures are decimal strings. */
final class Json {
    private static final JsonMapper MAPPER =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private Json() {}

    static String text(Map<String, ?> answer) {
        String json = MAPPER.writeValueAsString(answer);
        if (json.chars().allMatch(Json::isHarmless)) {
            return json;
        }
        StringBuilder escaped = new StringBuilder(json.length());
        json.chars()
                .forEach(character -> escaped.append(
                        isHarmless(character)
                                ? Character.toString(character)
                                : String.format(Locale.ROOT, "\\u%04x", character)));
        return escaped.toString();
    }

    /** Control characters that JSON allows as they are, and those that turn the direction of writing, would still speak to a terminal. */
    private static boolean isHarmless(int character) {
        return character == '\n'
                || character == '\r'
                || switch (Character.getType(character)) {
                    case Character.CONTROL, Character.FORMAT, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR ->
                        false;
                    default -> true;
                };
    }

    static Map<String, Object> run(RunAnswer answer, @Nullable ReferencePeriod asked) {
        Map<String, Object> json = object();
        PeriodRun main = answer.mainRun().orElse(null);
        json.put("run", main == null ? null : main.run());
        json.put("period", main != null ? main.period().toString() : asked == null ? null : asked.toString());
        json.put("configuration", answer.configuration());
        json.put("exit", answer.exit());
        json.put("files", answer.files().stream().map(Json::file).toList());
        json.put(
                "coverage",
                main == null
                        ? List.of()
                        : main.coverage().stream().map(Json::coverage).toList());
        json.put("reports", main == null ? List.of() : main.reports());
        json.put("judgedOtherwise", main == null ? 0 : main.judgedOtherwise());
        if (main != null && main.judgedOtherwise() > 0) {
            json.put("hint", RunScreen.hint(main));
        }
        json.put("runs", answer.runs().stream().map(Json::periodRun).toList());
        json.put("vintage", main == null ? null : main.vintage().title());
        json.put("withheld", SealJson.withheld(answer.withheld()));
        json.put("explanations", answer.explanations());
        return json;
    }

    static Map<String, Object> check(String digest, List<FileAnswer> files, int exit) {
        Map<String, Object> json = object();
        json.put("configuration", digest);
        json.put("exit", exit);
        json.put("files", files.stream().map(Json::file).toList());
        return json;
    }

    static Map<String, Object> configuration(
            ReadDefinitions read, List<ConfigurationMistake> mistakes, List<String> templates) {
        Map<String, Object> json = object();
        json.put("valid", mistakes.isEmpty() && templates.isEmpty());
        json.put(
                "configuration",
                read.definitions() == null ? null : read.definitions().digest());
        json.put(
                "targets",
                read.definitions() == null
                        ? null
                        : counts(TargetCounts.of(read.definitions().plan())));
        json.put("mistakes", mistakes.stream().map(Json::mistake).toList());
        json.put("templates", templates);
        return json;
    }

    static Map<String, Object> forms(FormsAnswer answer) {
        Map<String, Object> json = object();
        json.put("period", answer.period().toString());
        json.put("folder", answer.folder().toString());
        json.put("files", answer.files().stream().map(Json::blankFile).toList());
        return json;
    }

    private static Map<String, Object> blankFile(FormsAnswer.BlankFile file) {
        Map<String, Object> json = object();
        json.put("file", file.file());
        json.put("unit", file.unit().text());
        json.put("unitName", file.unitName());
        json.put("forms", file.forms().stream().map(FormCode::text).toList());
        return json;
    }

    static Map<String, Object> reminders(RemindAnswer answer) {
        Map<String, Object> json = object();
        json.put("day", answer.day().toString());
        json.put("exit", answer.needsAttention() ? 1 : 0);
        json.put("units", answer.units().stream().map(Json::reminder).toList());
        json.put("summary", answer.summary());
        json.put("folder", answer.folder().toString());
        json.put("files", answer.files());
        return json;
    }

    private static Map<String, Object> reminder(UnitReminder one) {
        Map<String, Object> json = object();
        json.put("unit", one.unit().text());
        json.put("unitName", one.unitName());
        json.put("items", one.items().stream().map(Json::owed).toList());
        json.put("subject", one.subject());
        json.put("text", one.text());
        json.put("sending", one.sending().name());
        json.put("note", one.note());
        json.put("files", one.files());
        return json;
    }

    private static Map<String, Object> owed(ReminderItem item) {
        Map<String, Object> json = object();
        json.put("kind", item.kind().name());
        json.put("state", item.kind().title());
        json.put("form", item.form().text());
        json.put("title", item.title());
        json.put("period", item.period().toString());
        json.put("due", item.due().toString());
        json.put("daysLeft", item.daysLeft());
        json.put("feedback", item.feedback().isEmpty() ? null : item.feedback());
        return json;
    }

    static Map<String, Object> backup(BackupAnswer answer) {
        Map<String, Object> json = object();
        json.put("file", answer.file().toString());
        json.put("bytes", answer.size());
        json.put("madeAt", answer.madeAt().toString());
        json.put("program", answer.programVersion());
        json.put("database", answer.database());
        json.put("rows", answer.rows());
        json.put("files", answer.files());
        json.put("notes", answer.notes());
        return json;
    }

    static Map<String, Object> log(List<LoggedAction> deeds) {
        return Map.of("log", deeds.stream().map(Json::action).toList());
    }

    private static Map<String, Object> action(LoggedAction action) {
        Map<String, Object> json = object();
        json.put("id", action.id());
        json.put("begun", action.begun().toString());
        json.put("ended", action.ended() == null ? null : action.ended().toString());
        json.put("actor", action.actor());
        json.put("command", action.command());
        json.put("arguments", action.arguments());
        json.put("reason", action.reason());
        json.put("period", action.period().isEmpty() ? null : action.period());
        json.put("exit", action.exit());
        json.put("detail", action.detail());
        json.put("runs", action.runs());
        return json;
    }

    static Map<String, Object> serving(Serving serving) {
        Map<String, Object> json = object();
        json.put("serving", true);
        json.put("pid", ProcessHandle.current().pid());
        json.put("inbox", serving.settings().workspace().resolve("inbox").toString());
        json.put(
                "schedules",
                serving.appointments().stream().map(Json::appointment).toList());
        json.put("health", serving.address() + "health");
        json.put("metrics", serving.address() + "prometheus");
        return json;
    }

    private static Map<String, Object> appointment(NextFireTime one) {
        Map<String, Object> json = object();
        json.put("name", one.name());
        json.put("cron", one.cron());
        json.put("zone", one.zone().toString());
        json.put("misfire", one.misfire());
        json.put(
                "next",
                one.next() == null
                        ? null
                        : one.next().atZone(one.zone()).toOffsetDateTime().toString());
        return json;
    }

    static Map<String, Object> status(List<UnitStatus> units) {
        return Map.of("units", units.stream().map(Json::unit).toList());
    }

    static Map<String, Object> figures(List<FigureAnswer> figures) {
        return Map.of("figures", figures.stream().map(Json::figure).toList());
    }

    static Map<String, Object> progress(List<TargetAnswer> targets) {
        Map<String, Object> json = object();
        json.put("targets", targets.stream().map(Json::target).toList());
        json.put("counts", counts(TargetAnswer.counts(targets)));
        return json;
    }

    private static Map<String, Object> counts(TargetCounts counts) {
        Map<String, Object> json = object();
        json.put("total", counts.total());
        json.put("parts", counts.parts());
        Map<String, Object> states = object();
        counts.byStatus().forEach((status, count) -> states.put(status.title(), count));
        json.put("byStatus", states);
        return json;
    }

    static Map<String, Object> trace(TraceAnswer answer) {
        Map<String, Object> json = object();
        json.put("figure", figure(answer.figure()));
        if (!answer.formula().isEmpty()) {
            json.put("formula", answer.formula());
        }
        json.put("from", answer.from().stream().map(Json::origin).toList());
        return json;
    }

    static Map<String, Object> trace(TargetTrace answer) {
        Map<String, Object> figure = object();
        figure.put("unit", answer.unit().text());
        figure.put("unitName", answer.unitName());
        figure.put("indicator", answer.target().code());
        figure.put("title", answer.target().title());
        figure.put("period", answer.period().toString());
        figure.put("value", answer.target().actual());
        figure.put("unitOfMeasure", answer.target().unitOfMeasure());
        Map<String, Object> json = object();
        json.put("figure", figure);
        json.put("target", target(answer.target()));
        json.put("formula", answer.formula());
        json.put("indicators", answer.indicators().stream().map(Json::figure).toList());
        json.put("from", answer.from().stream().map(Json::origin).toList());
        return json;
    }

    static Map<String, Object> export(ExportAnswer answer) {
        Map<String, Object> json = object();
        json.put("run", answer.run().number());
        json.put("period", answer.run().period().orElseThrow().toString());
        json.put("format", answer.format().title());
        json.put("figures", answer.figures());
        json.put("targets", answer.targets());
        json.put("files", answer.files().stream().map(Path::toString).toList());
        return json;
    }

    private static Map<String, Object> mistake(ConfigurationMistake mistake) {
        Map<String, Object> json = object();
        json.put("file", "config/" + mistake.file());
        json.put("line", mistake.line());
        json.put("message", mistake.message());
        json.put("suggestion", mistake.suggestion());
        return json;
    }

    private static Map<String, Object> periodRun(PeriodRun run) {
        Map<String, Object> json = object();
        json.put("run", run.run());
        json.put("period", run.period().toString());
        json.put("vintage", run.vintage().title());
        json.put("new", run.fresh());
        json.put("judgedOtherwise", run.judgedOtherwise());
        json.put("officialGaps", run.gaps().stream().map(Json::gap).toList());
        json.put("reports", run.reports());
        return json;
    }

    private static Map<String, Object> file(FileAnswer file) {
        Map<String, Object> json = object();
        json.put("file", file.file());
        if (file.sha256() != null) {
            json.put("sha256", file.sha256());
        }
        json.put("outcome", file.outcome().name());
        repeats(json, file.outcome(), file.standing());
        json.put(
                "submissions", file.submissions().stream().map(Json::submission).toList());
        if (!file.findings().isEmpty() || file.outcome() == Outcome.UNREADABLE) {
            json.put("findings", findings(file.findings()));
        }
        if (file.feedback() != null) {
            json.put("feedback", file.feedback());
        }
        return json;
    }

    /** Of a duplicate: how that which it repeats stands. */
    private static void repeats(Map<String, Object> json, Outcome outcome, Outcome standing) {
        if (outcome == Outcome.DUPLICATE) {
            json.put("repeats", standing.name());
        }
    }

    static Map<String, Object> submission(SubmissionAnswer submission) {
        Map<String, Object> json = object();
        json.put("form", submission.form().text());
        json.put("unit", submission.unit() == null ? null : submission.unit().text());
        json.put("unitName", submission.unitName());
        json.put(
                "period",
                submission.period() == null ? null : submission.period().toString());
        json.put("round", submission.round());
        json.put("outcome", submission.outcome().name());
        repeats(json, submission.outcome(), submission.standing());
        json.put("findings", findings(submission.findings()));
        return json;
    }

    /** Those that lead, each with its consequences inside it: mending the one mends the others. */
    static List<Map<String, Object>> findings(List<FindingAnswer> answers) {
        return Folded.of(answers, FindingAnswer::finding).stream()
                .map(one -> {
                    Map<String, Object> json = finding(one.leader());
                    if (!one.beneath().isEmpty()) {
                        json.put(
                                "consequences",
                                one.beneath().stream().map(Json::finding).toList());
                    }
                    return json;
                })
                .toList();
    }

    static Map<String, Object> finding(FindingAnswer answer) {
        Map<String, Object> json = object();
        json.put("id", answer.id());
        json.put("code", answer.finding().code());
        json.put("severity", answer.finding().severity().title());
        json.put("sheet", answer.sheet());
        json.put("cell", answer.cell());
        json.put(
                "indicator",
                answer.finding().place().indicator() == null
                        ? null
                        : answer.finding().place().indicator().toString());
        json.put("actual", answer.finding().comparison().actual());
        json.put("expected", answer.finding().comparison().expected());
        json.put("message", answer.finding().message());
        json.put("remedy", answer.finding().remedy());
        if (answer.finding().place().cells().size() > 1) {
            json.put(
                    "cells",
                    answer.finding().place().cells().stream().map(Json::cell).toList());
        }
        Diagnosis cause = answer.finding().diagnosis();
        if (cause != null && !cause.text().isEmpty()) {
            Map<String, Object> told = object();
            told.put("kind", cause.kind());
            told.put("text", cause.text());
            json.put("cause", told);
        }
        if (answer.finding().explained()) {
            json.put("explained", true);
        }
        if (answer.finding().waived()) {
            json.put("waived", true);
        }
        if (answer.finding().withholds()) {
            json.put("withholds", true);
        }
        if (answer.finding().refused()) {
            json.put("refused", true);
        }
        return json;
    }

    private static Map<String, Object> cell(CellReference cell) {
        Map<String, Object> json = object();
        json.put("sheet", cell.sheet());
        json.put("cell", cell.address());
        return json;
    }

    static Map<String, Object> coverage(CoverageAnswer coverage) {
        Map<String, Object> json = object();
        json.put("form", coverage.form().text());
        json.put("period", coverage.period().toString());
        json.put("expected", coverage.expected());
        json.put("received", coverage.received());
        json.put("accepted", coverage.accepted());
        json.put("pending", coverage.pending());
        json.put("withheld", coverage.withheld());
        json.put("returned", coverage.returned());
        json.put("missing", coverage.missing());
        json.put("missingUnits", coverage.missingUnits());
        return json;
    }

    private static Map<String, Object> unit(UnitStatus status) {
        Map<String, Object> json = object();
        json.put("unit", status.unit().text());
        json.put("unitName", status.unitName());
        json.put("form", status.form().text());
        json.put("period", status.period().toString());
        json.put("state", status.state());
        json.put("round", status.round());
        json.put("due", status.due().toString());
        json.put("late", status.late());
        json.put("withheld", status.withheld());
        return json;
    }

    private static Map<String, Object> figure(FigureAnswer figure) {
        Map<String, Object> json = object();
        json.put("unit", figure.unit().text());
        json.put("unitName", figure.unitName());
        json.put("indicator", figure.indicator().toString());
        json.put("title", figure.title());
        json.put("period", figure.period().toString());
        json.put("value", figure.value());
        json.put("unitOfMeasure", figure.unitOfMeasure());
        json.put("status", figure.status());
        json.put("forecast", figure.forecast());
        json.put("reported", figure.reported());
        json.put("expected", figure.expected());
        json.put("pending", figure.pending());
        json.put("withheld", figure.withheld());
        if (figure.gap() != null) {
            official(json, figure.gap());
        }
        return json;
    }

    /** 核定数, and how far the figure lies from it. */
    private static void official(Map<String, Object> json, OfficialGap gap) {
        json.put("official", plain(gap.official().value()));
        json.put("document", gap.official().document());
        json.put("difference", plain(gap.difference()));
        BigDecimal percent = gap.percent();
        json.put("differencePercent", percent == null ? null : plain(percent.round(new MathContext(15))));
        json.put("beyondRounding", gap.beyondRounding());
    }

    private static String plain(BigDecimal number) {
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }

    private static Map<String, Object> gap(OfficialGap gap) {
        Map<String, Object> json = object();
        json.put("code", gap.code());
        json.put("title", gap.title());
        json.put("period", gap.period().toString());
        json.put("value", plain(gap.value()));
        json.put("unitOfMeasure", gap.unit());
        official(json, gap);
        return json;
    }

    private static Map<String, Object> origin(TraceAnswer.Origin origin) {
        Map<String, Object> json = object();
        json.put("unit", origin.unit().text());
        json.put("unitName", origin.unitName());
        json.put("indicator", origin.indicator().toString());
        json.put("period", origin.period().toString());
        if (!origin.line().isEmpty()) {
            json.put("line", origin.line());
        }
        json.put("value", origin.value());
        json.put("round", origin.round());
        json.put("file", origin.file());
        json.put("sha256", origin.sha256());
        json.put("sheet", origin.sheet());
        json.put("cell", origin.cell());
        return json;
    }

    private static Map<String, Object> target(TargetAnswer target) {
        Map<String, Object> json = object();
        json.put("code", target.code());
        json.put("title", target.title());
        json.put("section", target.section());
        json.put("actual", target.actual());
        json.put("target", target.target());
        json.put("comparison", target.comparison());
        json.put("unitOfMeasure", target.unitOfMeasure());
        json.put("status", target.status());
        json.put("light", target.light());
        json.put("below", target.below());
        json.put("responsible", target.responsible());
        json.put("coverage", target.coverage());
        json.put("completion", target.completion());
        json.put("elapsed", target.elapsed());
        json.put("deviation", target.deviation());
        json.put("provisional", target.provisional());
        json.put("forecast", target.forecast());
        json.put("taskSum", target.taskSum());
        json.put("official", target.official());
        json.put("document", target.document());
        json.put("note", target.note());
        json.put("actualText", target.actualText());
        json.put("targetText", target.targetText());
        json.put("partOf", target.partOf());
        json.put("trend", target.trend().stream().map(Json::point).toList());
        return json;
    }

    private static Map<String, Object> point(TargetAnswer.Point point) {
        Map<String, Object> json = object();
        json.put("period", point.period());
        json.put("actual", point.actual());
        json.put("status", point.status());
        return json;
    }

    private static Map<String, Object> object() {
        return new LinkedHashMap<>();
    }
}

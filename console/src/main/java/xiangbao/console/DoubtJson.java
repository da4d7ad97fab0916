package xiangbao.console;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import xiangbao.jobs.doubts.DecisionAnswer;
import xiangbao.jobs.doubts.DoubtAnswer;
import xiangbao.jobs.doubts.DoubtsAnswer;
import xiangbao.jobs.doubts.WaiveAnswer;
import xiangbao.jobs.outcomes.FindingAnswer;
import xiangbao.jobs.review.WaiverAnswer;
import xiangbao.statistics.definitions.DoubtTurn;
import xiangbao.statistics.periods.ReferencePeriod;

/** Doubts, explanations and acceptances as JSON; as in {@link Json} the names are a contract. */
final class DoubtJson {
    private DoubtJson() {}

    static Map<String, Object> findings(DoubtsAnswer answer) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("period", answer.period().toString());
        json.put("today", answer.today().toString());
        json.put("run", answer.run());
        json.put("findings", answer.doubts().stream().map(DoubtJson::doubt).toList());
        json.put("unfiled", answer.unfiled().stream().map(DoubtJson::unfiled).toList());
        json.put("waivers", answer.waivers().stream().map(DoubtJson::waiver).toList());
        return json;
    }

    static Map<String, Object> waived(WaiveAnswer answer) {
        Map<String, Object> json = waiver(answer.decided());
        json.put("waived", !answer.undone());
        json.put("exit", answer.exit());
        json.put("verdicts", answer.verdicts().stream().map(RunJson::verdict).toList());
        return json;
    }

    private static Map<String, Object> waiver(WaiverAnswer one) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("relation", one.relation());
        json.put("title", one.label());
        json.put("form", one.form().text());
        json.put("unit", one.unit().text());
        json.put("unitName", one.unitName());
        json.put("period", one.period().toString());
        json.put("reason", one.reason());
        json.put("actor", one.actor());
        json.put("at", one.at().withNano(0).toString());
        return json;
    }

    static Map<String, Object> decided(DecisionAnswer answer) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("period", answer.period().toString());
        json.put("preview", answer.preview());
        json.put("exit", answer.exit());
        json.put(
                answer.kind().name().toLowerCase(Locale.ROOT),
                answer.decided().stream().map(DoubtJson::doubt).toList());
        json.put("verdicts", answer.verdicts().stream().map(RunJson::verdict).toList());
        json.put("open", answer.open());
        return json;
    }

    private static Map<String, Object> doubt(DoubtAnswer one) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.putAll(Json.finding(new FindingAnswer(one.id(), one.finding())));
        json.put("unit", one.unit().text());
        json.put("unitName", one.unitName());
        json.put("form", one.form().text());
        json.put("period", one.period().toString());
        json.put("round", one.round());
        json.put("counted", one.counted());
        json.put("file", one.file());
        json.put("share", one.share() == null ? null : one.share().toPlainString());
        json.put("state", one.state().name());
        DoubtAnswer.Exchange exchange = one.exchange();
        json.put("explanation", explanation(exchange.explanation()));
        json.put("acceptance", acceptance(exchange.acceptance()));
        ReferencePeriod from = exchange.dialogue().carriedFrom();
        json.put("carriedFrom", from == null ? null : from.toString());
        json.put("streak", exchange.dialogue().streak());
        json.put("waiting", waiting(exchange.waiting()));
        json.put(
                "turns",
                exchange.dialogue().turns().stream().map(DoubtJson::turn).toList());
        return json;
    }

    private static @Nullable Map<String, Object> waiting(DoubtAnswer.@Nullable Waiting waiting) {
        if (waiting == null) {
            return null;
        }
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("for", waiting.party().name());
        json.put("since", waiting.since().withNano(0).toString());
        json.put("days", waiting.days());
        return json;
    }

    private static Map<String, Object> turn(DoubtTurn turn) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("kind", turn.kind().name());
        json.put("by", turn.by());
        json.put("at", turn.at().withNano(0).toString());
        json.put("text", turn.text());
        return json;
    }

    private static @Nullable Map<String, Object> explanation(DoubtAnswer.@Nullable Explained said) {
        if (said == null) {
            return null;
        }
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("text", said.text());
        json.put("file", said.file());
        json.put("received", said.received().withNano(0).toString());
        if (!said.shortcoming().isEmpty()) {
            json.put("shortcoming", said.shortcoming());
        }
        return json;
    }

    private static @Nullable Map<String, Object> acceptance(DoubtAnswer.@Nullable Accepted accepted) {
        if (accepted == null) {
            return null;
        }
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("actor", accepted.by());
        json.put("at", accepted.at().withNano(0).toString());
        json.put("reason", accepted.reason());
        return json;
    }

    private static Map<String, Object> unfiled(DoubtsAnswer.Unfiled one) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("file", one.file());
        json.put("code", one.code());
        json.put("place", one.place());
        json.put("text", one.text());
        json.put("received", one.received().withNano(0).toString());
        return json;
    }
}

package xiangbao.jobs.answers.doubts;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import xiangbao.jobs.answers.FindingJson;
import xiangbao.jobs.answers.NamedUnit;
import xiangbao.jobs.doubts.DoubtAnswer;
import xiangbao.jobs.outcomes.FindingAnswer;
import xiangbao.statistics.definitions.Dialogue;
import xiangbao.statistics.definitions.DoubtTurn;
import xiangbao.statistics.forms.FormCode;
import xiangbao.statistics.periods.ReferencePeriod;

/** A doubt and what was said about it. */
public record DoubtJson(
        @JsonUnwrapped FindingJson finding,
        @JsonUnwrapped NamedUnit unit,
        FormCode form,
        ReferencePeriod period,
        int round,
        boolean counted,
        String file,
        @Nullable BigDecimal share,
        DoubtAnswer.State state,
        @JsonUnwrapped Exchange exchange) {
    static List<DoubtJson> all(List<DoubtAnswer> doubts) {
        return doubts.stream().map(DoubtJson::of).toList();
    }

    private static DoubtJson of(DoubtAnswer one) {
        return new DoubtJson(
                FindingJson.of(new FindingAnswer(one.id(), one.finding())),
                new NamedUnit(one.unit(), one.unitName()),
                one.form(),
                one.period(),
                one.round(),
                one.counted(),
                one.file(),
                one.share(),
                one.state(),
                Exchange.of(one.exchange()));
    }

    /** What the unit and the office said to each other. */
    public record Exchange(
            @Nullable Explanation explanation,
            @Nullable Acceptance acceptance,
            @Nullable ReferencePeriod carriedFrom,
            int streak,
            @Nullable Waiting waiting,
            List<DoubtTurn> turns) {
        private static Exchange of(DoubtAnswer.Exchange exchange) {
            return new Exchange(
                    Explanation.of(exchange.explanation()),
                    Acceptance.of(exchange.acceptance()),
                    exchange.dialogue().carriedFrom(),
                    exchange.dialogue().streak(),
                    Waiting.of(exchange.waiting()),
                    exchange.dialogue().turns());
        }
    }

    /** What the unit wrote. */
    public record Explanation(String text, String file, LocalDateTime received, Optional<String> shortcoming) {
        private static @Nullable Explanation of(DoubtAnswer.@Nullable Explained said) {
            return said == null
                    ? null
                    : new Explanation(
                            said.text(),
                            said.file(),
                            said.received(),
                            said.shortcoming().isEmpty() ? Optional.empty() : Optional.of(said.shortcoming()));
        }
    }

    /** Who accepted it and why. */
    public record Acceptance(String actor, LocalDateTime at, String reason) {
        private static @Nullable Acceptance of(DoubtAnswer.@Nullable Accepted accepted) {
            return accepted == null ? null : new Acceptance(accepted.by(), accepted.at(), accepted.reason());
        }
    }

    /** Who is to speak next. */
    public record Waiting(@JsonProperty("for") Dialogue.Party party, LocalDateTime since, long days) {
        private static @Nullable Waiting of(DoubtAnswer.@Nullable Waiting waiting) {
            return waiting == null ? null : new Waiting(waiting.party(), waiting.since(), waiting.days());
        }
    }
}

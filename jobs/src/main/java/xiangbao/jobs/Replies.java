package xiangbao.jobs;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import xiangbao.jobs.store.FindingName;
import xiangbao.jobs.store.StoredExplanation;
import xiangbao.statistics.definitions.Definitions;
import xiangbao.statistics.definitions.ExplanationRules;
import xiangbao.statistics.definitions.ExplanationRules.Shortcoming;
import xiangbao.statistics.findings.Finding;
import xiangbao.statistics.units.UnitCode;

/** What is to be answered to the explanations about a form in a period, seen beside those of all units. */
final class Replies {
    private final Definitions definitions;
    private final DecidedDoubts decided;
    private final Map<FindingName, StoredExplanation> holding;
    private final Map<UnitCode, UnitDecisions> decisions = new TreeMap<>();

    /** @param holding the explanation that holds about each finding, of every unit */
    Replies(Definitions definitions, DecidedDoubts decided, Map<FindingName, StoredExplanation> holding) {
        this.definitions = definitions;
        this.decided = decided;
        this.holding = holding;
    }

    Optional<StoredExplanation> said(FindingName about) {
        return Optional.ofNullable(holding.get(about));
    }

    /** Empty where nothing was said, or what was said explains. */
    Optional<Shortcoming> to(FindingName about, Finding finding) {
        return said(about)
                .flatMap(one -> definitions.explanations().shortcoming(finding, one.text(), sameAs(about, one)));
    }

    /** Whether something was said, and a question asked since. */
    boolean isAskedBack(FindingName about) {
        return said(about)
                .filter(one -> decisions
                        .computeIfAbsent(about.key().unit(), decided::of)
                        .isAskedSince(about, one.claim()))
                .isPresent();
    }

    /** Nobody can tell who has it from whom, so it is said of both. */
    private Optional<String> sameAs(FindingName about, StoredExplanation one) {
        String text = ExplanationRules.plain(one.text());
        return holding.entrySet().stream()
                .filter(other -> other.getKey().code().equals(about.code())
                        && !other.getKey().key().unit().equals(about.key().unit())
                        && ExplanationRules.plain(other.getValue().text()).equals(text))
                .map(other -> definitions.units().name(other.getKey().key().unit()))
                .findFirst();
    }
}

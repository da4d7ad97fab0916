package xiangbao.jobs.review;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import xiangbao.jobs.store.decisions.FindingName;
import xiangbao.jobs.store.decisions.StoredExplanation;
import xiangbao.statistics.definitions.Definitions;
import xiangbao.statistics.definitions.ExplanationRules;
import xiangbao.statistics.definitions.ExplanationRules.Shortcoming;
import xiangbao.statistics.findings.Finding;
import xiangbao.statistics.units.UnitCode;

/** What is to be answered to the explanations about a form in a period, seen beside those of all units. */
public final class Replies {
    private final Definitions definitions;
    private final DecidedDoubts decided;
    private final Map<FindingName, StoredExplanation> holding;
    private final Map<UnitCode, UnitDecisions> decisions = new TreeMap<>();

    /** @param holding the explanation that holds about each finding, of every unit */
    public Replies(Definitions definitions, DecidedDoubts decided, Map<FindingName, StoredExplanation> holding) {
        this.definitions = definitions;
        this.decided = decided;
        this.holding = holding;
    }

    public Optional<StoredExplanation> said(FindingName about) {
        return Optional.ofNullable(holding.get(about));
    }

    /** Empty where nothing was said, or what was said explains. */
    public Optional<Shortcoming> to(FindingName about, Finding finding) {
        return said(about)
                .flatMap(one -> definitions.explanations().shortcoming(finding, one.text(), sameAs(about, one)));
    }

    /** Whether something was said, and a question asked since. */
    public boolean isAskedBack(FindingName about) {
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

package xiangbao.jobs.review;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import xiangbao.jobs.store.decisions.Decisions;
import xiangbao.jobs.store.decisions.Explanations;
import xiangbao.jobs.store.decisions.StoredDecision;
import xiangbao.statistics.definitions.Definitions;
import xiangbao.statistics.units.UnitCode;

/** Knows what the statistician decided: about doubts, and which relations are waived. Another round of the same key may raise the same doubt; with other figures it is another one. */
public final class DecidedDoubts {
    private final Definitions definitions;
    private final Decisions decisions;
    private final Explanations explanations;
    private final WaivedRelations waived;

    DecidedDoubts(Definitions definitions, Decisions decisions, Explanations explanations, WaivedRelations waived) {
        this.definitions = definitions;
        this.decisions = decisions;
        this.explanations = explanations;
        this.waived = waived;
    }

    public UnitDecisions of(UnitCode unit) {
        List<StoredDecision> all = decisions.of(unit);
        Map<Long, String> texts = new HashMap<>();
        explanations
                .byId(all.stream()
                        .map(StoredDecision::explanation)
                        .filter(Objects::nonNull)
                        .toList())
                .forEach(one -> texts.put(one.id(), one.text()));
        return new UnitDecisions(definitions.explanations().memory(), all, texts, waived);
    }
}

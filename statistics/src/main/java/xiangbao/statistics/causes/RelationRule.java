package xiangbao.statistics.causes;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import xiangbao.statistics.confrontation.Confronted;
import xiangbao.statistics.diagnosis.Rule;
import xiangbao.statistics.diagnosis.Spot;
import xiangbao.statistics.evaluation.Trial;
import xiangbao.statistics.figures.Fraction;
import xiangbao.statistics.figures.UsedFigure;
import xiangbao.statistics.findings.Severity;

/** An instance of a relation, as diagnosis looks at it. */
final class RelationRule implements Rule {
    private final Confronted instance;
    private final Set<Spot> spots;
    private final Function<Map<Spot, Fraction>, Trial> trying;

    RelationRule(Confronted instance, Set<Spot> spots, Function<Map<Spot, Fraction>, Trial> trying) {
        this.instance = instance;
        this.spots = Collections.unmodifiableSet(new LinkedHashSet<>(spots));
        this.trying = trying;
    }

    Confronted instance() {
        return instance;
    }

    @Override
    public Severity severity() {
        return instance.relation().severity();
    }

    @Override
    public boolean identity() {
        return instance.relation().formula().isEquation();
    }

    @Override
    public @Nullable Spot total() {
        if (!instance.relation().formula().isEquation() || spots.isEmpty()) {
            return null;
        }
        UsedFigure left = instance.confrontation().figures().get(0);
        Spot first = spots.iterator().next();
        return left.line().equals(first.line()) && left.item().equals(first.item()) ? first : null;
    }

    @Override
    public Set<Spot> spots() {
        return spots;
    }

    @Override
    public Trial with(Map<Spot, Fraction> figures) {
        return trying.apply(figures);
    }
}

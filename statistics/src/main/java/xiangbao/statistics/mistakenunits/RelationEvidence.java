package xiangbao.statistics.mistakenunits;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import xiangbao.statistics.confrontation.Confronted;
import xiangbao.statistics.confrontation.Confronter;
import xiangbao.statistics.evaluation.Confrontation;
import xiangbao.statistics.evaluation.Explanation;
import xiangbao.statistics.figures.Figures;
import xiangbao.statistics.figures.Fraction;
import xiangbao.statistics.figures.UsedFigure;
import xiangbao.statistics.figures.Value;
import xiangbao.statistics.findings.Severity;
import xiangbao.statistics.findings.Verdict;
import xiangbao.statistics.measures.MistakenUnit;
import xiangbao.statistics.relations.AuditRelation;
import xiangbao.statistics.relations.Instances;
import xiangbao.statistics.submissions.SubmissionKey;

/**
 * What a form's own relations tell about the unit of measurement of its figures: area times yield is output, yields and averages lie in ranges, nothing is more
 * than master data allow. Where relations fail with the figures as typed and hold with them read in another unit, that is the unit in which they were typed.
 */
public final class RelationEvidence {
    private static final int IDENTITY = 3;
    private static final int RANGE = 2;
    private static final int ENOUGH = 6;

    /** A bound on one side tells something only when it is missed by far. */
    private static final Fraction GROSS = Fraction.of(8);

    /** A ledger may have very many lines: so many are looked at. */
    private static final int MOST_LINES = 40;

    private final Confronter confronter;
    private final SubmissionKey key;
    private final Figures figures;
    private final List<Confronted> confronted;

    /** @param repaired labels of the relations that hold with the figures read in that unit */
    public record Found(MeasuredCells group, MistakenUnit mistaken, List<String> repaired) {}

    public RelationEvidence(Confronter confronter, SubmissionKey key, Figures figures, List<Confronted> confronted) {
        this.confronter = confronter;
        this.key = key;
        this.figures = figures;
        // one on trial decides nothing
        this.confronted =
                confronted.stream().filter(one -> !one.relation().isTrial()).toList();
    }

    /** The first group for which the relations tell another unit. */
    public Optional<Found> find(List<MeasuredCells> groups, Suspects suspects) {
        if (confronted.stream().noneMatch(one -> one.confrontation().verdict() == Verdict.FAILS)) {
            return Optional.empty();
        }
        Found best = null;
        int most = 0;
        for (MeasuredCells group : groups) {
            if (group.cells().size() < SharedFactor.AT_LEAST) {
                continue;
            }
            Set<String> cells =
                    group.cells().stream().map(MeasuredCells.Cell::id).collect(Collectors.toSet());
            List<Confronted> failing = failing(cells);
            boolean gross = failing.stream().anyMatch(RelationEvidence::gross);
            int weight = failing.stream().mapToInt(RelationEvidence::weight).sum();
            if (weight < ENOUGH && !gross) {
                continue;
            }
            List<Confronted> passing = passing(cells);
            for (MistakenUnit mistaken : suspects.of(group)) {
                if (!mistaken.named()) {
                    continue;
                }
                Trial trial = new Trial(cells, mistaken.right(), failing, passing);
                int gain = trial.gain();
                if (gain > most) {
                    most = gain;
                    best = new Found(group, mistaken, trial.repaired());
                }
            }
        }
        return Optional.ofNullable(best);
    }

    /** One group read in one other unit. */
    private final class Trial {
        private final Set<String> cells;
        private final Fraction right;
        private final List<Confronted> mended = new ArrayList<>();
        private final List<Confronted> passing;
        private final int broken;

        Trial(Set<String> cells, Fraction right, List<Confronted> failing, List<Confronted> passing) {
            this.cells = cells;
            this.right = right;
            this.passing = passing;
            Figures seen = DoubtedFigures.times(figures, key, cells, right);
            for (Confronted one : failing) {
                if (confronter.again(one, seen).verdict() == Verdict.PASSES) {
                    mended.add(one);
                }
            }
            this.broken = mended.isEmpty() ? 0 : broken(seen);
        }

        private int broken(Figures seen) {
            int count = 0;
            for (Confronted one : passing) {
                Confrontation again = confronter.again(one, seen);
                count += again.verdict() == Verdict.FAILS && again.explanation() != null
                        ? Math.max(1, weight(again.explanation()))
                        : 0;
            }
            return count;
        }

        /** How much speaks for it; zero where that is not enough. */
        int gain() {
            int weight = mended.stream().mapToInt(RelationEvidence::weight).sum();
            Set<String> own = new HashSet<>();
            mended.forEach(one -> own.addAll(looked(one, cells)));
            if (weight >= ENOUGH && own.size() > 1 && broken * 4 <= weight) {
                return weight - broken;
            }
            return broken == 0 && mended.stream().anyMatch(one -> gross(one) && !alone(one)) ? 1 : 0;
        }

        /** Whether a single figure in another unit would explain it as well: then nothing speaks against the rest of the group. */
        private boolean alone(Confronted one) {
            return looked(one, cells).stream().anyMatch(only -> {
                Figures seen = DoubtedFigures.times(figures, key, Set.of(only), right);
                return confronter.again(one, seen).verdict() == Verdict.PASSES
                        && passing.stream()
                                .noneMatch(
                                        other -> confronter.again(other, seen).verdict() == Verdict.FAILS);
            });
        }

        List<String> repaired() {
            Set<String> labels = new LinkedHashSet<>();
            mended.forEach(one -> labels.add(one.relation().label()));
            return List.copyOf(labels);
        }
    }

    private List<Confronted> failing(Set<String> cells) {
        List<Confronted> failing = new ArrayList<>();
        int lines = 0;
        for (Confronted one : confronted) {
            if (one.confrontation().verdict() == Verdict.FAILS
                    && !looked(one, cells).isEmpty()
                    && (one.line().isEmpty() || lines++ < MOST_LINES)) {
                failing.add(one);
            }
        }
        return failing;
    }

    private List<Confronted> passing(Set<String> cells) {
        List<Confronted> passing = new ArrayList<>();
        for (Confronted one : confronted) {
            if (one.confrontation().verdict() == Verdict.PASSES
                    && one.relation().severity() != Severity.HINT
                    && !looked(one, cells).isEmpty()) {
                passing.add(one);
            }
        }
        Set<String> lines = cells.stream()
                .map(cell -> cell.substring(0, cell.indexOf('\n')))
                .filter(line -> !line.isEmpty())
                .limit(MOST_LINES)
                .collect(Collectors.toCollection(LinkedHashSet::new));
        for (String line : lines) {
            for (AuditRelation relation : confronter.perLine()) {
                if (relation.isTrial()) {
                    continue;
                }
                Confrontation typed = confronter.on(relation, line, figures);
                Confronted one = new Confronted(relation, line, new Instances.Place("", ""), line, typed);
                if (typed.verdict() == Verdict.PASSES && !looked(one, cells).isEmpty()) {
                    passing.add(one);
                }
            }
        }
        return passing;
    }

    /** Which of the cells the instance looked at. */
    private Set<String> looked(Confronted one, Set<String> cells) {
        Set<String> looked = new LinkedHashSet<>();
        for (UsedFigure figure : one.confrontation().figures()) {
            String id = MeasuredCells.Cell.id(figure.line(), figure.item());
            if (figure.form().equals(key.form()) && figure.period().equals(key.period()) && cells.contains(id)) {
                looked.add(id);
            }
        }
        return looked;
    }

    private static int weight(Confronted one) {
        Explanation told = one.confrontation().explanation();
        return told == null ? 0 : weight(told);
    }

    /** An identity tells more than a range; a bound on one side holds in many units. */
    private static int weight(Explanation told) {
        return switch (told.sign()) {
            case "=" -> IDENTITY;
            case "in" -> told.low() == null || told.high() == null ? 0 : RANGE;
            default -> 0;
        };
    }

    /** Whether a bound on one side is missed by a multiple. */
    private static boolean gross(Confronted one) {
        Explanation told = one.confrontation().explanation();
        if (told == null || told.right() == null) {
            return false;
        }
        Fraction typed = number(told.left().value());
        Fraction bound = number(told.right().value());
        return switch (told.sign()) {
            case "≤", "<" -> bound.signum() > 0 && typed.compareTo(bound.times(GROSS)) >= 0;
            case "≥", ">" -> typed.signum() > 0 && typed.times(GROSS).compareTo(bound) <= 0;
            default -> false;
        };
    }

    private static Fraction number(@Nullable Value value) {
        return value instanceof Value.Numeric numeric ? numeric.number() : Fraction.ZERO;
    }
}

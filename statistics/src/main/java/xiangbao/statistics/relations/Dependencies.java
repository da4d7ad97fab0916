package xiangbao.statistics.relations;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import xiangbao.statistics.forms.FormCode;
import xiangbao.statistics.forms.Layout;
import xiangbao.statistics.formula.Formula;
import xiangbao.statistics.formula.Reference;
import xiangbao.statistics.periods.Frequency;
import xiangbao.statistics.periods.ReferencePeriod;
import xiangbao.statistics.screens.FormScreens;
import xiangbao.statistics.submissions.SubmissionKey;
import xiangbao.statistics.units.Lineage;
import xiangbao.statistics.units.UnitCode;
import xiangbao.statistics.units.Units;

/** Which submissions a review looks at, and which reviews look at a submission; computed from the references of the relations. */
public final class Dependencies {
    private static final int DEEPEST_DERIVATION = 8;

    private final Map<FormCode, FormRules> forms;
    private final Lineage lineage;
    private final Map<FormCode, Set<Path>> looks = new LinkedHashMap<>();

    /** From one form to another, moved back by periods and by years. */
    private record Step(FormCode form, int previous, int years) {}

    /** Through derived indicators to a form that is reported. */
    private record Path(List<Step> steps) {
        Path {
            steps = List.copyOf(steps);
        }

        FormCode end() {
            return steps.get(steps.size() - 1).form();
        }
    }

    public Dependencies(Map<FormCode, FormRules> forms, Units units) {
        this.lineage = new Lineage(units);
        this.forms = new LinkedHashMap<>(forms);
        for (FormRules rules : forms.values()) {
            FormCode form = rules.form().code();
            Set<Path> paths = new LinkedHashSet<>();
            rules.relations().forEach(relation -> collect(relation.formula(), form, List.of(), paths));
            for (UnitSuspicion suspicion : rules.suspicions()) {
                if (suspicion.reference() != null) {
                    collect(suspicion.reference(), form, List.of(), paths);
                }
            }
            // Every form is compared with its last period, to tell a copied one and figures in another unit of
            // measurement; a matrix with last year's, too.
            paths.add(new Path(List.of(new Step(form, 1, 0))));
            if (rules.form().layout() == Layout.MATRIX) {
                paths.add(new Path(List.of(new Step(form, 0, 1))));
            }
            for (FormScreens.Back back : FormScreens.looksBack(rules.form())) {
                paths.add(new Path(List.of(new Step(form, back.periods(), back.years()))));
            }
            looks.put(form, paths);
        }
    }

    private void collect(Formula formula, FormCode home, List<Step> before, Set<Path> paths) {
        for (Reference reference : formula.references()) {
            FormCode form = reference.form() == null ? home : reference.form();
            FormRules rules = forms.get(form);
            if (rules == null) {
                continue;
            }
            List<Step> steps = new ArrayList<>(before);
            steps.add(new Step(form, reference.previous(), reference.yearsEarlier()));
            paths.add(new Path(steps));
            for (DerivedIndicator derived : rules.derived()) {
                if (derived.indicator().code().item().equals(reference.item()) && steps.size() < DEEPEST_DERIVATION) {
                    collect(derived.formula(), form, steps, paths);
                }
            }
        }
    }

    /**
     * The keys whose reviews look at this one and may change when it comes: next periods, later years, sibling forms, and those of units that came of this one
     * or that this one came of. In period, then form order.
     */
    public Set<SubmissionKey> lookingAt(SubmissionKey key) {
        Set<SubmissionKey> looking = new TreeSet<>();
        Set<UnitCode> family = lineage.family(key.unit());
        looks.forEach((form, paths) -> {
            for (Path path : paths) {
                if (path.end().equals(key.form())) {
                    for (ReferencePeriod period : beginnings(form, path, key.period())) {
                        family.forEach(unit -> looking.add(new SubmissionKey(form, unit, period)));
                    }
                }
            }
        });
        looking.remove(key);
        return looking;
    }

    /** The keys of the same unit that a review of this one looks at, itself left out. */
    public Set<SubmissionKey> lookedAtBy(SubmissionKey key) {
        Set<SubmissionKey> lookedAt = new TreeSet<>();
        for (Path path : looks.getOrDefault(key.form(), Set.of())) {
            ReferencePeriod period = key.period();
            for (Step step : path.steps()) {
                period = earlier(period.latestEnded(frequency(step.form())), step);
            }
            lookedAt.add(new SubmissionKey(path.end(), key.unit(), period));
        }
        lookedAt.remove(key);
        return lookedAt;
    }

    private Frequency frequency(FormCode form) {
        FormRules rules = forms.get(form);
        if (rules == null) {
            throw new IllegalStateException("no such form: " + form);
        }
        return rules.form().frequency();
    }

    private static ReferencePeriod earlier(ReferencePeriod period, Step step) {
        ReferencePeriod moved = period;
        for (int count = 0; count < step.previous(); count++) {
            moved = moved.previous();
        }
        for (int count = 0; count < step.years(); count++) {
            moved = moved.yearEarlier();
        }
        return moved;
    }

    private static ReferencePeriod later(ReferencePeriod period, Step step) {
        ReferencePeriod moved = period;
        for (int count = 0; count < step.previous(); count++) {
            moved = moved.next();
        }
        for (int count = 0; count < step.years(); count++) {
            moved = moved.yearLater();
        }
        return moved;
    }

    /** The periods of the form at a path's beginning from which the path leads to the given period. */
    private Set<ReferencePeriod> beginnings(FormCode start, Path path, ReferencePeriod end) {
        Set<ReferencePeriod> reached = Set.of(end);
        for (int place = path.steps().size() - 1; place >= 0; place--) {
            Step step = path.steps().get(place);
            Frequency from =
                    frequency(place == 0 ? start : path.steps().get(place - 1).form());
            Set<ReferencePeriod> before = new TreeSet<>();
            for (ReferencePeriod period : reached) {
                ReferencePeriod ended = later(period, step);
                before.addAll(endingWith(ended, from));
            }
            reached = before;
        }
        return reached;
    }

    private static List<ReferencePeriod> endingWith(ReferencePeriod ended, Frequency frequency) {
        List<ReferencePeriod> periods = new ArrayList<>();
        for (int year = ended.year(); year <= ended.year() + 1; year++) {
            for (int ordinal = 1; ordinal <= frequency.perYear(); ordinal++) {
                ReferencePeriod period = new ReferencePeriod(year, frequency, ordinal);
                if (period.latestEnded(ended.frequency()).equals(ended)) {
                    periods.add(period);
                }
            }
        }
        return periods;
    }
}

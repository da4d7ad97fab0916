package xiangbao.jobs.review;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import xiangbao.statistics.definitions.Definitions;
import xiangbao.statistics.forms.FormCode;
import xiangbao.statistics.periods.Frequency;
import xiangbao.statistics.periods.ReferencePeriod;
import xiangbao.statistics.relations.Dependencies;
import xiangbao.statistics.relations.FormRules;
import xiangbao.statistics.submissions.SubmissionKey;

/**
 * The order in which a unit's submissions are reviewed: by the end of their periods, and within one end the forms that others look at first. It depends on
 * the definitions alone, so that reviews come out the same however the files arrived.
 */
final class ReviewOrder implements Comparator<SubmissionKey> {
    private static final ReferencePeriod SAMPLE = new ReferencePeriod(2000, Frequency.QUARTER, 4);

    private final Map<FormCode, Integer> ranks = new HashMap<>();
    private final Comparator<SubmissionKey> order;

    ReviewOrder(Definitions definitions, Dependencies dependencies) {
        Set<FormCode> visited = new HashSet<>();
        List<FormCode> ordered = new ArrayList<>();
        for (FormCode form : new TreeSet<>(definitions.forms().keySet())) {
            visit(form, definitions, dependencies, visited, ordered);
        }
        for (FormCode form : ordered) {
            ranks.put(form, ranks.size());
        }
        order = Comparator.comparing((SubmissionKey key) -> key.period().lastDay())
                .thenComparing(key -> ranks.getOrDefault(key.form(), Integer.MAX_VALUE))
                .thenComparing(SubmissionKey::compareTo);
    }

    private static void visit(
            FormCode form,
            Definitions definitions,
            Dependencies dependencies,
            Set<FormCode> visited,
            List<FormCode> ordered) {
        FormRules rules = definitions.forms().get(form);
        if (rules == null || !visited.add(form)) {
            return;
        }
        ReferencePeriod period = SAMPLE.latestEnded(rules.form().frequency());
        SubmissionKey key = new SubmissionKey(form, definitions.units().county().code(), period);
        Set<FormCode> first = new TreeSet<>();
        for (SubmissionKey seen : dependencies.lookedAtBy(key)) {
            if (seen.period().lastDay().equals(period.lastDay())) {
                first.add(seen.form());
            }
        }
        first.forEach(one -> visit(one, definitions, dependencies, visited, ordered));
        ordered.add(form);
    }

    @Override
    public int compare(SubmissionKey one, SubmissionKey other) {
        return order.compare(one, other);
    }
}

package xiangbao.statistics.consistency;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import xiangbao.statistics.findings.Severity;
import xiangbao.statistics.forms.FormCode;
import xiangbao.statistics.formula.Vocabulary;
import xiangbao.statistics.relations.AuditRelation;
import xiangbao.statistics.relations.FormRules;
import xiangbao.statistics.relations.Instances;

/** The relations of all forms as conditions, each instance for itself, and which of them speak of the same quantities. */
final class RuleSet {
    /** So many neighbours are looked at for one proof. */
    private static final int MOST_NEIGHBOURS = 60;

    /**
     * One relation.
     *
     * @param instances what it states on each row, column or line on which it runs
     */
    record Rule(FormCode form, AuditRelation relation, List<Instance> instances) {}

    /** @param quantities those that it speaks of */
    record Instance(AuditRelation relation, Statement statement, Set<String> quantities) {}

    private final List<Rule> rules = new ArrayList<>();
    private final Map<String, List<Instance>> byQuantity = new LinkedHashMap<>();

    RuleSet(Collection<FormRules> forms, Vocabulary vocabulary) {
        for (FormRules form : forms) {
            if (form.enabled()) {
                for (AuditRelation relation : form.relations()) {
                    add(form, relation, vocabulary);
                }
            }
        }
    }

    private void add(FormRules form, AuditRelation relation, Vocabulary vocabulary) {
        Instances on = Instances.of(relation, form.form(), vocabulary);
        List<Instances.Place> places = on.perLine() ? List.of(new Instances.Place("", "")) : on.places();
        List<Instance> instances = new ArrayList<>();
        for (Instances.Place place : places) {
            Statement statement =
                    Statements.of(relation.formula(), vocabulary, form.form().code(), place.row(), place.column());
            Set<String> quantities = new LinkedHashSet<>();
            collect(statement.fails(), quantities);
            Instance instance = new Instance(relation, statement, quantities);
            instances.add(instance);
            quantities.forEach(name ->
                    byQuantity.computeIfAbsent(name, any -> new ArrayList<>()).add(instance));
        }
        rules.add(new Rule(form.form().code(), relation, instances));
    }

    private static void collect(Condition condition, Set<String> quantities) {
        if (condition instanceof Condition.Linear row) {
            quantities.addAll(row.coefficients().keySet());
        } else if (condition instanceof Condition.Fact fact) {
            quantities.add("“" + fact.text());
        } else if (condition instanceof Condition.All all) {
            all.parts().forEach(part -> collect(part, quantities));
        } else if (condition instanceof Condition.Any any) {
            any.parts().forEach(part -> collect(part, quantities));
        }
    }

    List<Rule> rules() {
        return rules;
    }

    Set<String> quantities() {
        return byQuantity.keySet();
    }

    /** Instances at least as severe that speak of the same quantities, or of what those speak of; the nearest first. */
    List<Instance> around(Set<String> quantities, Severity severity, Set<AuditRelation> without) {
        Set<Instance> found = new LinkedHashSet<>();
        Set<String> reached = new HashSet<>(quantities);
        Set<String> border = quantities;
        while (!border.isEmpty() && found.size() < MOST_NEIGHBOURS) {
            Set<String> next = new LinkedHashSet<>();
            for (String name : border) {
                for (Instance one : byQuantity.getOrDefault(name, List.of())) {
                    if (one.relation().severity().compareTo(severity) <= 0
                            && !without.contains(one.relation())
                            && found.size() < MOST_NEIGHBOURS
                            && found.add(one)) {
                        next.addAll(one.quantities());
                    }
                }
            }
            next.removeAll(reached);
            reached.addAll(next);
            border = next;
        }
        return List.copyOf(found);
    }
}

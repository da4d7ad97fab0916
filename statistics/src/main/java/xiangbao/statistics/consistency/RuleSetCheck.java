package xiangbao.statistics.consistency;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import xiangbao.statistics.evaluation.FormulaText;
import xiangbao.statistics.findings.Severity;
import xiangbao.statistics.forms.FormCode;
import xiangbao.statistics.forms.Indicator;
import xiangbao.statistics.forms.IndicatorCode;
import xiangbao.statistics.formula.FormulaContext;
import xiangbao.statistics.formula.Vocabulary;
import xiangbao.statistics.relations.AuditRelation;
import xiangbao.statistics.relations.FormRules;
import xiangbao.statistics.units.Units;

/**
 * Looks for relations that contradict others, follow from others, force a value or are never decided. What is found is proven; a fault that shows only
 * together with many distant relations may be passed over.
 */
public final class RuleSetCheck {
    private final Map<FormCode, FormRules> forms;
    private final Vocabulary vocabulary;
    private final Units units;
    private final int year;
    private final RuleSet rules;
    private final Map<AuditRelation, RuleFault> found = new LinkedHashMap<>();

    private RuleSetCheck(Map<FormCode, FormRules> forms, Units units, int year) {
        this.forms = forms;
        this.vocabulary = FormRules.vocabulary(forms.values(), units);
        this.units = units;
        this.year = year;
        this.rules = new RuleSet(forms.values(), vocabulary);
    }

    /**
     * At most one fault for each relation, in the order of the forms.
     *
     * @param year in whose periods something must be decidable
     */
    public static List<RuleFault> faults(Map<FormCode, FormRules> forms, Units units, int year) {
        return new RuleSetCheck(forms, units, year).faults();
    }

    private List<RuleFault> faults() {
        Decidability decidability = new Decidability(forms, vocabulary, units, year);
        for (RuleSet.Rule rule : rules.rules()) {
            if (!decidability.isDecidable(rule)) {
                add(
                        rule,
                        RuleFault.Kind.NEVER_DECIDED,
                        List.of(),
                        "这条关系从来判定不了：所用的数没有一期、没有一个填报单位同时应报" + decidability.why(rule));
            } else {
                contradictions(rule);
            }
        }
        // Of two that say the same the earlier one stays.
        for (int place = rules.rules().size() - 1; place >= 0; place--) {
            RuleSet.Rule rule = rules.rules().get(place);
            if (!found.containsKey(rule.relation())) {
                redundancy(rule);
            }
        }
        forcedValues();
        List<RuleFault> inOrder = new ArrayList<>();
        for (RuleSet.Rule rule : rules.rules()) {
            RuleFault fault = found.get(rule.relation());
            if (fault != null) {
                inOrder.add(fault);
            }
        }
        return inOrder;
    }

    private void contradictions(RuleSet.Rule rule) {
        for (RuleSet.Instance instance : rule.instances()) {
            while (!found.containsKey(rule.relation()) && contradiction(rule, instance)) {
                // the one to blame is left out; another one may contradict it as well
            }
        }
    }

    /** Of those that contradict each other the one that stands last is told, and left out of what follows: from a contradiction everything does. */
    private boolean contradiction(RuleSet.Rule rule, RuleSet.Instance instance) {
        Condition means = instance.statement().means();
        Set<AuditRelation> without = new HashSet<>(found.keySet());
        without.add(rule.relation());
        List<RuleSet.Instance> around =
                rules.around(instance.quantities(), rule.relation().severity(), without);
        if (possible(List.of(instance), means, around)) {
            return false;
        }
        Set<AuditRelation> together =
                new LinkedHashSet<>(proof(around, some -> !possible(List.of(instance), means, some)));
        if (possible(List.of(), Condition.ALWAYS, ofThose(around, together))) {
            together.add(rule.relation());
        }
        RuleSet.Rule blamed = rules.rules().stream()
                .filter(one -> together.contains(one.relation()))
                .reduce((first, second) -> second)
                .orElse(rule);
        together.remove(blamed.relation());
        List<AuditRelation> others = List.copyOf(together);
        add(
                blamed,
                RuleFault.Kind.CONTRADICTS,
                others,
                others.isEmpty()
                        ? "这条关系无论填什么数都不能成立：" + titled(rule.relation()) + "，请改正公式"
                        : "这条关系与" + codes(others) + "矛盾，不能同时成立：" + titles(blamed.relation(), others) + "，请改正其中一条");
        return true;
    }

    private static List<RuleSet.Instance> ofThose(List<RuleSet.Instance> instances, Set<AuditRelation> relations) {
        return instances.stream()
                .filter(one -> relations.contains(one.relation()))
                .toList();
    }

    /** A form must not count on another one, which may not have come: what follows is looked for among the relations of the form itself. */
    private void redundancy(RuleSet.Rule rule) {
        Set<AuditRelation> without = new HashSet<>(found.keySet());
        without.add(rule.relation());
        rules.rules().stream()
                .filter(other -> !other.form().equals(rule.form()))
                .forEach(other -> without.add(other.relation()));
        Set<AuditRelation> proof = new LinkedHashSet<>();
        for (RuleSet.Instance instance : rule.instances()) {
            Condition fails = instance.statement().fails();
            List<RuleSet.Instance> around =
                    rules.around(instance.quantities(), rule.relation().severity(), without);
            if (possible(List.of(instance), fails, around)) {
                return;
            }
            proof.addAll(proof(around, some -> !possible(List.of(instance), fails, some)));
        }
        List<AuditRelation> others = List.copyOf(proof);
        add(
                rule,
                RuleFault.Kind.FOLLOWS,
                others,
                others.isEmpty()
                        ? "这条关系无论填什么数都成立，审核不出问题：" + titled(rule.relation()) + "，请改正公式或删去"
                        : "这条关系是多余的，由" + codes(others) + "就能推出：" + titles(rule.relation(), others) + "，请删去或改正其中一条");
    }

    private void forcedValues() {
        for (String name : rules.quantities()) {
            Optional<Indicator> cell = name.matches("[^@()“]+:[^@()“]+") ? cell(name) : Optional.empty();
            if (cell.isEmpty()) {
                continue;
            }
            List<RuleSet.Instance> around = rules.around(Set.of(name), Severity.MANDATORY, found.keySet());
            Predicate<List<RuleSet.Instance>> forces =
                    some -> new ForcedValue(some).of(name).isPresent();
            if (around.isEmpty() || !forces.test(around)) {
                continue;
            }
            List<AuditRelation> proof = proof(around, forces);
            RuleSet.Rule told = rules.rules().stream()
                    .filter(rule -> proof.contains(rule.relation()))
                    .reduce((first, second) -> second)
                    .orElse(null);
            // One that says by itself that a figure is so much says what it means.
            if (told != null && proof.size() > 1 && !found.containsKey(told.relation())) {
                List<AuditRelation> others = new ArrayList<>(proof);
                others.remove(told.relation());
                String value =
                        new ForcedValue(around).of(name).map(Object::toString).orElse("");
                add(
                        told,
                        RuleFault.Kind.FORCES,
                        others,
                        "这条关系与" + codes(others) + "合起来把“" + cell.get().title() + "”定死为 " + value + "，不用填报就已知道："
                                + titles(told.relation(), others) + "，请改正其中一条");
            }
        }
    }

    /** A cell of a matrix in the period at hand. */
    private Optional<Indicator> cell(String quantity) {
        int colon = quantity.indexOf(':');
        return forms.values().stream()
                .map(FormRules::form)
                .filter(form -> form.code().text().equals(quantity.substring(0, Math.max(colon, 0))))
                .flatMap(form -> form.indicator(new IndicatorCode(form.code(), quantity.substring(colon + 1))).stream())
                .findFirst();
    }

    private static boolean possible(
            List<RuleSet.Instance> subject, Condition condition, List<RuleSet.Instance> around) {
        List<Condition> conditions = new ArrayList<>();
        Set<String> notNegative = new HashSet<>();
        conditions.add(condition);
        subject.forEach(one -> notNegative.addAll(one.statement().notNegative()));
        for (RuleSet.Instance one : around) {
            conditions.add(one.statement().passes());
            notNegative.addAll(one.statement().notNegative());
        }
        return Satisfiability.possible(conditions, notNegative);
    }

    /** As few relations as still show it: each is left out in turn, the farthest first. */
    private static List<AuditRelation> proof(List<RuleSet.Instance> around, Predicate<List<RuleSet.Instance>> shows) {
        List<RuleSet.Instance> needed = new ArrayList<>(around);
        // Most proofs lie near: half of what is left is tried first.
        while (needed.size() > 4 && shows.test(needed.subList(0, needed.size() / 2))) {
            needed = new ArrayList<>(needed.subList(0, needed.size() / 2));
        }
        for (int place = needed.size() - 1; place >= 0; place--) {
            List<RuleSet.Instance> fewer = new ArrayList<>(needed);
            fewer.remove(place);
            if (shows.test(fewer)) {
                needed = fewer;
            }
        }
        return needed.stream().map(RuleSet.Instance::relation).distinct().toList();
    }

    private void add(RuleSet.Rule rule, RuleFault.Kind kind, List<AuditRelation> proof, String text) {
        found.put(rule.relation(), new RuleFault(kind, rule.form(), rule.relation(), proof, text));
    }

    private static String codes(List<AuditRelation> relations) {
        return String.join("、", relations.stream().map(AuditRelation::code).toList());
    }

    private String titles(AuditRelation relation, List<AuditRelation> others) {
        List<String> titles = new ArrayList<>();
        titles.add(relation.code() + " " + titled(relation));
        others.forEach(other -> titles.add(other.code() + " " + titled(other)));
        return String.join("；", titles);
    }

    private String titled(AuditRelation relation) {
        FormCode form = rules.rules().stream()
                .filter(rule -> rule.relation() == relation)
                .findFirst()
                .map(RuleSet.Rule::form)
                .orElseThrow();
        return "“"
                + FormulaText.inTitles(
                        relation.formula(),
                        FormulaContext.relation(
                                vocabulary, form, !relation.rows().isEmpty()))
                + "”";
    }
}

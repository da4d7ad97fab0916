package xiangbao.statistics.cases;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import xiangbao.statistics.findings.Verdict;
import xiangbao.statistics.forms.FormCode;
import xiangbao.statistics.relations.AuditRelation;
import xiangbao.statistics.relations.FormRules;

/**
 * Which relations no case shows in all three ways: a relation that nothing was seen to break looks like an audit and may be none.
 *
 * @param lacking in the order of forms and relations
 */
public record CaseCoverage(List<Lack> lacking) {
    public CaseCoverage {
        lacking = List.copyOf(lacking);
    }

    /** @param verdicts those of which it has no case */
    public record Lack(FormCode form, String relation, Set<Verdict> verdicts) {
        public Lack {
            verdicts = Set.copyOf(verdicts);
        }
    }

    public static CaseCoverage of(Collection<FormRules> forms, List<AuditCase> cases) {
        Map<String, Set<Verdict>> shown = new HashMap<>();
        cases.forEach(one -> shown.computeIfAbsent(one.code(), code -> EnumSet.noneOf(Verdict.class))
                .add(one.verdict()));
        List<Lack> lacking = new ArrayList<>();
        for (FormRules rules : forms) {
            for (AuditRelation relation : rules.relations()) {
                Set<Verdict> verdicts = EnumSet.of(Verdict.PASSES, Verdict.FAILS);
                if (canMiss(relation)) {
                    verdicts.add(Verdict.UNDECIDED);
                }
                verdicts.removeAll(shown.getOrDefault(relation.code(), Set.of()));
                if (!verdicts.isEmpty()) {
                    lacking.add(new Lack(rules.form().code(), relation.code(), verdicts));
                }
            }
        }
        return new CaseCoverage(lacking);
    }

    /** What looks at no figure, but only counts lines, never misses one. */
    private static boolean canMiss(AuditRelation relation) {
        return !relation.formula().references().isEmpty()
                || relation.formula().text().contains("prev(");
    }
}

package xiangbao.readers.config.formulas;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import xiangbao.statistics.forms.FormCode;
import xiangbao.statistics.forms.IndicatorCode;
import xiangbao.statistics.formula.DerivedCircles;
import xiangbao.statistics.formula.Formula;
import xiangbao.statistics.formula.Vocabulary;
import xiangbao.statistics.relations.DerivedIndicator;
import xiangbao.statistics.relations.FormRules;

/** Finds derived indicators that need themselves. */
final class FormulaCircles {
    private final Gathering gathering;
    private final Map<FormCode, FormRules> forms;

    FormulaCircles(Gathering gathering, Map<FormCode, FormRules> forms) {
        this.gathering = gathering;
        this.forms = forms;
    }

    /** What stands in circles, and what looks at it, is not checked any further. */
    Set<Formula> check(Vocabulary vocabulary) {
        Set<Formula> circular = new LinkedHashSet<>();
        for (List<IndicatorCode> circle : DerivedCircles.in(vocabulary)) {
            boolean oneForm =
                    circle.stream().map(IndicatorCode::form).distinct().count() == 1;
            DerivedIndicator first = derived(circle.get(0));
            String round = Stream.concat(circle.stream(), Stream.of(circle.get(0)))
                    .map(code -> oneForm ? name(code) : code.form() + " " + name(code))
                    .collect(Collectors.joining(" → "));
            gathering
                    .placed(first.formula())
                    .value()
                    .wrong(circle.size() == 1 ? "“" + name(circle.get(0)) + "”用到了自己：" + round : "派生指标循环引用：" + round);
            circle.forEach(code -> {
                circular.add(derived(code).formula());
                gathering.unread().indicator(code);
            });
        }
        return circular;
    }

    private String name(IndicatorCode code) {
        return code.row().isEmpty() ? code.item() : derived(code).indicator().title() + "[" + code.item() + "]";
    }

    private DerivedIndicator derived(IndicatorCode code) {
        return forms.values().stream()
                .map(FormRules::derived)
                .flatMap(Collection::stream)
                .filter(derived -> derived.indicator().code().equals(code))
                .findFirst()
                .orElseThrow();
    }
}

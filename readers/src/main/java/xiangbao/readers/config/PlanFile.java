package xiangbao.readers.config;

import java.math.BigDecimal;
import java.time.MonthDay;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import xiangbao.statistics.formula.Formula;
import xiangbao.statistics.formula.FormulaContext;
import xiangbao.statistics.model.UnitOfMeasure;
import xiangbao.statistics.model.UnitSelector;
import xiangbao.statistics.plan.Comparator;
import xiangbao.statistics.plan.Comparison;
import xiangbao.statistics.plan.Pace;
import xiangbao.statistics.plan.Plan;
import xiangbao.statistics.plan.Target;
import xiangbao.statistics.plan.Wording;

/** {@code plan.yaml}: the county plan with its targets. */
final class PlanFile {
    static final String NAME = "plan.yaml";
    static final List<String> KEYS = List.of("title", "year", "targets");
    static final List<String> TARGET_KEYS = List.of(
            "title",
            "section",
            "field",
            "wording",
            "actual",
            "actual-unit",
            "unit",
            "decimals",
            "comparison",
            "target",
            "pace",
            "judged-from",
            "applies-to",
            "per-unit",
            "comparators",
            "unconfirmed",
            "responsible",
            "note");
    static final List<String> COMPARATOR_KEYS = List.of("title", "formula");
    static final Map<String, Wording> WORDINGS = Value.titled(Wording.values(), Wording::title);
    static final Map<String, Comparison> COMPARISONS = Value.titled(Comparison.values(), Comparison::sign);
    static final Map<String, Pace> PACES = Value.titled(Pace.values(), Pace::title);
    static final String LAST_YEAR = "lastyear";

    private static final Pattern CODE = Pattern.compile("[0-9A-Za-z_-]{1,20}");

    private final UnitNames units;
    private final List<PlacedFormula> formulas;

    private PlanFile(UnitNames units, List<PlacedFormula> formulas) {
        this.units = units;
        this.formulas = formulas;
    }

    static Plan read(Value root, UnitNames units, List<PlacedFormula> formulas) {
        Section section = new Section(root, KEYS);
        PlanFile plan = new PlanFile(units, formulas);
        List<Target> targets = new ArrayList<>();
        for (Value.Entry entry : section.required("targets").map(Value::entries).orElse(List.of())) {
            if (!CODE.matcher(entry.key()).matches()) {
                entry.value().wrong("目标代码“" + entry.key() + "”只能用字母、数字和短横线");
            }
            targets.add(plan.target(entry));
        }
        return new Plan(section.requiredText("title"), section.integer("year", 0, 2000, 2100), targets);
    }

    private Target target(Value.Entry entry) {
        Section given = new Section(entry.value(), TARGET_KEYS);
        boolean aboveLastYear = given.value("target")
                .filter(value -> !value.isList() && !value.isMapping())
                .flatMap(Value::text)
                .filter(LAST_YEAR::equals)
                .isPresent();
        BigDecimal value = aboveLastYear
                ? null
                : given.value("target").flatMap(Value::number).orElse(null);
        Comparison comparison = given.value("comparison")
                .flatMap(sign -> sign.choice(COMPARISONS))
                .orElse(aboveLastYear ? Comparison.ABOVE : Comparison.AT_LEAST);
        if (aboveLastYear && comparison != Comparison.ABOVE) {
            given.value("comparison").ifPresent(sign -> sign.wrong("目标为“lastyear”时，“comparison”只能是 >"));
        }
        String unit = given.requiredText("unit");
        String actualUnit = given.text("actual-unit", unit);
        if (!unit.isEmpty() && UnitOfMeasure.factor(actualUnit, unit).isEmpty()) {
            given.value("actual-unit").ifPresent(wrong -> wrong.wrong("无法把“" + actualUnit + "”换算成“" + unit + "”"));
        }
        Pace pace = given.value("pace").flatMap(title -> title.choice(PACES)).orElse(Pace.DIRECT);
        MonthDay judgedFrom = null;
        if (pace == Pace.SEASONAL) {
            judgedFrom = given.required("judged-from").flatMap(Value::dayOfYear).orElse(null);
        } else {
            given.refuse("judged-from", "只有“pace: 农时”才有");
        }
        return new Target(
                entry.key(),
                given.requiredText("title"),
                given.requiredText("section"),
                given.requiredText("field"),
                given.required("wording")
                        .flatMap(title -> title.choice(WORDINGS))
                        .orElse(Wording.INFORMATION),
                given.value("actual").flatMap(this::formula).orElse(null),
                actualUnit,
                unit,
                given.integer("decimals", 0, 0, 9),
                comparison,
                value,
                aboveLastYear,
                pace,
                judgedFrom,
                given.value("applies-to").map(units::selector).orElse(UnitSelector.TOWNSHIPS),
                given.flag("per-unit", false),
                comparators(given),
                given.flag("unconfirmed", false),
                given.required("responsible").map(units::responsible).orElse(List.of()),
                given.text("note", ""));
    }

    private List<Comparator> comparators(Section given) {
        List<Comparator> comparators = new ArrayList<>();
        for (Value item : given.value("comparators").map(Value::list).orElse(List.of())) {
            Section comparator = new Section(item, COMPARATOR_KEYS);
            String title = comparator.requiredText("title");
            comparator
                    .required("formula")
                    .flatMap(this::formula)
                    .ifPresent(formula -> comparators.add(new Comparator(title, formula)));
        }
        return comparators;
    }

    private Optional<Formula> formula(Value value) {
        return value.text().flatMap(text -> PlacedFormula.read(value, text, FormulaContext::plan, formulas));
    }
}

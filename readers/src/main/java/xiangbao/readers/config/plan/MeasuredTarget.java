package xiangbao.readers.config.plan;

import java.math.BigDecimal;
import java.time.MonthDay;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import xiangbao.readers.config.documents.Section;
import xiangbao.readers.config.documents.YamlValue;
import xiangbao.readers.config.formulas.Gathering;
import xiangbao.readers.config.units.UnitSelectors;
import xiangbao.statistics.formula.Formula;
import xiangbao.statistics.formula.FormulaContext;
import xiangbao.statistics.measures.UnitOfMeasure;
import xiangbao.statistics.plan.AssessmentScope;
import xiangbao.statistics.plan.Comparator;
import xiangbao.statistics.plan.Comparison;
import xiangbao.statistics.plan.Goal;
import xiangbao.statistics.plan.Pace;
import xiangbao.statistics.plan.Pacing;
import xiangbao.statistics.plan.Target;
import xiangbao.statistics.plan.TargetMeasure;
import xiangbao.statistics.plan.Wording;
import xiangbao.statistics.units.UnitSelector;

/** Reads a target that a figure measures. */
final class MeasuredTarget {
    static final List<String> COMPARATOR_KEYS = List.of("title", "formula");

    static final Map<String, Comparison> COMPARISONS = YamlValue.titled(Comparison.values(), Comparison::sign);
    static final Map<String, Pace> PACES = YamlValue.titled(Pace.values(), Pace::title);
    private static final String LAST_YEAR = "lastyear";

    private final UnitSelectors units;
    private final Gathering gathering;

    MeasuredTarget(Gathering gathering) {
        this.units = new UnitSelectors(gathering.names());
        this.gathering = gathering;
    }

    Target read(String code, Section given, Wording wording) {
        boolean aboveLastYear = given.value("target")
                .filter(value -> !value.isList() && !value.isMapping())
                .flatMap(YamlValue::text)
                .filter(LAST_YEAR::equals)
                .isPresent();
        BigDecimal value = aboveLastYear
                ? null
                : given.value("target").flatMap(YamlValue::number).orElse(null);
        Comparison comparison = comparison(given, aboveLastYear);
        Optional<Formula> actual = given.value("actual").flatMap(measured -> formula(measured, given));
        if (actual.isEmpty() && given.value("actual").isPresent()) {
            gathering.unread().target(code);
        }
        String unit = given.requiredText("unit");
        String actualUnit = actualUnit(given, unit);
        Pace pace = given.value("pace").flatMap(title -> title.choice(PACES)).orElse(Pace.DIRECT);
        boolean everyUnit = given.flag("every-unit", false);
        boolean ranked = given.flag("ranked", false);
        if (ranked && WordingKey.isKnown(given)) {
            checkRanked(given, wording, comparison, pace);
        }
        return new Target(
                code,
                given.requiredText("title"),
                PassageKeys.read(given, units),
                wording,
                TargetMeasure.figure(actual.orElse(null), actualUnit, unit, given.integer("decimals", 0, 0, 9)),
                new Goal(comparison, value, aboveLastYear, comparators(given)),
                pacing(given, pace),
                new AssessmentScope(
                        given.value("applies-to").map(units::selector).orElse(UnitSelector.TOWNSHIPS),
                        given.flag("per-unit", false) || everyUnit || ranked,
                        everyUnit,
                        ranked),
                given.flag("unconfirmed", false),
                given.text("note", ""));
    }

    private static Pacing pacing(Section given, Pace pace) {
        MonthDay judgedFrom = SeasonKeys.judgedFrom(given, pace);
        return new Pacing(pace, judgedFrom, pace == Pace.SEASONAL ? SeasonKeys.nodes(given) : List.of());
    }

    private static Comparison comparison(Section given, boolean aboveLastYear) {
        Comparison comparison = given.value("comparison")
                .flatMap(sign -> sign.choice(COMPARISONS))
                .orElse(aboveLastYear ? Comparison.ABOVE : Comparison.AT_LEAST);
        if (aboveLastYear && comparison != Comparison.ABOVE) {
            given.value("comparison").ifPresent(sign -> sign.wrong("目标为“lastyear”时，“comparison”只能是 >"));
        }
        return comparison;
    }

    private String actualUnit(Section given, String unit) {
        gathering.measureWords().keep(given, "unit");
        gathering.measureWords().keep(given, "actual-unit");
        String actualUnit = given.text("actual-unit", unit);
        if (gathering.measureWords().isUnit(unit)
                && gathering.measureWords().isUnit(actualUnit)
                && UnitOfMeasure.factor(actualUnit, unit).isEmpty()) {
            given.value("actual-unit").ifPresent(wrong -> wrong.wrong("无法把“" + actualUnit + "”换算成“" + unit + "”"));
        }
        return actualUnit;
    }

    /** Townships are ranked on the work they were given, never on what grew or was earned. */
    private static void checkRanked(Section given, Wording wording, Comparison comparison, Pace pace) {
        boolean upwards = comparison == Comparison.AT_LEAST || comparison == Comparison.EQUAL;
        if (pace == Pace.SEASONAL || wording != Wording.COMPLETION && wording != Wording.THRESHOLD || !upwards) {
            given.value("ranked").ifPresent(value -> value.wrong("只有“完成”“确保”类、越多越好的项目任务才能参加乡镇排名；农时类统计数不得排名"));
        }
    }

    private List<Comparator> comparators(Section given) {
        List<Comparator> comparators = new ArrayList<>();
        for (YamlValue item : given.value("comparators").map(YamlValue::list).orElse(List.of())) {
            Section comparator = new Section(item, COMPARATOR_KEYS);
            String title = comparator.requiredText("title");
            comparator
                    .required("formula")
                    .flatMap(value -> formula(value, given))
                    .ifPresent(formula -> comparators.add(new Comparator(title, formula)));
        }
        return comparators;
    }

    private Optional<Formula> formula(YamlValue value, Section target) {
        boolean mixedUnits = target.flag(Gathering.MIXED_UNITS, false);
        return value.text().flatMap(text -> gathering.formula(value, text, FormulaContext::plan, mixedUnits));
    }
}

package xiangbao.readers.config.plan;

import java.math.BigDecimal;
import java.time.MonthDay;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.ScalarNode;
import xiangbao.readers.config.documents.Section;
import xiangbao.readers.config.documents.YamlValue;
import xiangbao.readers.config.formulas.Gathering;
import xiangbao.readers.config.formulas.PlacedFormula;
import xiangbao.readers.config.units.UnitDirectory;
import xiangbao.statistics.forms.FormCode;
import xiangbao.statistics.formula.Formula;
import xiangbao.statistics.formula.FormulaContext;
import xiangbao.statistics.measures.UnitOfMeasure;
import xiangbao.statistics.plan.Comparator;
import xiangbao.statistics.plan.Comparison;
import xiangbao.statistics.plan.Lights;
import xiangbao.statistics.plan.Pace;
import xiangbao.statistics.plan.Plan;
import xiangbao.statistics.plan.PlanLetter;
import xiangbao.statistics.plan.SeasonNode;
import xiangbao.statistics.plan.Target;
import xiangbao.statistics.plan.TownshipTasks;
import xiangbao.statistics.plan.Wording;
import xiangbao.statistics.text.Spelling;
import xiangbao.statistics.units.UnitSelector;

/** {@code plan.yaml}: the county plan with its targets. */
public final class PlanFile {
    public static final String NAME = "plan.yaml";
    static final List<String> KEYS =
            List.of("title", "year", "lights", "milestone-form", "letter", Gathering.COUNTED, "targets");
    static final List<String> LIGHT_KEYS = List.of("behind");
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
            "nodes",
            "applies-to",
            "per-unit",
            "every-unit",
            "ranked",
            "parts",
            "milestones",
            "comparators",
            "unconfirmed",
            "responsible",
            Gathering.MIXED_UNITS,
            "note");
    static final List<String> COMPARATOR_KEYS = List.of("title", "formula");
    static final Map<String, Wording> WORDINGS = YamlValue.titled(Wording.values(), Wording::title);
    static final Map<String, Comparison> COMPARISONS = YamlValue.titled(Comparison.values(), Comparison::sign);
    static final Map<String, Pace> PACES = YamlValue.titled(Pace.values(), Pace::title);
    static final String LAST_YEAR = "lastyear";
    static final String PARTS_UNIT = "项";
    static final String NODES_UNIT = "节点";

    private static final BigDecimal HUNDRED = new BigDecimal("100");

    private static final Pattern CODE = Pattern.compile("[0-9A-Za-z_-]{1,20}");

    /** What only a target with a figure of its own says. */
    private static final List<String> FIGURE_KEYS = List.of(
            "actual",
            "actual-unit",
            "target",
            "comparison",
            "pace",
            "judged-from",
            "nodes",
            "per-unit",
            "every-unit",
            "ranked",
            Gathering.MIXED_UNITS,
            "comparators");

    private final UnitDirectory units;
    private final Gathering gathering;

    private PlanFile(Gathering gathering) {
        this.units = gathering.names();
        this.gathering = gathering;
    }

    public static Plan read(YamlValue root, Gathering gathering) {
        Section section = new Section(root, KEYS);
        gathering.countedIn(section);
        PlanFile plan = new PlanFile(gathering);
        List<Target> targets = new ArrayList<>();
        List<YamlValue.Entry> entries =
                section.required("targets").map(YamlValue::entries).orElse(List.of());
        for (YamlValue.Entry entry : entries) {
            if (!CODE.matcher(entry.key()).matches()) {
                entry.value().wrong("目标代码“" + entry.key() + "”只能用字母、数字和短横线");
            }
            targets.add(plan.target(entry));
        }
        checkParts(entries, targets);
        String milestones = section.text("milestone-form", "");
        return new Plan(
                section.requiredText("title"),
                section.integer("year", 0, 2000, 2100),
                lights(section),
                targets,
                TownshipTasks.NONE,
                milestones.isBlank() ? null : new FormCode(milestones),
                section.value("letter")
                        .map(value -> LetterSection.read(value, targets, gathering.formulas()))
                        .orElse(PlanLetter.NONE));
    }

    private static Lights lights(Section section) {
        return section.value("lights")
                .map(value -> new Section(value, LIGHT_KEYS))
                .flatMap(given -> given.required("behind"))
                .flatMap(value -> value.number(BigDecimal.ZERO, HUNDRED))
                .map(Lights::new)
                .orElse(Lights.USUAL);
    }

    private Target target(YamlValue.Entry entry) {
        Section given = new Section(entry.value(), TARGET_KEYS);
        if (given.value("parts").isPresent()) {
            return composite(entry.key(), given);
        }
        Wording wording = wording(given);
        boolean listed = given.value("milestones").isPresent()
                || wording == Wording.MILESTONE && given.value("actual").isEmpty();
        return listed ? milestones(entry.key(), given, wording) : measured(entry.key(), given, wording);
    }

    private static Wording wording(Section given) {
        return given.required("wording")
                .flatMap(title -> title.choice(WORDINGS))
                .orElse(Wording.INFORMATION);
    }

    /** Whether its wording is one; nothing that depends on it is said otherwise. */
    private static boolean isKnown(Section given) {
        return given.value("wording")
                .filter(value -> value.node() instanceof ScalarNode word
                        && WORDINGS.containsKey(word.getValue().strip()))
                .isPresent();
    }

    private Target composite(String code, Section given) {
        FIGURE_KEYS.forEach(key -> given.refuse(key, "有“parts”的目标由各分项决定"));
        for (String key : List.of("unit", "decimals", "milestones")) {
            given.refuse(key, "有“parts”的目标由各分项决定");
        }
        given.value("parts")
                .filter(value -> value.isList() && value.list().isEmpty())
                .ifPresent(value -> value.wrong("“parts”是空列表"));
        return withoutFigure(code, given, wording(given), PARTS_UNIT, given.texts("parts"), null);
    }

    private Target milestones(String code, Section given, Wording wording) {
        for (String key : FIGURE_KEYS) {
            if (!key.equals("comparison")) {
                given.refuse(key, "节点完成情况取自任务清单");
            }
        }
        if (isKnown(given)
                && wording != Wording.MILESTONE
                && wording != Wording.EFFORT
                && wording != Wording.INFORMATION) {
            given.value("milestones").ifPresent(value -> value.wrong("有“milestones”的目标，“wording”应为节点、争取或参考"));
        }
        unit(given, "unit");
        return withoutFigure(
                code, given, wording, given.text("unit", NODES_UNIT), List.of(), given.text("milestones", code));
    }

    private Target withoutFigure(
            String code, Section given, Wording wording, String unit, List<String> parts, @Nullable String milestones) {
        return new Target(
                code,
                given.requiredText("title"),
                given.requiredText("section"),
                given.requiredText("field"),
                wording,
                null,
                unit,
                unit,
                0,
                Comparison.AT_LEAST,
                null,
                false,
                Pace.NONE,
                null,
                given.value("applies-to").map(units::selector).orElse(UnitSelector.TOWNSHIPS),
                milestones != null && given.value("applies-to").isPresent(),
                List.of(),
                given.flag("unconfirmed", false),
                given.required("responsible").map(units::responsible).orElse(List.of()),
                given.text("note", ""),
                parts,
                milestones,
                false,
                List.of(),
                false);
    }

    private Target measured(String code, Section given, Wording wording) {
        boolean aboveLastYear = given.value("target")
                .filter(value -> !value.isList() && !value.isMapping())
                .flatMap(YamlValue::text)
                .filter(LAST_YEAR::equals)
                .isPresent();
        BigDecimal value = aboveLastYear
                ? null
                : given.value("target").flatMap(YamlValue::number).orElse(null);
        Comparison comparison = given.value("comparison")
                .flatMap(sign -> sign.choice(COMPARISONS))
                .orElse(aboveLastYear ? Comparison.ABOVE : Comparison.AT_LEAST);
        if (aboveLastYear && comparison != Comparison.ABOVE) {
            given.value("comparison").ifPresent(sign -> sign.wrong("目标为“lastyear”时，“comparison”只能是 >"));
        }
        Optional<Formula> actual = given.value("actual").flatMap(measured -> formula(measured, given));
        if (actual.isEmpty() && given.value("actual").isPresent()) {
            gathering.unread().target(code);
        }
        String unit = given.requiredText("unit");
        unit(given, "unit");
        unit(given, "actual-unit");
        String actualUnit = given.text("actual-unit", unit);
        if (gathering.isUnit(unit)
                && gathering.isUnit(actualUnit)
                && UnitOfMeasure.factor(actualUnit, unit).isEmpty()) {
            given.value("actual-unit").ifPresent(wrong -> wrong.wrong("无法把“" + actualUnit + "”换算成“" + unit + "”"));
        }
        Pace pace = given.value("pace").flatMap(title -> title.choice(PACES)).orElse(Pace.DIRECT);
        boolean everyUnit = given.flag("every-unit", false);
        boolean ranked = given.flag("ranked", false);
        if (ranked && isKnown(given)) {
            checkRanked(given, wording, comparison, pace);
        }
        return new Target(
                code,
                given.requiredText("title"),
                given.requiredText("section"),
                given.requiredText("field"),
                wording,
                actual.orElse(null),
                actualUnit,
                unit,
                given.integer("decimals", 0, 0, 9),
                comparison,
                value,
                aboveLastYear,
                pace,
                judgedFrom(given, pace),
                given.value("applies-to").map(units::selector).orElse(UnitSelector.TOWNSHIPS),
                given.flag("per-unit", false) || everyUnit || ranked,
                comparators(given),
                given.flag("unconfirmed", false),
                given.required("responsible").map(units::responsible).orElse(List.of()),
                given.text("note", ""),
                List.of(),
                null,
                everyUnit,
                pace == Pace.SEASONAL ? nodes(given) : List.of(),
                ranked);
    }

    /** Townships are ranked on the work they were given, never on what grew or was earned. */
    private static void checkRanked(Section given, Wording wording, Comparison comparison, Pace pace) {
        boolean upwards = comparison == Comparison.AT_LEAST || comparison == Comparison.EQUAL;
        if (pace == Pace.SEASONAL || wording != Wording.COMPLETION && wording != Wording.THRESHOLD || !upwards) {
            given.value("ranked").ifPresent(value -> value.wrong("只有“完成”“确保”类、越多越好的项目任务才能参加乡镇排名；农时类统计数不得排名"));
        }
    }

    private static @Nullable MonthDay judgedFrom(Section given, Pace pace) {
        if (pace != Pace.SEASONAL) {
            given.refuse("judged-from", "只有“pace: 农时”才有");
            given.refuse("nodes", "只有“pace: 农时”才有");
            return null;
        }
        if (given.value("nodes").isPresent()) {
            given.refuse("judged-from", "已有“nodes”，第一个节点就是开始判定的日子");
            return null;
        }
        if (given.value("judged-from").isEmpty()) {
            given.whole().wrong("“pace: 农时”要有“judged-from”或“nodes”");
        }
        return given.value("judged-from").flatMap(YamlValue::dayOfYear).orElse(null);
    }

    /** Days in the order of the year, shares that do not fall, and all of it in the end. */
    private static List<SeasonNode> nodes(Section given) {
        List<SeasonNode> nodes = new ArrayList<>();
        for (YamlValue.Entry entry :
                given.value("nodes").map(YamlValue::entries).orElse(List.of())) {
            Optional<MonthDay> day = YamlValue.monthDay(entry.key());
            Optional<BigDecimal> share = entry.value().number(BigDecimal.ZERO, HUNDRED);
            if (day.isEmpty()) {
                entry.value().wrong("“nodes”的键应为月和日，如 11-20，而这里是“" + entry.key() + "”");
            } else if (share.isPresent()) {
                SeasonNode node = new SeasonNode(day.get(), share.get());
                SeasonNode before = nodes.isEmpty() ? null : nodes.get(nodes.size() - 1);
                if (before != null
                        && (!node.day().isAfter(before.day()) || node.share().compareTo(before.share()) < 0)) {
                    entry.value().wrong("“nodes”应按日期先后排列，百分数不能比前一个节点小");
                }
                nodes.add(node);
            }
        }
        given.value("nodes")
                .filter(value -> value.isMapping()
                        && (nodes.isEmpty()
                                || nodes.get(nodes.size() - 1).share().compareTo(HUNDRED) != 0))
                .ifPresent(value -> value.wrong("“nodes”的最后一个节点应为 100"));
        return nodes;
    }

    private static void checkParts(List<YamlValue.Entry> entries, List<Target> targets) {
        Map<String, Target> byCode = new LinkedHashMap<>();
        targets.forEach(target -> byCode.put(target.code(), target));
        Map<String, String> wholes = new LinkedHashMap<>();
        for (int index = 0; index < targets.size(); index++) {
            Target whole = targets.get(index);
            YamlValue place = entries.get(index).value();
            for (String code : whole.parts()) {
                Target part = byCode.get(code);
                if (part == null) {
                    place.wrong(
                            whole.code() + " 的分项“" + code + "”不在 targets 里", Spelling.nearest(code, byCode.keySet()));
                } else if (part.isComposite()) {
                    place.wrong(whole.code() + " 的分项“" + code + "”自己还有分项，只能分一层");
                } else if (wholes.putIfAbsent(code, whole.code()) != null) {
                    place.wrong("“" + code + "”同时是 " + wholes.get(code) + " 和 " + whole.code() + " 的分项");
                }
            }
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

    private void unit(Section given, String key) {
        given.value(key)
                .filter(value -> !value.isEmpty() && !value.isList() && !value.isMapping())
                .ifPresent(value -> value.text().ifPresent(unit -> gathering.unit(value, unit)));
    }

    private Optional<Formula> formula(YamlValue value, Section target) {
        boolean mixedUnits = target.flag(Gathering.MIXED_UNITS, false);
        return value.text()
                .flatMap(text ->
                        PlacedFormula.read(value, text, FormulaContext::plan, mixedUnits, gathering.formulas()));
    }
}

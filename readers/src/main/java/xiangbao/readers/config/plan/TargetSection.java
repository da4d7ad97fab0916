package xiangbao.readers.config.plan;

import java.util.List;
import xiangbao.readers.config.documents.Section;
import xiangbao.readers.config.documents.YamlValue;
import xiangbao.readers.config.formulas.Gathering;
import xiangbao.readers.config.units.UnitSelectors;
import xiangbao.statistics.plan.AssessmentScope;
import xiangbao.statistics.plan.Goal;
import xiangbao.statistics.plan.Pace;
import xiangbao.statistics.plan.Pacing;
import xiangbao.statistics.plan.Target;
import xiangbao.statistics.plan.TargetMeasure;
import xiangbao.statistics.plan.Wording;
import xiangbao.statistics.units.UnitSelector;

/** One of the {@code targets} of the plan: measured by a figure, by 节点, or by its parts. */
final class TargetSection {
    static final List<String> KEYS = List.of(
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
    private static final String PARTS_UNIT = "项";
    private static final String NODES_UNIT = "节点";

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

    private final UnitSelectors units;
    private final Gathering gathering;

    TargetSection(Gathering gathering) {
        this.units = new UnitSelectors(gathering.names());
        this.gathering = gathering;
    }

    Target read(YamlValue.Entry entry) {
        Section given = new Section(entry.value(), KEYS);
        if (given.value("parts").isPresent()) {
            return composite(entry.key(), given);
        }
        Wording wording = WordingKey.read(given);
        boolean listed = given.value("milestones").isPresent()
                || wording == Wording.MILESTONE && given.value("actual").isEmpty();
        return listed
                ? milestones(entry.key(), given, wording)
                : new MeasuredTarget(gathering).read(entry.key(), given, wording);
    }

    private Target composite(String code, Section given) {
        FIGURE_KEYS.forEach(key -> given.refuse(key, "有“parts”的目标由各分项决定"));
        for (String key : List.of("unit", "decimals", "milestones")) {
            given.refuse(key, "有“parts”的目标由各分项决定");
        }
        given.value("parts")
                .filter(value -> value.isList() && value.list().isEmpty())
                .ifPresent(value -> value.wrong("“parts”是空列表"));
        TargetMeasure measure = TargetMeasure.parts(PARTS_UNIT, given.texts("parts"));
        return withoutFigure(code, given, WordingKey.read(given), measure);
    }

    private Target milestones(String code, Section given, Wording wording) {
        for (String key : FIGURE_KEYS) {
            if (!key.equals("comparison")) {
                given.refuse(key, "节点完成情况取自任务清单");
            }
        }
        if (WordingKey.isKnown(given)
                && wording != Wording.MILESTONE
                && wording != Wording.EFFORT
                && wording != Wording.INFORMATION) {
            given.value("milestones").ifPresent(value -> value.wrong("有“milestones”的目标，“wording”应为节点、争取或参考"));
        }
        gathering.measureWords().keep(given, "unit");
        TargetMeasure measure =
                TargetMeasure.milestones(given.text("unit", NODES_UNIT), given.text("milestones", code));
        return withoutFigure(code, given, wording, measure);
    }

    private Target withoutFigure(String code, Section given, Wording wording, TargetMeasure measure) {
        return new Target(
                code,
                given.requiredText("title"),
                PassageKeys.read(given, units),
                wording,
                measure,
                Goal.NONE,
                Pacing.of(Pace.NONE),
                new AssessmentScope(
                        given.value("applies-to").map(units::selector).orElse(UnitSelector.TOWNSHIPS),
                        measure.milestones() != null
                                && given.value("applies-to").isPresent(),
                        false,
                        false),
                given.flag("unconfirmed", false),
                given.text("note", ""));
    }
}

package xiangbao.readers.config.plan;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import xiangbao.readers.config.documents.Section;
import xiangbao.readers.config.documents.YamlValue;
import xiangbao.readers.config.formulas.Gathering;
import xiangbao.readers.config.formulas.MeasureWords;
import xiangbao.statistics.forms.FormCode;
import xiangbao.statistics.plan.Lights;
import xiangbao.statistics.plan.Plan;
import xiangbao.statistics.plan.PlanLetter;
import xiangbao.statistics.plan.Target;
import xiangbao.statistics.plan.TownshipTasks;

/** {@code plan.yaml}: the county plan with its targets. */
public final class PlanFile {
    public static final String NAME = "plan.yaml";
    static final List<String> KEYS =
            List.of("title", "year", "lights", "milestone-form", "letter", MeasureWords.COUNTED, "targets");
    static final List<String> LIGHT_KEYS = List.of("behind");

    private static final BigDecimal HUNDRED = new BigDecimal("100");
    private static final Pattern CODE = Pattern.compile("[0-9A-Za-z_-]{1,20}");

    private PlanFile() {}

    public static Plan read(YamlValue root, Gathering gathering) {
        Section section = new Section(root, KEYS);
        gathering.measureWords().countedIn(section);
        TargetSection target = new TargetSection(gathering);
        List<Target> targets = new ArrayList<>();
        List<YamlValue.Entry> entries =
                section.required("targets").map(YamlValue::entries).orElse(List.of());
        for (YamlValue.Entry entry : entries) {
            if (!CODE.matcher(entry.key()).matches()) {
                entry.value().wrong("目标代码“" + entry.key() + "”只能用字母、数字和短横线");
            }
            targets.add(target.read(entry));
        }
        TargetParts.check(entries, targets);
        String milestones = section.text("milestone-form", "");
        return new Plan(
                section.requiredText("title"),
                section.integer("year", 0, 2000, 2100),
                lights(section),
                targets,
                TownshipTasks.NONE,
                milestones.isBlank() ? null : new FormCode(milestones),
                section.value("letter")
                        .map(value -> LetterSection.read(value, targets, gathering))
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
}

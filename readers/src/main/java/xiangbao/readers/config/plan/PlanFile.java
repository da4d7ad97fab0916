package xiangbao.readers.config.plan;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
import xiangbao.statistics.text.Spelling;

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

    private static void checkParts(List<YamlValue.Entry> entries, List<Target> targets) {
        Map<String, Target> byCode = new LinkedHashMap<>();
        targets.forEach(target -> byCode.put(target.code(), target));
        Map<String, String> wholes = new LinkedHashMap<>();
        for (int index = 0; index < targets.size(); index++) {
            Target whole = targets.get(index);
            YamlValue place = entries.get(index).value();
            for (String code : whole.measure().parts()) {
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
}

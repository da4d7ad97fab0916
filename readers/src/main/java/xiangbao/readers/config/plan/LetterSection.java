package xiangbao.readers.config.plan;

import java.util.ArrayList;
import java.util.List;
import xiangbao.readers.config.documents.Section;
import xiangbao.readers.config.documents.YamlValue;
import xiangbao.readers.config.formulas.Gathering;
import xiangbao.statistics.formula.FormulaContext;
import xiangbao.statistics.plan.PlanLetter;
import xiangbao.statistics.plan.Target;
import xiangbao.statistics.text.Spelling;

/** {@code letter} of {@code plan.yaml}: what the 情况通报 has of this plan. */
final class LetterSection {
    static final List<String> KEYS = List.of("office", "headlines");
    static final List<String> HEADLINE_KEYS = List.of("target", "change");

    private LetterSection() {}

    static PlanLetter read(YamlValue value, List<Target> targets, Gathering gathering) {
        Section section = new Section(value, KEYS);
        List<String> codes = targets.stream().map(Target::code).toList();
        List<PlanLetter.Headline> headlines = new ArrayList<>();
        for (YamlValue each : section.value("headlines").map(YamlValue::list).orElse(List.of())) {
            Section given = new Section(each, HEADLINE_KEYS);
            given.required("target")
                    .ifPresent(target -> target.text()
                            .filter(code -> !codes.contains(code))
                            .ifPresent(code -> target.wrong("没有目标“" + code + "”", Spelling.nearest(code, codes))));
            // an indicator is looked up as a formula would
            given.value("change")
                    .ifPresent(change -> change.text()
                            .ifPresent(indicator ->
                                    gathering.formula(change, "[" + indicator + "]", FormulaContext::plan)));
            headlines.add(new PlanLetter.Headline(given.text("target", ""), given.text("change", "")));
        }
        return new PlanLetter(section.text("office", ""), headlines);
    }
}

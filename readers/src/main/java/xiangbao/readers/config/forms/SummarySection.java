package xiangbao.readers.config.forms;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import xiangbao.readers.config.documents.Section;
import xiangbao.readers.config.documents.YamlValue;
import xiangbao.statistics.forms.Form;
import xiangbao.statistics.forms.SummaryChoice;
import xiangbao.statistics.relations.DerivedIndicator;
import xiangbao.statistics.text.Spelling;

/** {@code summary} of a form: which of its indicators stand on the first sheet of the 汇总表, and whether it is balanced. */
final class SummarySection {
    static final List<String> KEYS = List.of("columns", "balanced");

    private SummarySection() {}

    static SummaryChoice read(Section section, Form form, List<DerivedIndicator> derived) {
        Optional<Section> given = section.value("summary").map(value -> new Section(value, KEYS));
        if (given.isEmpty()) {
            return SummaryChoice.NONE;
        }
        Set<String> known = new LinkedHashSet<>();
        form.indicators().forEach(indicator -> known.add(indicator.code().item()));
        derived.forEach(one -> known.add(one.indicator().code().item()));
        given.get()
                .value("columns")
                .map(YamlValue::list)
                .orElse(List.of())
                .forEach(value -> value.text()
                        .filter(item -> !known.contains(item))
                        .ifPresent(item -> value.wrong("没有指标“" + item + "”", Spelling.nearest(item, known))));
        return new SummaryChoice(given.get().texts("columns"), given.get().flag("balanced", false));
    }
}

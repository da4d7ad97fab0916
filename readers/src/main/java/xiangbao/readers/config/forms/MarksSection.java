package xiangbao.readers.config.forms;

import java.util.List;
import java.util.Optional;
import xiangbao.readers.config.documents.Section;
import xiangbao.readers.config.documents.YamlValue;
import xiangbao.statistics.forms.LegalMarks;

/** {@code marks} of a form: 法定标识. */
final class MarksSection {
    static final List<String> KEYS = List.of("maker", "approver", "number", "valid-until");

    private static final String NO_MAKER = "（样表，未经批准备案，不具法定效力）";

    private MarksSection() {}

    static LegalMarks read(Section section) {
        Optional<Section> marks = section.value("marks").map(value -> new Section(value, KEYS));
        return new LegalMarks(
                marks.map(given -> given.text("maker", NO_MAKER)).orElse(NO_MAKER),
                marks.map(given -> given.text("approver", "")).orElse(""),
                marks.map(given -> given.text("number", "")).orElse(""),
                marks.flatMap(given -> given.value("valid-until"))
                        .flatMap(YamlValue::day)
                        .orElse(null));
    }
}

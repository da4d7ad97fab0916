package xiangbao.readers.config.forms;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import xiangbao.readers.config.documents.Section;
import xiangbao.readers.config.documents.YamlValue;
import xiangbao.statistics.periods.Validity;

/** {@code valid} of a form: from when until when it is reported. */
final class ValidSection {
    static final List<String> KEYS = List.of("from", "until");

    private ValidSection() {}

    static Validity read(Section section) {
        Optional<Section> valid = section.value("valid").map(value -> new Section(value, KEYS));
        LocalDate from = valid.flatMap(given -> given.value("from"))
                .flatMap(YamlValue::day)
                .orElse(null);
        LocalDate until = valid.flatMap(given -> given.value("until"))
                .flatMap(YamlValue::day)
                .orElse(null);
        if (from != null && until != null && until.isBefore(from)) {
            valid.ifPresent(given -> given.whole().wrong("“valid”的 until 早于 from"));
        }
        return new Validity(from, until);
    }
}

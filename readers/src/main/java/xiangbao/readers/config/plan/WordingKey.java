package xiangbao.readers.config.plan;

import java.util.Map;
import org.yaml.snakeyaml.nodes.ScalarNode;
import xiangbao.readers.config.documents.Section;
import xiangbao.readers.config.documents.YamlValue;
import xiangbao.statistics.plan.Wording;

/** {@code wording} of a target. */
final class WordingKey {
    static final Map<String, Wording> WORDINGS = YamlValue.titled(Wording.values(), Wording::title);

    private WordingKey() {}

    static Wording read(Section given) {
        return given.required("wording")
                .flatMap(title -> title.choice(WORDINGS))
                .orElse(Wording.INFORMATION);
    }

    /** Whether its wording is one; nothing that depends on it is said otherwise. */
    static boolean isKnown(Section given) {
        return given.value("wording")
                .filter(value -> value.node() instanceof ScalarNode word
                        && WORDINGS.containsKey(word.getValue().strip()))
                .isPresent();
    }
}

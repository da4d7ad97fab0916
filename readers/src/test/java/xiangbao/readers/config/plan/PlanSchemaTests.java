package xiangbao.readers.config.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import xiangbao.readers.config.SchemaSection;

/** What an editor offers for the plan and what the reader accepts are the same. */
class PlanSchemaTests {
    @ParameterizedTest
    @CsvSource({"''", "target", "comparator", "lights", "letter", "headline"})
    void offersTheKeysThatTheReaderAccepts(String section) throws IOException {
        List<String> accepted = switch (section) {
            case "" -> PlanFile.KEYS;
            case "letter" -> LetterSection.KEYS;
            case "headline" -> LetterSection.HEADLINE_KEYS;
            case "target" -> TargetSection.KEYS;
            case "comparator" -> MeasuredTarget.COMPARATOR_KEYS;
            default -> PlanFile.LIGHT_KEYS;
        };

        SchemaSection.of("plan", section).offersExactly(accepted);
    }

    @Test
    void offersTheWordsThatTheReaderAccepts() throws IOException {
        SchemaSection target = SchemaSection.of("plan", "target");

        assertThat(target.words("wording")).isEqualTo(List.copyOf(WordingKey.WORDINGS.keySet()));
        assertThat(target.words("comparison")).isEqualTo(List.copyOf(MeasuredTarget.COMPARISONS.keySet()));
        assertThat(target.words("pace")).isEqualTo(List.copyOf(MeasuredTarget.PACES.keySet()));
    }

    @ParameterizedTest
    @CsvSource({
        "'',title targets",
        "target,title section field wording responsible",
        "lights,behind",
        "comparator,title formula"
    })
    void demandsTheKeysThatTheReaderDemands(String section, String keys) throws IOException {
        SchemaSection.of("plan", section).demands(keys);
    }
}

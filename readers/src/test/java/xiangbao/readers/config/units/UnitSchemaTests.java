package xiangbao.readers.config.units;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import xiangbao.readers.config.SchemaSection;
import xiangbao.readers.config.documents.YamlValue;
import xiangbao.statistics.units.UnitKind;

/** What an editor offers for choosing units and what the reader accepts are the same. */
class UnitSchemaTests {
    @ParameterizedTest
    @CsvSource({"form", "plan", "scoring"})
    void offersTheKeysThatTheReaderAccepts(String schema) throws IOException {
        SchemaSection.of(schema, "units").offersExactly(UnitSelectors.KEYS);
    }

    @Test
    void offersTheWordsThatTheReaderAccepts() throws IOException {
        assertThat(SchemaSection.of("form", "units").itemWords("kinds"))
                .isEqualTo(List.copyOf(
                        YamlValue.titled(UnitKind.values(), UnitKind::title).keySet()));
    }
}

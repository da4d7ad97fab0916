package xiangbao.readers.config.forms;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import xiangbao.readers.config.SchemaSection;
import xiangbao.readers.config.documents.YamlValue;
import xiangbao.statistics.findings.Severity;
import xiangbao.statistics.forms.ColumnKind;

/** What an editor offers for a form and what the reader accepts are the same. */
class FormSchemaTests {
    @ParameterizedTest
    @CsvSource({"''", "marks", "valid", "column", "row", "derived", "relation", "suspicion", "screen", "summary"})
    void offersTheKeysThatTheReaderAccepts(String section) throws IOException {
        List<String> accepted = switch (section) {
            case "" -> FormFile.KEYS;
            case "summary" -> SummarySection.KEYS;
            case "marks" -> MarksSection.KEYS;
            case "valid" -> ValidSection.KEYS;
            case "column" -> ColumnsSection.KEYS;
            case "row" -> RowsSection.KEYS;
            case "derived" -> DerivedSection.KEYS;
            case "relation" -> RelationsSection.KEYS;
            case "suspicion" -> SuspicionsSection.KEYS;
            default -> ScreensSection.KEYS;
        };

        SchemaSection.of("form", section).offersExactly(accepted);
    }

    @Test
    void offersTheWordsThatTheReaderAccepts() throws IOException {
        SchemaSection form = SchemaSection.of("form", "");
        SchemaSection row = SchemaSection.of("form", "row");
        SchemaSection screen = SchemaSection.of("form", "screen");

        assertThat(form.words("frequency")).isEqualTo(List.copyOf(FormFile.FREQUENCIES.keySet()));
        assertThat(form.words("due-shift")).isEqualTo(List.copyOf(DueKeys.SHIFTS.keySet()));
        assertThat(form.described())
                .containsEntry(
                        "oneOf",
                        List.of(Map.of("required", List.of("due-days")), Map.of("required", List.of("due-day"))));
        assertThat(form.words("layout")).isEqualTo(List.copyOf(FormFile.LAYOUTS.keySet()));
        assertThat(row.words("over-time")).isEqualTo(List.copyOf(MeasureKeys.OVER_TIME.keySet()));
        assertThat(SchemaSection.of("form", "column").words("kind"))
                .isEqualTo(List.copyOf(
                        YamlValue.titled(ColumnKind.values(), ColumnKind::title).keySet()));
        assertThat(SchemaSection.of("form", "relation").words("severity"))
                .isEqualTo(List.copyOf(
                        YamlValue.titled(Severity.values(), Severity::title).keySet()));
        assertThat(screen.words("severity")).isEqualTo(List.copyOf(ScreensSection.SEVERITIES.keySet()));
        assertThat(screen.itemWords("screens")).isEqualTo(List.copyOf(ScreensSection.SCREENS.keySet()));
        assertThat(row.property("over-units").get("anyOf"))
                .asInstanceOf(InstanceOfAssertFactories.LIST)
                .first()
                .isEqualTo(Map.of("enum", List.copyOf(MeasureKeys.OVER_UNITS.keySet())));
    }

    @ParameterizedTest
    @CsvSource({
        "'',form title frequency layout owed-by columns",
        "column,title",
        "row,title",
        "derived,formula",
        "relation,code severity formula label remedy",
        "suspicion,code rows column reference suspects"
    })
    void demandsTheKeysThatTheReaderDemands(String section, String keys) throws IOException {
        SchemaSection.of("form", section).demands(keys);
    }
}

package xiangbao.readers.config.reporting;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import xiangbao.readers.config.SchemaSection;

/** What an editor offers for the calendar, the scoring and the explanations, and what their readers accept, are the same. */
class ReportingSchemaTests {
    @ParameterizedTest
    @CsvSource({"calendar,''", "scoring,''", "scoring,group", "explanations,''"})
    void offersTheKeysThatTheReaderAccepts(String schema, String section) throws IOException {
        List<String> accepted = switch (schema + "/" + section) {
            case "calendar/" -> CalendarFile.KEYS;
            case "explanations/" -> ExplanationsFile.KEYS;
            case "scoring/" -> ScoringFile.KEYS;
            default -> ScoringFile.GROUP_KEYS;
        };

        SchemaSection.of(schema, section).offersExactly(accepted);
    }

    @ParameterizedTest
    @CsvSource({"calendar,'',holidays workdays", "scoring,group,title units"})
    void demandsTheKeysThatTheReaderDemands(String schema, String section, String keys) throws IOException {
        SchemaSection.of(schema, section).demands(keys);
    }
}

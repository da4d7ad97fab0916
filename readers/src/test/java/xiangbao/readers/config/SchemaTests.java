package xiangbao.readers.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import xiangbao.statistics.model.ColumnKind;
import xiangbao.statistics.model.Severity;
import xiangbao.statistics.model.UnitKind;

/** What an editor offers and what the reader accepts are the same. */
class SchemaTests {
    @ParameterizedTest
    @CsvSource({
        "form,''",
        "form,marks",
        "form,valid",
        "form,column",
        "form,row",
        "form,derived",
        "form,relation",
        "form,suspicion",
        "form,screen",
        "form,summary",
        "form,units",
        "plan,''",
        "plan,target",
        "plan,comparator",
        "plan,lights",
        "plan,letter",
        "plan,headline",
        "plan,units",
        "calendar,''",
        "scoring,''",
        "scoring,group",
        "scoring,units",
        "explanations,''"
    })
    void offersTheKeysThatTheReaderAccepts(String schema, String section) throws IOException {
        List<String> accepted = switch (schema + "/" + section) {
            case "form/" -> FormFile.KEYS;
            case "form/summary" -> FormFile.SUMMARY_KEYS;
            case "plan/letter" -> LetterSection.KEYS;
            case "plan/headline" -> LetterSection.HEADLINE_KEYS;
            case "form/marks" -> FormFile.MARK_KEYS;
            case "form/valid" -> FormFile.VALID_KEYS;
            case "form/column" -> FormFile.COLUMN_KEYS;
            case "form/row" -> FormFile.ROW_KEYS;
            case "form/derived" -> FormFile.DERIVED_KEYS;
            case "form/relation" -> FormFile.RELATION_KEYS;
            case "form/suspicion" -> FormFile.SUSPICION_KEYS;
            case "form/screen" -> ScreenFile.KEYS;
            case "plan/" -> PlanFile.KEYS;
            case "plan/target" -> PlanFile.TARGET_KEYS;
            case "plan/comparator" -> PlanFile.COMPARATOR_KEYS;
            case "plan/lights" -> PlanFile.LIGHT_KEYS;
            case "calendar/" -> CalendarFile.KEYS;
            case "explanations/" -> ExplanationsFile.KEYS;
            case "scoring/" -> ScoringFile.KEYS;
            case "scoring/group" -> ScoringFile.GROUP_KEYS;
            default -> UnitDirectory.SELECTOR_KEYS;
        };
        Map<String, Object> described = section(schema, section);

        assertThat(map(described, "properties").keySet()).containsExactlyInAnyOrderElementsOf(accepted);
        assertThat(described).containsEntry("additionalProperties", false);
    }

    @Test
    void offersTheWordsThatTheReaderAccepts() throws IOException {
        assertThat(words(section("form", ""), "frequency")).isEqualTo(List.copyOf(FormFile.FREQUENCIES.keySet()));
        assertThat(words(section("form", ""), "due-shift")).isEqualTo(List.copyOf(DueFile.SHIFTS.keySet()));
        assertThat(section("form", ""))
                .containsEntry(
                        "oneOf",
                        List.of(Map.of("required", List.of("due-days")), Map.of("required", List.of("due-day"))));
        assertThat(words(section("form", ""), "layout")).isEqualTo(List.copyOf(FormFile.LAYOUTS.keySet()));
        assertThat(words(section("form", "row"), "over-time")).isEqualTo(List.copyOf(FormFile.OVER_TIME.keySet()));
        assertThat(words(section("form", "column"), "kind"))
                .isEqualTo(List.copyOf(
                        YamlValue.titled(ColumnKind.values(), ColumnKind::title).keySet()));
        assertThat(words(section("form", "relation"), "severity"))
                .isEqualTo(List.copyOf(
                        YamlValue.titled(Severity.values(), Severity::title).keySet()));
        assertThat(words(section("form", "screen"), "severity")).isEqualTo(List.copyOf(ScreenFile.SEVERITIES.keySet()));
        assertThat(map(map(map(section("form", "screen"), "properties"), "screens"), "items"))
                .containsEntry("enum", List.copyOf(ScreenFile.SCREENS.keySet()));
        assertThat(words(section("plan", "target"), "wording")).isEqualTo(List.copyOf(PlanFile.WORDINGS.keySet()));
        assertThat(words(section("plan", "target"), "comparison"))
                .isEqualTo(List.copyOf(PlanFile.COMPARISONS.keySet()));
        assertThat(words(section("plan", "target"), "pace")).isEqualTo(List.copyOf(PlanFile.PACES.keySet()));
        Object kinds = map(map(map(section("form", "units"), "properties"), "kinds"), "items")
                .get("enum");
        assertThat(kinds)
                .isEqualTo(List.copyOf(
                        YamlValue.titled(UnitKind.values(), UnitKind::title).keySet()));
        assertThat(map(map(section("form", "row"), "properties"), "over-units").get("anyOf"))
                .asInstanceOf(InstanceOfAssertFactories.LIST)
                .first()
                .isEqualTo(Map.of("enum", List.copyOf(FormFile.OVER_UNITS.keySet())));
    }

    @ParameterizedTest
    @CsvSource({
        "form,'',form title frequency layout owed-by columns",
        "form,column,title",
        "form,row,title",
        "form,derived,formula",
        "form,relation,code severity formula label remedy",
        "form,suspicion,code rows column reference suspects",
        "plan,'',title targets",
        "plan,target,title section field wording responsible",
        "plan,lights,behind",
        "plan,comparator,title formula",
        "calendar,'',holidays workdays",
        "scoring,group,title units"
    })
    void demandsTheKeysThatTheReaderDemands(String schema, String section, String keys) throws IOException {
        assertThat(section(schema, section)).containsEntry("required", List.of(keys.split(" ")));
    }

    @Test
    void describesEveryKeyInChinese() throws IOException {
        for (String schema : List.of("form", "plan", "calendar", "scoring", "explanations")) {
            assertDescribed(schema, section(schema, ""));
        }
    }

    private static void assertDescribed(String path, Map<String, Object> section) {
        map(section, "properties").forEach((key, property) -> {
            Map<?, ?> described = (Map<?, ?>) property;
            if (!described.containsKey("$ref")) {
                assertThat(String.valueOf(described.get("description")))
                        .as(path + "/" + key)
                        .containsPattern("\\p{IsHan}");
            }
        });
        map(section, "$defs").forEach((key, inner) -> assertDescribed(path + "/" + key, cast(inner)));
    }

    private static Object words(Map<String, Object> section, String key) {
        Object words = map(map(section, "properties"), key).get("enum");
        return words == null ? List.of() : words;
    }

    /** A section of a schema; the whole file for an empty name, and the last alternative of the selector of units. */
    private static Map<String, Object> section(String schema, String section) throws IOException {
        // JSON is YAML, so no other parser is needed.
        String text = Files.readString(
                ShippedConfigurationTests.CONFIG.resolve("schema").resolve(schema + ".schema.json"));
        Map<String, Object> whole = cast(new Yaml(new SafeConstructor(new LoaderOptions())).load(text));
        if (section.isEmpty()) {
            return whole;
        }
        Map<String, Object> found = map(map(whole, "$defs"), section);
        return found.get("oneOf") instanceof List<?> alternatives
                ? cast(alternatives.get(alternatives.size() - 1))
                : found;
    }

    private static Map<String, Object> map(Map<String, Object> holder, String key) {
        Object value = holder.get(key);
        return value == null ? Map.of() : cast(value);
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> cast(Object value) {
        assertThat(value).isInstanceOf(Map.class);
        assertThat(((Map<?, ?>) value).keySet()).allMatch(String.class::isInstance);
        return (Map<String, Object>) value;
    }

    @Test
    void liesWhereTheFormsSayItLies() {
        Set<String> names = Set.of(
                "form.schema.json",
                "plan.schema.json",
                "calendar.schema.json",
                "scoring.schema.json",
                "explanations.schema.json");

        assertThat(names)
                .allMatch(name -> Files.isRegularFile(
                        ShippedConfigurationTests.CONFIG.resolve("schema").resolve(name)));
    }
}

package xiangbao.readers.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The schemas that an editor reads. */
class SchemaTests {
    @Test
    void describesEveryKeyInChinese() throws IOException {
        for (String schema : List.of("form", "plan", "calendar", "scoring", "explanations")) {
            SchemaSection.of(schema, "").isDescribedInChinese(schema);
        }
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

package xiangbao.readers.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** A section of a schema that ships with the configuration: what an editor offers. */
public record SchemaSection(Map<String, Object> described) {
    /** A section of a schema; the whole file for an empty name, and the last alternative of the selector of units. */
    public static SchemaSection of(String schema, String section) throws IOException {
        // JSON is YAML, so no other parser is needed.
        String text = Files.readString(
                ShippedConfigurationTests.CONFIG.resolve("schema").resolve(schema + ".schema.json"));
        Map<String, Object> whole = cast(new Yaml(new SafeConstructor(new LoaderOptions())).load(text));
        if (section.isEmpty()) {
            return new SchemaSection(whole);
        }
        Map<String, Object> found = map(map(whole, "$defs"), section);
        return new SchemaSection(
                found.get("oneOf") instanceof List<?> alternatives
                        ? cast(alternatives.get(alternatives.size() - 1))
                        : found);
    }

    public void offersExactly(List<String> keys) {
        assertThat(map(described, "properties").keySet()).containsExactlyInAnyOrderElementsOf(keys);
        assertThat(described).containsEntry("additionalProperties", false);
    }

    public void demands(String keys) {
        assertThat(described).containsEntry("required", List.of(keys.split(" ")));
    }

    /** The words that a key may have. */
    public Object words(String key) {
        return property(key).getOrDefault("enum", List.of());
    }

    /** The words that the items of a list may have. */
    public Object itemWords(String key) {
        return map(property(key), "items").getOrDefault("enum", List.of());
    }

    public Map<String, Object> property(String key) {
        return map(map(described, "properties"), key);
    }

    public void isDescribedInChinese(String path) {
        map(described, "properties").forEach((key, property) -> {
            Map<?, ?> inner = (Map<?, ?>) property;
            if (!inner.containsKey("$ref")) {
                assertThat(String.valueOf(inner.get("description")))
                        .as(path + "/" + key)
                        .containsPattern("\\p{IsHan}");
            }
        });
        map(described, "$defs")
                .forEach((key, inner) -> new SchemaSection(cast(inner)).isDescribedInChinese(path + "/" + key));
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
}

package xiangbao.readers.config.documents;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import xiangbao.statistics.text.Spelling;

/** A mapping whose keys the format fixes: an unknown key is a mistake, with the right word beside it. */
public final class Section {
    private final YamlValue whole;
    private final Map<String, YamlValue> values = new LinkedHashMap<>();
    private final Set<String> meant = new LinkedHashSet<>();

    public Section(YamlValue whole, List<String> keys) {
        this.whole = whole;
        for (YamlValue.Entry entry : whole.entries()) {
            if (keys.contains(entry.key())) {
                values.put(entry.key(), entry.value());
            } else {
                String nearest = Spelling.nearest(entry.key(), keys);
                meant.add(nearest);
                whole.mistakes().add(whole.file(), entry.line(), "未知的键“" + entry.key() + "”", nearest);
            }
        }
    }

    public YamlValue whole() {
        return whole;
    }

    public Optional<YamlValue> value(String key) {
        return Optional.ofNullable(values.get(key));
    }

    /** Whether a key that is not there was probably meant by one that is misspelt, and has been told. */
    public boolean isMeant(String key) {
        return meant.contains(key);
    }

    public Optional<YamlValue> required(String key) {
        Optional<YamlValue> value = value(key);
        if (value.isEmpty() && whole.isMapping() && !isMeant(key)) {
            String where = whole.name().isEmpty() ? "" : "“" + whole.name() + "”下";
            whole.wrong(where + "缺少“" + key + "”");
        }
        return value;
    }

    /** A text that must be there; empty stands in for one that is not. */
    public String requiredText(String key) {
        return required(key).flatMap(YamlValue::text).orElse("");
    }

    public String text(String key, String otherwise) {
        return value(key).flatMap(YamlValue::text).orElse(otherwise);
    }

    public int integer(String key, int otherwise, int least, int most) {
        return value(key).flatMap(value -> value.integer(least, most)).orElse(otherwise);
    }

    public boolean flag(String key, boolean otherwise) {
        return value(key).flatMap(YamlValue::flag).orElse(otherwise);
    }

    public List<String> texts(String key) {
        return value(key).map(YamlValue::texts).orElse(List.of());
    }

    /** Says that a key has no place here. */
    public void refuse(String key, String why) {
        value(key).ifPresent(value -> value.wrong("这里不能有“" + key + "”：" + why));
    }
}

package xiangbao.readers.config.units;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.yaml.snakeyaml.nodes.ScalarNode;
import xiangbao.readers.config.documents.Section;
import xiangbao.readers.config.documents.YamlValue;
import xiangbao.statistics.units.UnitCode;
import xiangbao.statistics.units.UnitKind;
import xiangbao.statistics.units.UnitSelector;

/** How the configuration chooses units: by name or code, or by a word for many of them. */
public final class UnitSelectors {
    static final List<String> KEYS = List.of("kinds", "except");
    private static final Set<UnitKind> TOWNSHIPS = Set.of(UnitKind.SUBDISTRICT, UnitKind.TOWN, UnitKind.TOWNSHIP);

    /** 乡镇 and 乡镇（街道） differ: the plan addresses some tasks to the former only. */
    private static final Map<String, Set<UnitKind>> WORDS = new LinkedHashMap<>();

    static {
        WORDS.put("乡镇（街道）", TOWNSHIPS);
        WORDS.put("各乡镇（街道）", TOWNSHIPS);
        WORDS.put("乡镇", Set.of(UnitKind.TOWN, UnitKind.TOWNSHIP));
        WORDS.put("各乡镇", Set.of(UnitKind.TOWN, UnitKind.TOWNSHIP));
    }

    private final UnitDirectory directory;

    public UnitSelectors(UnitDirectory directory) {
        this.directory = directory;
    }

    /** Reads {@code 乡镇（街道）}, a unit, a list of either, or {@code {kinds: [...], except: [...]}}. */
    public UnitSelector selector(YamlValue value) {
        Set<UnitKind> kinds = new LinkedHashSet<>();
        Set<UnitCode> named = new LinkedHashSet<>();
        Set<UnitCode> excluded = new LinkedHashSet<>();
        if (value.isMapping()) {
            Section section = new Section(value, KEYS);
            Map<String, UnitKind> titles = YamlValue.titled(UnitKind.values(), UnitKind::title);
            section.required("kinds")
                    .map(YamlValue::list)
                    .orElse(List.of())
                    .forEach(kind -> kind.choice(titles).ifPresent(kinds::add));
            section.value("except")
                    .map(YamlValue::list)
                    .orElse(List.of())
                    .forEach(unit ->
                            unit.text().ifPresent(text -> excluded.addAll(directory.find(unit, text, List.of()))));
        } else {
            List<YamlValue> items = value.isList() ? value.list() : List.of(value);
            if (items.isEmpty()) {
                value.wrong("“" + value.name() + "”是空列表，至少要有一个单位");
            }
            for (YamlValue item : items) {
                item.text().ifPresent(text -> {
                    Set<UnitKind> word = WORDS.get(text);
                    if (word != null) {
                        kinds.addAll(word);
                    } else {
                        named.addAll(directory.find(item, text, WORDS.keySet()));
                    }
                });
            }
        }
        return new UnitSelector(kinds, named, excluded);
    }

    /** Reads a list of 责任单位, each of which must be known; they stay as the plan names them. */
    public List<String> responsible(YamlValue value) {
        List<String> names = value.texts();
        List<YamlValue> items = value.list();
        for (YamlValue item : items) {
            if (item.node() instanceof ScalarNode scalar
                    && !WORDS.containsKey(scalar.getValue().strip())
                    && !scalar.getValue().isBlank()) {
                directory.find(item, scalar.getValue().strip(), WORDS.keySet());
            }
        }
        return names;
    }
}

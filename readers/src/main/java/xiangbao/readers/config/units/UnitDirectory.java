package xiangbao.readers.config.units;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.yaml.snakeyaml.nodes.ScalarNode;
import xiangbao.readers.config.documents.Section;
import xiangbao.readers.config.documents.Unread;
import xiangbao.readers.config.documents.YamlValue;
import xiangbao.statistics.forms.FormCode;
import xiangbao.statistics.text.Spelling;
import xiangbao.statistics.units.ReportingUnit;
import xiangbao.statistics.units.UnitCode;
import xiangbao.statistics.units.UnitKind;
import xiangbao.statistics.units.UnitSelector;

/** How the configuration speaks of reporting units: by full name, by code, or by a word for many of them. */
public final class UnitDirectory {
    static final List<String> SELECTOR_KEYS = List.of("kinds", "except");
    static final Set<UnitKind> TOWNSHIPS = Set.of(UnitKind.SUBDISTRICT, UnitKind.TOWN, UnitKind.TOWNSHIP);

    /** 乡镇 and 乡镇（街道） differ: the plan addresses some tasks to the former only. */
    private static final Map<String, Set<UnitKind>> WORDS = new LinkedHashMap<>();

    static {
        WORDS.put("乡镇（街道）", TOWNSHIPS);
        WORDS.put("各乡镇（街道）", TOWNSHIPS);
        WORDS.put("乡镇", Set.of(UnitKind.TOWN, UnitKind.TOWNSHIP));
        WORDS.put("各乡镇", Set.of(UnitKind.TOWN, UnitKind.TOWNSHIP));
    }

    private final Map<String, Set<UnitCode>> codes = new LinkedHashMap<>();
    private final Map<String, ReportingUnit> units = new LinkedHashMap<>();
    private final Map<String, String> fullNames = new LinkedHashMap<>();
    private final Unread unread;

    public UnitDirectory(Collection<ReportingUnit> units, Unread unread) {
        this.unread = unread;
        for (ReportingUnit unit : units) {
            codes.computeIfAbsent(unit.name(), name -> new LinkedHashSet<>()).add(unit.code());
            codes.computeIfAbsent(unit.code().text(), name -> new LinkedHashSet<>())
                    .add(unit.code());
            this.units.put(unit.name(), unit);
            this.units.put(unit.code().text(), unit);
            fullNames.put(unit.name(), unit.name());
            fullNames.putIfAbsent(unit.code().text(), unit.code().text());
            unit.aliases().forEach(alias -> fullNames.putIfAbsent(alias, unit.name()));
        }
    }

    /** Reads {@code 乡镇（街道）}, a unit, a list of either, or {@code {kinds: [...], except: [...]}}. */
    public UnitSelector selector(YamlValue value) {
        Set<UnitKind> kinds = new LinkedHashSet<>();
        Set<UnitCode> named = new LinkedHashSet<>();
        Set<UnitCode> excluded = new LinkedHashSet<>();
        if (value.isMapping()) {
            Section section = new Section(value, SELECTOR_KEYS);
            Map<String, UnitKind> titles = YamlValue.titled(UnitKind.values(), UnitKind::title);
            section.required("kinds")
                    .map(YamlValue::list)
                    .orElse(List.of())
                    .forEach(kind -> kind.choice(titles).ifPresent(kinds::add));
            section.value("except")
                    .map(YamlValue::list)
                    .orElse(List.of())
                    .forEach(unit -> unit.text().ifPresent(text -> excluded.addAll(find(unit, text, List.of()))));
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
                        named.addAll(find(item, text, WORDS.keySet()));
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
                find(item, scalar.getValue().strip(), WORDS.keySet());
            }
        }
        return names;
    }

    /** One unit by its full name or code; of two that bear a name one after the other, the later in the register. */
    public Optional<ReportingUnit> unit(String text) {
        return Optional.ofNullable(units.get(text));
    }

    /** Whether a unit of that name or code is on what could not be read of the register, so that nothing more is said about it. */
    public boolean isUnread(String text) {
        return unread.isUnit(text);
    }

    public boolean isUnreadForm(String code) {
        return unread.isForm(new FormCode(code));
    }

    /** What was probably meant by a name that no unit bears. */
    public String nearest(String text) {
        String nearest = Spelling.nearest(text, fullNames.keySet());
        return fullNames.getOrDefault(nearest, nearest);
    }

    private Set<UnitCode> find(YamlValue item, String text, Collection<String> words) {
        Set<UnitCode> found = codes.get(text);
        if (found != null) {
            return found;
        }
        if (!unread.isUnit(text)) {
            Set<String> candidates = new LinkedHashSet<>(words);
            candidates.addAll(fullNames.keySet());
            String nearest = Spelling.nearest(text, candidates);
            item.wrong("units.csv 里没有单位“" + text + "”", fullNames.getOrDefault(nearest, nearest));
        }
        return Set.of();
    }
}

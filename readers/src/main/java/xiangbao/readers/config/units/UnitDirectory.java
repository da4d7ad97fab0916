package xiangbao.readers.config.units;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import xiangbao.readers.config.documents.Unread;
import xiangbao.readers.config.documents.YamlValue;
import xiangbao.statistics.forms.FormCode;
import xiangbao.statistics.text.Spelling;
import xiangbao.statistics.units.ReportingUnit;
import xiangbao.statistics.units.UnitCode;

/** How the configuration speaks of reporting units: by full name, by code, or by a word for many of them. */
public final class UnitDirectory {
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

    /**
     * The units of that name or code; a mistake when there are none.
     *
     * @param words what else could have been meant there
     */
    Set<UnitCode> find(YamlValue item, String text, Collection<String> words) {
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

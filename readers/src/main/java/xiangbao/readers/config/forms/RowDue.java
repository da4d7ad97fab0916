package xiangbao.readers.config.forms;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import xiangbao.readers.config.documents.Section;
import xiangbao.readers.config.documents.YamlValue;
import xiangbao.statistics.periods.Due;
import xiangbao.statistics.periods.Frequency;

/** {@code due} and {@code forecast} of a row: in which periods of the year it is reported, and where as a forecast. */
final class RowDue {
    private final Section row;
    private final Optional<Frequency> frequency;

    RowDue(Section row, Optional<Frequency> frequency) {
        this.row = row;
        this.frequency = frequency;
    }

    /** @param columnCodes of those columns that the row has */
    Due read(Collection<String> columnCodes) {
        Set<Integer> ordinals = row.value("due").map(this::ordinals).orElse(Set.of());
        Map<Integer, Set<String>> forecast = new LinkedHashMap<>();
        for (YamlValue.Entry entry :
                row.value("forecast").map(YamlValue::entries).orElse(List.of())) {
            Set<String> columns = ItemCodes.known(entry.value(), columnCodes, "栏");
            Optional<Integer> ordinal = PeriodsOfYear.ordinal(entry.value(), entry.key(), frequency);
            ordinal.ifPresent(period -> forecast.put(period, columns));
            if (ordinal.isPresent() && !ordinals.isEmpty() && !ordinals.contains(ordinal.get())) {
                entry.value().wrong("“forecast”中的 " + entry.key() + " 不在“due”之内");
            }
        }
        return new Due(ordinals, forecast);
    }

    private Set<Integer> ordinals(YamlValue value) {
        Set<Integer> ordinals = new LinkedHashSet<>();
        for (YamlValue item : value.list()) {
            item.text()
                    .flatMap(text -> PeriodsOfYear.ordinal(item, text, frequency))
                    .ifPresent(ordinals::add);
        }
        return ordinals;
    }
}

package xiangbao.readers.config.units;

import java.util.List;
import java.util.Map;
import xiangbao.readers.config.documents.ConfigurationMistake;
import xiangbao.statistics.units.UnitCode;

/**
 * What reading {@code contacts.csv} gave.
 *
 * @param addresses mail addresses of those units that have any; only to be used when there is no mistake
 */
public record ReadContacts(Map<UnitCode, List<String>> addresses, List<ConfigurationMistake> mistakes) {
    public ReadContacts {
        addresses = Map.copyOf(addresses);
        mistakes = List.copyOf(mistakes);
    }

    public List<String> of(UnitCode unit) {
        return addresses.getOrDefault(unit, List.of());
    }
}

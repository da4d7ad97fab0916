package xiangbao.statistics.periods;

import java.util.Map;
import java.util.Set;

/**
 * In which periods of a year a row is due, and where what is reported is a forecast.
 *
 * @param ordinals the months, quarters or halves in which it is due; empty means all
 * @param forecast for an ordinal, the columns whose figures are 预计 then
 */
public record Due(Set<Integer> ordinals, Map<Integer, Set<String>> forecast) {
    public static final Due ALWAYS = new Due(Set.of(), Map.of());

    public Due {
        ordinals = Set.copyOf(ordinals);
        forecast = Map.copyOf(forecast);
    }

    public boolean in(ReferencePeriod period) {
        return ordinals.isEmpty() || ordinals.contains(period.ordinal());
    }

    public boolean isForecast(ReferencePeriod period, String column) {
        return forecast.getOrDefault(period.ordinal(), Set.of()).contains(column);
    }
}

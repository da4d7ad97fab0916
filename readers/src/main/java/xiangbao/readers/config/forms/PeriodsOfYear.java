package xiangbao.readers.config.forms;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import xiangbao.readers.config.documents.YamlValue;
import xiangbao.statistics.periods.Frequency;
import xiangbao.statistics.text.Spelling;

/** How a form says which period of the year is meant: Q1 to Q4, S1 and S2, 1 to 12. */
final class PeriodsOfYear {
    private PeriodsOfYear() {}

    /** Which period of the year is meant; nothing is said where it is not known how many there are. */
    static Optional<Integer> ordinal(YamlValue place, String text, Optional<Frequency> frequency) {
        return frequency.flatMap(known -> ordinal(place, text, known));
    }

    private static Optional<Integer> ordinal(YamlValue place, String text, Frequency frequency) {
        List<String> words = new ArrayList<>();
        for (int ordinal = 1; ordinal <= frequency.perYear(); ordinal++) {
            String prefix = switch (frequency) {
                case QUARTER -> "Q";
                case HALF_YEAR -> "S";
                case MONTH -> "";
                case YEAR -> "年";
            };
            words.add(prefix + ordinal);
        }
        if (frequency == Frequency.YEAR) {
            place.wrong("年报一年只有一期，不能写“" + text + "”");
            return Optional.empty();
        }
        int index = words.indexOf(text);
        if (index < 0) {
            place.wrong(
                    frequency.title() + "的期别应为" + words.get(0) + "至" + words.get(words.size() - 1) + "，而这里是“" + text
                            + "”",
                    Spelling.nearest(text, words));
            return Optional.empty();
        }
        return Optional.of(index + 1);
    }
}

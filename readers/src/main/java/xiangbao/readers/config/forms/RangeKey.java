package xiangbao.readers.config.forms;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import xiangbao.readers.config.documents.Section;
import xiangbao.readers.config.documents.YamlValue;
import xiangbao.statistics.lines.Range;

/** {@code range} of a row or a column: within which bounds its figures are. */
final class RangeKey {
    static final String NAME = "range";

    private static final String BOUND = "([-+]?\\d+(?:\\.\\d+)?)?";
    private static final Pattern BOUNDS = Pattern.compile("\\s*" + BOUND + "\\s*(?:\\.\\.|至)\\s*" + BOUND + "\\s*");

    private RangeKey() {}

    static Optional<Range> read(Section given) {
        YamlValue value = given.value(NAME).orElse(null);
        if (value == null) {
            return Optional.empty();
        }
        String text = value.text().orElse("");
        Matcher bounds = BOUNDS.matcher(text);
        if (!bounds.matches() || bounds.group(1) == null && bounds.group(2) == null) {
            value.wrong("合理范围写作“最小..最大”，一头不限的可以不写，如 2..200、0..、..100；而这里是“" + text + "”");
            return Optional.empty();
        }
        BigDecimal least = bounds.group(1) == null ? null : new BigDecimal(bounds.group(1));
        BigDecimal most = bounds.group(2) == null ? null : new BigDecimal(bounds.group(2));
        if (least != null && most != null && least.compareTo(most) > 0) {
            value.wrong("合理范围的最小值大于最大值：" + text);
            return Optional.empty();
        }
        return Optional.of(new Range(least, most));
    }
}

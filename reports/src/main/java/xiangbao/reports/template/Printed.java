package xiangbao.reports.template;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** What stands in the place of a token: a text, or a number that Excel can add up. */
public sealed interface Printed {
    /** The em dash of what is not applicable. */
    Printed NONE = new Text("—");

    /** Always text, whatever it begins with. What somebody typed is no token of ours: a space without width parts its braces. */
    record Text(String text) implements Printed {
        public Text {
            text = untokened(text);
        }
    }

    /** Rounded once, when it is printed. */
    record Number(BigDecimal value, int decimals) implements Printed {
        public Number {
            value = value.setScale(decimals, RoundingMode.HALF_UP);
        }
    }

    static Printed text(String text) {
        return new Text(text);
    }

    static Printed number(BigDecimal value, int decimals) {
        return new Number(value, decimals);
    }

    static Printed number(long value) {
        return new Number(BigDecimal.valueOf(value), 0);
    }

    /** Without anything that would be taken for a token. */
    static String untokened(String text) {
        return text.contains("{{") ? text.replace("{{", "{\u200b{") : text;
    }
}

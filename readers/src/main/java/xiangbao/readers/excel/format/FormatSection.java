package xiangbao.readers.excel.format;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One section of a number format: which numbers it is for, and how it writes them. */
final class FormatSection {
    private final List<FormatToken> tokens;
    private final NumberPattern number;
    private final @Nullable FormatCondition condition;
    private final boolean coloured;
    private final boolean date;
    private final boolean otherNotation;
    private final int percents;

    FormatSection(String code) {
        SectionReader reader = new SectionReader(code);
        tokens = reader.tokens();
        number = new NumberPattern(tokens);
        condition = reader.condition();
        coloured = reader.isColoured();
        date = reader.isDate();
        otherNotation = reader.isOtherNotation();
        percents = reader.percents();
    }

    boolean isDate() {
        return date;
    }

    boolean hasCondition() {
        return condition != null;
    }

    boolean applies(BigDecimal number) {
        return condition == null || condition.holds(number);
    }

    boolean isForText() {
        return tokens.stream().anyMatch(token -> token.kind() == FormatToken.Kind.TEXT);
    }

    private boolean holdsNumber() {
        return number.hasDigits() || tokens.stream().anyMatch(token -> token.kind() == FormatToken.Kind.GENERAL);
    }

    /** How many powers of ten smaller the number looks than it is. */
    private int power() {
        return 3 * number.thousands() - 2 * percents + number.digitsBehindFalsePoint();
    }

    /**
     * Whether it shows the plain number, at most grouped, rounded or in another notation.
     *
     * @param unsigned its numbers are below zero and come without their sign, which the section must show by itself
     */
    boolean isPlain(boolean unsigned) {
        if (date) {
            return true;
        }
        if (!holdsNumber() || power() != 0 || percents > 0) {
            return false;
        }
        StringBuilder written = new StringBuilder();
        tokens.stream()
                .filter(token -> token.kind() == FormatToken.Kind.LITERAL)
                .forEach(token -> written.append(token.text()));
        String sign = written.toString().replaceAll("[\\s\\p{Z}]", "");
        return unsigned
                ? sign.equals("-") || sign.equals("−") || sign.equals("()") || sign.isEmpty() && coloured
                : sign.isEmpty() && (otherNotation || !number.holdsText());
    }

    /** Whether it shows zero by a dash, as accounts do. */
    boolean isPlainZero() {
        return isPlain(false) || shown(BigDecimal.ZERO).text().strip().matches("[-–—−]{1,2}");
    }

    /** Whether only numbers below zero can come here, by the section's own condition; then it writes the sign itself. */
    boolean isForNegativesOnly() {
        return condition != null && condition.isForNegativesOnly();
    }

    /** A text as this section shows it. */
    Shown shown(String text) {
        StringBuilder out = new StringBuilder();
        for (FormatToken token : tokens) {
            if (token.kind() == FormatToken.Kind.TEXT) {
                out.append(text);
            } else if (token.kind() == FormatToken.Kind.LITERAL) {
                out.append(token.text());
            }
        }
        return new Shown(out.toString(), 0, isForText(), 0);
    }

    /** A number as this section shows it; a sign that the section does not write itself stands in front of everything. */
    Shown shown(BigDecimal stored) {
        BigDecimal size = stored.abs().scaleByPowerOfTen(2 * percents - 3 * number.thousands());
        StringBuilder out = new StringBuilder();
        for (int index = 0; index < tokens.size(); index++) {
            FormatToken token = tokens.get(index);
            if (index == number.first() && !otherNotation) {
                size = size.setScale(number.decimals(), RoundingMode.HALF_UP);
                out.append(number.digits(size));
                index = number.last();
            } else if (index == number.first() || token.kind() == FormatToken.Kind.GENERAL) {
                out.append(size.stripTrailingZeros().toPlainString());
                index = Math.max(index, number.last());
            } else if (token.kind() == FormatToken.Kind.LITERAL) {
                out.append(token.text());
            }
        }
        boolean negative = stored.signum() < 0 && holdsNumber() && size.signum() != 0;
        boolean rounded = number.first() >= 0 && !otherNotation;
        return new Shown((negative ? "-" : "") + out, power(), holdsNumber(), rounded ? number.decimals() : 15)
                .behindFalsePoint(number.digitsBehindFalsePoint());
    }
}

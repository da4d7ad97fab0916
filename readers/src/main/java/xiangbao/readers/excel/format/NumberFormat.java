package xiangbao.readers.excel.format;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the number format of a cell does to its content: dates, percentages, units and other words that it writes, powers of ten that it takes away,
 * contents that it hides. Colours, widths and locales do nothing. Immutable.
 */
public final class NumberFormat {
    private static final FormatSection GENERAL = new FormatSection("General");

    /** Shows numbers and texts as they are stored. */
    public static final NumberFormat PLAIN = new NumberFormat("General");

    private final String code;
    private final List<FormatSection> forNumbers;
    private final @Nullable FormatSection forTexts;
    private final boolean plain;

    private NumberFormat(String code) {
        this.code = code;
        List<FormatSection> sections = new ArrayList<>();
        for (String section : sections(code)) {
            sections.add(new FormatSection(section));
        }
        int last = sections.size() - 1;
        boolean texts = last == 3 || sections.get(last).isForText();
        forTexts = texts ? sections.get(last) : null;
        forNumbers = List.copyOf(sections.subList(0, Math.min(3, texts ? last : sections.size())));
        plain = forNumbers.stream().noneMatch(FormatSection::isDate)
                && (forTexts == null || forTexts.shown("x").text().strip().equals("x"))
                && forNumbers.stream().noneMatch(FormatSection::hasCondition)
                && isPlain(BigDecimal.ONE)
                && isPlain(BigDecimal.ONE.negate())
                && isPlain(BigDecimal.ZERO);
    }

    /** @param code as the file stores it, such as {@code #,##0.00_ ;[Red]-#,##0.00} */
    public static NumberFormat of(String code) {
        return code.isBlank() ? PLAIN : new NumberFormat(code);
    }

    private static List<String> sections(String code) {
        List<String> sections = new ArrayList<>();
        int start = 0;
        for (int at = 0; at < code.length(); at++) {
            switch (code.charAt(at)) {
                case '"' -> at = end(code, '"', at);
                case '[' -> at = end(code, ']', at);
                case '\\', '!', '_', '*' -> at++;
                case ';' -> {
                    sections.add(code.substring(start, at));
                    start = at + 1;
                }
                default -> {}
            }
        }
        sections.add(code.substring(Math.min(start, code.length())));
        return sections.subList(0, Math.min(4, sections.size()));
    }

    private static int end(String code, char closing, int at) {
        int end = code.indexOf(closing, at + 1);
        return end < 0 ? code.length() : end;
    }

    /** Whether every number and text is shown as it is stored, but for grouping and rounding. */
    public boolean isPlain() {
        return plain;
    }

    /** Whether a number is shown as a date or a time. */
    public boolean isDate(BigDecimal number) {
        if (plain) {
            return false;
        }
        FormatSection section = section(number);
        return section != null && section.isDate();
    }

    /** What is shown for a number; null when that is the number itself, or a date. */
    public @Nullable Shown shown(BigDecimal number) {
        if (plain || isPlain(number)) {
            return null;
        }
        FormatSection section = section(number);
        return section == null ? Shown.NOTHING : section.shown(isUnsigned(number) ? number.abs() : number);
    }

    /** What is shown for a text; null when that is the text itself. */
    public @Nullable Shown shown(String text) {
        if (plain || forTexts == null || text.isEmpty()) {
            return null;
        }
        Shown shown = forTexts.shown(text);
        return shown.text().strip().equals(text.strip()) ? null : shown;
    }

    private boolean isPlain(BigDecimal number) {
        FormatSection section = section(number);
        if (section == null) {
            return false;
        }
        return number.signum() == 0 ? section.isPlainZero() : section.isPlain(isUnsigned(number));
    }

    private @Nullable FormatSection section(BigDecimal number) {
        if (forNumbers.isEmpty()) {
            return GENERAL;
        }
        FormatSection positive = forNumbers.get(0);
        if (forNumbers.size() == 1) {
            return positive.applies(number) ? positive : GENERAL;
        }
        FormatSection negative = forNumbers.get(1);
        boolean three = forNumbers.size() == 3;
        boolean first =
                positive.hasCondition() ? positive.applies(number) : three ? number.signum() > 0 : number.signum() >= 0;
        if (first) {
            return positive;
        }
        if (!three) {
            return negative.applies(number) ? negative : null;
        }
        boolean second = negative.hasCondition() ? negative.applies(number) : number.signum() < 0;
        return second ? negative : forNumbers.get(2);
    }

    /** Whether the section that is for numbers below zero gets this one, and so writes the sign itself. */
    private boolean isUnsigned(BigDecimal number) {
        FormatSection section = section(number);
        if (number.signum() >= 0 || section == null || section.isForNegativesOnly()) {
            return number.signum() < 0 && section != null;
        }
        return forNumbers.size() > 1
                && !forNumbers.get(1).hasCondition()
                && (forNumbers.size() == 3 || !forNumbers.get(0).hasCondition())
                && section == forNumbers.get(1);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof NumberFormat format && format.code.equals(code);
    }

    @Override
    public int hashCode() {
        return code.hashCode();
    }

    @Override
    public String toString() {
        return code;
    }
}

package xiangbao.readers.excel.format;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Takes the code of one section apart. */
final class SectionReader {
    private static final List<String> GENERAL = List.of("general", "g/通用格式", "通用格式", "常规");
    private static final List<String> HALF_DAYS = List.of("am/pm", "a/p", "上午/下午");

    private final List<FormatToken> tokens = new ArrayList<>();
    private @Nullable FormatCondition condition;
    private boolean coloured;
    private boolean date;
    private boolean otherNotation;
    private int percents;

    SectionReader(String code) {
        for (int at = 0; at < code.length(); ) {
            at = read(code, at);
        }
    }

    List<FormatToken> tokens() {
        return tokens;
    }

    @Nullable
    FormatCondition condition() {
        return condition;
    }

    boolean isColoured() {
        return coloured;
    }

    boolean isDate() {
        return date;
    }

    /** A fraction or an exponent: the number is shown in another way of writing it. */
    boolean isOtherNotation() {
        return otherNotation;
    }

    int percents() {
        return percents;
    }

    /** Reads what begins at a place and gives the place behind it. */
    private int read(String code, int at) {
        char character = code.charAt(at);
        switch (character) {
            case '"' -> {
                int end = code.indexOf('"', at + 1);
                end = end < 0 ? code.length() : end;
                literal(code.substring(at + 1, end));
                return end + 1;
            }
            case '\\', '!' -> {
                literal(code.substring(Math.min(at + 1, code.length()), Math.min(at + 2, code.length())));
                return at + 2;
            }
            case '_' -> {
                literal(" ");
                return at + 2;
            }
            case '*' -> {
                return at + 2;
            }
            case '[' -> {
                int end = code.indexOf(']', at);
                end = end < 0 ? code.length() : end;
                bracket(code.substring(at + 1, end));
                return end + 1;
            }
            case '0', '#', '?' -> tokens.add(new FormatToken(FormatToken.Kind.DIGIT, String.valueOf(character)));
            case '.' -> tokens.add(new FormatToken(FormatToken.Kind.POINT, "."));
            case ',' -> tokens.add(new FormatToken(FormatToken.Kind.COMMA, ","));
            case '@' -> tokens.add(new FormatToken(FormatToken.Kind.TEXT, ""));
            case '%' -> {
                percents++;
                literal("%");
            }
            default -> {
                return word(code, at);
            }
        }
        return at + 1;
    }

    private int word(String code, int at) {
        for (String general : GENERAL) {
            if (code.regionMatches(true, at, general, 0, general.length())) {
                tokens.add(new FormatToken(FormatToken.Kind.GENERAL, ""));
                return at + general.length();
            }
        }
        for (String halfDay : HALF_DAYS) {
            if (code.regionMatches(true, at, halfDay, 0, halfDay.length())) {
                date = true;
                return at + halfDay.length();
            }
        }
        char character = Character.toLowerCase(code.charAt(at));
        boolean afterDigit = !tokens.isEmpty() && tokens.get(tokens.size() - 1).kind() == FormatToken.Kind.DIGIT;
        if (character == 'e' && afterDigit && at + 1 < code.length() && "+-".indexOf(code.charAt(at + 1)) >= 0) {
            otherNotation = true;
            return at + 2;
        }
        if (character == '/' && afterDigit) {
            otherNotation = true;
            return at + 1;
        }
        if ("ymdhs".indexOf(character) >= 0 || code.regionMatches(true, at, "aaa", 0, 3)) {
            date = true;
        } else {
            literal(code.substring(at, at + 1));
        }
        return at + 1;
    }

    private void literal(String text) {
        int before = tokens.size() - 1;
        if (before >= 0 && tokens.get(before).kind() == FormatToken.Kind.LITERAL) {
            tokens.set(
                    before,
                    new FormatToken(FormatToken.Kind.LITERAL, tokens.get(before).text() + text));
        } else if (!text.isEmpty()) {
            tokens.add(new FormatToken(FormatToken.Kind.LITERAL, text));
        }
    }

    /** A currency, a condition, an elapsed time, a colour, or a way of writing digits. */
    private void bracket(String content) {
        String lower = content.toLowerCase(Locale.ROOT);
        if (content.startsWith("$")) {
            int locale = content.lastIndexOf('-');
            literal(content.substring(1, locale < 0 ? content.length() : locale));
        } else if (content.matches("(<=|>=|<>|<|>|=)\\s*-?\\d{1,30}(\\.\\d{1,30})?")) {
            String operator = content.replaceAll("[^<>=]", "");
            condition = new FormatCondition(
                    operator,
                    new BigDecimal(content.substring(operator.length()).strip()));
        } else if (lower.matches("h+|m+|s+")) {
            date = true;
        } else {
            coloured |= !lower.startsWith("dbnum");
        }
    }
}

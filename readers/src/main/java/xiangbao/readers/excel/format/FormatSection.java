package xiangbao.readers.excel.format;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** One section of a number format: which numbers it is for, and how it writes them. */
final class FormatSection {
    /** A stretch of the format: a placeholder of a digit, a text that is written as it stands, or one of the signs that have a meaning. */
    private record Token(Kind kind, String text) {
        enum Kind {
            DIGIT,
            POINT,
            COMMA,
            LITERAL,
            GENERAL,
            TEXT
        }
    }

    private record Condition(String operator, BigDecimal bound) {
        boolean holds(BigDecimal number) {
            int comparison = number.compareTo(bound);
            return switch (operator) {
                case "<" -> comparison < 0;
                case "<=" -> comparison <= 0;
                case ">" -> comparison > 0;
                case ">=" -> comparison >= 0;
                case "<>" -> comparison != 0;
                default -> comparison == 0;
            };
        }
    }

    private static final List<String> GENERAL = List.of("general", "g/通用格式", "通用格式", "常规");
    private static final List<String> HALF_DAYS = List.of("am/pm", "a/p", "上午/下午");

    private final List<Token> tokens = new ArrayList<>();
    private @Nullable Condition condition;
    private boolean coloured;
    private boolean date;
    /** A fraction or an exponent: the number is shown in another way of writing it. */
    private boolean otherNotation;

    private int percents;
    private int first = -1;
    private int last = -1;
    private int point = -1;
    private boolean grouped;
    private int thousands;
    private int decimals;
    private int digitsBehindFalsePoint;

    FormatSection(String code) {
        for (int at = 0; at < code.length(); ) {
            at = read(code, at);
        }
        measure();
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
            case '0', '#', '?' -> tokens.add(new Token(Token.Kind.DIGIT, String.valueOf(character)));
            case '.' -> tokens.add(new Token(Token.Kind.POINT, "."));
            case ',' -> tokens.add(new Token(Token.Kind.COMMA, ","));
            case '@' -> tokens.add(new Token(Token.Kind.TEXT, ""));
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
                tokens.add(new Token(Token.Kind.GENERAL, ""));
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
        boolean afterDigit = !tokens.isEmpty() && tokens.get(tokens.size() - 1).kind == Token.Kind.DIGIT;
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
        if (before >= 0 && tokens.get(before).kind == Token.Kind.LITERAL) {
            tokens.set(before, new Token(Token.Kind.LITERAL, tokens.get(before).text + text));
        } else if (!text.isEmpty()) {
            tokens.add(new Token(Token.Kind.LITERAL, text));
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
            condition = new Condition(
                    operator,
                    new BigDecimal(content.substring(operator.length()).strip()));
        } else if (lower.matches("h+|m+|s+")) {
            date = true;
        } else {
            coloured |= !lower.startsWith("dbnum");
        }
    }

    /** Where the number stands among the tokens, and by how much it is scaled. */
    private void measure() {
        for (int index = 0; index < tokens.size(); index++) {
            Token.Kind kind = tokens.get(index).kind;
            if (kind == Token.Kind.POINT && point < 0) {
                point = index;
            } else if (kind == Token.Kind.POINT) {
                tokens.set(index, new Token(Token.Kind.LITERAL, "."));
            }
            if (kind == Token.Kind.DIGIT || kind == Token.Kind.POINT || kind == Token.Kind.COMMA) {
                first = first < 0 ? index : first;
                last = index;
            }
        }
        boolean falsePoint = false;
        int integerDigits = 0;
        for (int index = first; index >= 0 && index <= last; index++) {
            Token token = tokens.get(index);
            boolean behindPoint = point >= 0 && index > point;
            switch (token.kind) {
                case DIGIT -> {
                    decimals += behindPoint ? 1 : 0;
                    integerDigits += behindPoint ? 0 : 1;
                    digitsBehindFalsePoint += falsePoint && !behindPoint ? 1 : 0;
                }
                case COMMA -> {
                    boolean more = digitsFollow(index, behindPoint || point < 0 ? last : point);
                    grouped |= more && integerDigits > 0 && !behindPoint;
                    thousands += more ? 0 : 1;
                }
                case LITERAL -> falsePoint |= point < 0 && (token.text.equals(".") || token.text.equals("．"));
                default -> {}
            }
        }
    }

    private boolean digitsFollow(int from, int to) {
        for (int index = from + 1; index <= to; index++) {
            if (tokens.get(index).kind == Token.Kind.DIGIT) {
                return true;
            }
        }
        return false;
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
        return tokens.stream().anyMatch(token -> token.kind == Token.Kind.TEXT);
    }

    private boolean holdsNumber() {
        return first >= 0 && digitsFollow(first - 1, last)
                || tokens.stream().anyMatch(token -> token.kind == Token.Kind.GENERAL);
    }

    /** How many powers of ten smaller the number looks than it is. */
    private int power() {
        return 3 * thousands - 2 * percents + digitsBehindFalsePoint;
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
        tokens.stream().filter(token -> token.kind == Token.Kind.LITERAL).forEach(token -> written.append(token.text));
        String sign = written.toString().replaceAll("[\\s\\p{Z}]", "");
        return unsigned
                ? sign.equals("-") || sign.equals("−") || sign.equals("()") || sign.isEmpty() && coloured
                : sign.isEmpty() && (otherNotation || !writesWithinNumber());
    }

    private boolean writesWithinNumber() {
        for (int index = first; index >= 0 && index < last; index++) {
            if (tokens.get(index).kind == Token.Kind.LITERAL) {
                return true;
            }
        }
        return false;
    }

    /** Whether it shows zero by a dash, as accounts do. */
    boolean isPlainZero() {
        return isPlain(false) || shown(BigDecimal.ZERO).text().strip().matches("[-–—−]{1,2}");
    }

    /** Whether only numbers below zero can come here, by the section's own condition; then it writes the sign itself. */
    boolean isForNegativesOnly() {
        return condition != null
                && condition.operator.startsWith("<")
                && !condition.operator.equals("<>")
                && condition.bound.signum() <= 0;
    }

    /** A text as this section shows it. */
    Shown shown(String text) {
        StringBuilder out = new StringBuilder();
        for (Token token : tokens) {
            if (token.kind == Token.Kind.TEXT) {
                out.append(text);
            } else if (token.kind == Token.Kind.LITERAL) {
                out.append(token.text);
            }
        }
        return new Shown(out.toString(), 0, isForText(), 0);
    }

    /** A number as this section shows it; a sign that the section does not write itself stands in front of everything. */
    Shown shown(BigDecimal number) {
        BigDecimal size = number.abs().scaleByPowerOfTen(2 * percents - 3 * thousands);
        StringBuilder out = new StringBuilder();
        for (int index = 0; index < tokens.size(); index++) {
            Token token = tokens.get(index);
            if (index == first && !otherNotation) {
                size = size.setScale(decimals, RoundingMode.HALF_UP);
                out.append(digits(size));
                index = last;
            } else if (index == first || token.kind == Token.Kind.GENERAL) {
                out.append(size.stripTrailingZeros().toPlainString());
                index = Math.max(index, last);
            } else if (token.kind == Token.Kind.LITERAL) {
                out.append(token.text);
            }
        }
        boolean negative = number.signum() < 0 && holdsNumber() && size.signum() != 0;
        boolean rounded = first >= 0 && !otherNotation;
        return new Shown((negative ? "-" : "") + out, power(), holdsNumber(), rounded ? decimals : 15)
                .behindFalsePoint(digitsBehindFalsePoint);
    }

    /** The digits of a number, rounded already, in their placeholders. */
    private String digits(BigDecimal size) {
        String whole = size.toBigInteger().toString();
        String fraction = size.remainder(BigDecimal.ONE).toPlainString();
        fraction = decimals == 0 ? "" : fraction.substring(fraction.indexOf('.') + 1);
        String integer = integer(whole.equals("0") ? "" : whole);
        if (point < 0) {
            return integer;
        }
        StringBuilder out = new StringBuilder(integer).append('.');
        int used = 0;
        for (int index = point + 1; index <= last; index++) {
            Token token = tokens.get(index);
            if (token.kind == Token.Kind.LITERAL) {
                out.append(token.text);
            } else if (token.kind == Token.Kind.DIGIT) {
                boolean needed =
                        token.text.equals("0") || !fraction.substring(used).matches("0*");
                out.append(needed ? fraction.substring(used, used + 1) : token.text.equals("?") ? " " : "");
                used++;
            }
        }
        return out.toString();
    }

    private String integer(String whole) {
        StringBuilder reversed = new StringBuilder();
        int used = 0;
        int end = point < 0 ? last : point - 1;
        for (int index = end; index >= first; index--) {
            Token token = tokens.get(index);
            if (token.kind == Token.Kind.LITERAL) {
                reversed.append(new StringBuilder(token.text).reverse());
            } else if (token.kind == Token.Kind.DIGIT) {
                boolean leftmost = !digitsFollowBackwards(index);
                int upTo = leftmost ? Math.max(used + 1, whole.length()) : used + 1;
                for (; used < upTo; used++) {
                    boolean there = used < whole.length();
                    if (there || token.text.equals("0")) {
                        reversed.append(grouped && used > 0 && used % 3 == 0 ? "," : "")
                                .append(there ? whole.charAt(whole.length() - 1 - used) : '0');
                    } else if (token.text.equals("?")) {
                        reversed.append(' ');
                    }
                }
            }
        }
        for (; used < whole.length(); used++) {
            reversed.append(whole.charAt(whole.length() - 1 - used));
        }
        return reversed.reverse().toString();
    }

    private boolean digitsFollowBackwards(int before) {
        for (int index = first; index < before; index++) {
            if (tokens.get(index).kind == Token.Kind.DIGIT) {
                return true;
            }
        }
        return false;
    }
}

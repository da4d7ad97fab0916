package xiangbao.readers.excel.format;

import java.math.BigDecimal;
import java.util.List;

/** Where in a section the number stands, how its digits are written, and how much smaller it looks. */
final class NumberPattern {
    private final List<FormatToken> tokens;
    private int first = -1;
    private int last = -1;
    private int point = -1;
    private boolean grouped;
    private int thousands;
    private int decimals;
    private int digitsBehindFalsePoint;

    NumberPattern(List<FormatToken> tokens) {
        this.tokens = tokens;
        measure();
    }

    /** The first token of the number, or -1. */
    int first() {
        return first;
    }

    /** The last token of the number, or -1. */
    int last() {
        return last;
    }

    int decimals() {
        return decimals;
    }

    /** As in {@code 0!.0,}: a point that is written as a text, before the last digits of a whole number. */
    int digitsBehindFalsePoint() {
        return digitsBehindFalsePoint;
    }

    /** How often commas behind the number divide it by a thousand. */
    int thousands() {
        return thousands;
    }

    /** Whether something else is written between its digits. */
    boolean holdsText() {
        for (int index = first; index >= 0 && index < last; index++) {
            if (tokens.get(index).kind() == FormatToken.Kind.LITERAL) {
                return true;
            }
        }
        return false;
    }

    boolean hasDigits() {
        return first >= 0 && digitsFollow(first - 1, last);
    }

    /** Where the number stands among the tokens, and by how much it is scaled. */
    private void measure() {
        for (int index = 0; index < tokens.size(); index++) {
            FormatToken.Kind kind = tokens.get(index).kind();
            if (kind == FormatToken.Kind.POINT && point < 0) {
                point = index;
            } else if (kind == FormatToken.Kind.POINT) {
                tokens.set(index, new FormatToken(FormatToken.Kind.LITERAL, "."));
            }
            if (kind == FormatToken.Kind.DIGIT || kind == FormatToken.Kind.POINT || kind == FormatToken.Kind.COMMA) {
                first = first < 0 ? index : first;
                last = index;
            }
        }
        boolean falsePoint = false;
        int integerDigits = 0;
        for (int index = first; index >= 0 && index <= last; index++) {
            FormatToken token = tokens.get(index);
            boolean behindPoint = point >= 0 && index > point;
            switch (token.kind()) {
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
                case LITERAL ->
                    falsePoint |= point < 0
                            && (token.text().equals(".") || token.text().equals("．"));
                default -> {}
            }
        }
    }

    private boolean digitsFollow(int from, int to) {
        for (int index = from + 1; index <= to; index++) {
            if (tokens.get(index).kind() == FormatToken.Kind.DIGIT) {
                return true;
            }
        }
        return false;
    }

    /** The digits of a number, rounded already, in their placeholders. */
    String digits(BigDecimal size) {
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
            FormatToken token = tokens.get(index);
            if (token.kind() == FormatToken.Kind.LITERAL) {
                out.append(token.text());
            } else if (token.kind() == FormatToken.Kind.DIGIT) {
                boolean needed =
                        token.text().equals("0") || !fraction.substring(used).matches("0*");
                out.append(
                        needed
                                ? fraction.substring(used, used + 1)
                                : token.text().equals("?") ? " " : "");
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
            FormatToken token = tokens.get(index);
            if (token.kind() == FormatToken.Kind.LITERAL) {
                reversed.append(new StringBuilder(token.text()).reverse());
            } else if (token.kind() == FormatToken.Kind.DIGIT) {
                boolean leftmost = !digitsFollowBackwards(index);
                int upTo = leftmost ? Math.max(used + 1, whole.length()) : used + 1;
                for (; used < upTo; used++) {
                    boolean there = used < whole.length();
                    if (there || token.text().equals("0")) {
                        reversed.append(grouped && used > 0 && used % 3 == 0 ? "," : "")
                                .append(there ? whole.charAt(whole.length() - 1 - used) : '0');
                    } else if (token.text().equals("?")) {
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
            if (tokens.get(index).kind() == FormatToken.Kind.DIGIT) {
                return true;
            }
        }
        return false;
    }
}

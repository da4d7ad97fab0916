package xiangbao.statistics.formula;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Cuts a formula's text into tokens. Full-width and typographic forms of a sign mean the same as the ASCII one, because that is what Chinese keyboards give. */
final class Lexer {
    enum Kind {
        NUMBER,
        TEXT,
        REFERENCE,
        WORD,
        SIGN,
        END
    }

    /** @param text the number's digits, a sign in its one canonical form, a word in lower case, or what stands between the quotes or brackets */
    record Token(Kind kind, String text, int position) {
        boolean is(String sign) {
            return (kind == Kind.SIGN || kind == Kind.WORD) && text.equals(sign);
        }
    }

    private static final int LONGEST_NUMBER = 40;

    private final String text;
    private final List<FormulaMistake> mistakes;
    private final List<Token> tokens = new ArrayList<>();
    private int at;

    private Lexer(String text, List<FormulaMistake> mistakes) {
        this.text = text;
        this.mistakes = mistakes;
    }

    static List<Token> tokens(String text, List<FormulaMistake> mistakes) {
        Lexer lexer = new Lexer(text, mistakes);
        while (lexer.at < text.length()) {
            lexer.next();
        }
        lexer.tokens.add(new Token(Kind.END, "", text.length()));
        return lexer.tokens;
    }

    private void next() {
        char first = text.charAt(at);
        if (Character.isWhitespace(first) || Character.isSpaceChar(first)) {
            at++;
        } else if (first >= '0' && first <= '9') {
            number();
        } else if (first == '[' || first == '［' || first == '【') {
            enclosed(Kind.REFERENCE, "]］】", "“[”没有对应的“]”");
        } else if (first == '"' || first == '“' || first == '＂') {
            enclosed(Kind.TEXT, first == '“' ? "”" : "\"＂", "引号没有配对");
        } else if (Character.isLetter(first) || first == '_') {
            word();
        } else {
            sign(first);
        }
    }

    private void number() {
        int start = at;
        digits();
        if (at + 1 < text.length() && text.charAt(at) == '.' && isDigit(text.charAt(at + 1))) {
            at++;
            digits();
        }
        String digits = text.substring(start, at);
        if (at < text.length() && (Character.isLetter(text.charAt(at)) || text.charAt(at) == '_')) {
            while (at < text.length() && Character.isLetterOrDigit(text.charAt(at))) {
                at++;
            }
            mistakes.add(new FormulaMistake(
                    start, "“" + shortened(text.substring(start, at)) + "”不是数字：不支持科学计数法和带单位的数", digits));
        } else if (digits.length() > LONGEST_NUMBER) {
            mistakes.add(new FormulaMistake(start, "数字超过 " + LONGEST_NUMBER + " 位", ""));
        }
        tokens.add(new Token(Kind.NUMBER, digits.length() > LONGEST_NUMBER ? "0" : digits, start));
    }

    private void digits() {
        while (at < text.length() && isDigit(text.charAt(at))) {
            at++;
        }
    }

    private static boolean isDigit(char sign) {
        return sign >= '0' && sign <= '9';
    }

    private void enclosed(Kind kind, String closers, String message) {
        int start = at++;
        while (at < text.length() && closers.indexOf(text.charAt(at)) < 0) {
            at++;
        }
        if (at == text.length()) {
            mistakes.add(new FormulaMistake(start, message, ""));
        }
        String content = text.substring(start + 1, at);
        tokens.add(new Token(kind, kind == Kind.REFERENCE ? content.strip().replace('：', ':') : content, start));
        at = Math.min(at + 1, text.length());
    }

    private void word() {
        int start = at;
        while (at < text.length() && (Character.isLetterOrDigit(text.charAt(at)) || text.charAt(at) == '_')) {
            at++;
        }
        String word = text.substring(start, at).toLowerCase(Locale.ROOT);
        if (word.equals("period") && text.startsWith(".", at) && !text.startsWith("..", at)) {
            int end = at + 1;
            while (end < text.length() && Character.isLetter(text.charAt(end))) {
                end++;
            }
            word = text.substring(start, end).toLowerCase(Locale.ROOT);
            at = end;
        }
        tokens.add(new Token(Kind.WORD, word, start));
    }

    private void sign(char first) {
        int start = at;
        String two = at + 1 < text.length() ? text.substring(at, at + 2) : "";
        String sign = switch (two) {
            case "<=" -> "≤";
            case ">=" -> "≥";
            case "!=", "<>" -> "≠";
            case "+-" -> "±";
            case ".." -> "..";
            default -> "";
        };
        if (!sign.isEmpty()) {
            at += 2;
            tokens.add(new Token(Kind.SIGN, sign, start));
            return;
        }
        String meant = switch (two) {
            case "==" -> "=";
            case "&&" -> "and";
            case "||" -> "or";
            case "=>" -> "≥ 或 ⇒";
            case "=<" -> "≤";
            case "**" -> "*";
            default -> "";
        };
        if (!meant.isEmpty()) {
            at += 2;
            mistakes.add(new FormulaMistake(start, "不认识的符号“" + two + "”", meant));
            return;
        }
        at++;
        String single = switch (first) {
            case '+', '＋' -> "+";
            case '-', '－', '−' -> "-";
            case '*', '×', '＊' -> "*";
            case '/', '÷', '／' -> "/";
            case '(', '（' -> "(";
            case ')', '）' -> ")";
            case ',', '，', '、' -> ",";
            case '=', '＝' -> "=";
            case '≠' -> "≠";
            case '<', '＜' -> "<";
            case '>', '＞' -> ">";
            case '≤', '⩽', '≦' -> "≤";
            case '≥', '⩾', '≧' -> "≥";
            case '±' -> "±";
            case '%', '％' -> "%";
            case '⇒', '→' -> "⇒";
            case '⇔', '↔' -> "⇔";
            default -> "";
        };
        if (!single.isEmpty()) {
            tokens.add(new Token(Kind.SIGN, single, start));
            return;
        }
        String suggestion = switch (first) {
            case '&' -> "and";
            case '|' -> "or";
            case '!' -> "not";
            case ';', '；' -> ",";
            default -> "";
        };
        if (Character.isHighSurrogate(first) && at < text.length()) {
            at++;
        }
        mistakes.add(new FormulaMistake(start, "不认识的符号“" + text.substring(start, at) + "”", suggestion));
    }

    static String shortened(String text) {
        return text.length() <= 20 ? text : text.substring(0, 20) + "…";
    }
}

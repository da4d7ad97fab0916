package xiangbao.readers.excel.formula;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import xiangbao.readers.excel.workbook.StoredDecimal;

/** The text of a formula, read from left to right. */
final class FormulaText {
    private static final int LONGEST = 8192;

    private final String text;
    private int at;

    FormulaText(String text) throws Undecidable {
        if (text.length() > LONGEST) {
            throw new Undecidable();
        }
        this.text = text;
    }

    boolean isAtEnd() {
        return at == text.length();
    }

    /** The character at hand; there must be one. */
    char character() throws Undecidable {
        if (isAtEnd()) {
            throw new Undecidable();
        }
        return text.charAt(at);
    }

    /** Whether the next character is this one; passes over it if so. */
    boolean takes(char character) {
        boolean next = at < text.length() && text.charAt(at) == character;
        at += next ? 1 : 0;
        return next;
    }

    @Nullable
    String sign(String... signs) {
        skipBlanks();
        for (String sign : signs) {
            if (text.startsWith(sign, at)) {
                at += sign.length();
                return sign;
            }
        }
        return null;
    }

    void require(char character) throws Undecidable {
        skipBlanks();
        if (at == text.length() || text.charAt(at) != character) {
            throw new Undecidable();
        }
        at++;
    }

    String word() throws Undecidable {
        int start = at;
        while (at < text.length()
                && (Character.isLetterOrDigit(text.charAt(at)) || "$_.".indexOf(text.charAt(at)) >= 0)) {
            at++;
        }
        if (at == start) {
            throw new Undecidable();
        }
        return text.substring(start, at);
    }

    String quoted(char quote) throws Undecidable {
        StringBuilder content = new StringBuilder();
        at++;
        while (at < text.length()) {
            char character = text.charAt(at++);
            if (character != quote) {
                content.append(character);
            } else if (at < text.length() && text.charAt(at) == quote) {
                content.append(quote);
                at++;
            } else {
                return content.toString();
            }
        }
        throw new Undecidable();
    }

    Value literal() throws Undecidable {
        int start = at;
        while (at < text.length() && (Character.digit(text.charAt(at), 10) >= 0 || text.charAt(at) == '.')) {
            at++;
        }
        if (at < text.length() && (text.charAt(at) == 'E' || text.charAt(at) == 'e')) {
            at++;
            if (at < text.length() && (text.charAt(at) == '+' || text.charAt(at) == '-')) {
                at++;
            }
            while (at < text.length() && Character.digit(text.charAt(at), 10) >= 0) {
                at++;
            }
        }
        char[] digits = text.substring(start, at).toCharArray();
        if (!StoredDecimal.isBelievable(digits, digits.length)) {
            throw new Undecidable();
        }
        return new Value.Number(new BigDecimal(digits));
    }

    void skipBlanks() {
        while (at < text.length() && text.charAt(at) <= ' ') {
            at++;
        }
    }
}

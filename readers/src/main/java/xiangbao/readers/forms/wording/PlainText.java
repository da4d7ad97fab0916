package xiangbao.readers.forms.wording;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** Text as clerks mean it: full-width forms folded, invisible characters dropped, blanks evened out. */
public final class PlainText {
    private static final Pattern INVISIBLE = Pattern.compile("[\\p{Cf}\\p{Cc}&&[^\\n\\r\\t]]");
    private static final Pattern BLANKS = Pattern.compile("[\\s\\p{Z}]+");
    private static final Pattern ENUMERATION = Pattern.compile(
            "^(?:[一二三四五六七八九十]+[、.．]|\\([一二三四五六七八九十\\d]+\\)|\\d+[、.．](?!\\d)|其中[:：]?|补充(?:资料)?[:：]?|[#※*]+)+");
    private static final Pattern PARENTHESES = Pattern.compile("\\([^()]*\\)");
    private static final Pattern PUNCTUATION = Pattern.compile("[\\p{P}\\p{S}&&[^()%‰/]]");

    private PlainText() {}

    /** NFKC, no invisible characters, single blanks. */
    public static String of(String text) {
        String folded = Normalizer.normalize(text, Normalizer.Form.NFKC);
        return BLANKS.matcher(INVISIBLE.matcher(folded).replaceAll(""))
                .replaceAll(" ")
                .strip();
    }

    /** The very words, in one line and without invisible characters; nothing is folded. */
    public static String line(String text) {
        return BLANKS.matcher(INVISIBLE.matcher(text).replaceAll(""))
                .replaceAll(" ")
                .strip();
    }

    /** Without any blank. */
    public static String compact(String text) {
        return of(text).replace(" ", "");
    }

    /** What two spellings of one title share: no blanks, no enumeration, no punctuation but parentheses. */
    public static String title(String text) {
        String compact = ENUMERATION.matcher(compact(text)).replaceFirst("");
        return PUNCTUATION.matcher(compact).replaceAll("").toLowerCase(Locale.ROOT);
    }

    public static String withoutParentheses(String title) {
        return PARENTHESES.matcher(title).replaceAll("");
    }

    /** What stands in the last parentheses, or an empty text. */
    public static String inParentheses(String text) {
        String plain = compact(text);
        int open = plain.lastIndexOf('(');
        int close = plain.lastIndexOf(')');
        return open < 0 || close < open ? "" : plain.substring(open + 1, close);
    }

    /** Dashes of every length as one hyphen. */
    public static String hyphens(String text) {
        return text.replaceAll("[‐‑‒–—―−﹣－~～]+", "-");
    }

    /** As much of a text as a message repeats. */
    public static String shortened(String text) {
        String plain = text.strip();
        return plain.length() <= 40 ? plain : plain.substring(0, 40) + "…";
    }
}

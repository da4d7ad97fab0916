package xiangbao.readers.excel.xlsx;

import java.io.IOException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import xiangbao.readers.excel.limits.Limits;
import xiangbao.readers.excel.workbook.Rejection;
import xiangbao.readers.excel.workbook.Unreadable;

/** The texts that cells share, and how rich texts are read: all runs joined, phonetic guides left out, strike-through noted. */
final class SharedTexts {
    private final List<String> texts = new ArrayList<>();
    private final BitSet struck = new BitSet();
    private final TextBuffer buffer = new TextBuffer();
    private boolean lastStruck;

    void read(PartParser parser, Limits limits) throws IOException {
        parser.root("sst", "共享文字表");
        parser.expectKnown(true);
        long characters = 0;
        while (parser.child()) {
            if (!parser.name().equals("si")) {
                parser.skip();
                continue;
            }
            String text = richText(parser);
            characters += text.length();
            if (characters > limits.totalCharacters() || texts.size() == limits.cells()) {
                throw new Unreadable(Rejection.bomb());
            }
            struck.set(texts.size(), lastStruck);
            texts.add(text);
        }
    }

    List<String> texts() {
        return texts;
    }

    BitSet struck() {
        return struck;
    }

    /** The text of an si or is element; whether a part of it is struck through is noted aside. */
    String richText(PartParser parser) throws IOException {
        parser.payAttributes();
        buffer.clear();
        lastStruck = false;
        boolean plain = false;
        boolean runs = false;
        while (parser.child()) {
            switch (parser.name()) {
                case "t" -> {
                    requireOne(plain || runs);
                    plain = true;
                    parser.text(buffer);
                }
                case "r" -> {
                    requireOne(plain);
                    runs = true;
                    run(parser);
                }
                default -> skip(parser);
            }
        }
        String text = buffer.toString();
        return text.isEmpty() ? "" : decoded(text);
    }

    boolean lastWasStruck() {
        return lastStruck;
    }

    private void run(PartParser parser) throws IOException {
        parser.payAttributes();
        boolean strike = false;
        int before = buffer.length();
        boolean text = false;
        while (parser.child()) {
            switch (parser.name()) {
                case "t" -> {
                    requireOne(text);
                    text = true;
                    parser.text(buffer);
                }
                case "rPr" -> {
                    parser.payAttributes();
                    while (parser.child()) {
                        strike |= parser.name().equals("strike") && !isFalse(parser.attribute("val"));
                        parser.skip();
                    }
                }
                default -> skip(parser);
            }
        }
        lastStruck |= strike && buffer.length() > before;
    }

    private static void requireOne(boolean before) throws Unreadable {
        if (before) {
            throw new Unreadable(Rejection.damaged("一个单元格里有两段文字"));
        }
    }

    /** Passes over what belongs to a text; a stranger in it may show what we do not read. */
    private static void skip(PartParser parser) throws IOException {
        if (parser.isForeign()) {
            throw new Unreadable(Rejection.damaged("单元格文字里夹着别的标记"));
        }
        parser.skip();
    }

    static boolean isFalse(@Nullable String value) {
        return value != null && (value.equals("0") || value.equals("false") || value.equals("off"));
    }

    static boolean isTrue(@Nullable String value) {
        return value != null && (value.equals("1") || value.equals("true") || value.equals("on"));
    }

    /** Characters that XML cannot hold are written as {@code _x000D_}. */
    static String decoded(String text) {
        int at = text.indexOf("_x");
        if (at < 0) {
            return text;
        }
        StringBuilder result = new StringBuilder(text.length());
        int copied = 0;
        while (at >= 0 && at + 7 <= text.length()) {
            String digits = text.substring(at + 2, at + 6).toLowerCase(Locale.ROOT);
            if (text.charAt(at + 6) == '_'
                    && digits.chars().allMatch(digit -> "0123456789abcdef".indexOf(digit) >= 0)) {
                result.append(text, copied, at).append((char) Integer.parseInt(digits, 16));
                copied = at + 7;
                at = text.indexOf("_x", copied);
            } else {
                at = text.indexOf("_x", at + 2);
            }
        }
        return result.append(text, copied, text.length()).toString();
    }
}

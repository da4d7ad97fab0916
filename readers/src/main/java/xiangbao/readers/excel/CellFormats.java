package xiangbao.readers.excel;

import java.io.IOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the formats of a workbook say about a cell's content: date, percentage, strike-through. */
final class CellFormats {
    private int[] flags = new int[0];

    int flags(int format) {
        return format >= 0 && format < flags.length ? flags[format] : 0;
    }

    void read(PartParser parser, Limits limits) throws IOException {
        parser.root();
        Map<Integer, Integer> custom = new HashMap<>();
        boolean[] struckFonts = new boolean[0];
        while (parser.child()) {
            switch (parser.name()) {
                case "numFmts" -> {
                    while (parser.child()) {
                        custom.put(
                                number(parser.attribute("numFmtId")),
                                NumberFormats.flagsOf(String.valueOf(parser.attribute("formatCode"))));
                        check(custom.size(), limits);
                        parser.skip();
                    }
                }
                case "fonts" -> struckFonts = fonts(parser, limits);
                case "cellXfs" -> formats(parser, limits, custom, struckFonts);
                default -> parser.skip();
            }
        }
    }

    private static boolean[] fonts(PartParser parser, Limits limits) throws IOException {
        boolean[] struck = new boolean[16];
        int count = 0;
        while (parser.child()) {
            check(count, limits);
            if (count == struck.length) {
                struck = Arrays.copyOf(struck, count * 2);
            }
            while (parser.child()) {
                struck[count] |= parser.name().equals("strike") && !SharedTexts.isFalse(parser.attribute("val"));
                parser.skip();
            }
            count++;
        }
        return struck;
    }

    private void formats(PartParser parser, Limits limits, Map<Integer, Integer> custom, boolean[] struckFonts)
            throws IOException {
        int[] found = new int[64];
        int count = 0;
        while (parser.child()) {
            check(count, limits);
            if (count == found.length) {
                found = Arrays.copyOf(found, count * 2);
            }
            int format = number(parser.attribute("numFmtId"));
            int font = number(parser.attribute("fontId"));
            Integer own = custom.get(format);
            found[count++] = (own == null ? NumberFormats.flagsOf(format) : own)
                    | (font >= 0 && font < struckFonts.length && struckFonts[font] ? CellStore.STRUCK : 0);
            parser.skip();
        }
        flags = Arrays.copyOf(found, count);
    }

    private static void check(int count, Limits limits) throws Unreadable {
        if (count >= limits.otherNames()) {
            throw new Unreadable(Rejection.tooMuch("单元格格式过多"));
        }
    }

    private static int number(@Nullable String text) throws Unreadable {
        if (text == null) {
            return 0;
        }
        try {
            return Integer.parseInt(text.trim());
        } catch (NumberFormatException malformed) {
            throw new Unreadable(Rejection.damaged("单元格格式表"));
        }
    }
}

package xiangbao.readers.excel.xlsx;

import java.io.IOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import xiangbao.readers.excel.format.BuiltInFormats;
import xiangbao.readers.excel.limits.Limits;
import xiangbao.readers.excel.workbook.CellStore;
import xiangbao.readers.excel.workbook.NumberFormats;
import xiangbao.readers.excel.workbook.Rejection;
import xiangbao.readers.excel.workbook.Unreadable;

/** What the formats of a workbook say about a cell's content: how its number is shown, whether it is struck through. */
final class CellFormats {
    private final NumberFormats numberFormats = new NumberFormats();
    private int[] flags = new int[0];

    NumberFormats numberFormats() {
        return numberFormats;
    }

    int flags(int format) {
        return format >= 0 && format < flags.length ? flags[format] : 0;
    }

    void read(PartParser parser, Limits limits) throws IOException {
        parser.root("styleSheet", "单元格格式表");
        Map<Integer, String> custom = new HashMap<>();
        boolean[] struckFonts = new boolean[0];
        int[] formats = new int[0];
        while (parser.child()) {
            switch (parser.name()) {
                case "numFmts" -> codes(parser, limits, custom);
                case "fonts" -> struckFonts = fonts(parser, limits);
                case "cellXfs" -> formats = formats(parser, limits);
                default -> parser.skip();
            }
        }
        flags = new int[formats.length / 2];
        for (int index = 0; index < flags.length; index++) {
            int id = formats[2 * index];
            int font = formats[2 * index + 1];
            String own = custom.get(id);
            flags[index] = numberFormats.number(own == null ? BuiltInFormats.code(id) : own) << CellStore.FORMAT_SHIFT
                    | (font >= 0 && font < struckFonts.length && struckFonts[font] ? CellStore.STRUCK : 0);
        }
    }

    private static void codes(PartParser parser, Limits limits, Map<Integer, String> custom) throws IOException {
        while (parser.child()) {
            String code = String.valueOf(parser.attribute("formatCode"));
            String before = custom.put(number(parser.attribute("numFmtId")), code);
            if (before != null && !before.equals(code)) {
                throw new Unreadable(Rejection.damaged("一个单元格格式编号有两种格式"));
            }
            check(custom.size(), limits);
            parser.skip();
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
                struck[count] |= parser.name().equals("strike") && !XmlValues.isFalse(parser.attribute("val"));
                parser.skip();
            }
            count++;
        }
        return struck;
    }

    /** Number format and font of each cell format, in turn. */
    private static int[] formats(PartParser parser, Limits limits) throws IOException {
        int[] found = new int[64];
        int count = 0;
        while (parser.child()) {
            check(count, limits);
            if (2 * count == found.length) {
                found = Arrays.copyOf(found, count * 4);
            }
            found[2 * count] = number(parser.attribute("numFmtId"));
            found[2 * count + 1] = number(parser.attribute("fontId"));
            count++;
            parser.skip();
        }
        return Arrays.copyOf(found, 2 * count);
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

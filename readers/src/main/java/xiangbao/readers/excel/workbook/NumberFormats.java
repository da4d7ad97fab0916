package xiangbao.readers.excel.workbook;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import xiangbao.readers.excel.format.NumberFormat;

/** The number formats of a workbook, each kept once; a cell keeps its number. Whatever shows its content as it is stored has the number 0. */
public final class NumberFormats {
    public static final int PLAIN = 0;
    public static final int DATE = 1;
    /** As many as a cell's head has room for; spreadsheet programs stop at some hundred. */
    static final int MOST = 1 << 11;

    private static final int LONGEST_CODE = 1_000;
    private static final NumberFormat DAY = NumberFormat.of("yyyy-mm-dd");

    private final List<NumberFormat> formats = new ArrayList<>(List.of(NumberFormat.PLAIN, DAY));
    private final Map<String, Integer> known = new HashMap<>();

    NumberFormat get(int number) {
        return formats.get(number);
    }

    /** The number of a format code such as {@code yyyy"年"m"月"} or {@code 0.00%}. */
    public int number(String code) throws Unreadable {
        if (code.length() > LONGEST_CODE) {
            throw new Unreadable(Rejection.damaged("单元格格式表"));
        }
        Integer before = known.get(code);
        if (before == null) {
            before = number(NumberFormat.of(code));
            known.put(code, before);
        }
        return before;
    }

    public int number(NumberFormat format) throws Unreadable {
        if (format.isPlain()) {
            return PLAIN;
        }
        int before = formats.indexOf(format);
        if (before >= 0) {
            return before;
        }
        if (formats.size() == MOST) {
            throw new Unreadable(Rejection.tooMuch("单元格格式过多"));
        }
        formats.add(format);
        return formats.size() - 1;
    }
}

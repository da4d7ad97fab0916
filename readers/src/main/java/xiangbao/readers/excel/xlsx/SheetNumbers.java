package xiangbao.readers.excel.xlsx;

import org.jspecify.annotations.Nullable;
import xiangbao.readers.excel.workbook.Rejection;
import xiangbao.readers.excel.workbook.Unreadable;

/** The whole numbers by which a sheet counts rows, columns and formats. */
final class SheetNumbers {
    private SheetNumbers() {}

    /** A number from 1, as an index from 0 below a bound. */
    static int index(@Nullable String text, int bound) throws Unreadable {
        if (text == null) {
            throw damaged();
        }
        int index = decimal(text) - 1;
        if (index < 0 || index >= bound) {
            throw new Unreadable(Rejection.dimensions(text));
        }
        return index;
    }

    static int decimal(String text) throws Unreadable {
        int number = 0;
        for (int at = 0; at < text.length(); at++) {
            int digit = text.charAt(at) - '0';
            if (digit < 0 || digit > 9) {
                throw damaged();
            }
            if (number > 100_000_000) {
                throw new Unreadable(Rejection.dimensions(text));
            }
            number = number * 10 + digit;
        }
        return number;
    }

    static Unreadable damaged() {
        return new Unreadable(Rejection.damaged("工作表内容错误"));
    }
}

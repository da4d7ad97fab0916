package xiangbao.readers.excel.xls;

import java.io.IOException;
import java.util.Arrays;
import xiangbao.readers.excel.limits.Limits;
import xiangbao.readers.excel.workbook.Rejection;
import xiangbao.readers.excel.workbook.Unreadable;
import xiangbao.statistics.submissions.CellReference;

/** A first walk over the records of a BIFF8 stream, for what must be known before POI builds objects from them. */
record Biff8Globals(boolean epoch1904, boolean externalLinks) {
    private static final int BOF = 0x809;
    private static final int EOF = 0x0a;
    private static final int FILE_PASS = 0x2f;
    private static final int BOUND_SHEET = 0x85;
    private static final int DATE_MODE = 0x22;
    private static final int SUP_BOOK = 0x1ae;
    private static final int BIFF8 = 0x600;
    private static final int MACRO_SHEET = 1;
    private static final int VISUAL_BASIC_MODULE = 6;

    static Biff8Globals read(byte[] records, Limits limits) throws IOException {
        if (records.length < 8 || unsigned(records, 0) != BOF) {
            throw new Unreadable(Rejection.oldWorkbook());
        }
        if (unsigned(records, 4) != BIFF8) {
            throw new Unreadable(Rejection.oldWorkbook());
        }
        boolean epoch1904 = false;
        boolean externalLinks = false;
        int depth = 0;
        int streams = 0;
        long[] addresses = new long[256];
        int cells = 0;
        for (int at = 0; at + 4 <= records.length; ) {
            int type = unsigned(records, at);
            int length = unsigned(records, at + 2);
            int data = at + 4;
            if (data + length > records.length) {
                break; // whether the padding or a record is cut off, POI decides
            }
            switch (type) {
                case BOF -> {
                    depth++;
                    streams += depth == 1 ? 1 : 0;
                }
                case EOF -> depth--;
                case FILE_PASS -> throw new Unreadable(Rejection.encrypted());
                case DATE_MODE -> epoch1904 |= length >= 2 && unsigned(records, data) == 1;
                case BOUND_SHEET -> {
                    int kind = length > 5 ? records[data + 5] : 0;
                    if (kind == MACRO_SHEET || kind == VISUAL_BASIC_MODULE) {
                        throw new Unreadable(Rejection.macro());
                    }
                }
                case SUP_BOOK -> externalLinks |= length > 4; // 4 bytes are the reference to itself or to an add-in
                case 0x06, 0x203, 0x204, 0x205, 0x27e, 0xfd -> {
                    if (length >= 4 && depth == 1) {
                        if (cells == limits.cells()) {
                            throw new Unreadable(Rejection.tooMuch("单元格超过 " + limits.cells() + " 个"));
                        }
                        addresses = cells == addresses.length ? Arrays.copyOf(addresses, cells * 2) : addresses;
                        addresses[cells++] = (long) streams << 32
                                | (long) unsigned(records, data) << 16
                                | unsigned(records, data + 2);
                    }
                }
                default -> {}
            }
            at = data + length;
        }
        requireDistinct(Arrays.copyOf(addresses, cells));
        return new Biff8Globals(epoch1904, externalLinks);
    }

    /** POI would silently keep the last of two cells at one address. */
    private static void requireDistinct(long[] addresses) throws Unreadable {
        Arrays.sort(addresses);
        for (int index = 1; index < addresses.length; index++) {
            if (addresses[index] == addresses[index - 1]) {
                long address = addresses[index];
                throw new Unreadable(Rejection.duplicateCell(
                        "第 " + ((address >> 32) - 1) + " 张",
                        CellReference.columnName((int) (address & 0xffff)) + ((address >> 16 & 0xffff) + 1)));
            }
        }
    }

    private static int unsigned(byte[] bytes, int at) {
        return bytes[at] & 0xff | (bytes[at + 1] & 0xff) << 8;
    }
}

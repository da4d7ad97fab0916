package xiangbao.readers.excel.archive;

import xiangbao.readers.excel.workbook.Rejection;
import xiangbao.readers.excel.workbook.Unreadable;

/** Watches how long single tags and texts are, before a parser holds one of them in memory as a whole. */
final class TagLength {
    /** Longer than any text or tag of a workbook; a parser would hold it in memory as a whole. */
    private static final int LONGEST_RUN = 1 << 20;

    /** A tag as rich as this makes the parser slow before anyone can look at it; no text has as many equals signs and quotes at once. */
    private static final int RICHEST_TAG = 1_000;

    private int run;
    private int equalsSigns;
    private int quotes;

    void read(byte[] buffer, int offset, int read) throws Unreadable {
        int last = offset + read - 1;
        while (last >= offset && buffer[last] != '<') {
            last--;
        }
        if (last >= offset) {
            run = offset + read - 1 - last;
            equalsSigns = 0;
            quotes = 0;
        } else {
            run += read;
            countAttributes(buffer, offset, offset + read);
        }
        if (run > LONGEST_RUN) {
            throw new Unreadable(Rejection.bomb());
        }
        if (equalsSigns > RICHEST_TAG && quotes > RICHEST_TAG) {
            throw new Unreadable(Rejection.bomb("标记的属性过多"));
        }
    }

    /** Only where a tag or a text is longer than what is read at once. */
    private void countAttributes(byte[] buffer, int from, int to) {
        for (int at = from; at < to; at++) {
            equalsSigns += buffer[at] == '=' ? 1 : 0;
            quotes += buffer[at] == '"' || buffer[at] == '\'' ? 1 : 0;
        }
    }
}

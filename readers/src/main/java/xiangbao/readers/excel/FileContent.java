package xiangbao.readers.excel;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** What the first bytes of a file say that it is. */
enum FileContent {
    EMPTY,
    ZIP,
    OLE2,
    OLD_BIFF,
    HTML,
    XML_SPREADSHEET,
    PDF,
    ARCHIVE,
    TEXT,
    OTHER;

    private static final int LOOKED_AT = 4096;

    static FileContent of(byte[] content) {
        if (content.length == 0) {
            return EMPTY;
        }
        if (startsWith(content, 'P', 'K', 3, 4) || startsWith(content, 'P', 'K', 5, 6)) {
            return ZIP;
        }
        if (startsWith(content, 0xd0, 0xcf, 0x11, 0xe0)) {
            return OLE2;
        }
        if (startsWith(content, 9, 0, 4, 0)
                || startsWith(content, 9, 2, 6, 0)
                || startsWith(content, 9, 4, 6, 0)
                || startsWith(content, 9, 8)) {
            return OLD_BIFF;
        }
        if (startsWith(content, 'R', 'a', 'r', '!')
                || startsWith(content, '7', 'z', 0xbc, 0xaf)
                || startsWith(content, 0x1f, 0x8b)) {
            return ARCHIVE;
        }
        String start = start(content);
        if (start.startsWith("%pdf-")) {
            return PDF;
        }
        if (start.contains("urn:schemas-microsoft-com:office:spreadsheet") && start.startsWith("<?xml")) {
            return XML_SPREADSHEET;
        }
        if (start.startsWith("<!doctype html")
                || start.startsWith("mime-version:")
                || start.startsWith("<")
                        && (start.contains("<html") || start.contains("<table") || start.contains("<body"))) {
            return HTML;
        }
        return isText(content) ? TEXT : OTHER;
    }

    private static boolean startsWith(byte[] content, int... magic) {
        if (content.length < magic.length) {
            return false;
        }
        for (int index = 0; index < magic.length; index++) {
            if ((content[index] & 0xff) != magic[index]) {
                return false;
            }
        }
        return true;
    }

    private static String start(byte[] content) {
        int length = Math.min(content.length, LOOKED_AT);
        Charset charset = StandardCharsets.ISO_8859_1;
        int from = 0;
        if (startsWith(content, 0xff, 0xfe)) {
            charset = StandardCharsets.UTF_16LE;
            from = 2;
        } else if (startsWith(content, 0xfe, 0xff)) {
            charset = StandardCharsets.UTF_16BE;
            from = 2;
        } else if (startsWith(content, 0xef, 0xbb, 0xbf)) {
            from = 3;
        }
        return new String(content, from, length - from, charset).strip().toLowerCase(Locale.ROOT);
    }

    /** No control characters but those that texts have; GBK and UTF-8 texts pass, as do those with a UTF-16 mark. */
    private static boolean isText(byte[] content) {
        if (startsWith(content, 0xff, 0xfe) || startsWith(content, 0xfe, 0xff)) {
            return true;
        }
        for (int index = 0; index < Math.min(content.length, LOOKED_AT); index++) {
            int value = content[index] & 0xff;
            if (value < ' ' && value != '\t' && value != '\r' && value != '\n' && value != '\f' && value != 0x1a
                    || value == 0x7f) {
                return false;
            }
        }
        return true;
    }
}

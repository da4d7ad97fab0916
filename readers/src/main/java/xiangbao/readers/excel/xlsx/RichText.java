package xiangbao.readers.excel.xlsx;

import java.io.IOException;
import xiangbao.readers.excel.workbook.Rejection;
import xiangbao.readers.excel.workbook.Unreadable;

/** Reads texts that may consist of runs: all of them joined, phonetic guides left out. One for many texts, so that none costs a buffer. */
final class RichText {
    private final TextBuffer buffer = new TextBuffer();
    private boolean struck;

    /** The text of an si or is element. */
    String read(PartParser parser) throws IOException {
        parser.payAttributes();
        buffer.clear();
        struck = false;
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
        return text.isEmpty() ? "" : XmlValues.decoded(text);
    }

    /** Whether a part of the text that was read last is struck through. */
    boolean isStruck() {
        return struck;
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
                        strike |= parser.name().equals("strike") && !XmlValues.isFalse(parser.attribute("val"));
                        parser.skip();
                    }
                }
                default -> skip(parser);
            }
        }
        struck |= strike && buffer.length() > before;
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
}

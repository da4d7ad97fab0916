package xiangbao.readers.excel.xlsx;

import java.io.IOException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import xiangbao.readers.excel.limits.Limits;
import xiangbao.readers.excel.workbook.Rejection;
import xiangbao.readers.excel.workbook.Unreadable;

/** The texts that cells share, and which of them are struck through. */
final class SharedTexts {
    private final List<String> texts = new ArrayList<>();
    private final BitSet struck = new BitSet();

    void read(PartParser parser, Limits limits) throws IOException {
        parser.root("sst", "共享文字表");
        parser.expectKnown(true);
        RichText reader = new RichText();
        long characters = 0;
        while (parser.child()) {
            if (!parser.name().equals("si")) {
                parser.skip();
                continue;
            }
            String text = reader.read(parser);
            characters += text.length();
            if (characters > limits.totalCharacters() || texts.size() == limits.cells()) {
                throw new Unreadable(Rejection.bomb());
            }
            struck.set(texts.size(), reader.isStruck());
            texts.add(text);
        }
    }

    List<String> texts() {
        return texts;
    }

    BitSet struck() {
        return struck;
    }
}

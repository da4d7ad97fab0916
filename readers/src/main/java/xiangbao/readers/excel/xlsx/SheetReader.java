package xiangbao.readers.excel.xlsx;

import java.io.IOException;
import xiangbao.readers.excel.limits.ReadingBudget;
import xiangbao.readers.excel.workbook.Area;
import xiangbao.readers.excel.workbook.AreaAddress;
import xiangbao.readers.excel.workbook.RawSheet;

/** Reads the sheets of one workbook, each with the comments that hang on it. */
final class SheetReader {
    private final PackageParts parts;
    private final ReadingBudget budget;
    private final CellFormats formats;
    private final SharedTexts sharedTexts;
    private final boolean epoch1904;

    SheetReader(
            PackageParts parts, ReadingBudget budget, CellFormats formats, SharedTexts sharedTexts, boolean epoch1904) {
        this.parts = parts;
        this.budget = budget;
        this.formats = formats;
        this.sharedTexts = sharedTexts;
        this.epoch1904 = epoch1904;
    }

    RawSheet read(String name, SheetEntry entry) throws IOException {
        RawSheet sheet;
        try (PartParser parser = parts.required(name)) {
            sheet = new SheetParser(parser, budget, formats, sharedTexts, epoch1904)
                    .read(entry.name(), entry.visibility());
            parser.finish();
        }
        if (parts.hasRelations(name)) {
            try (PartParser parser = parts.related(name, Relation.only(parts.relations(name), "comments", "批注"))) {
                if (parser != null) {
                    comments(parser, sheet);
                    parser.finish();
                }
            }
        }
        return sheet;
    }

    private static void comments(PartParser parser, RawSheet sheet) throws IOException {
        parser.root();
        while (parser.child()) {
            if (!parser.name().equals("commentList")) {
                parser.skip();
                continue;
            }
            while (parser.child()) {
                String reference = parser.attribute("ref");
                if (reference != null) {
                    Area area = AreaAddress.of(reference);
                    sheet.store().comment(area.firstRow(), area.firstColumn());
                }
                parser.skip();
            }
        }
    }
}

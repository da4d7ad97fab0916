package xiangbao.readers.excel.xlsx;

import java.io.IOException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import xiangbao.readers.excel.limits.ReadingBudget;
import xiangbao.readers.excel.workbook.Area;
import xiangbao.readers.excel.workbook.AreaAddress;
import xiangbao.readers.excel.workbook.CellStore;
import xiangbao.readers.excel.workbook.RawSheet;
import xiangbao.readers.excel.workbook.Rejection;
import xiangbao.readers.excel.workbook.Unreadable;
import xiangbao.readers.excel.workbook.Visibility;

/** Reads one worksheet part: its rows and columns, merged areas, and the cells. */
final class SheetParser {
    /** Points of a row's height and characters of a column's width that are less than a pixel. */
    private static final double LOWEST = 0.75;

    private static final double NARROWEST = 0.14;

    private final PartParser parser;
    private final ReadingBudget budget;
    private final CellFormats formats;
    private final CellStore cells;
    private final CellContents contents;
    private final List<Area> merged = new ArrayList<>();
    private final BitSet hiddenRows = new BitSet();
    private final BitSet hiddenColumns = new BitSet();

    SheetParser(
            PartParser parser, ReadingBudget budget, CellFormats formats, SharedTexts sharedTexts, boolean epoch1904) {
        this.parser = parser;
        this.budget = budget;
        this.formats = formats;
        this.cells = new CellStore(sharedTexts.texts(), sharedTexts.struck(), formats.numberFormats());
        this.contents = new CellContents(cells, sharedTexts, budget, epoch1904);
    }

    RawSheet read(String name, Visibility visibility) throws IOException {
        CellParser cell = new CellParser(parser, name, budget, formats, contents);
        parser.root("worksheet", "工作表内容错误");
        boolean data = false;
        while (parser.child()) {
            switch (parser.name()) {
                case "cols" -> columns();
                case "sheetData" -> {
                    if (data) {
                        throw cell.damaged("里有两份数据");
                    }
                    data = true;
                    parser.expectKnown(true);
                    rows(cell);
                    parser.expectKnown(false);
                }
                case "mergeCells" -> merges();
                default -> parser.skip();
            }
        }
        String twice = cells.finish();
        if (twice != null) {
            throw new Unreadable(Rejection.duplicateCell(name, twice));
        }
        return new RawSheet(name, visibility, cells, merged, hiddenRows, hiddenColumns);
    }

    private void columns() throws IOException {
        while (parser.child()) {
            if (parser.name().equals("col")
                    && (XmlValues.isTrue(parser.attribute("hidden"))
                            || isBelow(parser.attribute("width"), NARROWEST))) {
                int first = SheetNumbers.index(parser.attribute("min"), Area.MOST_COLUMNS);
                int last = SheetNumbers.index(parser.attribute("max"), Area.MOST_COLUMNS);
                if (first <= last) {
                    hiddenColumns.set(first, last + 1);
                }
            }
            parser.skip();
        }
    }

    private void merges() throws IOException {
        while (parser.child()) {
            String reference = parser.attribute("ref");
            budget.merge();
            if (reference != null) {
                merged.add(AreaAddress.of(reference));
            }
            parser.skip();
        }
    }

    private void rows(CellParser cell) throws IOException {
        int row = -1;
        while (parser.child()) {
            if (!parser.name().equals("row")) {
                cell.skipOwn();
                continue;
            }
            row++;
            boolean hidden = false;
            int attributes = parser.attributes();
            for (int attribute = 0; attribute < attributes; attribute++) {
                switch (parser.attributeName(attribute)) {
                    case "r" -> row = SheetNumbers.index(parser.attribute(attribute), Area.MOST_ROWS);
                    case "hidden" -> hidden |= XmlValues.isTrue(parser.attribute(attribute));
                    case "ht" -> hidden |= isBelow(parser.attribute(attribute), LOWEST);
                    default -> {}
                }
            }
            if (attributes > 1) {
                parser.pay();
            }
            if (row >= Area.MOST_ROWS) {
                throw new Unreadable(Rejection.dimensions(String.valueOf(row + 1)));
            }
            if (hidden) {
                hiddenRows.set(row);
            }
            cell.startRow(row);
            while (parser.child()) {
                if (parser.name().equals("c")) {
                    cell.read();
                } else {
                    cell.skipOwn();
                }
            }
        }
    }

    /** Whether a height or width leaves nothing to see; most begin with another digit. */
    private static boolean isBelow(@Nullable String measure, double least) {
        if (measure == null || !measure.startsWith("0")) {
            return false;
        }
        try {
            return Double.parseDouble(measure) < least;
        } catch (NumberFormatException malformed) {
            return false;
        }
    }
}

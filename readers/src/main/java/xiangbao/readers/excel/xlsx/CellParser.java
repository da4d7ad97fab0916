package xiangbao.readers.excel.xlsx;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import xiangbao.readers.excel.limits.ReadingBudget;
import xiangbao.readers.excel.workbook.Area;
import xiangbao.readers.excel.workbook.CellStore;
import xiangbao.readers.excel.workbook.Rejection;
import xiangbao.readers.excel.workbook.StoredFormula;
import xiangbao.readers.excel.workbook.Unreadable;
import xiangbao.statistics.submissions.CellReference;

/** Reads the cells of one sheet, from element to content. */
final class CellParser {
    private final PartParser parser;
    private final String sheet;
    private final ReadingBudget budget;
    private final CellFormats formats;
    private final CellContents contents;
    private final RichText richText = new RichText();
    private final Map<String, StoredFormula> sharedFormulas = new HashMap<>();
    private final TextBuffer value = new TextBuffer();
    private final TextBuffer formulaText = new TextBuffer();
    private int row = -1;
    private int column;

    CellParser(PartParser parser, String sheet, ReadingBudget budget, CellFormats formats, CellContents contents) {
        this.parser = parser;
        this.sheet = sheet;
        this.budget = budget;
        this.formats = formats;
        this.contents = contents;
    }

    void startRow(int number) {
        row = number;
        column = -1;
    }

    void read() throws IOException {
        column++;
        int flags = formats.flags(0);
        String type = "n";
        boolean unknown = false;
        int attributes = parser.attributes();
        for (int attribute = 0; attribute < attributes; attribute++) {
            switch (parser.attributeName(attribute)) {
                case "r" -> address(parser.attribute(attribute));
                case "s" -> flags = formats.flags(SheetNumbers.decimal(parser.attribute(attribute)));
                case "t" -> type = parser.attribute(attribute);
                default -> unknown = true;
            }
        }
        if (unknown) {
            parser.pay();
        }
        if (column >= Area.MOST_COLUMNS) {
            throw new Unreadable(Rejection.dimensions("第 " + (column + 1) + " 列"));
        }
        value.clear();
        boolean valued = false;
        String inline = null;
        StoredFormula formula = null;
        while (parser.child()) {
            switch (parser.name()) {
                case "v" -> {
                    requireOne(valued || inline != null);
                    valued = true;
                    parser.text(value);
                }
                case "f" -> {
                    requireOne(formula != null);
                    formula = formula();
                }
                case "is" -> {
                    requireOne(valued || inline != null || !type.equals("inlineStr"));
                    inline = richText.read(parser);
                }
                default -> skipOwn();
            }
        }
        if (inline != null) {
            contents.at(row, column, flags | (richText.isStruck() ? CellStore.STRUCK : 0), formula);
            contents.text(inline);
        } else {
            contents.at(row, column, flags, formula);
            contents.store(type, value);
        }
    }

    private void requireOne(boolean another) throws Unreadable {
        if (another) {
            throw damaged("的单元格 " + CellReference.columnName(column) + (row + 1) + " 里有两个值");
        }
    }

    private StoredFormula formula() throws IOException {
        String type = parser.attribute("t");
        String shared = "shared".equals(type) ? parser.attribute("si") : null;
        formulaText.clear();
        parser.text(formulaText);
        if (shared != null && formulaText.length() == 0) {
            StoredFormula master = sharedFormulas.get(shared);
            if (master == null) {
                throw SheetNumbers.damaged();
            }
            return master;
        }
        budget.text(formulaText.length());
        String text = formulaText.toString();
        if (shared == null) {
            return StoredFormula.own("array".equals(type) ? "{" + text + "}" : text);
        }
        StoredFormula master = StoredFormula.shared(text, row, column);
        sharedFormulas.put(shared, master);
        return master;
    }

    private void address(String reference) throws Unreadable {
        int at = 0;
        int letters = 0;
        while (at < reference.length() && at < 4) {
            int letter = reference.charAt(at) & ~0x20;
            if (letter < 'A' || letter > 'Z') {
                break;
            }
            letters = letters * 26 + letter - 'A' + 1;
            at++;
        }
        if (at == 0 || letters > Area.MOST_COLUMNS) {
            throw new Unreadable(Rejection.dimensions(reference));
        }
        int number = 0;
        int digits = at;
        while (at < reference.length() && at - digits < 8) {
            int digit = reference.charAt(at) - '0';
            if (digit < 0 || digit > 9) {
                break;
            }
            number = number * 10 + digit;
            at++;
        }
        if (at < reference.length() || number < 1 || number > Area.MOST_ROWS) {
            throw new Unreadable(Rejection.dimensions(reference));
        }
        if (number - 1 != row) {
            throw SheetNumbers.damaged();
        }
        column = letters - 1;
    }

    /** Passes over what we have no use for; a stranger among rows and cells may show what we do not read. */
    void skipOwn() throws IOException {
        if (parser.isForeign()) {
            throw damaged("的第 " + (row + 1) + " 行夹着别的标记");
        }
        parser.skip();
    }

    Unreadable damaged(String what) {
        return new Unreadable(Rejection.damaged("工作表“" + sheet + "”" + what));
    }
}

package xiangbao.readers.excel.xlsx;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import xiangbao.readers.excel.limits.ReadingBudget;
import xiangbao.readers.excel.workbook.Area;
import xiangbao.readers.excel.workbook.CellKind;
import xiangbao.readers.excel.workbook.CellStore;
import xiangbao.readers.excel.workbook.NumberFormats;
import xiangbao.readers.excel.workbook.RawSheet;
import xiangbao.readers.excel.workbook.Rejection;
import xiangbao.readers.excel.workbook.StoredDecimal;
import xiangbao.readers.excel.workbook.StoredFormula;
import xiangbao.readers.excel.workbook.Unreadable;
import xiangbao.readers.excel.workbook.Visibility;
import xiangbao.statistics.submissions.CellReference;

/** Reads one worksheet part into cells. */
final class SheetParser {
    /** Points of a row's height and characters of a column's width that are less than a pixel. */
    private static final double LOWEST = 0.75;

    private static final double NARROWEST = 0.14;

    private final PartParser parser;
    private final ReadingBudget budget;
    private final CellFormats formats;
    private final SharedTexts sharedTexts;
    private final CellStore cells;
    private final boolean epoch1904;
    private final List<Area> merged = new ArrayList<>();
    private final BitSet hiddenRows = new BitSet();
    private final BitSet hiddenColumns = new BitSet();
    private final Map<String, StoredFormula> sharedFormulas = new HashMap<>();
    private final TextBuffer value = new TextBuffer();
    private final TextBuffer formulaText = new TextBuffer();
    private String name = "";
    private int row = -1;
    private int column;

    SheetParser(
            PartParser parser, ReadingBudget budget, CellFormats formats, SharedTexts sharedTexts, boolean epoch1904) {
        this.parser = parser;
        this.budget = budget;
        this.formats = formats;
        this.sharedTexts = sharedTexts;
        this.epoch1904 = epoch1904;
        this.cells = new CellStore(sharedTexts.texts(), sharedTexts.struck(), formats.numberFormats());
    }

    RawSheet read(String sheetName, Visibility visibility) throws IOException {
        name = sheetName;
        parser.root("worksheet", "工作表内容错误");
        boolean data = false;
        while (parser.child()) {
            switch (parser.name()) {
                case "cols" -> columns();
                case "sheetData" -> {
                    if (data) {
                        throw damaged("里有两份数据");
                    }
                    data = true;
                    parser.expectKnown(true);
                    rows();
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
                    && (SharedTexts.isTrue(parser.attribute("hidden"))
                            || isBelow(parser.attribute("width"), NARROWEST))) {
                int first = index(parser.attribute("min"), Area.MOST_COLUMNS);
                int last = index(parser.attribute("max"), Area.MOST_COLUMNS);
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
                merged.add(Area.of(reference));
            }
            parser.skip();
        }
    }

    private void rows() throws IOException {
        while (parser.child()) {
            if (!parser.name().equals("row")) {
                skipOwn();
                continue;
            }
            row++;
            column = -1;
            boolean hidden = false;
            int attributes = parser.attributes();
            for (int attribute = 0; attribute < attributes; attribute++) {
                switch (parser.attributeName(attribute)) {
                    case "r" -> row = index(parser.attribute(attribute), Area.MOST_ROWS);
                    case "hidden" -> hidden |= SharedTexts.isTrue(parser.attribute(attribute));
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
            while (parser.child()) {
                if (parser.name().equals("c")) {
                    cell();
                } else {
                    skipOwn();
                }
            }
        }
    }

    private void cell() throws IOException {
        column++;
        int flags = formats.flags(0);
        String type = "n";
        boolean unknown = false;
        int attributes = parser.attributes();
        for (int attribute = 0; attribute < attributes; attribute++) {
            switch (parser.attributeName(attribute)) {
                case "r" -> address(parser.attribute(attribute));
                case "s" -> flags = formats.flags(decimal(parser.attribute(attribute)));
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
                    inline = sharedTexts.richText(parser);
                }
                default -> skipOwn();
            }
        }
        if (inline != null) {
            flags |= sharedTexts.lastWasStruck() ? CellStore.STRUCK : 0;
            text(flags, inline, formula);
        } else {
            store(flags, type, formula);
        }
    }

    private void requireOne(boolean another) throws Unreadable {
        if (another) {
            throw damaged("的单元格 " + CellReference.columnName(column) + (row + 1) + " 里有两个值");
        }
    }

    /** Passes over what we have no use for; a stranger among rows and cells may show what we do not read. */
    private void skipOwn() throws IOException {
        if (parser.isForeign()) {
            throw damaged("的第 " + (row + 1) + " 行夹着别的标记");
        }
        parser.skip();
    }

    private Unreadable damaged(String what) {
        return new Unreadable(Rejection.damaged("工作表“" + name + "”" + what));
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

    private void store(int flags, String type, @Nullable StoredFormula formula) throws IOException {
        switch (type) {
            case "n" -> {
                value.trim();
                if (value.length() == 0) {
                    absent(flags, formula);
                } else if (StoredDecimal.isBelievable(value.characters(), value.length())) {
                    budget.cell();
                    cells.number(row, column, flags, value.characters(), 0, value.length());
                    formula(formula);
                } else {
                    add(flags, CellKind.ERROR, value.toString(), formula);
                }
            }
            case "s" -> {
                value.trim();
                if (value.length() == 0) {
                    absent(flags, formula);
                    return;
                }
                int index = sharedIndex();
                if (index >= sharedTexts.texts().size()) {
                    throw damaged();
                }
                if (formula != null || !sharedTexts.texts().get(index).isEmpty()) {
                    budget.cell();
                    cells.sharedText(row, column, flags, index);
                    formula(formula);
                }
            }
            case "b" -> {
                value.trim();
                if (value.length() == 0) {
                    absent(flags, formula);
                } else {
                    add(flags, CellKind.BOOLEAN, SharedTexts.isTrue(value.toString()) ? "TRUE" : "FALSE", formula);
                }
            }
            case "e" -> {
                value.trim();
                add(flags, CellKind.ERROR, value.toString(), formula);
            }
            case "d" -> {
                value.trim();
                isoDate(flags, value.toString(), formula);
            }
            default -> text(flags, SharedTexts.decoded(value.toString()), formula);
        }
    }

    private int sharedIndex() throws Unreadable {
        char[] characters = value.characters();
        int index = 0;
        for (int at = 0; at < value.length(); at++) {
            int digit = characters[at] - '0';
            if (digit < 0 || digit > 9 || index > 100_000_000) {
                throw damaged();
            }
            index = index * 10 + digit;
        }
        return index;
    }

    private void absent(int flags, @Nullable StoredFormula formula) throws Unreadable {
        if (formula != null) {
            add(flags | CellStore.ABSENT, CellKind.TEXT, "", formula);
        }
    }

    private void text(int flags, String text, @Nullable StoredFormula formula) throws Unreadable {
        if (!text.isEmpty() || formula != null) {
            add(flags, CellKind.TEXT, text, formula);
        }
    }

    private void add(int flags, CellKind kind, String text, @Nullable StoredFormula formula) throws Unreadable {
        budget.cell();
        budget.text(text.length());
        cells.text(row, column, flags, kind, text);
        formula(formula);
    }

    private void formula(@Nullable StoredFormula formula) {
        if (formula != null) {
            cells.formula(formula);
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
                throw damaged();
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

    /** Strict files may store dates as ISO 8601 text; they become the number that every other file has in their place. */
    private void isoDate(int flags, String text, @Nullable StoredFormula formula) throws Unreadable {
        try {
            int timeMark = text.indexOf('T');
            LocalDate day = timeMark == 0 ? null : LocalDate.parse(timeMark < 0 ? text : text.substring(0, timeMark));
            LocalTime time = timeMark < 0
                    ? LocalTime.MIDNIGHT
                    : LocalTime.parse(text.substring(timeMark + 1).replaceFirst("Z$", ""));
            LocalDate epoch = epoch1904 ? LocalDate.of(1904, 1, 1) : LocalDate.of(1899, 12, 30);
            long days = day == null ? 0 : ChronoUnit.DAYS.between(epoch, day);
            if (!epoch1904 && day != null && days <= 60) {
                days--; // Excel's calendar has a 29 February 1900
            }
            BigDecimal fraction = BigDecimal.valueOf(ChronoUnit.MILLIS.between(
                            LocalDateTime.of(epoch, LocalTime.MIDNIGHT), LocalDateTime.of(epoch, time)))
                    .divide(BigDecimal.valueOf(86_400_000), 10, RoundingMode.HALF_UP);
            BigDecimal serial = BigDecimal.valueOf(days).add(fraction).stripTrailingZeros();
            char[] digits = serial.toPlainString().toCharArray();
            budget.cell();
            cells.number(row, column, dated(flags), digits, 0, digits.length);
            formula(formula);
        } catch (DateTimeException unknown) {
            text(flags, text, formula);
        }
    }

    private static int dated(int flags) {
        return flags >>> CellStore.FORMAT_SHIFT == NumberFormats.PLAIN
                ? flags | NumberFormats.DATE << CellStore.FORMAT_SHIFT
                : flags;
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
            throw damaged();
        }
        column = letters - 1;
    }

    private static int index(@Nullable String text, int bound) throws Unreadable {
        if (text == null) {
            throw damaged();
        }
        int index = decimal(text) - 1;
        if (index < 0 || index >= bound) {
            throw new Unreadable(Rejection.dimensions(text));
        }
        return index;
    }

    private static int decimal(String text) throws Unreadable {
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

    private static Unreadable damaged() {
        return new Unreadable(Rejection.damaged("工作表内容错误"));
    }
}

package xiangbao.readers.excel.xls;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.poi.hpsf.CustomProperties;
import org.apache.poi.hpsf.DocumentSummaryInformation;
import org.apache.poi.hssf.usermodel.HSSFCell;
import org.apache.poi.hssf.usermodel.HSSFCellStyle;
import org.apache.poi.hssf.usermodel.HSSFName;
import org.apache.poi.hssf.usermodel.HSSFRichTextString;
import org.apache.poi.hssf.usermodel.HSSFSheet;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.poifs.filesystem.DirectoryEntry;
import org.apache.poi.poifs.filesystem.DirectoryNode;
import org.apache.poi.poifs.filesystem.DocumentEntry;
import org.apache.poi.poifs.filesystem.DocumentInputStream;
import org.apache.poi.poifs.filesystem.Entry;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.FormulaError;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.SheetVisibility;
import org.apache.poi.ss.util.CellAddress;
import org.apache.poi.ss.util.CellRangeAddress;
import org.jspecify.annotations.Nullable;
import xiangbao.readers.excel.limits.Limits;
import xiangbao.readers.excel.limits.ReadingBudget;
import xiangbao.readers.excel.workbook.Area;
import xiangbao.readers.excel.workbook.CellKind;
import xiangbao.readers.excel.workbook.CellStore;
import xiangbao.readers.excel.workbook.NumberFormats;
import xiangbao.readers.excel.workbook.Opened;
import xiangbao.readers.excel.workbook.RawSheet;
import xiangbao.readers.excel.workbook.RawWorkbook;
import xiangbao.readers.excel.workbook.Rejection;
import xiangbao.readers.excel.workbook.StoredFormula;
import xiangbao.readers.excel.workbook.Unreadable;
import xiangbao.readers.excel.workbook.Visibility;

/** Reads the BIFF8 workbooks of Excel 97 to 2003 and of WPS (.xls, .et). */
public final class XlsReader {
    private static final MathContext SHOWN_BY_EXCEL = new MathContext(15, RoundingMode.HALF_EVEN);

    /** A row's height in twentieths of a point and a column's width in 256ths of a character that are less than a pixel. */
    private static final int LOWEST = 15;

    private static final int NARROWEST = 36;

    private final byte[] content;
    private final Limits limits;
    private final ReadingBudget budget;
    private final NumberFormats numberFormats = new NumberFormats();
    private final Map<Short, Integer> flagsByFormat = new HashMap<>();

    public XlsReader(byte[] content, Limits limits) {
        this.content = content;
        this.limits = limits;
        this.budget = new ReadingBudget(limits);
    }

    public Opened read() throws IOException {
        try (POIFSFileSystem files = new POIFSFileSystem(new ByteArrayInputStream(content))) {
            DirectoryNode root = files.getRoot();
            if (find(root, "EncryptedPackage") != null || find(root, "EncryptionInfo") != null) {
                return Rejection.encrypted();
            }
            if (find(root, "_VBA_PROJECT_CUR") != null) {
                return Rejection.macro();
            }
            Entry stream = find(root, "Workbook");
            if (!(stream instanceof DocumentEntry document)) {
                return find(root, "Book") != null ? Rejection.oldWorkbook() : Rejection.notAWorkbook();
            }
            if (content.length > limits.legacyFileBytes()) {
                return Rejection.fileTooLarge(limits.legacyFileBytes() >> 20);
            }
            Biff8Globals globals;
            try (InputStream records = new DocumentInputStream(document)) {
                globals = Biff8Globals.read(records.readAllBytes(), limits);
            }
            try (HSSFWorkbook workbook = new HSSFWorkbook(root, false)) {
                return read(workbook, globals);
            }
        }
    }

    private static @Nullable Entry find(DirectoryEntry root, String name) {
        for (Entry entry : root) {
            if (entry.getName().toLowerCase(Locale.ROOT).equals(name.toLowerCase(Locale.ROOT))) {
                return entry;
            }
        }
        return null;
    }

    private RawWorkbook read(HSSFWorkbook workbook, Biff8Globals globals) throws Unreadable {
        if (workbook.getNumberOfSheets() > limits.sheets()) {
            throw new Unreadable(Rejection.tooMuch("工作表超过 " + limits.sheets() + " 张"));
        }
        List<RawSheet> sheets = new ArrayList<>();
        for (int index = 0; index < workbook.getNumberOfSheets(); index++) {
            SheetVisibility state = workbook.getSheetVisibility(index);
            Visibility visibility = state == SheetVisibility.VISIBLE
                    ? Visibility.VISIBLE
                    : state == SheetVisibility.HIDDEN ? Visibility.HIDDEN : Visibility.VERY_HIDDEN;
            sheets.add(sheet(workbook.getSheetAt(index), workbook, visibility));
        }
        return new RawWorkbook(
                RawWorkbook.XLS,
                sheets,
                globals.externalLinks(),
                globals.epoch1904(),
                definedNames(workbook),
                customProperties(workbook));
    }

    private RawSheet sheet(HSSFSheet sheet, HSSFWorkbook workbook, Visibility visibility) throws Unreadable {
        CellStore cells = new CellStore(List.of(), new BitSet(), numberFormats);
        BitSet hiddenRows = new BitSet();
        BitSet hiddenColumns = new BitSet();
        for (Row row : sheet) {
            if (row.getZeroHeight() || row.getHeight() < LOWEST) {
                hiddenRows.set(row.getRowNum());
            }
            for (Cell cell : row) {
                add((HSSFCell) cell, workbook, cells);
            }
        }
        for (int column = 0; column < 256; column++) {
            hiddenColumns.set(column, sheet.isColumnHidden(column) || sheet.getColumnWidth(column) < NARROWEST);
        }
        String twice = cells.finish();
        if (twice != null) {
            throw new Unreadable(Rejection.duplicateCell(sheet.getSheetName(), twice));
        }
        List<Area> merged = new ArrayList<>();
        for (CellRangeAddress range : sheet.getMergedRegions()) {
            budget.merge();
            merged.add(
                    new Area(range.getFirstRow(), range.getFirstColumn(), range.getLastRow(), range.getLastColumn()));
        }
        for (CellAddress address : commented(sheet)) {
            cells.comment(address.getRow(), address.getColumn());
        }
        return new RawSheet(sheet.getSheetName(), visibility, cells, merged, hiddenRows, hiddenColumns);
    }

    private static Iterable<CellAddress> commented(HSSFSheet sheet) {
        try {
            return new ArrayList<>(sheet.getCellComments().keySet());
        } catch (RuntimeException unreadableDrawing) {
            return List.of(); // a drawing that POI cannot read hides notes, never figures
        }
    }

    private void add(HSSFCell cell, HSSFWorkbook workbook, CellStore cells) throws Unreadable {
        int row = cell.getRowIndex();
        int column = cell.getColumnIndex();
        CellType type = cell.getCellType();
        String formula = null;
        if (type == CellType.FORMULA) {
            formula = formula(cell);
            type = cell.getCachedFormulaResultType();
        }
        int flags = type == CellType.BLANK && formula == null ? 0 : flags(cell.getCellStyle(), workbook);
        switch (type) {
            case NUMERIC -> {
                double stored = cell.getNumericCellValue();
                if (Double.isFinite(stored)) {
                    char[] digits = decimal(stored).toCharArray();
                    budget.cell();
                    cells.number(row, column, flags, digits, 0, digits.length);
                } else {
                    text(cells, row, column, flags, CellKind.ERROR, "#NUM!");
                }
            }
            case BOOLEAN ->
                text(cells, row, column, flags, CellKind.BOOLEAN, cell.getBooleanCellValue() ? "TRUE" : "FALSE");
            case ERROR -> text(cells, row, column, flags, CellKind.ERROR, errorText(cell.getErrorCellValue()));
            case STRING -> {
                HSSFRichTextString rich = cell.getRichStringCellValue();
                String text = rich.getString();
                if (text.isEmpty() && formula == null) {
                    return;
                }
                text(
                        cells,
                        row,
                        column,
                        flags | (isStruck(rich, workbook) ? CellStore.STRUCK : 0),
                        CellKind.TEXT,
                        text);
            }
            default -> {
                if (formula == null) {
                    return;
                }
                text(cells, row, column, flags | CellStore.ABSENT, CellKind.TEXT, "");
            }
        }
        if (formula != null) {
            budget.text(formula.length());
            cells.formula(StoredFormula.own(formula));
        }
    }

    private void text(CellStore cells, int row, int column, int flags, CellKind kind, String text) throws Unreadable {
        budget.cell();
        budget.text(text.length());
        cells.text(row, column, flags, kind, text);
    }

    /** A formula that POI cannot spell is still a formula, only never a simple one. */
    private static String formula(HSSFCell cell) {
        try {
            return cell.getCellFormula();
        } catch (RuntimeException unspeakable) {
            return "#N/A";
        }
    }

    private static String errorText(byte code) {
        try {
            return FormulaError.forInt(code).getString();
        } catch (IllegalArgumentException unknown) {
            return "#N/A";
        }
    }

    private static boolean isStruck(HSSFRichTextString text, HSSFWorkbook workbook) {
        for (int run = 0; run < text.numFormattingRuns(); run++) {
            short font = text.getFontOfFormattingRun(run);
            if (font < workbook.getNumberOfFonts() && workbook.getFontAt(font).getStrikeout()) {
                return true;
            }
        }
        return false;
    }

    private int flags(HSSFCellStyle style, HSSFWorkbook workbook) throws Unreadable {
        Integer known = flagsByFormat.get(style.getIndex());
        if (known != null) {
            return known;
        }
        short format = style.getDataFormat();
        String code = style.getDataFormatString();
        // formats of the Far East have a number and no code
        boolean spelt = code != null && !(code.equals("General") && NumberFormats.isBuiltInDate(format));
        int flags = numberFormats.number(spelt ? code : NumberFormats.builtIn(format)) << CellStore.FORMAT_SHIFT;
        if (style.getFont(workbook).getStrikeout()) {
            flags |= CellStore.STRUCK;
        }
        flagsByFormat.put(style.getIndex(), flags);
        return flags;
    }

    /** BIFF stores doubles; this is the text that an .xlsx of the same workbook would have, to the digits that Excel shows. */
    static String decimal(double stored) {
        if (stored == 0) {
            return "0";
        }
        BigDecimal rounded = new BigDecimal(stored).round(SHOWN_BY_EXCEL).stripTrailingZeros();
        return Math.abs(rounded.scale()) > 40 || rounded.precision() - rounded.scale() > 40
                ? rounded.toString()
                : rounded.toPlainString();
    }

    private Map<String, String> definedNames(HSSFWorkbook workbook) {
        Map<String, String> names = new LinkedHashMap<>();
        for (HSSFName name : workbook.getAllNames()) {
            if (names.size() == limits.otherNames()) {
                break;
            }
            try {
                String key =
                        name.getSheetIndex() < 0 ? name.getNameName() : name.getSheetName() + "!" + name.getNameName();
                if (!name.isFunctionName()) {
                    names.put(key, String.valueOf(name.getRefersToFormula()));
                }
            } catch (RuntimeException unspeakable) {
                continue; // a name without a formula that POI can spell is of no use to anyone
            }
        }
        return names;
    }

    private static Map<String, String> customProperties(HSSFWorkbook workbook) {
        Map<String, String> properties = new LinkedHashMap<>();
        try {
            DocumentSummaryInformation summary = workbook.getDocumentSummaryInformation();
            CustomProperties custom = summary == null ? null : summary.getCustomProperties();
            if (custom != null) {
                custom.nameSet().stream()
                        .sorted()
                        .forEach(name -> properties.put(name, String.valueOf(custom.get(name))));
            }
        } catch (RuntimeException malformed) {
            properties.clear();
        }
        return properties;
    }
}

package xiangbao.readers.excel.xls;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.poi.hssf.usermodel.HSSFCell;
import org.apache.poi.hssf.usermodel.HSSFCellStyle;
import org.apache.poi.hssf.usermodel.HSSFRichTextString;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.FormulaError;
import xiangbao.readers.excel.format.BuiltInFormats;
import xiangbao.readers.excel.limits.ReadingBudget;
import xiangbao.readers.excel.workbook.CellKind;
import xiangbao.readers.excel.workbook.CellStore;
import xiangbao.readers.excel.workbook.NumberFormats;
import xiangbao.readers.excel.workbook.StoredFormula;
import xiangbao.readers.excel.workbook.Unreadable;

/** Turns the cells of one workbook into what an .xlsx of the same workbook would have. */
final class XlsCells {
    private static final MathContext SHOWN_BY_EXCEL = new MathContext(15, RoundingMode.HALF_EVEN);

    private final HSSFWorkbook workbook;
    private final ReadingBudget budget;
    private final NumberFormats numberFormats = new NumberFormats();
    private final Map<Short, Integer> flagsByFormat = new HashMap<>();

    XlsCells(HSSFWorkbook workbook, ReadingBudget budget) {
        this.workbook = workbook;
        this.budget = budget;
    }

    /** An empty store for the cells of a sheet. */
    CellStore store() {
        return new CellStore(List.of(), new BitSet(), numberFormats);
    }

    void add(HSSFCell cell, CellStore cells) throws Unreadable {
        int row = cell.getRowIndex();
        int column = cell.getColumnIndex();
        CellType type = cell.getCellType();
        String formula = null;
        if (type == CellType.FORMULA) {
            formula = formula(cell);
            type = cell.getCachedFormulaResultType();
        }
        int flags = type == CellType.BLANK && formula == null ? 0 : flags(cell.getCellStyle());
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
                text(cells, row, column, flags | (isStruck(rich) ? CellStore.STRUCK : 0), CellKind.TEXT, text);
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

    private boolean isStruck(HSSFRichTextString text) {
        for (int run = 0; run < text.numFormattingRuns(); run++) {
            short font = text.getFontOfFormattingRun(run);
            if (font < workbook.getNumberOfFonts() && workbook.getFontAt(font).getStrikeout()) {
                return true;
            }
        }
        return false;
    }

    private int flags(HSSFCellStyle style) throws Unreadable {
        Integer known = flagsByFormat.get(style.getIndex());
        if (known != null) {
            return known;
        }
        short format = style.getDataFormat();
        String code = style.getDataFormatString();
        // formats of the Far East have a number and no code
        boolean spelt = code != null && !(code.equals("General") && BuiltInFormats.isDate(format));
        int flags = numberFormats.number(spelt ? code : BuiltInFormats.code(format)) << CellStore.FORMAT_SHIFT;
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
}

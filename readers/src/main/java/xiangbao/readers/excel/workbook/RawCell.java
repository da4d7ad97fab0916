package xiangbao.readers.excel.workbook;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;
import xiangbao.readers.excel.format.NumberFormat;
import xiangbao.readers.excel.format.Shown;
import xiangbao.statistics.submissions.CellReference;

/**
 * A non-empty cell as the file stores it.
 *
 * @param row zero-based
 * @param column zero-based
 * @param text the stored decimal text of a number, the content of a text (phonetic guides left out), {@code TRUE} or
 *     {@code FALSE}, or an error such as {@code #REF!}
 * @param formula without the leading equals sign, or null
 * @param cachedValueAbsent a formula that no program has computed yet; then the kind is TEXT and the text is empty
 * @param format how the cell shows its content: 0.99 as 99%, 46053 as a day, 7003000 as {@code 700.3万}
 * @param struckThrough the cell, or a part of its text, is struck through
 * @param hasComment a note hangs on the cell
 */
public record RawCell(
        int row,
        int column,
        CellKind kind,
        String text,
        @Nullable String formula,
        boolean cachedValueAbsent,
        NumberFormat format,
        boolean struckThrough,
        boolean hasComment) {

    /** As many digits as Excel shows; what lies beyond is noise of binary arithmetic. */
    private static final MathContext SHOWN_BY_EXCEL = new MathContext(15, RoundingMode.HALF_UP);

    public boolean isNumber() {
        return kind == CellKind.NUMBER;
    }

    public boolean isFormula() {
        return formula != null;
    }

    /** The figure, at most 15 significant digits; only of a NUMBER. */
    public BigDecimal decimal() {
        if (kind != CellKind.NUMBER) {
            throw new IllegalStateException(address() + " holds no number but " + kind);
        }
        BigDecimal stored = new BigDecimal(text);
        BigDecimal shown = stored.round(SHOWN_BY_EXCEL).stripTrailingZeros();
        // 1212.0 is how some programs store 1212; exponents are bounded, so this stays short
        return shown.scale() < 0 ? shown.setScale(0) : shown;
    }

    /** Whether the cell shows its number as a date or a time. */
    public boolean dateFormatted() {
        return isNumber() && !format.isPlain() && format.isDate(decimal());
    }

    /** What the cell shows, where that is not what it stores; null otherwise, and for dates. */
    public @Nullable Shown shown() {
        if (format.isPlain()) {
            return null;
        }
        return switch (kind) {
            case NUMBER -> format.shown(decimal());
            case TEXT -> format.shown(text);
            case BOOLEAN, ERROR -> null;
        };
    }

    /** The address as a clerk reads it, such as {@code F8}. */
    public String address() {
        return CellReference.columnName(column) + (row + 1);
    }
}

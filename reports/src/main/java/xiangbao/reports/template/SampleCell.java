package xiangbao.reports.template;

import java.util.Map;
import java.util.regex.Matcher;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.jspecify.annotations.Nullable;

/** A cell of a sample, before it is copied. */
record SampleCell(
        CellStyle style,
        String formula,
        String text,
        @Nullable Double number) {
    static SampleCell of(XSSFCell cell) {
        return switch (cell.getCellType()) {
            case FORMULA -> new SampleCell(cell.getCellStyle(), cell.getCellFormula(), "", null);
            case NUMERIC -> new SampleCell(cell.getCellStyle(), "", "", cell.getNumericCellValue());
            case STRING -> new SampleCell(cell.getCellStyle(), "", cell.getStringCellValue(), null);
            default -> new SampleCell(cell.getCellStyle(), "", "", null);
        };
    }

    boolean hasTokens() {
        return text.contains("{{");
    }

    /** Writes a copy so many rows and columns away. */
    void write(CellWriter writer, XSSFCell cell, int rows, int columns) {
        cell.setCellStyle(style);
        if (!formula.isEmpty()) {
            cell.setCellFormula(Area.rewrite(formula, area -> area.copied(rows, columns)));
        } else if (number != null) {
            cell.setCellValue(number);
        } else if (!text.isEmpty()) {
            writer.text(cell, text);
        }
    }

    /** Writes a copy with its tokens filled; a cell that holds nothing but a token takes a number as a number. */
    void write(CellWriter writer, XSSFCell cell, Map<String, Printed> values) {
        cell.setCellStyle(style);
        Matcher whole = Tokens.in(text);
        if (whole.matches() && values.get(whole.group(1)) instanceof Printed.Number number) {
            writer.number(cell, number.value(), number.decimals());
            return;
        }
        String filled = Tokens.filled(text, name -> shown(values.get(name)));
        if (!filled.isEmpty()) {
            writer.text(cell, filled);
        }
    }

    private static @Nullable String shown(@Nullable Printed value) {
        if (value == null) {
            return null;
        }
        return value instanceof Printed.Number number ? number.value().toPlainString() : ((Printed.Text) value).text();
    }
}

package xiangbao.reports.template;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.RichTextString;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.openxmlformats.schemas.spreadsheetml.x2006.main.CTCell;
import org.openxmlformats.schemas.spreadsheetml.x2006.main.STCellType;
import xiangbao.statistics.figures.FigureText;

/** Writes into the cells of a workbook, and keeps what POI would look up again for each of them. */
final class CellWriter {
    private final XSSFWorkbook workbook;
    private final Map<String, CellStyle> styles = new HashMap<>();
    private final Map<String, String> strings = new HashMap<>();
    private boolean formulas;

    CellWriter(XSSFWorkbook workbook) {
        this.workbook = workbook;
        for (Sheet sheet : workbook) {
            for (Row row : sheet) {
                for (Cell cell : row) {
                    formulas |= cell.getCellType() == CellType.FORMULA;
                }
            }
        }
    }

    static XSSFCell cell(XSSFSheet sheet, int row, int column) {
        XSSFRow at = sheet.getRow(row);
        return (at == null ? sheet.createRow(row) : at).getCell(column, Row.MissingCellPolicy.CREATE_NULL_AS_BLANK);
    }

    /** Whether any cell calculates; where none does, nothing has to be moved along. */
    boolean hasFormulas() {
        return formulas;
    }

    /** A text as string cell. Most texts of a report come again and again, and POI writes each out to see whether it has it: their numbers are kept. */
    void text(XSSFCell cell, String text) {
        String number = strings.get(text);
        boolean plain = cell.getCellType() == CellType.BLANK || cell.getCellType() == CellType.STRING;
        if (number == null || !plain) {
            cell.setCellValue(text);
            strings.put(text, cell.getCTCell().getV());
        } else {
            cell.getCTCell().setT(STCellType.S);
            cell.getCTCell().setV(number);
        }
    }

    void number(XSSFCell cell, BigDecimal value, int decimals) {
        cell.setCellStyle(withDecimals(cell.getCellStyle(), decimals));
        cell.setCellValue(value.doubleValue());
    }

    /** A live formula with the value that it gives, so that nothing needs to recalculate to show it. */
    void formula(XSSFCell cell, String formula, BigDecimal value, int decimals) {
        cell.setCellStyle(withDecimals(cell.getCellStyle(), decimals));
        cell.setCellFormula(formula);
        cell.setCellValue(value.doubleValue());
        formulas = true;
    }

    /** The style with the number format of so many decimals, thousands and minus as everywhere. */
    CellStyle withDecimals(CellStyle style, int decimals) {
        return styles.computeIfAbsent(style.getIndex() + "/" + decimals, key -> {
            XSSFCellStyle made = workbook.createCellStyle();
            made.cloneStyleFrom(style);
            made.setDataFormat(workbook.createDataFormat().getFormat(FigureText.format(decimals)));
            return made;
        });
    }

    /** The cells of a sheet that have a token. Looks at the numbers of the shared strings and not at the texts: there are many cells and few tokens. */
    List<XSSFCell> withTokens(XSSFSheet sheet) {
        BitSet tokens = stringsWithTokens();
        List<XSSFCell> found = new ArrayList<>();
        for (Row row : sheet) {
            for (Cell cell : row) {
                CTCell content = ((XSSFCell) cell).getCTCell();
                if (content.getT() == STCellType.S && tokens.get(Integer.parseInt(content.getV()))) {
                    found.add((XSSFCell) cell);
                }
            }
        }
        return found;
    }

    /** The numbers of the shared strings that have a token in them. */
    private BitSet stringsWithTokens() {
        BitSet found = new BitSet();
        int number = 0;
        for (RichTextString each : workbook.getSharedStringSource().getSharedStringItems()) {
            found.set(number++, each.getString().contains("{{"));
        }
        return found;
    }
}

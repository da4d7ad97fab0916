package xiangbao.reports.blank;

import java.math.BigDecimal;
import java.util.List;
import org.apache.poi.ss.usermodel.DataValidation;
import org.apache.poi.ss.usermodel.DataValidationConstraint;
import org.apache.poi.ss.usermodel.DataValidationConstraint.OperatorType;
import org.apache.poi.ss.usermodel.DataValidationConstraint.ValidationType;
import org.apache.poi.ss.usermodel.DataValidationHelper;
import org.apache.poi.ss.util.CellRangeAddressList;
import org.apache.poi.xssf.usermodel.XSSFSheet;

/** What may be typed into the cells of a blank sheet; the spreadsheet says so when it is something else. */
final class InputRules {
    /** A list that is written into a validation may not be longer. */
    private static final int LONGEST_LIST = 255;

    private static final double MOST_DIGITS = 1e15;

    private final XSSFSheet sheet;

    InputRules(XSSFSheet sheet) {
        this.sheet = sheet;
    }

    void figures(CellRangeAddressList cells, int decimals, boolean negative, String title) {
        if (cells.countRanges() == 0) {
            return;
        }
        DataValidationHelper helper = sheet.getDataValidationHelper();
        String least = negative ? plain(-MOST_DIGITS) : "0";
        DataValidationConstraint constraint = helper.createNumericConstraint(
                decimals == 0 ? ValidationType.INTEGER : ValidationType.DECIMAL,
                OperatorType.BETWEEN,
                least,
                plain(MOST_DIGITS));
        String which = decimals == 0 ? "整数" : "数，最多 " + decimals + " 位小数";
        validate(
                helper.createValidation(constraint, cells),
                title + "：这里填" + which + (negative ? "" : "，不小于 0") + "。没有发生的填 0；不写单位，不填“—”“无”。");
    }

    void days(CellRangeAddressList cells, String title) {
        DataValidationHelper helper = sheet.getDataValidationHelper();
        DataValidationConstraint constraint =
                helper.createDateConstraint(OperatorType.BETWEEN, "DATE(1949,10,1)", "DATE(2199,12,31)", "yyyy-mm-dd");
        validate(helper.createValidation(constraint, cells), title + "：这里填日期，写成 2026-09-30 的样子；没有的留空。");
    }

    void choices(CellRangeAddressList cells, List<String> choices, String title) {
        if (choices.isEmpty() || String.join(",", choices).length() > LONGEST_LIST) {
            return;
        }
        DataValidationHelper helper = sheet.getDataValidationHelper();
        DataValidationConstraint constraint = helper.createExplicitListConstraint(choices.toArray(String[]::new));
        DataValidation validation = helper.createValidation(constraint, cells);
        // in files of this kind the flag means the opposite of its name
        validation.setSuppressDropDownArrow(true);
        String list = String.join("、", choices);
        validate(validation, title + "：请从列出的选项中选一个" + (list.length() > 120 ? "。" : "：" + list + "。"));
    }

    private void validate(DataValidation validation, String message) {
        validation.setEmptyCellAllowed(true);
        validation.setErrorStyle(DataValidation.ErrorStyle.STOP);
        validation.setShowErrorBox(true);
        validation.createErrorBox("请核对", message.length() > 220 ? message.substring(0, 220) : message);
        sheet.addValidationData(validation);
    }

    private static String plain(double value) {
        return BigDecimal.valueOf(value).toPlainString();
    }
}

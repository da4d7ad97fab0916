package xiangbao.reports.template;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.openxmlformats.schemas.spreadsheetml.x2006.main.CTCfRule;
import org.openxmlformats.schemas.spreadsheetml.x2006.main.CTConditionalFormatting;
import org.openxmlformats.schemas.spreadsheetml.x2006.main.CTDataValidation;
import org.openxmlformats.schemas.spreadsheetml.x2006.main.CTWorksheet;

/** Conditional formats and validations of a sheet, which follow when its samples become more or fewer. */
final class SheetRanges {
    private final CTWorksheet content;
    private final String name;
    private final Growth growth;
    /** Copies, where rows move up: POI drops formats on rows that others take. */
    private final List<CTConditionalFormatting> formats = new ArrayList<>();

    /** To be made before anything moves. */
    SheetRanges(XSSFSheet sheet, Growth growth) {
        this.content = sheet.getCTWorksheet();
        this.name = sheet.getSheetName();
        this.growth = growth;
        if (growth.added() < 0) {
            for (CTConditionalFormatting format : content.getConditionalFormattingList()) {
                formats.add((CTConditionalFormatting) format.copy());
            }
        }
    }

    void follow() {
        if (formats.isEmpty()) {
            for (CTConditionalFormatting format : content.getConditionalFormattingList()) {
                format.setSqref(covered(format.getSqref(), area -> growth.covered(area, false)));
            }
        } else {
            formats.forEach(this::moveUp);
            content.setConditionalFormattingArray(formats.toArray(CTConditionalFormatting[]::new));
        }
        if (content.isSetDataValidations()) {
            content.getDataValidations().getDataValidationList().forEach(this::follow);
        }
    }

    private void follow(CTDataValidation validation) {
        validation.setSqref(covered(validation.getSqref(), area -> growth.covered(area, true)));
        UnaryOperator<Area> change = area -> area.isOn(name, true) ? growth.followed(area) : area;
        if (validation.isSetFormula1()) {
            validation.setFormula1(Area.rewrite(validation.getFormula1(), change));
        }
        if (validation.isSetFormula2()) {
            validation.setFormula2(Area.rewrite(validation.getFormula2(), change));
        }
    }

    /** Its formulas are written for the first cell of its range: what is not fixed by a dollar sign moves as that cell does. */
    private void moveUp(CTConditionalFormatting format) {
        List<String> ranges = covered(format.getSqref(), area -> growth.covered(area, true));
        int by = CellRangeAddress.valueOf(ranges.get(0)).getFirstRow()
                - CellRangeAddress.valueOf(String.valueOf(format.getSqref().get(0)))
                        .getFirstRow();
        format.setSqref(ranges);
        for (CTCfRule rule : format.getCfRuleList()) {
            for (int index = 0; index < rule.sizeOfFormulaArray(); index++) {
                rule.setFormulaArray(
                        index,
                        Area.rewrite(
                                rule.getFormulaArray(index),
                                area -> area.first().isRowAbsolute() ? growth.followed(area) : area.copied(by, 0)));
            }
        }
    }

    private static List<String> covered(List<?> ranges, UnaryOperator<Area> change) {
        List<String> covered = new ArrayList<>();
        for (Object range : ranges) {
            covered.add(Area.rewrite(String.valueOf(range), change));
        }
        return covered;
    }
}

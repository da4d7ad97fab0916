package xiangbao.reports.template;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.apache.poi.common.usermodel.HyperlinkType;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFChart;
import org.apache.poi.xssf.usermodel.XSSFHyperlink;
import org.apache.poi.xssf.usermodel.XSSFName;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.xmlbeans.XmlCursor;
import org.apache.xmlbeans.XmlObject;
import org.jspecify.annotations.Nullable;

/**
 * What refers to the rows or columns of a sheet, in all of the workbook, and follows when its samples become more or fewer: formulas, names, links, charts. POI
 * moves the cells, formulas and names behind the samples; what ends on a sample and charts are left to us.
 */
final class References {
    private final XSSFSheet sheet;
    private final String name;
    private final CellWriter writer;
    private final Growth growth;
    private final SheetRanges ranges;
    /** As they were before rows moved up: afterwards nobody can tell a range that has moved to where the samples were from one that was there. */
    private final Map<Cell, String> formulas = new IdentityHashMap<>();

    private final Map<XSSFName, String> names = new IdentityHashMap<>();

    /** To be made before anything moves. */
    References(XSSFSheet sheet, CellWriter writer, Growth growth) {
        this.sheet = sheet;
        this.name = sheet.getSheetName();
        this.writer = writer;
        this.growth = growth;
        this.ranges = new SheetRanges(sheet, growth);
        if (growth.added() < 0) {
            for (Sheet each : sheet.getWorkbook()) {
                for (Cell cell : calculating(each)) {
                    formulas.put(cell, cell.getCellFormula());
                }
            }
            for (XSSFName each : sheet.getWorkbook().getAllNames()) {
                names.put(each, each.getRefersToFormula());
            }
        }
    }

    private static List<Cell> calculating(Sheet sheet) {
        List<Cell> found = new ArrayList<>();
        for (Row row : sheet) {
            for (Cell cell : row) {
                if (cell.getCellType() == CellType.FORMULA) {
                    found.add(cell);
                }
            }
        }
        return found;
    }

    /** To be called when everything has moved. */
    void follow() {
        for (int index = 0; index < sheet.getWorkbook().getNumberOfSheets(); index++) {
            XSSFSheet each = sheet.getWorkbook().getSheetAt(index);
            boolean here = each == sheet;
            if (writer.hasFormulas()) {
                formulas(each, here);
            }
            for (XSSFHyperlink link : each.getHyperlinkList()) {
                if (link.getType() == HyperlinkType.DOCUMENT && link.getLocation() != null) {
                    link.setLocation(Area.rewrite(
                            link.getLocation(), area -> area.isOn(name, here) ? growth.followed(area) : area));
                }
            }
            if (each.getDrawingPatriarch() != null) {
                for (XSSFChart chart : each.getDrawingPatriarch().getCharts()) {
                    follow(chart, area -> area.isOn(name, here) ? growth.covered(area, true) : area);
                }
            }
        }
        names();
        ranges.follow();
    }

    private void formulas(XSSFSheet each, boolean here) {
        for (Cell cell : calculating(each)) {
            String formula = cell.getCellFormula();
            String followed = followed(formula, formulas.get(cell), here);
            if (!followed.equals(formula)) {
                cell.setCellFormula(followed);
            }
        }
    }

    private void names() {
        for (XSSFName each : sheet.getWorkbook().getAllNames()) {
            String formula = each.getRefersToFormula();
            if (formula != null && !each.getNameName().startsWith("rpt.")) {
                String followed = followed(formula, names.get(each), false);
                if (!followed.equals(formula)) {
                    each.setRefersToFormula(followed);
                }
            }
        }
    }

    /** @param old as it was before rows moved up; null when none did, and what POI has moved already only needs to be extended */
    private String followed(String formula, @Nullable String old, boolean here) {
        return Area.rewrite(
                old == null ? formula : old,
                area -> !area.isOn(name, here) ? area : old == null ? growth.extended(area) : growth.followed(area));
    }

    /** Series, categories and titles of a chart all say their range in an element {@code f}; what it showed before is left to the spreadsheet. */
    private static void follow(XSSFChart chart, UnaryOperator<Area> change) {
        XmlObject[] ranges = chart.getCTChart()
                .selectPath("declare namespace c='http://schemas.openxmlformats.org/drawingml/2006/chart' .//c:f");
        for (XmlObject range : ranges) {
            try (XmlCursor cursor = range.newCursor()) {
                cursor.setTextValue(Area.rewrite(cursor.getTextValue(), change));
            }
        }
    }
}

package xiangbao.console.published;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.usermodel.WorkbookFactory;

/** The workbooks of the townships: 指标数据 and 目标任务, the township's own figures and the county's beside them. */
final class TownshipTables implements Output {
    @Override
    public String name() {
        return "乡镇情况";
    }

    @Override
    public int least() {
        return 15_000;
    }

    @Override
    public List<Shown> read(Published published) throws Exception {
        List<Shown> shown = new ArrayList<>();
        for (Path file : published.reports("_情况.xlsx")) {
            String unit = file.getFileName().toString().replaceFirst("_情况\\.xlsx$", "");
            try (Workbook workbook = WorkbookFactory.create(Files.newInputStream(file))) {
                indicators(workbook.getSheet("指标数据"), unit, shown);
                targets(workbook.getSheet("目标任务"), unit, shown);
            }
        }
        return shown;
    }

    private static void indicators(Sheet sheet, String unit, List<Shown> shown) {
        Map<String, Integer> columns = columns(sheet);
        String output = unit + "!" + sheet.getSheetName();
        String form = "";
        for (Row row : sheet) {
            String first = Sheets.text(row, 0);
            String title = Sheets.text(row, 1);
            if (first.matches("\\p{IsHan}\\d+-\\d+.*") && title.isEmpty()) {
                // the spaces of a heading are gone: a form is called by what looks like a code
                form = first.replaceFirst("^(\\p{IsHan}\\d+-\\d+).*", "$1");
            } else if (!form.isEmpty() && !title.isEmpty()) {
                String code = form + ":" + (first.equals("—") ? title : first);
                Sheets.number(row, columns.getOrDefault("本期数", -1), unit + " " + code, output)
                        .ifPresent(shown::add);
                Sheets.number(row, columns.getOrDefault("全县", -1), code, output).ifPresent(shown::add);
            }
        }
    }

    private static void targets(Sheet sheet, String unit, List<Shown> shown) {
        Map<String, Integer> columns = columns(sheet);
        String output = unit + "!" + sheet.getSheetName();
        for (Row row : sheet) {
            String code = TargetTable.code(row);
            if (!code.isEmpty()) {
                Sheets.number(row, columns.getOrDefault("本单位实际", -1), unit + " " + code + Shown.ACTUAL, output)
                        .ifPresent(shown::add);
                Sheets.number(row, columns.getOrDefault("全县实际", -1), code + Shown.ACTUAL, output)
                        .ifPresent(shown::add);
                Sheets.number(row, columns.getOrDefault("全县目标", -1), code + Shown.GOAL, output)
                        .ifPresent(shown::add);
            }
        }
    }

    private static Map<String, Integer> columns(Sheet sheet) {
        Map<String, Integer> columns = new TreeMap<>();
        Row headings = sheet.getRow(2);
        for (int column = 0; column < headings.getLastCellNum(); column++) {
            columns.putIfAbsent(Sheets.text(headings, column), column);
        }
        return columns;
    }
}

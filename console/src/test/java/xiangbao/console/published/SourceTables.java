package xiangbao.console.published;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.usermodel.WorkbookFactory;

/** 数据来源 of every workbook: the lines that have a number are figures, those below them their cells. */
final class SourceTables implements Output {
    private static final Pattern TARGET = Pattern.compile("[A-Z]\\d{2}[a-z]?");

    @Override
    public String name() {
        return "数据来源";
    }

    @Override
    public int least() {
        return 9_000;
    }

    @Override
    public List<Shown> read(Published published) throws Exception {
        List<Shown> shown = new ArrayList<>();
        for (Path file : published.reports(".xlsx")) {
            try (Workbook workbook = WorkbookFactory.create(Files.newInputStream(file))) {
                Sheet sheet = workbook.getSheet(name());
                if (sheet != null && Sheets.text(sheet.getRow(2), 1).equals("指标")) {
                    String county = Sheets.text(sheet.getRow(0), 0).replaceFirst("\\d{4}年.*", "");
                    for (Row row : sheet) {
                        line(row, county, file.getFileName() + "!" + name(), shown);
                    }
                }
            }
        }
        return shown;
    }

    private static void line(Row row, String county, String output, List<Shown> shown) {
        Cell number = row.getCell(0);
        String code = Sheets.text(row, 1);
        boolean target = TARGET.matcher(code).matches();
        if (number == null || number.getCellType() != CellType.NUMERIC || !target && !code.contains(":")) {
            return;
        }
        String unit = Sheets.text(row, 4).replaceFirst("（.*", "");
        String what = code + (target ? Shown.ACTUAL : "");
        Sheets.number(row, 5, unit.equals(county) ? what : unit + " " + what, output)
                .ifPresent(shown::add);
    }
}

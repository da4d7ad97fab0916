package xiangbao.console.published;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.usermodel.WorkbookFactory;

/** 目标任务完成情况表 and the tables of the departments: the columns by their headings, the targets by the code that stands with their title. */
final class TargetTable implements Output {
    private static final Pattern CODE = Pattern.compile("（?\\b([A-Z]\\d{2}[a-z]?)\\b）?");
    private static final Map<String, String> COLUMNS = new TreeMap<>(Map.of(
            "实际", Shown.ACTUAL,
            "目标", Shown.GOAL,
            "完成率", Shown.COMPLETION,
            "时间进度", Shown.ELAPSED,
            "偏差", Shown.DEVIATION));

    @Override
    public String name() {
        return "目标任务完成情况表";
    }

    @Override
    public int least() {
        return 300;
    }

    @Override
    public List<Shown> read(Published published) throws Exception {
        List<Shown> shown = new ArrayList<>();
        for (String ending : List.of("目标任务完成情况表.xlsx", "_目标任务.xlsx")) {
            for (Path file : published.reports(ending)) {
                try (Workbook workbook = WorkbookFactory.create(Files.newInputStream(file))) {
                    for (Sheet sheet : workbook) {
                        sheet(sheet, file.getFileName() + "!" + sheet.getSheetName(), shown);
                    }
                }
            }
        }
        return shown;
    }

    private static void sheet(Sheet sheet, String output, List<Shown> shown) {
        Map<String, Integer> places = new TreeMap<>();
        for (Row row : sheet) {
            if (!places.containsKey(Shown.ACTUAL)) {
                places.clear();
                for (int column = 0; column < row.getLastCellNum(); column++) {
                    String heading = Sheets.text(row, column).replaceFirst("（.*", "");
                    if (COLUMNS.containsKey(heading)) {
                        places.putIfAbsent(COLUMNS.get(heading), column);
                    }
                }
                continue;
            }
            String code = code(row);
            if (!code.isEmpty()) {
                places.forEach((what, column) ->
                        Sheets.number(row, column, code + what, output).ifPresent(shown::add));
            }
        }
    }

    static String code(Row row) {
        for (int column = 0; column < 4; column++) {
            Matcher code = CODE.matcher(Sheets.text(row, column));
            if (code.find()) {
                return code.group(1);
            }
        }
        return "";
    }
}

package xiangbao.console.published;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.usermodel.WorkbookFactory;
import tools.jackson.databind.JsonNode;

/** 目标, 实际 and 状态 of each target as people read them, and how many stand how; whatever differs from {@code progress --json} is a disagreement. */
public final class TargetWords {
    private static final DataFormatter FORMATTER = new DataFormatter(Locale.US);

    private final Map<String, String> words = new LinkedHashMap<>();
    private final Map<String, String> statuses = new LinkedHashMap<>();
    private final Map<String, String> actuals = new LinkedHashMap<>();
    private final String counts;
    private final List<String> wrong = new ArrayList<>();
    private int compared;

    private TargetWords(JsonNode progress) {
        for (JsonNode target : progress.get("targets")) {
            String code = target.get("code").asString();
            words.put(
                    code,
                    target.get("targetText").asString() + " | "
                            + target.get("actualText").asString());
            statuses.put(code, target.get("status").asString());
            actuals.put(code, target.get("actualText").asString());
        }
        JsonNode counted = progress.get("counts");
        List<String> states = new ArrayList<>();
        counted.get("byStatus")
                .properties()
                .forEach(state -> states.add(state.getKey() + state.getValue().asInt() + "项"));
        int parts = counted.get("parts").asInt();
        counts = counted.get("total").asInt() + "项" + (parts == 0 ? "" : "（另列分项" + parts + "项）") + " "
                + String.join("，", states);
    }

    /**
     * @param screen what {@code progress} prints
     * @param exported the targets that {@code export} wrote
     */
    public static TargetWords of(Published published, String screen, Path exported) throws Exception {
        TargetWords words = new TargetWords(published.progress());
        words.workbooks(published);
        words.screen(screen);
        words.letter(published);
        words.export(exported);
        return words;
    }

    public List<String> disagreements() {
        return wrong;
    }

    public int compared() {
        return compared;
    }

    public String counts() {
        return counts;
    }

    private void say(String where, String code, String said, Map<String, String> right) {
        compared++;
        if (right.containsKey(code) && !said.equals(right.get(code))) {
            wrong.add(where + " " + code + "：" + said + "，而 --json 为 " + right.get(code));
        }
    }

    private void count(String where, String said) {
        compared++;
        if (!said.equals(counts)) {
            wrong.add(where + "：" + said + "，而 --json 为 " + counts);
        }
    }

    private void workbooks(Published published) throws Exception {
        for (String ending : List.of("目标任务完成情况表.xlsx", "_目标任务.xlsx", "_情况.xlsx")) {
            for (Path file : published.reports(ending)) {
                try (Workbook workbook = WorkbookFactory.create(Files.newInputStream(file))) {
                    for (Sheet sheet : workbook) {
                        table(sheet, file.getFileName() + "!" + sheet.getSheetName());
                    }
                }
            }
        }
    }

    private void table(Sheet sheet, String where) {
        Map<String, Integer> columns = new TreeMap<>();
        String before = "";
        for (Row row : sheet) {
            for (Cell cell : row) {
                String text = shown(cell).replaceAll("\\s", "");
                for (String prefix : List.of("", "全县")) {
                    for (String title : List.of("目标", "实际", "状态")) {
                        if (text.equals(prefix + title) && !columns.containsKey("全县" + title)) {
                            columns.put(prefix + title, cell.getColumnIndex());
                        }
                    }
                }
                if (text.startsWith("各状态：共")) {
                    count(where, text.substring(5).replace("：", " ").replace("。", ""));
                }
            }
            before = columns.containsKey("全县实际") ? "全县" : "";
            String code = TargetTable.code(row);
            if (!code.isEmpty() && columns.containsKey(before + "实际")) {
                say(
                        where,
                        code,
                        shown(row.getCell(columns.get(before + "目标"))) + " | "
                                + shown(row.getCell(columns.get(before + "实际"))),
                        words);
                say(where, code, shown(row.getCell(columns.get(before + "状态"))).replaceFirst("^\\S+ ", ""), statuses);
            }
        }
    }

    private static String shown(Cell cell) {
        return cell == null ? "" : FORMATTER.formatCellValue(cell);
    }

    private void screen(String text) {
        for (String line : text.split("\\R")) {
            String[] cells = line.split(" {2,}");
            if (cells.length > 7 && words.containsKey(cells[0])) {
                say("progress", cells[0], cells[3] + " | " + cells[4], words);
                say("progress", cells[0], cells[6], statuses);
            } else if (line.startsWith("共")) {
                count("progress", line.substring(1).replace("：", " ").replace("。", ""));
            }
        }
    }

    private void letter(Published published) throws Exception {
        for (Path letter : published.reports("情况通报.docx")) {
            for (String paragraph : Letter.paragraphs(letter)) {
                if (paragraph.startsWith("纳入调度的目标任务")) {
                    count(
                            "情况通报",
                            paragraph
                                    .replace("纳入调度的目标任务", "")
                                    .replace("，其中：", " ")
                                    .replace("。", ""));
                }
                java.util.regex.Matcher off = java.util.regex.Pattern.compile("^\\d+．[^（]*（(\\w+)）：实际(.*?)[。]")
                        .matcher(paragraph);
                if (off.find() && words.containsKey(off.group(1))) {
                    compared++;
                    String actual = String.valueOf(actuals.get(off.group(1)));
                    String status = String.valueOf(statuses.get(off.group(1)));
                    if (!off.group(2).startsWith(actual.replace("（含预计）", ""))
                            || !off.group(2).endsWith(status)) {
                        wrong.add("情况通报 " + paragraph + "，而 --json 为 " + actual + "，" + status);
                    }
                }
            }
        }
    }

    /** The plain number is that of people without what sets it apart. */
    private void export(Path file) throws Exception {
        List<String> lines = Files.readAllLines(file);
        List<String> heading = List.of(lines.get(0).replace("\uFEFF", "").split(","));
        for (String line : lines.subList(1, lines.size())) {
            String[] cells = line.split(",", -1);
            String code = cells[heading.indexOf("目标代码")];
            String actual = cells[heading.indexOf("实际")].replaceFirst("^'", "");
            String told = String.valueOf(actuals.get(code));
            if (told.matches("[−\\d,.]+(（含预计）)?")) {
                compared++;
                String plain = told.replace("（含预计）", "").replace(",", "").replace('−', '-');
                if (!plain.equals(actual)) {
                    wrong.add("export " + code + "：" + actual + "，而 --json 为 " + told);
                }
            }
        }
    }
}

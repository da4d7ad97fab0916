package xiangbao.console.published;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/**
 * A small county that has nothing in common with the one that is shipped: its own units, forms, plan and letter, and the shipped templates. It exists nowhere.
 */
public final class ForeignCounty {
    public static final String NAME = "云岭县";
    public static final String PERIOD = "2026-Q3";

    private static final String UNITS = """
            code,civil_code,name,kind,parent,aliases,valid_from,valid_until,行政村数
            539901,539901,云岭县,县,,云岭,,,
            539901101,539901101,青石镇,镇,539901,青石,,,12
            539901201,539901201,白水乡,乡,539901,白水,,,7
            539901202,539901202,红泥乡,乡,539901,红泥,,,4
            539901-SW,,县水务局,县直部门,539901,水务局,,,
            """;

    private static final String HOUSEHOLDS = """
            form: 云31-1
            title: 农村供水和公共服务情况
            frequency: 季报
            layout: 综合表
            owed-by: 乡镇（街道）
            due-days: 15
            columns:
              "1": { title: 本期数 }
            rows:
              "01": { title: 农村总户数, unit: 户, decimals: 0, over-time: 时点 }
              "02": { title: 通自来水户, unit: 户, decimals: 0, over-time: 时点 }
              "03": { title: 村级文化站, unit: 个, decimals: 0, over-time: 时点 }
              "04": { title: 人口净增, unit: 人, decimals: 0, over-time: 累计, negative: true }
              "05": { title: 本年修建水渠, unit: 公里, decimals: 3, over-time: 累计 }
            derived:
              自来水普及率: { formula: "100 * [02] / [01]", unit: "%", decimals: 1 }
            summary: { columns: ["01.1", "02.1", "04.1", "自来水普及率"] }
            audit:
              - { code: 31-T1, severity: 强制性, formula: "[02] ≤ [01]", label: 通自来水户不多于农村总户数, remedy: 请核对 01、02 两行。 }
            """;

    private static final String PROJECTS = """
            form: 云21-1
            title: 小型水利项目台账
            frequency: 月报
            layout: 台账
            owed-by: 乡镇（街道）
            due-days: 10
            columns:
              "01": { title: 项目编号, kind: 编号 }
              "02": { title: 项目名称, kind: 文本 }
              "03": { title: 累计投资, unit: 万元, decimals: 2, over-time: 累计 }
            audit:
              - { code: 21-T1, severity: 强制性, formula: "[03] ≥ 0", label: 累计投资不为负数, remedy: 请核对累计投资。 }
            """;

    private static final String TASKS = """
            form: 云91-1
            title: 任务节点清单
            frequency: 月报
            layout: 台账
            owed-by: [县水务局]
            due-days: 10
            columns:
              "01": { title: 任务编号, kind: 选项, choices: [A05] }
              "02": { title: 节点编号, kind: 编号 }
              "03": { title: 节点名称, kind: 文本 }
              "04": { title: 计划完成日期, kind: 日期 }
              "05": { title: 状态, kind: 选项, choices: [完成, 推进中] }
            audit:
              - { code: 91-T1, severity: 强制性, formula: "count(lines) = distinct([02])", label: 节点编号不重复, remedy: 一个节点只填一行。 }
            """;

    private static final String PLAN = """
            title: 乡村供水提升行动方案
            year: 2026
            milestone-form: 云91-1
            letter:
              office: 供水提升工作领导小组办公室
              headlines:
                - { target: A01, change: "云31-1:自来水普及率" }
                - { target: A04 }
            targets:
              A01:
                title: 农村自来水普及率
                section: 三（一）
                field: 供水
                wording: 确保
                actual: "100 * [云31-1:02] / [云31-1:01]"
                unit: "%"
                decimals: 1
                comparison: "≥"
                target: 95
                pace: 直接比较
                per-unit: true
                responsible: [县水务局, 各乡镇]
              A02:
                title: 村级文化站
                section: 三（二）
                field: 服务
                wording: 完成
                actual: "[云31-1:03]"
                unit: 个
                decimals: 0
                comparison: "≥"
                target: 1
                pace: 直接比较
                every-unit: true
                responsible: [各乡镇]
              A03:
                title: 小型水利建设
                section: 三（三）
                field: 供水
                wording: 完成
                parts: [A03a, A03b]
                responsible: [县水务局]
              A03a:
                title: 修建水渠
                section: 三（三）
                field: 供水
                wording: 完成
                actual: "[云31-1:05]"
                unit: 公里
                decimals: 3
                comparison: "≥"
                target: 5
                pace: 时间进度
                responsible: [县水务局]
              A03b:
                title: 项目投资
                section: 三（三）
                field: 供水
                wording: 完成
                actual: "sum([云21-1:03])"
                unit: 万元
                decimals: 2
                comparison: "≥"
                target: 3000
                pace: 时间进度
                responsible: [县水务局]
              A04:
                title: 人口净增
                section: 三（四）
                field: 服务
                wording: 完成
                actual: "[云31-1:04]"
                unit: 人
                decimals: 0
                comparison: "≥"
                pace: 不适用
                responsible: [各乡镇]
              A05:
                title: 水库除险加固
                section: 三（三）
                field: 供水
                wording: 节点
                responsible: [县水务局]
            """;

    /** By form, unit and row; the fourth is the net growth of people, which is negative. */
    private static final Map<String, List<Double>> HOUSEHOLD_FIGURES = Map.of(
            "青石镇", List.of(12345.0, 12000.0, 2.0, -1500.0, 3.2),
            "白水乡", List.of(5432.0, 4800.0, 0.0, 200.0, 1.05),
            "红泥乡", List.of(2345.0, 2300.0, 1.0, -34.0, 0.5));

    private static final Map<String, Double> INVESTMENTS = Map.of("青石镇", 1234.5, "白水乡", 800.0, "红泥乡", 0.25);

    private ForeignCounty() {}

    /** Writes its configuration; the calendar and how the program runs are those that are shipped. */
    public static Path configure(Path shipped, Path folder) throws IOException {
        Files.createDirectories(folder.resolve("forms"));
        Files.writeString(folder.resolve("units.csv"), UNITS);
        Files.writeString(folder.resolve("plan.yaml"), PLAN);
        Files.writeString(folder.resolve("forms/云31-1.yaml"), HOUSEHOLDS);
        Files.writeString(folder.resolve("forms/云21-1.yaml"), PROJECTS);
        Files.writeString(folder.resolve("forms/云91-1.yaml"), TASKS);
        for (String same : List.of("calendar.yaml", "application.yaml")) {
            Files.copy(shipped.resolve(same), folder.resolve(same));
        }
        return folder;
    }

    /** Fills the blank workbooks below a folder. */
    public static void fill(Path blanks) throws IOException {
        try (Stream<Path> files = Files.walk(blanks)) {
            files.filter(file -> file.toString().endsWith(".xlsx")).forEach(ForeignCounty::fillOne);
        }
    }

    private static void fillOne(Path file) {
        String unit = String.valueOf(file.getFileName()).replaceFirst("_.*", "");
        try (InputStream in = Files.newInputStream(file);
                XSSFWorkbook workbook = new XSSFWorkbook(in)) {
            for (Sheet sheet : workbook) {
                switch (sheet.getSheetName()) {
                    case "云31-1" -> matrix(sheet, HOUSEHOLD_FIGURES.get(unit));
                    case "云21-1" -> ledger(sheet, List.of(List.of("SL-1", unit + "水渠", INVESTMENTS.get(unit))));
                    case "云91-1" ->
                        ledger(
                                sheet,
                                List.of(
                                        List.of("A05", "A05-1", "开工", LocalDate.of(2026, 3, 31), "完成"),
                                        List.of("A05", "A05-2", "封顶", LocalDate.of(2026, 9, 30), "推进中"),
                                        List.of("A05", "A05-3", "验收", LocalDate.of(2026, 12, 31), "推进中")));
                    default -> {}
                }
            }
            try (OutputStream out = Files.newOutputStream(file)) {
                workbook.write(out);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static void matrix(Sheet sheet, List<Double> figures) {
        for (Row row : sheet) {
            for (Cell cell : row) {
                String code = row.getCell(2) == null ? "" : row.getCell(2).toString();
                if (!cell.getCellStyle().getLocked() && code.matches("0[1-5]")) {
                    cell.setCellValue(figures.get(Integer.parseInt(code) - 1));
                }
            }
        }
    }

    private static void ledger(Sheet sheet, List<List<Object>> lines) {
        int first = 0;
        for (Row row : sheet) {
            Cell cell = row.getCell(0);
            if (cell != null
                    && cell.getCellType() == CellType.STRING
                    && cell.getStringCellValue().equals("01")) {
                first = row.getRowNum() + 1;
            }
        }
        for (int line = 0; line < lines.size(); line++) {
            Row row = sheet.getRow(first + line);
            for (int column = 0; column < lines.get(line).size(); column++) {
                Cell cell = row.getCell(column);
                Object value = lines.get(line).get(column);
                if (value instanceof Double number) {
                    cell.setCellValue(number);
                } else if (value instanceof LocalDate day) {
                    cell.setCellValue(day);
                } else {
                    cell.setCellValue(value.toString());
                }
            }
        }
    }
}

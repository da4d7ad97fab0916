package xiangbao.jobs;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** A county of three villages that count ponds: units, a form, a target, all of it described in a folder and nowhere in Java. */
public final class ToyCounty {
    private static final int CATCHES = 6;

    private ToyCounty() {}

    public static void describe(Path config) throws IOException {
        Files.createDirectories(config.resolve("forms"));
        write(config.resolve("units.csv"), """
                code,civil_code,name,kind,parent,aliases,valid_from,valid_until,水面上限
                990000,990000,试验县,县,,试验,,,
                990000101,990000101,荷塘镇,镇,990000,荷塘,,,500
                990000102,990000102,莲湖乡,乡,990000,莲湖,,,500
                990000103,990000103,藕池街道,街道,990000,藕池,,,500
                990000-SL,,县水利局,县直部门,990000,水利局,,,
                """);
        write(config.resolve("forms").resolve("试1-1.yaml"), """
                form: 试1-1
                title: 山塘基本情况
                frequency: 季报
                layout: 综合表
                owed-by: 乡镇（街道）
                due-days: 10
                columns:
                  "1": { title: 本期数 }
                rows:
                  "01": { title: 山塘总数, unit: 口, decimals: 0, over-time: 时点 }
                  "02": { title: 完好山塘, unit: 口, decimals: 0, over-time: 时点 }
                  "03": { title: 水面面积, unit: 亩, decimals: 1, over-time: 时点 }
                derived:
                  完好率: { formula: "100 * [02] / [01]", unit: "%", decimals: 2 }
                audit:
                  - { code: S1-T1, severity: 强制性, formula: "[02] ≤ [01]", label: 完好山塘不多于总数, remedy: 请核对 01、02 两行 }
                  - { code: S1-R1, severity: 核实性, formula: "[03] ≤ unit(水面上限)", label: 水面面积不超过底册, remedy: 请核对水面面积 }
                """);
        write(config.resolve("plan.yaml"), """
                title: 试验县山塘整治方案
                year: 2026
                targets:
                  T01:
                    title: 山塘完好率
                    section: 一（一）1
                    field: 其他
                    wording: 确保
                    actual: "100 * [试1-1:02.1] / [试1-1:01.1]"
                    actual-unit: "%"
                    unit: "%"
                    decimals: 2
                    comparison: ≥
                    target: 60
                    pace: 直接比较
                    applies-to: 乡镇（街道）
                    per-unit: true
                    responsible: [县水利局]
                """);
        write(config.resolve("calendar.yaml"), """
                holidays: [2026-10-01, 2027-01-01]
                workdays: []
                """);
    }

    /** Adds what the villages report every month; what they have mended so far is held against the month before. */
    public static void describeMonthly(Path config) throws IOException {
        write(config.resolve("forms").resolve("试2-1.yaml"), """
                form: 试2-1
                title: 山塘巡查情况
                frequency: 月报
                layout: 综合表
                owed-by: 乡镇（街道）
                due-days: 5
                columns:
                  "1": { title: 本月数 }
                rows:
                  "01": { title: 巡查次数, unit: 次, decimals: 0, over-time: 流量 }
                  "02": { title: 累计整治山塘, unit: 口, decimals: 0, over-time: 累计 }
                audit:
                  - { code: S2-T1, severity: 强制性, formula: "[02] ≥ prev([02])", label: 累计整治山塘不少于上月, remedy: 请核对 02 行 }
                """);
    }

    /** Adds what the villages report once a year. */
    public static void describeYearly(Path config) throws IOException {
        write(config.resolve("forms").resolve("试3-1.yaml"), """
                form: 试3-1
                title: 山塘投入情况
                frequency: 年报
                layout: 综合表
                owed-by: 乡镇（街道）
                due-days: 20
                columns:
                  "1": { title: 本年数 }
                rows:
                  "01": { title: 整治投入, unit: 万元, decimals: 2, over-time: 流量 }
                audit:
                  - { code: S3-T1, severity: 强制性, formula: "[01] ≥ 0", label: 整治投入不小于零, remedy: 请核对 01 行 }
                """);
    }

    /** A workbook as a clerk would send it. */
    public static Path workbook(Path file, String unit, String period, String total, String sound, String area)
            throws IOException {
        Files.createDirectories(file.resolveSibling("."));
        try (Workbook workbook = new XSSFWorkbook();
                OutputStream out = Files.newOutputStream(file)) {
            Sheet sheet = sheet(workbook, "山塘", "山塘基本情况", "试1-1", unit, period, "本期数");
            figure(sheet, 5, "山塘总数", "口", "01", total);
            figure(sheet, 6, "完好山塘", "口", "02", sound);
            figure(sheet, 7, "水面面积", "亩", "03", area);
            workbook.write(out);
        }
        return file;
    }

    /** The same of a month. */
    public static Path monthly(Path file, String unit, String period, String rounds, String mended) throws IOException {
        Files.createDirectories(file.resolveSibling("."));
        try (Workbook workbook = new XSSFWorkbook();
                OutputStream out = Files.newOutputStream(file)) {
            Sheet sheet = sheet(workbook, "巡查", "山塘巡查情况", "试2-1", unit, period, "本月数");
            figure(sheet, 5, "巡查次数", "次", "01", rounds);
            figure(sheet, 6, "累计整治山塘", "口", "02", mended);
            workbook.write(out);
        }
        return file;
    }

    /** Adds a sheet of a month to a workbook, as a clerk does who sends everything at once. */
    public static void append(Path file, String unit, String period, String rounds, String mended) throws IOException {
        try (Workbook workbook = new XSSFWorkbook(new ByteArrayInputStream(Files.readAllBytes(file)));
                OutputStream out = Files.newOutputStream(file)) {
            Sheet sheet = sheet(workbook, "巡查", "山塘巡查情况", "试2-1", unit, period, "本月数");
            figure(sheet, 5, "巡查次数", "次", "01", rounds);
            figure(sheet, 6, "累计整治山塘", "口", "02", mended);
            workbook.write(out);
        }
    }

    /** The same of a year. */
    public static Path yearly(Path file, String unit, String period, String invested) throws IOException {
        Files.createDirectories(file.resolveSibling("."));
        try (Workbook workbook = new XSSFWorkbook();
                OutputStream out = Files.newOutputStream(file)) {
            Sheet sheet = sheet(workbook, "投入", "山塘投入情况", "试3-1", unit, period, "本年数");
            figure(sheet, 5, "整治投入", "万元", "01", invested);
            workbook.write(out);
        }
        return file;
    }

    /** Adds what the villages catch every month, of six kinds. */
    public static void describeCatches(Path config) throws IOException {
        StringBuilder rows = new StringBuilder();
        for (int kind = 1; kind <= CATCHES; kind++) {
            rows.append("  \"0" + kind + "\": { title: 第" + kind + "种鱼, unit: 公斤, decimals: 1, over-time: 流量 }\n");
        }
        write(config.resolve("forms").resolve("试4-1.yaml"), """
                form: 试4-1
                title: 捕捞情况
                frequency: 月报
                layout: 综合表
                owed-by: 乡镇（街道）
                due-days: 5
                columns:
                  "1": { title: 本月数 }
                rows:
                """ + rows);
    }

    /** A workbook of six catches. */
    public static Path catches(Path file, String unit, String period, String... catches) throws IOException {
        Files.createDirectories(file.resolveSibling("."));
        try (Workbook workbook = new XSSFWorkbook();
                OutputStream out = Files.newOutputStream(file)) {
            Sheet sheet = sheet(workbook, "捕捞", "捕捞情况", "试4-1", unit, period, "本月数");
            for (int kind = 1; kind <= CATCHES; kind++) {
                figure(sheet, 4 + kind, "第" + kind + "种鱼", "公斤", "0" + kind, catches[kind - 1]);
            }
            workbook.write(out);
        }
        return file;
    }

    private static Sheet sheet(
            Workbook workbook, String name, String title, String form, String unit, String period, String column) {
        Sheet sheet = workbook.createSheet(name);
        line(sheet, 0, title, "", "", "");
        line(sheet, 1, "", "", "", "表号：" + form);
        line(sheet, 2, "填报单位：" + unit, "", "", period);
        line(sheet, 3, "指标名称", "计量单位", "代码", column);
        line(sheet, 4, "甲", "乙", "丙", "1");
        return sheet;
    }

    private static void figure(Sheet sheet, int number, String title, String measure, String code, String value) {
        Row row = line(sheet, number, title, measure, code);
        if (!value.isEmpty()) {
            row.createCell(3).setCellValue(Double.parseDouble(value));
        }
    }

    private static Row line(Sheet sheet, int number, String... texts) {
        Row row = sheet.createRow(number);
        for (int column = 0; column < texts.length; column++) {
            if (!texts[column].isEmpty()) {
                row.createCell(column).setCellValue(texts[column]);
            }
        }
        return row;
    }

    private static void write(Path file, String text) throws IOException {
        Files.writeString(file, text, StandardCharsets.UTF_8);
    }
}

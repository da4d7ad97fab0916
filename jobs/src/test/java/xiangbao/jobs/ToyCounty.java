package xiangbao.jobs;

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
                holidays: [2026-10-01]
                workdays: []
                """);
    }

    /** A workbook as a clerk would send it. */
    public static Path workbook(Path file, String unit, String period, String total, String sound, String area)
            throws IOException {
        Files.createDirectories(file.resolveSibling("."));
        try (Workbook workbook = new XSSFWorkbook();
                OutputStream out = Files.newOutputStream(file)) {
            Sheet sheet = workbook.createSheet("山塘");
            line(sheet, 0, "山塘基本情况", "", "", "");
            line(sheet, 1, "", "", "", "表号：试1-1");
            line(sheet, 2, "填报单位：" + unit, "", "", period);
            line(sheet, 3, "指标名称", "计量单位", "代码", "本期数");
            line(sheet, 4, "甲", "乙", "丙", "1");
            figure(sheet, 5, "山塘总数", "口", "01", total);
            figure(sheet, 6, "完好山塘", "口", "02", sound);
            figure(sheet, 7, "水面面积", "亩", "03", area);
            workbook.write(out);
        }
        return file;
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

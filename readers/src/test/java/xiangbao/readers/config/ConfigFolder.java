package xiangbao.readers.config;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import xiangbao.readers.config.documents.ConfigurationMistake;

/** A small right configuration on the disk, of which a test spoils something. Forms have Chinese file names, so it is written, not copied. */
public record ConfigFolder(Path folder) {
    static final String UNITS = """
            code,civil_code,name,kind,parent,aliases,valid_from,valid_until,行政村数
            430626,430626,平江县,县,,平江|全县,,,
            430626001,430626001,汉昌街道,街道,430626,汉昌,2018-01-01,,3
            430626101,430626101,安定镇,镇,430626,安定,,,33
            430626201,430626209,三墩乡,乡,430626,三墩,,,12
            430626-JT,,县交通运输局,县直部门,430626,交通局,,,
            """;
    static final String TOILETS = """
            form: 平31-1
            title: 农村卫生厕所情况
            frequency: 季报
            layout: 综合表
            owed-by: 乡镇（街道）
            due-days: 10
            columns:
              "1": { title: 本期数 }
            rows:
              "04": { title: 应统计户, unit: 户, decimals: 0 }
              "05": { title: 卫生厕所户, unit: 户, decimals: 0 }
            derived:
              普及率: { formula: "100 * [05] / [04]", unit: "%", decimals: 2 }
            audit:
              - { code: 31-T1, severity: 强制性, formula: "[05] <= [04]", label: 不大于应统计户, remedy: 请核对两行 }
            """;
    static final String PLAN = """
            title: 实施方案
            year: 2026
            targets:
              S01:
                title: 农村卫生厕所普及率
                section: 二（三）3
                field: 人居环境/卫生
                wording: 确保
                actual: "100 * [平31-1:05.1] / [平31-1:04.1]"
                unit: "%"
                target: 99
                responsible: [县交通运输局, 各乡镇（街道）]
            """;
    /** The ledger from which 节点 are read; not part of the right configuration, which has no such targets. */
    static final String TASKS = """
            form: 平91-1
            title: 任务清单
            frequency: 月报
            layout: 台账
            owed-by: 县交通运输局
            due-days: 5
            columns:
              "01": { title: 任务编号, kind: 文本 }
              "02": { title: 节点编号, kind: 编号 }
              "03": { title: 节点名称, kind: 文本 }
              "04": { title: 计划完成日期, kind: 日期 }
              "05": { title: 状态, kind: 选项, choices: [未启动, 推进中, 完成, 受阻] }
            """;

    static final String CALENDAR = """
            holidays: [2026-10-01, 2027-01-01]
            workdays: [2026-10-10]
            """;

    public static ConfigFolder rightIn(Path folder) {
        return new ConfigFolder(folder)
                .with("units.csv", UNITS)
                .with("forms/平31-1.yaml", TOILETS)
                .with("plan.yaml", PLAN)
                .with("calendar.yaml", CALENDAR);
    }

    public ConfigFolder with(String name, String content) {
        return with(name, content.getBytes(StandardCharsets.UTF_8));
    }

    public ConfigFolder with(String name, byte[] content) {
        try {
            Path file = folder.resolve(name);
            Files.createDirectories(file.getParent());
            Files.write(file, content);
            return this;
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    public ConfigFolder without(String name) {
        try {
            Files.delete(folder.resolve(name));
            return this;
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    public ReadDefinitions read() {
        return DefinitionsReader.read(folder);
    }

    public List<String> mistakes() {
        return read().mistakes().stream().map(ConfigurationMistake::toString).toList();
    }
}

package xiangbao.reports.export;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Figures and targets for a spreadsheet: UTF-8 with the mark by which Excel knows it, titles in Chinese, texts that no spreadsheet takes for formulas. */
final class FigureCsv {
    private final FigureExport export;

    FigureCsv(FigureExport export) {
        this.export = export;
    }

    byte[] figures() {
        List<@Nullable String> titles = List.of(
                "报告期", "表号", "表名", "指标代码", "指标", "单位代码", "单位", "数值", "计量单位", "状态", "含预计", "计入单位数", "应报单位数", "待核实单位数",
                "核定数", "核定文号", "数据性质", "汇总", "报告期代码", "说明");
        List<List<@Nullable String>> lines = new ArrayList<>();
        lines.add(titles);
        for (ExportedFigure figure : export.chosen()) {
            List<@Nullable String> line = new ArrayList<>();
            for (String text : List.of(
                    figure.period().title(),
                    figure.indicator().form().text(),
                    export.forms().getOrDefault(figure.indicator().form(), ""),
                    figure.indicator().toString(),
                    figure.title(),
                    figure.unit().text(),
                    figure.unitName())) {
                line.add(CsvText.harmless(text));
            }
            line.add(figure.value());
            line.add(CsvText.harmless(figure.measure()));
            line.add(status(figure));
            line.add(figure.forecast() ? "是" : "否");
            line.add(Integer.toString(figure.counted()));
            line.add(Integer.toString(figure.expected()));
            line.add(Integer.toString(figure.pending()));
            beside(line, figure.official());
            line.add(export.vintage().title());
            line.add(export.run());
            line.add(figure.period().toString());
            line.add(FigureExport.NATURE);
            lines.add(line);
        }
        return marked(lines);
    }

    /** 核定数 stands in columns of its own, never in the place of what was reported. */
    private static void beside(List<@Nullable String> line, @Nullable OfficialValue official) {
        line.add(official == null ? null : official.value());
        line.add(official == null ? null : CsvText.harmless(official.document()));
    }

    private static byte[] marked(List<List<@Nullable String>> lines) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes(new byte[] {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF});
        bytes.writeBytes(CsvText.of(lines).getBytes(StandardCharsets.UTF_8));
        return bytes.toByteArray();
    }

    byte[] targets() {
        List<@Nullable String> titles = List.of(
                "报告期", "目标代码", "目标任务", "依据（节）", "单位", "实际", "比较", "目标", "计量单位", "完成率%", "应达到%", "偏差（百分点）", "状态", "初步数",
                "含预计", "计入单位数", "应报单位数", "乡镇任务数合计", "核定数", "核定文号", "未达标单位", "责任单位", "备注", "数据性质", "汇总", "报告期代码", "说明");
        List<List<@Nullable String>> lines = new ArrayList<>();
        lines.add(titles);
        for (ExportedTarget target : export.targets()) {
            List<@Nullable String> line = new ArrayList<>();
            for (String text : List.of(
                    export.period().title(), target.code(), target.title(), target.section(), export.countyName())) {
                line.add(CsvText.harmless(text));
            }
            line.add(target.actual());
            line.add(CsvText.harmless(target.comparison().sign()));
            line.add(target.goal());
            line.add(CsvText.harmless(target.measure()));
            line.add(target.completion());
            line.add(target.elapsed());
            line.add(target.deviation());
            line.add(target.status().title());
            line.add(target.provisional() ? "是" : "否");
            line.add(target.forecast() ? "是" : "否");
            line.add(Integer.toString(target.counted()));
            line.add(Integer.toString(target.expected()));
            line.add(target.taskSum());
            beside(line, target.official());
            line.add(CsvText.harmless(String.join("、", target.below())));
            line.add(CsvText.harmless(String.join("、", target.responsible())));
            line.add(CsvText.harmless(target.note()));
            line.add(export.vintage().title());
            line.add(export.run());
            line.add(export.period().toString());
            line.add(FigureExport.NATURE);
            lines.add(line);
        }
        return marked(lines);
    }

    private static String status(ExportedFigure figure) {
        return switch (figure.status()) {
            case NOT_APPLICABLE -> "不适用";
            case WITHHELD -> "待核实（暂不计入）";
            default -> figure.status().title();
        };
    }
}

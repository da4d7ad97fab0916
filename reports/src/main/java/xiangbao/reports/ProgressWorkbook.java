package xiangbao.reports;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import xiangbao.reports.template.Template;
import xiangbao.reports.template.TemplateSheet;
import xiangbao.statistics.model.ReportingUnit;
import xiangbao.statistics.model.Vintage;
import xiangbao.statistics.plan.Progress;
import xiangbao.statistics.plan.Target;

/** 目标任务完成情况表: one line per target, grouped by field, the light with shape and word. */
final class ProgressWorkbook {
    static final String TABLE = "目标任务完成情况表";

    private final Template template;
    private final CountyResult result;

    ProgressWorkbook(Template template, CountyResult result) {
        this.template = template;
        this.result = result;
    }

    byte[] fill() throws IOException {
        TemplateSheet sheet = template.sheet(TABLE);
        Map<String, List<Progress>> fields = new LinkedHashMap<>();
        for (Progress progress : result.progress()) {
            fields.computeIfAbsent(progress.target().field(), field -> new ArrayList<>())
                    .add(progress);
        }
        List<String> pattern = new ArrayList<>();
        fields.values().forEach(group -> {
            pattern.add("rpt.group");
            group.forEach(progress -> pattern.add("rpt.rows"));
        });
        int row = sheet.repeatDown(pattern);
        int number = 0;
        for (Map.Entry<String, List<Progress>> field : fields.entrySet()) {
            sheet.text(row, 0, field.getKey());
            sheet.merge(row, row, 0, 13);
            row++;
            for (Progress progress : field.getValue()) {
                line(sheet, row++, ++number, progress, result.vintage());
            }
        }
        String county = result.definitions().units().county().name();
        var plan = result.definitions().plan();
        sheet.fill(Map.of(
                "综合机关",
                county,
                "报告期",
                result.period().title(),
                "数据性质",
                result.vintage().title(),
                "计划",
                "《" + plan.title() + "》",
                "计划年度",
                plan.year() == 0 ? "计划年度：方案未载明" : "计划年度：" + plan.year() + "年（口径待确认）"));
        var workbook = template.workbook();
        workbook.setPrintArea(0, 0, 13, 0, sheet.sheet().getLastRowNum());
        return template.finish();
    }

    private static void line(TemplateSheet sheet, int row, int number, Progress progress, Vintage vintage) {
        Target target = progress.target();
        sheet.number(row, 0, BigDecimal.valueOf(number), 0);
        String title = target.title() + "（" + target.code() + "）";
        sheet.text(row, 1, title);
        sheet.text(row, 2, target.section());
        sheet.text(row, 3, target.unit());
        BigDecimal goal = progress.goal();
        sheet.text(
                row,
                4,
                goal == null
                        ? (target.comparators().isEmpty() ? "目标未定" : "高于参照")
                        : target.comparison().sign() + " "
                                + plain(goal.setScale(
                                        Math.max(goal.stripTrailingZeros().scale(), 0), RoundingMode.HALF_UP)));
        BigDecimal actual = progress.actual();
        if (actual == null) {
            sheet.text(row, 5, "—");
        } else if (progress.forecast()) {
            sheet.text(row, 5, plain(actual) + "（含预计）");
        } else {
            sheet.number(row, 5, actual, Math.max(actual.scale(), 0));
        }
        share(sheet, row, 6, progress.completion(), 1);
        share(sheet, row, 7, progress.elapsed(), 1);
        share(sheet, row, 8, progress.deviation(), 1);
        sheet.text(row, 9, progress.status().shape() + " " + progress.status().title());
        String below = progress.below().stream().map(ReportingUnit::name).collect(Collectors.joining("、"));
        sheet.text(row, 10, below.isEmpty() ? "—" : below);
        sheet.text(
                row,
                11,
                progress.coverage().expected().isEmpty()
                        ? "—"
                        : progress.coverage().fraction());
        String responsible = String.join("、", target.responsible());
        sheet.text(row, 12, responsible);
        String note = note(progress, vintage);
        sheet.text(row, 13, note);
        int lines = 1;
        for (int column = 0; column < 14; column++) {
            var cell = sheet.sheet().getRow(row).getCell(column);
            if (cell.getCellType() == org.apache.poi.ss.usermodel.CellType.STRING) {
                lines = Math.max(
                        lines,
                        TextWidth.lines(cell.getStringCellValue(), sheet.sheet().getColumnWidth(column) / 256.0));
            }
        }
        sheet.height(row, 14.0 * lines + 6);
    }

    private static String note(Progress progress, Vintage vintage) {
        List<String> notes = new ArrayList<>();
        if (!progress.note().isEmpty()) {
            notes.add(progress.note());
        }
        if (progress.provisional()) {
            notes.add(vintage.isSealed() ? "报送或审核不齐" : vintage.title());
        }
        return String.join("；", notes);
    }

    /** With more decimals where rounding would make 100 of what is just below or above it. */
    private static void share(TemplateSheet sheet, int row, int column, @Nullable BigDecimal value, int decimals) {
        if (value == null) {
            sheet.text(row, column, "—");
        } else {
            int shown = decimals;
            BigDecimal whole = BigDecimal.valueOf(100);
            while (shown < 6
                    && value.compareTo(whole) != 0
                    && value.setScale(shown, RoundingMode.HALF_UP).compareTo(whole) == 0) {
                shown++;
            }
            sheet.number(row, column, value.setScale(shown, RoundingMode.HALF_UP), shown);
        }
    }

    /** With the thousands set apart, for a figure that stands beside a sign or a word. */
    private static String plain(BigDecimal value) {
        String digits = value.toPlainString();
        int point = digits.indexOf('.');
        String whole = point < 0 ? digits : digits.substring(0, point);
        return whole.replaceAll("(?<=\\d)(?=(?:\\d{3})+$)", ",") + (point < 0 ? "" : digits.substring(point));
    }
}

package xiangbao.reports.notices;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import xiangbao.reports.template.ReportFile;
import xiangbao.reports.template.Template;
import xiangbao.reports.template.TemplateNeeds;
import xiangbao.reports.template.TemplateSheet;
import xiangbao.reports.template.TextWidth;

/** Prints 更正通知单: what was changed after the seal, why, and who approved it; with old and new figures. */
public final class NoticeWorkbook {
    private static final String TABLE = "更正通知单";
    private static final String FILE = "更正通知单.xlsx";
    private static final List<String> ANCHORS = List.of("rpt.reason", "rpt.reported", "rpt.county");
    private static final int COLUMNS = 8;

    private final Path templates;

    /** @param templates the folder with {@code 更正通知单.xlsx} */
    public NoticeWorkbook(Path templates) {
        this.templates = templates;
    }

    /** Says what the template must have. */
    public static void check(TemplateNeeds needs) {
        needs.sheet(FILE, TABLE, ANCHORS);
    }

    /** Writes a notice under its number; the same notice gives the same bytes. */
    public Path write(CorrectionNotice notice, Path folder) throws IOException {
        Files.createDirectories(folder);
        try (Template template = Template.open(templates.resolve(FILE))) {
            return ReportFile.put(folder.resolve(ReportFile.name(notice.number()) + ".xlsx"), fill(template, notice));
        }
    }

    private static byte[] fill(Template template, CorrectionNotice notice) throws IOException {
        TemplateSheet sheet = template.sheet(TABLE);
        sheet.fill(Map.ofEntries(
                Map.entry("综合机关", notice.county()),
                Map.entry("文号", notice.number()),
                Map.entry("报告期", notice.period().title()),
                Map.entry("数据性质", notice.vintage().title()),
                Map.entry("报表", notice.forms()),
                Map.entry("填报单位", notice.units()),
                Map.entry("更正原因", notice.reason()),
                Map.entry("批准人", notice.approvedBy()),
                Map.entry("经办", notice.actor()),
                Map.entry("日期", notice.day()),
                Map.entry("汇总", "第" + notice.runBefore() + "次 → 第" + notice.runAfter() + "次")));
        int reason = sheet.anchor("rpt.reason").getFirstRow();
        tall(sheet, reason - 2, notice.forms());
        tall(sheet, reason - 1, notice.units());
        tall(sheet, reason, notice.reason());
        lines(sheet, "rpt.reported", notice.reported());
        lines(sheet, "rpt.county", notice.totals());
        template.workbook().setPrintArea(0, 0, COLUMNS - 1, 0, sheet.sheet().getLastRowNum());
        return template.finish();
    }

    private static void tall(TemplateSheet sheet, int row, String text) {
        double width = 0;
        for (int column = 1; column < COLUMNS; column++) {
            width += sheet.sheet().getColumnWidth(column) / 256.0;
        }
        sheet.height(row, Math.min(400, 15.0 * TextWidth.lines(text, width - 3) + 7));
    }

    private static void lines(TemplateSheet sheet, String anchor, List<CorrectionNotice.Line> lines) {
        int first = sheet.repeatDown(anchor, lines.size());
        for (int index = 0; index < lines.size(); index++) {
            CorrectionNotice.Line line = lines.get(index);
            int row = first + index;
            String[] texts = {line.unit(), line.title(), line.indicator(), line.period(), line.measure()};
            int most = 1;
            for (int column = 0; column < texts.length; column++) {
                sheet.text(row, column, texts[column]);
                most = Math.max(
                        most, TextWidth.lines(texts[column], sheet.sheet().getColumnWidth(column) / 256.0));
            }
            value(sheet, row, 5, line.before(), line.decimals());
            value(sheet, row, 6, line.after(), line.decimals());
            value(sheet, row, 7, line.difference().isEmpty() ? "—" : line.difference(), line.decimals());
            sheet.height(row, 14.0 * most + 5);
        }
        if (lines.isEmpty()) {
            sheet.text(first, 1, "（无）");
        }
    }

    private static void value(TemplateSheet sheet, int row, int column, String text, int decimals) {
        if (text.matches("-?\\d{1,15}(\\.\\d{1,12})?")) {
            BigDecimal number = new BigDecimal(text);
            sheet.number(
                    row,
                    column,
                    number,
                    Math.max(decimals, Math.max(number.stripTrailingZeros().scale(), 0)));
        } else {
            sheet.text(row, column, text);
        }
    }
}

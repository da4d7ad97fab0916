package xiangbao.reports.sources;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.poi.ss.util.CellRangeAddress;
import xiangbao.reports.county.CountyResult;
import xiangbao.reports.county.Source;
import xiangbao.reports.template.Printed;
import xiangbao.reports.template.PrintedLine;
import xiangbao.reports.template.RowHeight;
import xiangbao.reports.template.Template;
import xiangbao.reports.template.TemplateNeeds;
import xiangbao.reports.template.TemplateSheet;
import xiangbao.reports.template.Written;
import xiangbao.statistics.forms.FormCode;
import xiangbao.statistics.submissions.SubmissionKey;

/** 数据来源 of a workbook about reports and not about figures: a line for every round of every submission, linked to the original in the archive. */
public final class FileSources {
    private static final List<String> ANCHORS = List.of("rpt.rows");
    private static final Set<String> LINE_TOKENS =
            Set.of("序号", "表号", "报表", "报告期次", "填报单位", "次数", "审核", "收到时间", "工作表", "文件", "指纹");
    private static final Set<String> TITLE_TOKENS = Set.of("综合机关", "报告期", "标题", "数据性质", "份数", "配置摘要");

    private final CountyResult result;
    private final TemplateSheet sheet;

    private FileSources(CountyResult result, TemplateSheet sheet) {
        this.result = result;
        this.sheet = sheet;
    }

    public static void check(TemplateNeeds needs, String template) {
        needs.sheet(template, SourcesSheet.NAME, ANCHORS);
        needs.tokens(template, SourcesSheet.NAME, TemplateNeeds.union(TITLE_TOKENS, LINE_TOKENS));
    }

    /**
     * Fills the sheet 数据来源 of a template.
     *
     * @param report the name under which the workbook is put on the desk
     * @param title what the workbook is about, such as 报送情况
     * @return where each round stands, by {@link #place}, as a link within the workbook
     */
    public static Map<String, String> fill(Template template, CountyResult result, String report, String title) {
        return new FileSources(result, template.sheet(SourcesSheet.NAME)).fill(report, title);
    }

    /** Under which a round is known. */
    public static String place(SubmissionKey key, int round) {
        return key + " " + round;
    }

    private Map<String, String> fill(String report, String title) {
        List<Source> files = Source.of(result.reportings());
        int file = sheet.column("rpt.rows", "文件");
        List<PrintedLine> lines = new ArrayList<>();
        for (Source one : files) {
            lines.add(new PrintedLine("rpt.rows", line(one, lines.size() + 1)));
        }
        if (files.isEmpty()) {
            lines.add(RowHeight.nothing("rpt.rows", LINE_TOKENS, "报表", "没有收到报表"));
        }
        int first = RowHeight.lay(sheet, ANCHORS, lines);
        Originals originals = new Originals(result, sheet, report);
        Map<String, String> places = new HashMap<>();
        for (int index = 0; index < files.size(); index++) {
            Source one = files.get(index);
            places.put(place(one.key(), one.round()), "'" + SourcesSheet.NAME + "'!A" + (first + index + 1));
            if (file >= 0) {
                originals.link(first + index, file, one.sha256(), one.sheet(), "A1");
            }
        }
        int last = sheet.sheet().getRow(first).getLastCellNum() - 1;
        sheet.sheet().setAutoFilter(new CellRangeAddress(first - 1, first + lines.size() - 1, 0, last));
        sheet.fill(result.titles(Map.of(
                "标题",
                title,
                "份数",
                Integer.toString(files.size()),
                "配置摘要",
                result.definitions().digest())));
        RowHeight.fitMerged(sheet);
        return places;
    }

    private Map<String, Printed> line(Source source, int number) {
        Map<String, Printed> line = new HashMap<>();
        line.put("序号", Printed.number(number));
        line.put("表号", Printed.text(source.key().form().text()));
        line.put("报表", Printed.text(title(source.key().form())));
        line.put("报告期次", Printed.text(source.key().period().title()));
        line.put(
                "填报单位",
                Printed.text(result.definitions().units().name(source.key().unit())));
        line.put("次数", Printed.text("第" + source.round() + "次"));
        line.put("审核", Printed.text(source.outcome().title()));
        line.put("收到时间", Printed.text(Written.time(source.received())));
        line.put("工作表", Printed.text(source.sheet()));
        line.put("文件", Printed.text(source.file()));
        line.put("指纹", Printed.text(source.sha256()));
        return line;
    }

    private String title(FormCode form) {
        return result.definitions()
                .form(form)
                .map(rules -> rules.form().title())
                .orElse("");
    }
}

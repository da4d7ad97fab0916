package xiangbao.reports.sources;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.poi.ss.util.CellRangeAddress;
import org.jspecify.annotations.Nullable;
import xiangbao.reports.county.CountyResult;
import xiangbao.reports.county.Source;
import xiangbao.reports.template.Template;
import xiangbao.reports.template.TemplateNeeds;
import xiangbao.reports.template.TemplateSheet;
import xiangbao.statistics.aggregate.Contribution;
import xiangbao.statistics.units.ReportingUnit;

/**
 * 数据来源 of a workbook with figures: the submissions that it stands on, then each figure with the cells that it was made of, one line for an indicator of a
 * unit. Files and cells are links to the originals in the archive.
 */
public final class SourcesSheet {
    static final String NAME = "数据来源";
    private static final List<String> ANCHORS = List.of("rpt.section", "rpt.files", "rpt.figure", "rpt.cells");
    private static final Set<String> TOKENS = Set.of("综合机关", "报告期", "标题", "数据性质", "配置摘要");

    private static final int HEADINGS = 2;

    private final TemplateSheet sheet;
    private final CountyResult result;
    private final @Nullable ReportingUnit unit;
    private final SourceLines lines;
    private final Map<String, Integer> places = new HashMap<>();

    private SourcesSheet(TemplateSheet sheet, CountyResult result, @Nullable ReportingUnit unit, String report) {
        this.sheet = sheet;
        this.result = result;
        this.unit = unit;
        this.lines = new SourceLines(sheet, result, new Originals(result, sheet, report));
    }

    /**
     * Fills the sheet 数据来源 of a template.
     *
     * @param report the name under which the workbook is put on the desk: says how deep it lies
     * @param title what the workbook is about, such as 农村卫生厕所情况汇总表
     * @param files submissions to list, returned ones too
     * @param figures county figures in the order of the workbook; cells that another one among them has listed are named after it
     * @return where each figure stands, by its code, as a link within the workbook
     */
    public static Map<String, String> fill(
            Template template,
            CountyResult result,
            String report,
            String title,
            List<Source> files,
            List<Sourced> figures) {
        return new SourcesSheet(template.sheet(NAME), result, null, report).fill(title, files, figures);
    }

    /** As {@link #fill}, with figures of one unit; one that the unit reported in so many cells takes no more than their line. */
    public static Map<String, String> fillOf(
            ReportingUnit unit,
            Template template,
            CountyResult result,
            String report,
            String title,
            List<Source> files,
            List<Sourced> figures) {
        return new SourcesSheet(template.sheet(NAME), result, unit, report).fill(title, files, figures);
    }

    public static void check(TemplateNeeds needs, String template) {
        needs.sheet(template, NAME, ANCHORS);
        needs.tokens(template, NAME, TOKENS);
    }

    private Map<String, String> fill(String title, List<Source> files, List<Sourced> figures) {
        write(files, figures);
        sheet.fill(
                result.titles(Map.of("标题", title, "配置摘要", result.definitions().digest())));
        Map<String, String> found = new HashMap<>();
        places.forEach((code, row) -> found.put(code, "'" + NAME + "'!B" + (row + 1)));
        return found;
    }

    private void write(List<Source> files, List<Sourced> figures) {
        List<FigureParts> parts = FigureParts.of(figures);
        int row = sheet.repeatDown(ANCHORS, pattern(files, parts));
        sheet.text(row++, 0, "一、报送文件（" + files.size() + "份）");
        int number = 0;
        for (Source file : files) {
            lines.file(row++, ++number, file);
        }
        sheet.text(
                row++,
                0,
                unit == null
                        ? "二、全县各数由哪些单元格合成（" + figures.size() + "个数）"
                        : "二、本单位各数由哪些单元格而来（" + figures.size() + "个数；全县的数见各张汇总表的“" + NAME + "”）");
        ReportingUnit of = unit == null ? result.definitions().units().county() : unit;
        number = 0;
        for (FigureParts one : parts) {
            places.put(one.figure().code(), row);
            number++;
            if (hasLine(one)) {
                lines.figure(row++, number, of, one);
            } else {
                lines.number(row, number);
            }
            for (Map.Entry<FigureParts.Part, List<Contribution>> part :
                    one.parts().entrySet()) {
                lines.cells(row++, part.getKey(), part.getValue());
            }
        }
        sheet.sheet().setAutoFilter(new CellRangeAddress(HEADINGS, row - 1, 0, SourceLines.LAST));
        var workbook = sheet.sheet().getWorkbook();
        workbook.setPrintArea(
                workbook.getSheetIndex(sheet.sheet()),
                0,
                SourceLines.LAST,
                0,
                sheet.sheet().getLastRowNum());
    }

    private List<String> pattern(List<Source> files, List<FigureParts> parts) {
        List<String> pattern = new ArrayList<>(List.of("rpt.section"));
        files.forEach(file -> pattern.add("rpt.files"));
        pattern.add("rpt.section");
        for (FigureParts one : parts) {
            if (hasLine(one)) {
                pattern.add("rpt.figure");
            }
            one.parts().forEach((part, cells) -> pattern.add("rpt.cells"));
        }
        return pattern;
    }

    /** What a unit has reported in so many cells needs no line of its own. */
    private boolean hasLine(FigureParts one) {
        return unit == null || !one.isReported();
    }
}

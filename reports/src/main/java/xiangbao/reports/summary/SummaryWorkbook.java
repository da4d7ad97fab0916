package xiangbao.reports.summary;

import java.io.IOException;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import xiangbao.reports.county.CountyResult;
import xiangbao.reports.county.Source;
import xiangbao.reports.sources.Sourced;
import xiangbao.reports.sources.SourcesSheet;
import xiangbao.reports.template.Template;
import xiangbao.statistics.aggregate.FormSummary;
import xiangbao.statistics.forms.Form;
import xiangbao.statistics.forms.SummaryChoice;
import xiangbao.statistics.relations.FormRules;

/** One 汇总表: the columns that people read, everything on a second sheet where these are not all, 同比, and where the figures come from. */
final class SummaryWorkbook {
    static final String TABLE = "汇总表";
    static final String EVERYTHING = "全部指标";
    /** Templates before 0.4.0 had the choice of columns, which the forms have now. */
    static final String CHOSEN = "选栏";

    static final List<String> ANCHORS = Stream.of(
                    List.of(
                            "rpt.marks",
                            "rpt.line",
                            "rpt.columns",
                            "rpt.group",
                            "rpt.heading",
                            "rpt.unit",
                            "rpt.code",
                            "rpt.county"),
                    CountyLines.ANCHORS,
                    List.of("rpt.rows", "rpt.notes"))
            .flatMap(List::stream)
            .toList();

    private final Template template;
    private final CountyResult result;
    private final FormSummary summary;
    private final String name;
    private final Form form;
    private final SummaryChoice choice;
    private final List<SummaryColumn> all;

    /** @param name under which it is put on the desk */
    SummaryWorkbook(Template template, CountyResult result, FormSummary summary, String name) {
        this.template = template;
        this.result = result;
        this.summary = summary;
        this.name = name;
        this.form = summary.form();
        this.choice =
                result.definitions().form(form.code()).map(FormRules::summary).orElse(SummaryChoice.NONE);
        this.all = SummaryColumn.of(summary, result.definitions());
    }

    byte[] fill() throws IOException {
        List<SummaryColumn> chosen = ColumnChoice.of(all, choice);
        Map<String, String> sources = sources();
        table(TABLE, chosen, false, sources);
        if (chosen.size() < all.size()) {
            table(EVERYTHING, all, true, sources);
        } else {
            template.remove(EVERYTHING);
        }
        comparison(chosen);
        template.remove(CHOSEN);
        return template.finish();
    }

    private void table(String sheet, List<SummaryColumn> columns, boolean wide, Map<String, String> sources) {
        new SummaryTable(template.sheet(sheet), summary, result.vintage(), columns, choice.balanced())
                .fill(wide, sources, tokens(columns));
    }

    /** The indicators that people read beside what each unit had a year earlier, where that is known. */
    private void comparison(List<SummaryColumn> chosen) {
        List<SummaryColumn> known = chosen.stream()
                .filter(column -> summary.lines().stream()
                        .anyMatch(line -> column.of(line).lastYear() != null))
                .toList();
        if (known.isEmpty()) {
            template.remove(YearComparison.NAME);
            return;
        }
        new YearComparison(template.sheet(YearComparison.NAME), summary, known).fill(tokens(known), choice.balanced());
    }

    private Map<String, String> tokens(List<SummaryColumn> columns) {
        Set<String> units = new LinkedHashSet<>();
        for (SummaryColumn column : columns) {
            if (!column.indicator().unit().isEmpty()) {
                units.add(column.indicator().unit());
            }
        }
        Map<String, String> tokens = new HashMap<>();
        tokens.put("综合机关", summary.lines().get(0).unit().name());
        tokens.put("报告期", summary.period().title());
        tokens.put("数据性质", result.vintage().title());
        tokens.put("表名", form.title());
        tokens.put("表号", form.code().text());
        tokens.put("制定机关", form.marks().maker());
        tokens.put("计量单位", units.size() <= 4 ? String.join("、", units) : "见各栏");
        return tokens;
    }

    private Map<String, String> sources() {
        List<Source> files = result.sources().stream()
                .filter(source -> source.key().form().equals(form.code())
                        && source.key().period().equals(summary.period()))
                .toList();
        List<Sourced> figures = all.stream()
                .map(column -> Sourced.of(column.county().figure(), column.formula()))
                .toList();
        return SourcesSheet.fill(template, result, name, form.title() + "汇总表", files, figures);
    }
}

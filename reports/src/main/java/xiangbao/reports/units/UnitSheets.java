package xiangbao.reports.units;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import xiangbao.reports.county.CountyResult;
import xiangbao.reports.county.Reporting;
import xiangbao.reports.county.Source;
import xiangbao.reports.county.Timeliness;
import xiangbao.reports.signatures.SignaturePages;
import xiangbao.reports.sources.SourcesSheet;
import xiangbao.reports.targets.ProgressWorkbook;
import xiangbao.reports.template.RowHeight;
import xiangbao.reports.template.Template;
import xiangbao.reports.template.TemplateNeeds;
import xiangbao.reports.template.TemplateSheet;
import xiangbao.statistics.aggregate.Counted;
import xiangbao.statistics.periods.ReferencePeriod;
import xiangbao.statistics.relations.FormRules;
import xiangbao.statistics.units.ReportingUnit;

/** What the workbooks of townships and departments have in common: 报送情况, 待处理问题 and 签字盖章页. */
final class UnitSheets {
    static final String REPORTING = "报送情况";
    static final String OPEN = "待处理问题";

    private final Template template;
    private final CountyResult result;
    private final String name;
    private final @Nullable ReportingUnit unit;

    /** @param unit null for one that is not in the register, and so owes nothing */
    UnitSheets(Template template, CountyResult result, String name, @Nullable ReportingUnit unit) {
        this.template = template;
        this.result = result;
        this.name = name;
        this.unit = unit;
    }

    static List<Reporting> owed(CountyResult result, @Nullable ReportingUnit unit) {
        return result.reportings().stream()
                .filter(one -> one.unit().equals(unit))
                .toList();
    }

    /** Fills the three sheets; where nothing counts there is nothing to sign. */
    void reported(List<Reporting> owed) {
        TemplateSheet reporting = template.sheet(REPORTING);
        ReportingTable.fill(reporting, owed);
        title(reporting, Timeliness.told(owed));
        TemplateSheet open = template.sheet(OPEN);
        int count = OpenFindingTable.fill(open, owed);
        title(open, count == 0 ? "没有待处理的问题。" : "共" + count + "处。改好后重新报送；情况属实的，在退回件“审核结果”里写明原因。");
        List<Counted> signed = signed();
        if (unit == null || signed.isEmpty()) {
            template.remove(SignaturePages.SHEET);
        } else {
            new SignaturePages(template.sheet(SignaturePages.SHEET)).fill(result, unit, signed);
        }
    }

    /** The submissions of the period that count, in print order of their forms. */
    private List<Counted> signed() {
        List<Counted> signed = new ArrayList<>();
        for (FormRules rules : result.definitions().enabledForms()) {
            ReferencePeriod period = result.period().latestEnded(rules.form().frequency());
            result.counted().stream()
                    .filter(one -> unit != null
                            && one.submission().key().unit().equals(unit.code())
                            && one.submission().key().form().equals(rules.form().code())
                            && one.submission().key().period().equals(period))
                    .forEach(signed::add);
        }
        return signed;
    }

    /** What the unit has sent, all rounds of it, and behind it what others have sent that its workbook stands on. */
    List<Source> files(List<Reporting> owed, List<Source> others) {
        List<Source> files = new ArrayList<>(Source.of(owed));
        Set<String> own = new HashSet<>();
        files.forEach(one -> own.add(one.key() + " " + one.round()));
        others.stream()
                .filter(one -> !own.contains(one.key() + " " + one.round()))
                .forEach(files::add);
        return files;
    }

    void title(TemplateSheet sheet, String summary) {
        Map<String, String> titles = new HashMap<>(ProgressWorkbook.titles(result));
        titles.put("单位", name);
        titles.put("小结", summary);
        sheet.fill(titles);
        RowHeight.fitMerged(sheet);
    }

    byte[] finish() throws IOException {
        return template.finish();
    }

    static void check(TemplateNeeds needs, String template, Set<String> titles) {
        needs.sheet(template, REPORTING, ReportingTable.ANCHORS);
        needs.tokens(template, REPORTING, TemplateNeeds.union(titles, ReportingTable.TOKENS));
        needs.sheet(template, OPEN, OpenFindingTable.ANCHORS);
        needs.tokens(template, OPEN, TemplateNeeds.union(titles, OpenFindingTable.TOKENS));
        needs.sheet(template, SignaturePages.SHEET, SignaturePages.ANCHORS);
        needs.tokens(template, SignaturePages.SHEET, SignaturePages.TOKENS);
        SourcesSheet.check(needs, template);
    }
}

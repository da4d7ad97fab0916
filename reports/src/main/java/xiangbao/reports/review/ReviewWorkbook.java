package xiangbao.reports.review;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import xiangbao.reports.county.CountyResult;
import xiangbao.reports.sources.FileSources;
import xiangbao.reports.sources.Originals;
import xiangbao.reports.template.Listing;
import xiangbao.reports.template.Template;
import xiangbao.reports.template.TemplateSheet;
import xiangbao.reports.template.Written;
import xiangbao.statistics.findings.Severity;

/** One 审核情况表. Its column 核实情况 says what the unit explained and who accepted it; the rest of it is for handwriting. */
final class ReviewWorkbook {
    static final String TEMPLATE = "审核情况表.xlsx";
    static final String RELATIONS = "按审核关系";
    static final String UNITS = "按填报单位";
    static final List<String> SHEETS = List.of(
            RELATIONS,
            UNITS,
            OpenFindingSheet.NAME,
            WaiverSheet.NAME,
            OutlierSheet.NAME,
            OfficialGapSheet.NAME,
            FindingSheet.NAME);

    private final Template template;
    private final CountyResult result;
    private final ReviewSummary review;

    ReviewWorkbook(Template template, CountyResult result) {
        this.template = template;
        this.result = result;
        this.review = ReviewSummary.of(result);
    }

    byte[] fill() throws IOException {
        relations(template.sheet(RELATIONS));
        units(template.sheet(UNITS));
        ExplanationText explanations = new ExplanationText(result);
        OpenFindingSheet.fill(
                template.sheet(OpenFindingSheet.NAME), result.screening().open(), explanations);
        OutlierSheet.fill(template.sheet(OutlierSheet.NAME), result.screening());
        OfficialGapSheet.fill(template.sheet(OfficialGapSheet.NAME), result);
        TemplateSheet findings = template.sheet(FindingSheet.NAME);
        FindingSheet.fill(findings, review, explanations, new Originals(result, findings, TEMPLATE));
        FileSources.fill(template, result, TEMPLATE, "审核情况");
        boolean waived = WaiverSheet.fill(template, review);
        for (String name : SHEETS) {
            if (waived || !name.equals(WaiverSheet.NAME)) {
                template.sheet(name).fill(tokens());
            }
        }
        return template.finish();
    }

    private void relations(TemplateSheet sheet) {
        Listing lines = Listing.of(sheet, review.byRelation().size());
        int number = 0;
        for (ReviewSummary.RelationLine one : review.byRelation()) {
            lines.line(
                    ++number,
                    one.severity().title(),
                    one.form().code(),
                    one.code(),
                    one.title(),
                    one.relation().map(relation -> relation.formula().text()).orElse("—"),
                    one.units().size(),
                    one.findings(),
                    one.corrected(),
                    one.units().isEmpty() ? "—" : Written.names(one.units()));
        }
    }

    private void units(TemplateSheet sheet) {
        Listing lines = Listing.of(sheet, review.byUnit().size());
        int number = 0;
        for (ReviewSummary.UnitLine one : review.byUnit()) {
            String titles = one.titles().entrySet().stream()
                    .map(entry -> entry.getKey() + (entry.getValue() > 1 ? " ×" + entry.getValue() : ""))
                    .collect(Collectors.joining("；"));
            lines.line(
                    ++number,
                    one.unit().name(),
                    one.received(),
                    one.of(Severity.MANDATORY),
                    one.of(Severity.QUERY),
                    one.of(Severity.HINT),
                    one.corrected(),
                    titles.isEmpty() ? "—" : titles);
        }
    }

    private Map<String, String> tokens() {
        return result.titles(
                Map.of("收件截至", result.lastReceipt().map(Written::time).orElse("未收到报表")));
    }
}

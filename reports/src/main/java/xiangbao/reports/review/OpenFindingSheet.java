package xiangbao.reports.review;

import java.util.List;
import java.util.stream.Collectors;
import xiangbao.reports.template.Listing;
import xiangbao.reports.template.TemplateSheet;
import xiangbao.statistics.findings.Finding;
import xiangbao.statistics.screening.OpenFinding;

/** 核实清单 of 审核情况表: the doubts that wait, those first that weigh most. */
final class OpenFindingSheet {
    static final String NAME = "核实清单";

    private OpenFindingSheet() {}

    static void fill(TemplateSheet sheet, List<OpenFinding> open, ExplanationText explanations) {
        Listing lines = Listing.of(sheet, open.size());
        int number = 0;
        for (OpenFinding one : open) {
            lines.line(
                    ++number,
                    one.unit().name(),
                    one.indicator().title(),
                    one.indicator().code(),
                    ListedFigure.unit(one.indicator()),
                    ListedFigure.value(one.value(), one.indicator()),
                    one.share() == null ? "—" : one.share(),
                    one.findings().stream()
                            .map(OpenFindingSheet::told)
                            .distinct()
                            .collect(Collectors.joining("；")),
                    one.findings().stream()
                            .map(finding -> explanations.of(one, finding))
                            .filter(text -> !text.isEmpty())
                            .distinct()
                            .collect(Collectors.joining("；")));
        }
    }

    /** What is doubtful and, where it is known, what probably happened. */
    private static String told(Finding finding) {
        return finding.heading()
                + finding.title()
                + (finding.cause().isEmpty() ? "" : "（" + finding.cause().replaceAll("。$", "") + "）");
    }
}

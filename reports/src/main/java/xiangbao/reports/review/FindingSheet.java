package xiangbao.reports.review;

import xiangbao.reports.sources.Originals;
import xiangbao.reports.template.Listing;
import xiangbao.reports.template.TemplateSheet;
import xiangbao.statistics.findings.Finding;
import xiangbao.statistics.submissions.CellReference;

/** 问题明细 of 审核情况表: every finding that stands, with its place in the original. */
final class FindingSheet {
    static final String NAME = "问题明细";

    /** The column 报送, which leads to the cell in the original. */
    private static final int ROUND = 4;

    private FindingSheet() {}

    static void fill(TemplateSheet sheet, ReviewSummary review, ExplanationText explanations, Originals originals) {
        Listing lines = Listing.of(sheet, review.standing().size());
        int number = 0;
        for (ReviewSummary.Standing one : review.standing()) {
            Finding finding = one.finding();
            lines.line(
                    ++number,
                    finding.waived() ? finding.standing() : finding.severity().title(),
                    one.reporting().unit().name(),
                    one.reporting().form().code(),
                    "第" + one.round() + "次",
                    finding.place().cells().isEmpty()
                            ? "—"
                            : place(finding.place().cells().get(0)),
                    finding.heading() + finding.title(),
                    ListedFigure.dash(finding.comparison().actual()),
                    ListedFigure.dash(finding.comparison().expected()),
                    ListedFigure.dash(finding.comparison().difference()),
                    one.reporting()
                            .newest()
                            .map(round -> explanations.of(one.reporting(), round, finding))
                            .orElse(""));
            int row = lines.firstRow() + number - 1;
            one.reporting().newest().ifPresent(round -> {
                CellReference cell = finding.place().cells().isEmpty()
                        ? null
                        : finding.place().cells().get(0);
                originals.link(
                        row,
                        ROUND,
                        round.sha256(),
                        cell == null ? round.sheet() : cell.sheet(),
                        cell == null ? "A1" : cell.address());
            });
        }
    }

    private static String place(CellReference cell) {
        return cell.sheet() + "!" + cell.address();
    }
}

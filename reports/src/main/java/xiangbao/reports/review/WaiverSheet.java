package xiangbao.reports.review;

import xiangbao.reports.county.Reporting;
import xiangbao.reports.template.Listing;
import xiangbao.reports.template.Template;
import xiangbao.reports.template.Written;
import xiangbao.statistics.findings.Finding;

/** 不审清单 of 审核情况表: what a unit may break in this period, and who has decided so why. No page where there is nothing to list. */
final class WaiverSheet {
    static final String NAME = "不审清单";

    private WaiverSheet() {}

    /** Returns whether the sheet stays. */
    static boolean fill(Template template, ReviewSummary review) {
        if (review.waived().isEmpty()) {
            template.remove(NAME);
            return false;
        }
        Listing lines = Listing.of(template.sheet(NAME), review.waived().size());
        int number = 0;
        for (ReviewSummary.Standing one : review.waived()) {
            Finding finding = one.finding();
            Reporting.Explained decided = one.reporting()
                    .newest()
                    .map(round ->
                            round.explanations().get(finding.id(one.reporting().key())))
                    .orElse(null);
            lines.line(
                    ++number,
                    one.reporting().unit().name(),
                    one.reporting().form().code(),
                    one.reporting().period().title(),
                    finding.heading() + finding.title(),
                    ListedFigure.dash(finding.comparison().actual()),
                    ListedFigure.dash(finding.comparison().expected()),
                    decided == null ? "—" : decided.reason(),
                    decided == null ? "—" : decided.acceptedBy(),
                    decided == null || decided.acceptedAt() == null
                            ? "—"
                            : Written.day(decided.acceptedAt().toLocalDate()));
        }
        return true;
    }
}

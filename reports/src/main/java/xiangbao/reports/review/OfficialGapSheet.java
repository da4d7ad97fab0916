package xiangbao.reports.review;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import xiangbao.reports.county.CountyResult;
import xiangbao.reports.template.Listing;
import xiangbao.reports.template.TemplateSheet;
import xiangbao.statistics.aggregate.OfficialGap;
import xiangbao.statistics.progress.Progress;
import xiangbao.statistics.publication.OfficialFigure;

/** 核定数差异 of 审核情况表: where township sums and published figures do not agree. */
final class OfficialGapSheet {
    static final String NAME = "核定数差异";

    private OfficialGapSheet() {}

    /** What lies further from 核定数 than rounding explains, of the indicators and then of the targets. */
    static void fill(TemplateSheet sheet, CountyResult result) {
        List<OfficialGap> gaps = Stream.concat(
                        result.summaries().stream()
                                .flatMap(summary -> summary.lines().get(0).entries().stream())
                                .flatMap(entry -> entry.gap().stream()),
                        result.progress().stream().flatMap(one -> gap(one).stream()))
                .filter(OfficialGap::beyondRounding)
                .toList();
        Listing lines = Listing.of(sheet, gaps.size());
        int number = 0;
        for (OfficialGap one : gaps) {
            BigDecimal percent = one.percent();
            int decimals = Math.max(
                    one.decimals(),
                    Math.min(4, one.official().value().stripTrailingZeros().scale()));
            lines.line(
                    ++number,
                    one.title(),
                    one.code(),
                    one.period().title(),
                    one.unit().isEmpty() ? "—" : one.unit(),
                    one.value().setScale(decimals, RoundingMode.HALF_UP),
                    one.official().value().setScale(decimals, RoundingMode.HALF_UP),
                    one.difference().setScale(decimals, RoundingMode.HALF_UP),
                    percent == null ? "—" : percent.setScale(2, RoundingMode.HALF_UP),
                    one.official().document(),
                    "");
        }
    }

    private static Optional<OfficialGap> gap(Progress one) {
        BigDecimal actual = one.attainment().actual();
        OfficialFigure official = one.counterparts().official();
        return actual == null
                        || official == null
                        || !official.indicator().equals(one.target().code())
                ? Optional.empty()
                : OfficialGap.of(
                        one.target().code(),
                        one.target().title(),
                        one.period(),
                        actual,
                        one.target().measure().unit(),
                        one.target().measure().decimals(),
                        one.grounds().coverage().counted(),
                        official);
    }
}

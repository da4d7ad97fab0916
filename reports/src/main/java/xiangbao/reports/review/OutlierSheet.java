package xiangbao.reports.review;

import java.math.BigDecimal;
import java.util.List;
import xiangbao.reports.template.Listing;
import xiangbao.reports.template.TemplateSheet;
import xiangbao.statistics.screening.DigitQuestion;
import xiangbao.statistics.screening.Outlier;
import xiangbao.statistics.screening.Screening;

/** 离群值 of 审核情况表: as much as is read at a meeting; the command {@code outliers} has the rest. */
final class OutlierSheet {
    static final String NAME = "离群值";

    private static final int MOST = 20;
    private static final int MOST_QUESTIONS = 5;

    private OutlierSheet() {}

    static void fill(TemplateSheet sheet, Screening screening) {
        List<Outlier> outliers = screening.outliers().stream().limit(MOST).toList();
        List<DigitQuestion> questions =
                screening.digits().stream().limit(MOST_QUESTIONS).toList();
        Listing lines = Listing.of(sheet, outliers.size() + questions.size());
        int number = 0;
        for (Outlier one : outliers) {
            BigDecimal share = one.share();
            lines.line(
                    ++number,
                    one.unit().name(),
                    one.indicator().title(),
                    one.indicator().code(),
                    ListedFigure.unit(one.indicator()),
                    ListedFigure.value(one.value(), one.indicator()),
                    one.against(),
                    one.distance(),
                    share == null ? "—" : share,
                    "");
        }
        for (DigitQuestion one : questions) {
            lines.line(
                    ++number,
                    one.unit().name(),
                    "末位数字（" + one.kind().title() + "）",
                    "—",
                    "%",
                    one.share(),
                    one.told(),
                    one.distance(),
                    "—",
                    "");
        }
    }
}

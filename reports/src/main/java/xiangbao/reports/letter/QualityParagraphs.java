package xiangbao.reports.letter;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import xiangbao.reports.county.CountyResult;
import xiangbao.reports.review.ReviewSummary;
import xiangbao.statistics.aggregate.FormSummary;
import xiangbao.statistics.figures.FigureText;
import xiangbao.statistics.findings.Severity;
import xiangbao.statistics.screening.OpenFinding;

/** What a letter says of the figures' worth: what the audits found, which doubts weigh most, and which tables are complete. */
final class QualityParagraphs {
    private static final int HEAVIEST = 3;

    private final CountyResult result;

    QualityParagraphs(CountyResult result) {
        this.result = result;
    }

    List<String> quality() {
        List<String> paragraphs = new ArrayList<>();
        paragraphs.add(found(ReviewSummary.of(result)));
        List<OpenFinding> heavy = result.screening().open().stream()
                .filter(one -> one.share() != null && one.value() != null)
                .limit(HEAVIEST)
                .toList();
        if (!heavy.isEmpty()) {
            paragraphs.add("待核实的数中，对全县合计影响较大的有："
                    + heavy.stream().map(QualityParagraphs::weight).collect(Collectors.joining("、"))
                    + "。");
        }
        if (!result.summaries().isEmpty()) {
            paragraphs.add(complete());
        }
        return paragraphs;
    }

    private static String found(ReviewSummary review) {
        List<String> found = new ArrayList<>();
        for (Severity severity : Severity.values()) {
            int count = review.count(severity);
            if (count > 0) {
                found.add(severity.title() + "问题" + count + "条（涉及"
                        + review.units(severity).size() + "个单位）");
            }
        }
        int corrected = review.corrected();
        String standing = found.isEmpty() ? "各表最近一次报送中，审核没有发现问题" : "各表最近一次报送中，审核发现" + String.join("、", found);
        return standing + (corrected == 0 ? "。" : "；以前各次报送中的" + corrected + "条问题已经改正。");
    }

    private String complete() {
        List<FormSummary> provisional =
                result.summaries().stream().filter(FormSummary::provisional).toList();
        int all = result.summaries().size();
        if (provisional.isEmpty()) {
            return "汇总的" + all + "张报表均已报齐并通过审核。";
        }
        String forms = provisional.stream()
                .map(one -> one.form().code() + "（" + one.coverage().fraction() + "）")
                .collect(Collectors.joining("、"));
        int whole = all - provisional.size();
        String incomplete = result.vintage().ofIncomplete() + "（括号内为计入数/应报数）：" + forms + "。";
        return "汇总的" + all + "张报表"
                + (whole == 0
                        ? "均为" + incomplete
                        : "中，" + whole + "张已报齐并通过审核，" + provisional.size() + "张为" + incomplete);
    }

    private static String weight(OpenFinding one) {
        BigDecimal value = one.value();
        BigDecimal share = one.share();
        return one.unit().name()
                + one.indicator().title().replace(" ", "")
                + (value == null
                        ? ""
                        : FigureText.grouped(value.setScale(one.indicator().decimals(), RoundingMode.HALF_UP)))
                + one.indicator().unit()
                + (share == null ? "" : "（占全县" + FigureText.grouped(share) + "%）");
    }
}

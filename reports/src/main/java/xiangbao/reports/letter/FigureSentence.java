package xiangbao.reports.letter;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import xiangbao.reports.county.CountyResult;
import xiangbao.statistics.aggregate.Coverage;
import xiangbao.statistics.aggregate.Figure;
import xiangbao.statistics.aggregate.FormSummary;
import xiangbao.statistics.figures.FigureText;
import xiangbao.statistics.forms.Indicator;

/** How a letter tells a figure of the county: with its unit, what it is worth and 同比. */
final class FigureSentence {
    private final CountyResult result;

    FigureSentence(CountyResult result) {
        this.result = result;
    }

    /** Empty where the result has no such indicator. */
    Optional<String> of(String indicator) {
        return entry(indicator).map(this::told);
    }

    /** 同比 alone; empty where the result has no such indicator, an empty text where it has no figure. */
    Optional<String> yearOnYear(String indicator) {
        return entry(indicator).map(YearOnYear::told);
    }

    /** The county's entry in a 汇总表. */
    private Optional<FormSummary.Entry> entry(String indicator) {
        for (FormSummary summary : result.summaries()) {
            for (int index = 0; index < summary.columns().size(); index++) {
                if (summary.columns().get(index).code().toString().equals(indicator)) {
                    return Optional.of(summary.lines().get(0).entries().get(index));
                }
            }
        }
        return Optional.empty();
    }

    /** 卫生厕所户243,117户（初步数，已计入22/25），同比增长1.2%. */
    private String told(FormSummary.Entry entry) {
        Figure figure = entry.figure();
        Indicator indicator = figure.indicator();
        String title = indicator
                .title()
                .replaceFirst("^([一二三四五六七八九十]+、|[（(][一二三四五六七八九十]+[）)]|\\d+[.．]|其中：|补充：)", "")
                .replace(" ", "");
        BigDecimal value = figure.rounded();
        if (value == null) {
            return title
                    + (figure.status().title().equals("—")
                            ? "本期不适用"
                            : figure.status().title());
        }
        String text = title
                + FigureText.grouped(value)
                + indicator.unit()
                + remarks(figure.forecast(), !figure.coverage().isFinal(), figure.coverage());
        String change = YearOnYear.told(entry);
        return change.isEmpty() ? text : text + "，" + change;
    }

    /** What is to be known of a figure that is not final. */
    String remarks(boolean forecast, boolean provisional, Coverage coverage) {
        List<String> remarks = new ArrayList<>();
        if (forecast) {
            remarks.add("含预计");
        }
        if (provisional) {
            remarks.add(result.vintage().ofIncomplete());
            if (!coverage.expected().isEmpty()) {
                int pending = coverage.pending().size();
                int withheld = coverage.withheld().size();
                remarks.add("已计入" + coverage.fraction()
                        + (pending == 0 ? "" : "、其中待核实" + pending + "个")
                        + (withheld == 0 ? "" : "、另有" + withheld + "个待核实暂不计入"));
            }
        }
        return remarks.isEmpty() ? "" : "（" + String.join("，", remarks) + "）";
    }
}

package xiangbao.reports.summary;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import xiangbao.reports.template.TextWidth;
import xiangbao.statistics.aggregate.Figure;
import xiangbao.statistics.aggregate.FormSummary;
import xiangbao.statistics.definitions.Definitions;
import xiangbao.statistics.forms.Form;
import xiangbao.statistics.forms.Indicator;
import xiangbao.statistics.forms.IndicatorCode;
import xiangbao.statistics.forms.Layout;
import xiangbao.statistics.publication.OfficialFigure;
import xiangbao.statistics.relations.DerivedIndicator;
import xiangbao.statistics.relations.FormRules;

/** A column of a 汇总表: one indicator, how it is headed, and how the county and its units stand in it. */
final class SummaryColumn {
    private final FormSummary summary;
    private final Form form;
    private final int index;
    private final Indicator indicator;
    private final @Nullable DerivedIndicator derived;

    private SummaryColumn(FormSummary summary, int index, @Nullable DerivedIndicator derived) {
        this.summary = summary;
        this.form = summary.form();
        this.index = index;
        this.indicator = summary.columns().get(index);
        this.derived = derived;
    }

    /** All that there are. */
    static List<SummaryColumn> of(FormSummary summary, Definitions definitions) {
        List<DerivedIndicator> derived =
                definitions.form(summary.form().code()).map(FormRules::derived).orElse(List.of());
        List<SummaryColumn> all = new ArrayList<>();
        for (int index = 0; index < summary.columns().size(); index++) {
            IndicatorCode code = summary.columns().get(index).code();
            all.add(new SummaryColumn(
                    summary,
                    index,
                    derived.stream()
                            .filter(one -> one.indicator().code().equals(code))
                            .findFirst()
                            .orElse(null)));
        }
        return all;
    }

    Indicator indicator() {
        return indicator;
    }

    /** Such as 05.1; the name of a derived indicator. */
    String item() {
        return indicator.code().item();
    }

    FormSummary.Entry of(FormSummary.Line line) {
        return line.entries().get(index);
    }

    FormSummary.Entry county() {
        return of(summary.lines().get(0));
    }

    boolean isDerived() {
        return derived != null;
    }

    /** Empty when it is no derived indicator. */
    String formula() {
        return derived == null ? "" : derived.formula().text();
    }

    private boolean isCell() {
        return form.indicator(indicator.code()).isPresent();
    }

    /** How far right its row stands in the form. */
    int indent() {
        return form.row(indicator.code().row()).map(row -> row.indent()).orElse(0);
    }

    /** What it has in common with its neighbours; may be empty. */
    String group() {
        if (form.layout() == Layout.LEDGER) {
            return form.column(indicator.code().column())
                    .map(column -> column.group())
                    .orElse("");
        }
        if (form.dataColumns().size() > 1 && isCell()) {
            return form.row(indicator.code().row()).map(row -> row.title()).orElse("");
        }
        return "";
    }

    String heading() {
        String title = indicator.title();
        if (form.layout() == Layout.MATRIX && form.dataColumns().size() > 1 && isCell()) {
            title = form.column(indicator.code().column())
                    .map(column -> column.title())
                    .orElse(title);
        }
        return title + forecast();
    }

    /** 预计 when all of it is, 含预计 when a part of it is. */
    private String forecast() {
        int forecasts = 0;
        int values = 0;
        for (FormSummary.Line line : summary.lines().subList(1, summary.lines().size())) {
            Figure figure = of(line).figure();
            if (figure.value() != null) {
                values++;
                forecasts += figure.forecast() ? 1 : 0;
            }
        }
        boolean some = forecasts > 0 || county().figure().forecast();
        return some ? (forecasts == values && values > 0 ? "（预计）" : "（含预计）") : "";
    }

    String measure() {
        return indicator.unit().isEmpty() ? "—" : indicator.unit();
    }

    /** The code that is printed: of the row where a form has but one column. */
    String code() {
        if (!isCell()) {
            return "—";
        }
        return form.dataColumns().size() == 1 && form.layout() == Layout.MATRIX
                ? indicator.code().row()
                : item();
    }

    /** In digits: what its widest number takes, and its heading. */
    int width() {
        String heading = heading();
        return Math.max(
                numbersWidth(),
                Math.max(
                        TextWidth.of(indicator.unit()) + 2,
                        heading.length() > 12 ? 14 : heading.endsWith("）") ? 16 : 11));
    }

    private int numbersWidth() {
        int widest = 6;
        for (FormSummary.Line line : summary.lines()) {
            FormSummary.Entry entry = of(line);
            OfficialFigure official = entry.official();
            for (BigDecimal value : new BigDecimal[] {
                entry.figure().value(),
                entry.lastYear(),
                entry.previous(),
                entry.yearToDate(),
                official == null ? null : official.value()
            }) {
                if (value != null) {
                    widest = Math.max(widest, TextWidth.of(value, indicator.decimals()));
                }
            }
        }
        return widest + 3;
    }
}

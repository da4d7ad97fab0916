package xiangbao.statistics.aggregate;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import xiangbao.statistics.aggregate.FormSummary.Entry;
import xiangbao.statistics.model.Form;
import xiangbao.statistics.model.Indicator;
import xiangbao.statistics.model.ReportingUnit;

/** Lays the figures of a form out as its 汇总表. */
final class SummaryWriter {
    private SummaryWriter() {}

    static FormSummary write(RollUp rollUp, Form form) {
        List<Indicator> columns = rollUp.indicators(form.code());
        List<ReportingUnit> units = new ArrayList<>();
        units.add(rollUp.county());
        units.addAll(rollUp.unitsOf(form, rollUp.period(form)));
        List<FormSummary.Line> lines = new ArrayList<>();
        for (ReportingUnit unit : units) {
            List<Entry> entries = new ArrayList<>();
            for (Indicator indicator : columns) {
                Figure figure = rollUp.figure(indicator.code(), unit.code())
                        .orElseGet(() -> new Figure(
                                indicator,
                                unit.code(),
                                rollUp.period(form),
                                null,
                                FigureStatus.NOT_APPLICABLE,
                                false,
                                List.of(),
                                Coverage.NONE));
                entries.add(compared(figure, rollUp.comparable(figure)));
            }
            lines.add(new FormSummary.Line(unit, entries));
        }
        Coverage coverage = rollUp.coverage(form.code()).orElse(Coverage.NONE);
        List<Entry> county = lines.get(0).entries();
        boolean provisional = !coverage.isFinal()
                || county.stream().anyMatch(entry -> entry.figure().status() == FigureStatus.PROVISIONAL);
        boolean forecast = county.stream().anyMatch(entry -> entry.figure().forecast());
        return new FormSummary(
                form,
                rollUp.period(form),
                columns,
                lines,
                coverage,
                provisional,
                footnotes(coverage, forecast, rollUp, form));
    }

    private static Entry compared(Figure figure, @Nullable BigDecimal lastYear) {
        boolean share = figure.indicator().unit().equals("%")
                || figure.indicator().unit().equals("‰");
        String unit = share ? "百分点" : "%";
        BigDecimal value = figure.value();
        if (value == null || lastYear == null) {
            return new Entry(figure, lastYear, null, unit);
        }
        BigDecimal difference = value.subtract(lastYear);
        if (share) {
            BigDecimal points = figure.indicator().unit().equals("‰")
                    ? difference.divide(BigDecimal.TEN, MathContext.DECIMAL128)
                    : difference;
            return new Entry(figure, lastYear, Exact.plain(points), unit);
        }
        if (lastYear.signum() == 0) {
            return new Entry(figure, lastYear, null, unit);
        }
        BigDecimal change = difference.multiply(BigDecimal.valueOf(100)).divide(lastYear.abs(), MathContext.DECIMAL128);
        return new Entry(figure, lastYear, Exact.plain(change), unit);
    }

    private static List<String> footnotes(Coverage coverage, boolean forecast, RollUp rollUp, Form form) {
        List<String> notes = new ArrayList<>();
        notes.add(told(coverage));
        if (!coverage.standIns().isEmpty()) {
            notes.add(names(coverage.standIns()) + "最近一次报送被退回，按其上一次通过的报送计算。");
        }
        if (forecast) {
            notes.add("含预计数。");
        }
        List<SharedKey> shared = rollUp.sharedKeys().stream()
                .filter(key -> key.form().equals(form.code()))
                .toList();
        if (!shared.isEmpty()) {
            notes.add("下列编号有两个以上单位填报，合计中已分别计入，请核对是否重复："
                    + shared.stream()
                            .map(key -> key.key() + "（" + names(key.reporters()) + "）")
                            .collect(Collectors.joining("；"))
                    + "。");
        }
        return notes;
    }

    private static String told(Coverage coverage) {
        StringBuilder text = new StringBuilder("应报")
                .append(coverage.expected().size())
                .append("个，已报")
                .append(coverage.received())
                .append("个，通过")
                .append(coverage.accepted().size())
                .append("个");
        part(text, "待核实", coverage.pending());
        part(text, "退回", coverage.returned());
        part(text, "未报", coverage.missing());
        MissingShare share = coverage.missingShare();
        if (share != null) {
            text.append("。未计入的单位占上年同期")
                    .append(share.indicator().title())
                    .append(share.percent(1).toPlainString())
                    .append("%");
        }
        return text.append("。").toString();
    }

    private static void part(StringBuilder text, String word, List<ReportingUnit> units) {
        if (!units.isEmpty()) {
            text.append("，")
                    .append(word)
                    .append(units.size())
                    .append("个（")
                    .append(names(units))
                    .append("）");
        }
    }

    private static String names(List<ReportingUnit> units) {
        return units.stream().map(ReportingUnit::name).collect(Collectors.joining("、"));
    }
}

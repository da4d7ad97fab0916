package xiangbao.statistics.aggregate;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import xiangbao.statistics.aggregate.FormSummary.Entry;
import xiangbao.statistics.figures.FigureText;
import xiangbao.statistics.forms.Form;
import xiangbao.statistics.forms.FormCode;
import xiangbao.statistics.forms.Indicator;
import xiangbao.statistics.forms.Layout;
import xiangbao.statistics.forms.OverTime;
import xiangbao.statistics.periods.Frequency;
import xiangbao.statistics.periods.ReferencePeriod;
import xiangbao.statistics.units.ReportingUnit;
import xiangbao.statistics.units.UnitCode;

/** Lays the figures of a form out as its 汇总表. */
public final class SummaryWriter {
    private SummaryWriter() {}

    /** One per form, in print order. */
    public static List<FormSummary> all(RollUp rollUp) {
        return rollUp.forms().stream().map(form -> write(rollUp, form)).toList();
    }

    /** Of one form; empty when it is not among those rolled up. */
    public static Optional<FormSummary> of(RollUp rollUp, FormCode code) {
        return rollUp.forms().stream()
                .filter(form -> form.code().equals(code))
                .findFirst()
                .map(form -> write(rollUp, form));
    }

    private static FormSummary write(RollUp rollUp, Form form) {
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
                entries.add(entry(rollUp, form, figure));
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

    private static Entry entry(RollUp rollUp, Form form, Figure figure) {
        Indicator indicator = figure.indicator();
        ReferencePeriod period = figure.period();
        BigDecimal lastYear = rollUp.comparable(figure, period.yearEarlier());
        BigDecimal previous = form.frequency() == Frequency.YEAR ? null : rollUp.comparable(figure, period.previous());
        boolean flow = indicator.overTime() == OverTime.SUM && form.layout() == Layout.MATRIX;
        BigDecimal yearToDate = flow
                ? rollUp.yearToDate(indicator.code(), figure.unit())
                        .map(Figure::value)
                        .orElse(null)
                : null;
        boolean county = figure.unit().equals(rollUp.county().code());
        return new Entry(
                figure,
                lastYear,
                change(indicator, figure.value(), lastYear),
                isShare(indicator) ? "百分点" : "%",
                previous,
                change(indicator, figure.value(), previous),
                yearToDate,
                county
                        ? rollUp.official(indicator.code(), period)
                                .map(official -> official.in(indicator.unit()))
                                .orElse(null)
                        : null);
    }

    private static boolean isShare(Indicator indicator) {
        return indicator.unit().equals("%") || indicator.unit().equals("‰");
    }

    /** In per cent, between shares in percentage points; null when there is nothing to compare or to divide by. */
    private static @Nullable BigDecimal change(
            Indicator indicator, @Nullable BigDecimal value, @Nullable BigDecimal before) {
        if (value == null || before == null) {
            return null;
        }
        BigDecimal difference = value.subtract(before);
        if (isShare(indicator)) {
            return Exact.plain(
                    indicator.unit().equals("‰")
                            ? difference.divide(BigDecimal.TEN, MathContext.DECIMAL128)
                            : difference);
        }
        if (before.signum() == 0) {
            return null;
        }
        return Exact.plain(difference.multiply(BigDecimal.valueOf(100)).divide(before.abs(), MathContext.DECIMAL128));
    }

    private static List<String> footnotes(Coverage coverage, boolean forecast, RollUp rollUp, Form form) {
        List<String> notes = new ArrayList<>();
        notes.add(told(coverage));
        if (!coverage.standIns().isEmpty()) {
            notes.add(names(coverage.standIns()) + "最近一次报送被退回或待核实，按其上一次通过的报送计算。");
        }
        if (forecast) {
            notes.add("含预计数。");
        }
        tellChanges(notes, rollUp, form);
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

    /** 口径变化 and 撤乡并镇 since last year, which say why a figure of last year is missing or is the sum of several. */
    private static void tellChanges(List<String> notes, RollUp rollUp, Form form) {
        ReferencePeriod now = rollUp.period(form);
        ReferencePeriod before = now.yearEarlier();
        Map<LocalDate, List<String>> broken = new TreeMap<>();
        for (Indicator indicator : rollUp.indicators(form.code())) {
            if (rollUp.continuity().isBroken(indicator.code(), now, before)) {
                rollUp.continuity()
                        .since(indicator.code())
                        .ifPresent(since -> broken.computeIfAbsent(since, any -> new ArrayList<>())
                                .add(indicator.title()));
            }
        }
        broken.forEach((since, titles) -> notes.add("口径自" + since + "起变化，与上年同期不可比：" + String.join("、", titles) + "。"));
        for (ReportingUnit unit : rollUp.unitsOf(form, now)) {
            Set<UnitCode> were = rollUp.lineage().before(unit, now, before);
            boolean comparable =
                    rollUp.lineage().before(List.of(unit), now, before).isPresent();
            if (comparable && were.equals(Set.of(unit.code()))) {
                continue;
            }
            if (comparable) {
                notes.add(unit.name() + "的上年同期数为" + names(rollUp.lineage().named(were)) + "之和。");
            } else {
                notes.add(unit.name() + "区划调整，与上年同期不可比。");
            }
        }
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
        part(text, "待核实暂不计入", coverage.withheld());
        part(text, "退回", coverage.returned());
        part(text, "未报", coverage.missing());
        MissingShare share = coverage.missingShare();
        if (share != null) {
            text.append("。未计入的单位占上年同期")
                    .append(share.indicator().title())
                    .append(FigureText.grouped(share.percent(1)))
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

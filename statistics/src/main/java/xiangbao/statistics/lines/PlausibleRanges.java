package xiangbao.statistics.lines;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import xiangbao.statistics.figures.FigureText;
import xiangbao.statistics.figures.Fraction;
import xiangbao.statistics.forms.Form;
import xiangbao.statistics.forms.Indicator;
import xiangbao.statistics.submissions.Observation;
import xiangbao.statistics.tuning.Screen;

/** 合理范围: figures that the form itself says cannot well be so small or so large. */
final class PlausibleRanges {
    /** So many cells of one column are told one by one. */
    private static final int ONE_BY_ONE = 5;

    private static final int NAMED = 20;

    private final Map<String, Guarded> guarded = new LinkedHashMap<>();

    private record Guarded(Indicator indicator, Range range) {}

    private record Outside(String line, BigDecimal figure, double distance) {}

    PlausibleRanges(Form form, CellRules rules) {
        form.indicators()
                .forEach(indicator -> rules.range(indicator.code())
                        .ifPresent(range -> guarded.put(indicator.code().item(), new Guarded(indicator, range))));
    }

    void look(List<Observation> observations, LineResults results) {
        Map<Guarded, List<Outside>> outside = new LinkedHashMap<>();
        for (Observation one : observations) {
            Guarded guard = guarded.get(one.indicator().item());
            BigDecimal figure = one.number();
            if (guard == null
                    || figure == null
                    || !one.status().hasValue()
                    || results.isOff(Screen.OUT_OF_RANGE, one.indicator())) {
                continue;
            }
            results.looked(Screen.OUT_OF_RANGE, true);
            double distance = guard.range().distance(figure);
            if (distance != 0) {
                outside.computeIfAbsent(guard, any -> new ArrayList<>()).add(new Outside(one.line(), figure, distance));
            }
        }
        outside.forEach((guard, some) -> tell(guard, some, results));
    }

    private static void tell(Guarded guard, List<Outside> some, LineResults results) {
        if (some.size() > ONE_BY_ONE) {
            results.doubt(doubt(guard, some, guard.indicator().code().item(), results));
        } else {
            some.forEach(one -> results.doubt(doubt(
                    guard,
                    List.of(one),
                    (one.line().isEmpty() ? "" : one.line() + ".")
                            + guard.indicator().code().item(),
                    results)));
        }
    }

    private static LineDoubt doubt(Guarded guard, List<Outside> some, String instance, LineResults results) {
        Indicator indicator = guard.indicator();
        Outside worst = some.get(0);
        for (Outside one : some) {
            worst = Math.abs(one.distance()) > Math.abs(worst.distance()) ? one : worst;
        }
        List<LineDoubt.Spot> spots = new ArrayList<>();
        spots.add(new LineDoubt.Spot(worst.line(), indicator.code().item()));
        some.stream()
                .map(one -> new LineDoubt.Spot(one.line(), indicator.code().item()))
                .filter(spot -> !spots.contains(spot))
                .limit(NAMED)
                .forEach(spots::add);
        Fraction figure = Fraction.of(worst.figure());
        boolean gross = Math.abs(worst.distance()) >= Math.log(results.gross(Screen.OUT_OF_RANGE, indicator.code()));
        return new LineDoubt(
                Screen.OUT_OF_RANGE,
                false,
                gross,
                instance,
                spots,
                indicator.title().strip() + "不在合理范围内",
                FigureText.plain(figure),
                "",
                "填报：" + (some.size() > 1 ? "有 " + some.size() + " 行不在范围内，其中编号 " + worst.line() + " 的" : "")
                        + indicator.title().strip() + " ["
                        + indicator.code().item() + "] = "
                        + FigureText.measured(figure, indicator.unit()) + "；合理范围 "
                        + told(guard.range(), indicator.unit()) + "。");
    }

    private static String told(Range range, String unit) {
        BigDecimal least = range.least();
        BigDecimal most = range.most();
        if (least == null || most == null) {
            return least == null
                    ? "不大于 " + FigureText.measured(Fraction.of(java.util.Objects.requireNonNull(most)), unit)
                    : "不小于 " + FigureText.measured(Fraction.of(least), unit);
        }
        return FigureText.grouped(least) + " 至 " + FigureText.measured(Fraction.of(most), unit);
    }
}

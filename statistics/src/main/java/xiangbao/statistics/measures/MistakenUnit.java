package xiangbao.statistics.measures;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import xiangbao.statistics.figures.Fraction;

/**
 * A way in which a clerk may have mistaken the unit of measurement of figures.
 *
 * @param unit the unit in which he may have typed; empty where only the size tells, such as a hundred times too much
 * @param right by what the typed figure is to be multiplied to be right
 * @param log natural logarithm of how many times too large the typed figure is; below zero when it is too small
 */
public record MistakenUnit(String unit, Fraction right, double log) {
    /** 斤 for 公斤: so near to what may truly happen that only strong evidence tells it. */
    private static final double SMALL = Math.log(4);

    /** What the units that the field reports in are mistaken for; compound ones follow from their parts. */
    private static final Map<String, List<String>> MISTAKEN = Map.ofEntries(
            Map.entry("亩", List.of("万亩", "公顷", "平方米", "平方公里")),
            Map.entry("万亩", List.of("亩", "公顷")),
            Map.entry("公顷", List.of("亩", "平方米", "平方公里")),
            Map.entry("平方米", List.of("亩", "万平方米", "平方公里")),
            Map.entry("平方公里", List.of("亩", "公顷", "平方米")),
            Map.entry("吨", List.of("公斤", "斤", "万吨")),
            Map.entry("万吨", List.of("吨", "公斤")),
            Map.entry("公斤", List.of("斤", "吨", "克")),
            Map.entry("斤", List.of("公斤", "吨")),
            Map.entry("公斤/亩", List.of("斤/亩", "公斤/公顷", "吨/亩", "吨/公顷")),
            Map.entry("公里", List.of("米", "里")),
            Map.entry("米", List.of("公里", "里")),
            Map.entry("延米", List.of("公里")),
            Map.entry("万元", List.of("元", "亿元", "千元")),
            Map.entry("亿元", List.of("万元", "元")),
            Map.entry("元", List.of("万元", "亿元")),
            Map.entry("%", List.of("小数", "‰")));

    private static final int[] POWERS = {10, 100, 1_000, 10_000};

    public boolean named() {
        return !unit.isEmpty();
    }

    public boolean small() {
        return Math.abs(log) < SMALL;
    }

    /** Everything that figures of this unit may have been mistaken for, units with a name first. */
    public static List<MistakenUnit> of(String unit, Set<String> suspects) {
        Set<String> names = new LinkedHashSet<>(suspects);
        names.addAll(names(unit));
        List<MistakenUnit> mistaken = new ArrayList<>();
        for (String name : names) {
            if (name.equals("小数")) {
                mistaken.add(of(name, Fraction.of(100)));
                continue;
            }
            UnitOfMeasure.factor(name, unit)
                    .filter(factor -> !factor.isOne())
                    .map(factor -> of(name, Fraction.of(factor.numerator()).over(Fraction.of(factor.denominator()))))
                    .ifPresent(mistaken::add);
        }
        for (int power : POWERS) {
            for (Fraction right : List.of(Fraction.of(power), Fraction.ONE.over(Fraction.of(power)))) {
                if (mistaken.stream().noneMatch(named -> named.right().equals(right))) {
                    mistaken.add(of("", right));
                }
            }
        }
        return mistaken;
    }

    private static List<String> names(String unit) {
        List<String> known = MISTAKEN.get(unit);
        if (known != null) {
            return known;
        }
        int slash = unit.indexOf('/');
        if (slash > 0) {
            String over = unit.substring(0, slash);
            String under = unit.substring(slash + 1);
            List<String> names = new ArrayList<>();
            MISTAKEN.getOrDefault(over, List.of()).forEach(one -> names.add(one + "/" + under));
            return names;
        }
        if (unit.isEmpty()) {
            return List.of();
        }
        return unit.startsWith("万") && unit.length() > 1 ? List.of(unit.substring(1)) : List.of("万" + unit);
    }

    private static MistakenUnit of(String unit, Fraction right) {
        return new MistakenUnit(unit, right, -logarithm(right));
    }

    /** Of a fraction above zero. */
    static double logarithm(Fraction number) {
        return logarithm(new BigDecimal(number.numerator())) - logarithm(new BigDecimal(number.denominator()));
    }

    /** Of a number above zero, however large. */
    public static double logarithm(BigDecimal number) {
        BigDecimal plain = number.stripTrailingZeros();
        int digits = plain.precision() - plain.scale();
        return Math.log(plain.movePointLeft(digits).doubleValue()) + digits * Math.log(10);
    }
}

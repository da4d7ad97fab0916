package xiangbao.reports.returns;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import xiangbao.statistics.findings.Finding;

/** 可能原因: a guess from the two figures, for the clerk to consider; never a value to type. */
public final class LikelyCause {
    private static final Map<BigDecimal, String> FACTORS = new TreeMap<>(Map.of(
            new BigDecimal("10000"), "可能差在“万”：如把亩当万亩、元当万元",
            new BigDecimal("1000"), "可能差一千倍：如吨与公斤、公里与米",
            new BigDecimal("100"), "可能差一百倍：如百分数与小数",
            new BigDecimal("15"), "可能差15倍：亩与公顷",
            new BigDecimal("2000"), "可能差两千倍：吨与斤",
            new BigDecimal("10"), "可能多写或少写了一位",
            new BigDecimal("2"), "可能差一倍：公斤与斤，或重复计算"));

    private LikelyCause() {}

    public static String of(Finding finding) {
        if (!finding.cause().isEmpty()) {
            return finding.cause();
        }
        if (finding.code().equals("MISSING-VALUE")) {
            return "漏填；确实为零的请填 0";
        }
        BigDecimal actual = number(finding.comparison().actual());
        BigDecimal expected = number(finding.comparison().expected());
        if (actual.signum() == 0 || expected.signum() == 0) {
            return "";
        }
        if (actual.compareTo(expected.negate()) == 0) {
            return "可能多写或漏写了负号";
        }
        if (actual.signum() != expected.signum()) {
            return "";
        }
        BigDecimal larger = actual.abs().max(expected.abs());
        BigDecimal ratio = larger.divide(actual.abs().min(expected.abs()), MathContext.DECIMAL64);
        for (Map.Entry<BigDecimal, String> factor : FACTORS.entrySet()) {
            if (ratio.divide(factor.getKey(), MathContext.DECIMAL64)
                            .subtract(BigDecimal.ONE)
                            .abs()
                            .compareTo(new BigDecimal("0.005"))
                    <= 0) {
                return factor.getValue();
            }
        }
        if (actual.compareTo(expected) != 0 && digits(actual).equals(digits(expected))) {
            return "可能有数字写颠倒了";
        }
        return "";
    }

    private static String digits(BigDecimal value) {
        char[] digits = value.abs().toPlainString().toCharArray();
        Arrays.sort(digits);
        return new String(digits);
    }

    /** Zero when the text is no number: then there is nothing to guess from. */
    private static BigDecimal number(String text) {
        return text.matches("-?\\d{1,18}(\\.\\d{1,18})?") ? new BigDecimal(text) : BigDecimal.ZERO;
    }
}

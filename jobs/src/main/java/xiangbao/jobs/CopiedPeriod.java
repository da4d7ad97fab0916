package xiangbao.jobs;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import xiangbao.statistics.audit.FormRules;
import xiangbao.statistics.definitions.Definitions;
import xiangbao.statistics.model.Finding;
import xiangbao.statistics.model.Layout;
import xiangbao.statistics.model.Observation;
import xiangbao.statistics.model.Severity;
import xiangbao.statistics.model.SubmissionKey;

/** Sees when a form repeats every figure of the period before: most likely last period's workbook with a new heading. */
final class CopiedPeriod {
    private static final int ENOUGH = 4;

    private CopiedPeriod() {}

    /** A register of bridges may well stay the same; a table of figures hardly does. */
    static Optional<Finding> remark(
            Definitions definitions, SubmissionKey key, List<Observation> figures, List<Observation> before) {
        Optional<FormRules> rules = definitions.form(key.form());
        if (before.isEmpty() || rules.isEmpty() || rules.get().form().layout() == Layout.LEDGER) {
            return Optional.empty();
        }
        Map<String, BigDecimal> now = numbers(figures);
        Map<String, BigDecimal> then = numbers(before);
        long telling = now.values().stream().filter(one -> one.signum() != 0).count();
        if (telling < ENOUGH || !now.equals(then)) {
            return Optional.empty();
        }
        return Optional.of(new Finding(
                "COPIED-PERIOD",
                "",
                Severity.QUERY,
                "与上一期数据完全相同",
                null,
                List.of(),
                "",
                "",
                "",
                "",
                key.period().title() + "的全部数据与" + key.previous().period().title() + "完全相同。",
                "请核对是否误报了上一期的表；确实没有变化的，请在审核说明中写明。"));
    }

    private static Map<String, BigDecimal> numbers(List<Observation> figures) {
        Map<String, BigDecimal> numbers = new HashMap<>();
        for (Observation one : figures) {
            BigDecimal number = one.number();
            if (number != null) {
                numbers.put(one.indicator().item(), number.stripTrailingZeros());
            }
        }
        return numbers;
    }
}

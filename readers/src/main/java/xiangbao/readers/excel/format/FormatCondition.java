package xiangbao.readers.excel.format;

import java.math.BigDecimal;

/** For which numbers a section is, as in {@code [<1000]}. */
record FormatCondition(String operator, BigDecimal bound) {
    boolean holds(BigDecimal number) {
        int comparison = number.compareTo(bound);
        return switch (operator) {
            case "<" -> comparison < 0;
            case "<=" -> comparison <= 0;
            case ">" -> comparison > 0;
            case ">=" -> comparison >= 0;
            case "<>" -> comparison != 0;
            default -> comparison == 0;
        };
    }

    /** Whether only numbers below zero meet it. */
    boolean isForNegativesOnly() {
        return operator.startsWith("<") && !operator.equals("<>") && bound.signum() <= 0;
    }
}

package xiangbao.readers.excel.formula;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/** Computes with values as Excel does: texts are no numbers, blanks are zero, and what fails once fails for good. */
final class Arithmetic {
    static final MathContext EXACT_ENOUGH = new MathContext(60, RoundingMode.HALF_EVEN);
    private static final int LARGEST_POWER = 64;
    private static final int LARGEST_MAGNITUDE = 350;

    private Arithmetic() {}

    static Value compared(Value left, String sign, Value right) throws Undecidable {
        if (left instanceof Value.Failure || right instanceof Value.Failure) {
            return new Value.Failure();
        }
        int order;
        if (left instanceof Value.Text || right instanceof Value.Text) {
            order = textOf(left).compareToIgnoreCase(textOf(right));
            if (order != 0 && !sign.equals("=") && !sign.equals("<>")) {
                throw new Undecidable(); // the order of texts is the locale's
            }
        } else if (left instanceof Value.Bool || right instanceof Value.Bool) {
            throw new Undecidable();
        } else {
            order = decimal(left).compareTo(decimal(right));
        }
        return new Value.Bool(
                switch (sign) {
                    case "=" -> order == 0;
                    case "<>" -> order != 0;
                    case "<" -> order < 0;
                    case "<=" -> order <= 0;
                    case ">" -> order > 0;
                    default -> order >= 0;
                });
    }

    static Value calculated(Value left, String sign, Value right) throws Undecidable {
        if (left instanceof Value.Failure || right instanceof Value.Failure) {
            return new Value.Failure();
        }
        BigDecimal a = decimal(left);
        BigDecimal b = decimal(right);
        return switch (sign) {
            case "+" -> number(a.add(b, EXACT_ENOUGH));
            case "-" -> number(a.subtract(b, EXACT_ENOUGH));
            case "*" -> number(a.multiply(b, EXACT_ENOUGH));
            case "/" -> b.signum() == 0 ? new Value.Failure() : number(a.divide(b, EXACT_ENOUGH));
            default -> number(raised(a, b));
        };
    }

    static Value scalar(Operand operand) throws Undecidable {
        if (operand instanceof Value value) {
            return value;
        }
        if (operand instanceof Cells cells && cells.single()) {
            return cells.values().get(0);
        }
        throw new Undecidable();
    }

    static BigDecimal decimal(Value value) throws Undecidable {
        if (value instanceof Value.Number number) {
            return number.decimal();
        }
        if (value instanceof Value.Blank) {
            return BigDecimal.ZERO;
        }
        if (value instanceof Value.Bool bool) {
            return bool.truth() ? BigDecimal.ONE : BigDecimal.ZERO;
        }
        throw new Undecidable();
    }

    static Value number(BigDecimal decimal) throws Undecidable {
        if (decimal.signum() != 0 && Math.abs((long) decimal.precision() - decimal.scale()) > LARGEST_MAGNITUDE) {
            throw new Undecidable();
        }
        return new Value.Number(decimal);
    }

    static int whole(BigDecimal value, int bound) throws Undecidable {
        if (value.abs().compareTo(BigDecimal.valueOf(bound)) > 0
                || value.stripTrailingZeros().scale() > 0) {
            throw new Undecidable();
        }
        return value.intValueExact();
    }

    private static BigDecimal raised(BigDecimal base, BigDecimal exponent) throws Undecidable {
        int power = whole(exponent, LARGEST_POWER);
        if (base.signum() == 0 && power <= 0) {
            throw new Undecidable();
        }
        BigDecimal positive = base.pow(Math.abs(power), EXACT_ENOUGH);
        return power < 0 ? BigDecimal.ONE.divide(positive, EXACT_ENOUGH) : positive;
    }

    private static String textOf(Value value) throws Undecidable {
        if (value instanceof Value.Text content) {
            return content.text();
        }
        if (value instanceof Value.Blank) {
            return "";
        }
        throw new Undecidable();
    }
}

package xiangbao.readers.excel.formula;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

/** The functions that clerks use. */
final class FormulaFunctions {
    private FormulaFunctions() {}

    static Value apply(String name, List<Operand> arguments) throws Undecidable {
        return switch (name) {
            case "SUM", "MIN", "MAX", "AVERAGE", "COUNT" -> aggregate(name, arguments);
            case "ROUND" -> rounded(arguments, RoundingMode.HALF_UP);
            case "ROUNDUP" -> rounded(arguments, RoundingMode.UP);
            case "ROUNDDOWN" -> rounded(arguments, RoundingMode.DOWN);
            case "ABS" -> {
                Value value = Arithmetic.scalar(only(arguments));
                yield value instanceof Value.Failure
                        ? value
                        : new Value.Number(Arithmetic.decimal(value).abs());
            }
            case "IF" -> choice(arguments);
            case "IFERROR" -> {
                requireCount(arguments, 2, 2);
                Value value = Arithmetic.scalar(arguments.get(0));
                yield value instanceof Value.Failure ? Arithmetic.scalar(arguments.get(1)) : value;
            }
            default -> throw new Undecidable();
        };
    }

    private static Value aggregate(String name, List<Operand> arguments) throws Undecidable {
        List<BigDecimal> numbers = new ArrayList<>();
        requireCount(arguments, 1, 255);
        for (Operand argument : arguments) {
            if (argument instanceof Value value) {
                if (value instanceof Value.Failure) {
                    return value;
                }
                numbers.add(Arithmetic.decimal(value));
            } else if (argument instanceof Cells cells) {
                for (Value value : cells.values()) {
                    if (value instanceof Value.Failure) {
                        return value;
                    }
                    if (value instanceof Value.Number number) {
                        numbers.add(number.decimal());
                    }
                }
            }
        }
        BigDecimal sum = BigDecimal.ZERO;
        for (BigDecimal number : numbers) {
            sum = sum.add(number, Arithmetic.EXACT_ENOUGH);
        }
        return switch (name) {
            case "SUM" -> Arithmetic.number(sum);
            case "COUNT" -> Arithmetic.number(BigDecimal.valueOf(numbers.size()));
            case "AVERAGE" ->
                numbers.isEmpty()
                        ? new Value.Failure()
                        : Arithmetic.number(sum.divide(BigDecimal.valueOf(numbers.size()), Arithmetic.EXACT_ENOUGH));
            case "MIN" ->
                Arithmetic.number(numbers.stream().reduce(BigDecimal::min).orElse(BigDecimal.ZERO));
            default ->
                Arithmetic.number(numbers.stream().reduce(BigDecimal::max).orElse(BigDecimal.ZERO));
        };
    }

    private static Value rounded(List<Operand> arguments, RoundingMode mode) throws Undecidable {
        requireCount(arguments, 2, 2);
        Value value = Arithmetic.scalar(arguments.get(0));
        Value places = Arithmetic.scalar(arguments.get(1));
        if (value instanceof Value.Failure || places instanceof Value.Failure) {
            return new Value.Failure();
        }
        // the 15 digits first, as Excel does: 1.005 is stored a little below and still rounds to 1.01
        BigDecimal shown = Arithmetic.decimal(value).round(new MathContext(15, RoundingMode.HALF_EVEN));
        return Arithmetic.number(shown.setScale(Arithmetic.whole(Arithmetic.decimal(places), 20), mode));
    }

    private static Value choice(List<Operand> arguments) throws Undecidable {
        requireCount(arguments, 2, 3);
        Value condition = Arithmetic.scalar(arguments.get(0));
        if (condition instanceof Value.Failure) {
            return condition;
        }
        boolean holds = Arithmetic.decimal(condition).signum() != 0;
        if (holds) {
            return Arithmetic.scalar(arguments.get(1));
        }
        return arguments.size() == 3 ? Arithmetic.scalar(arguments.get(2)) : new Value.Bool(false);
    }

    private static Operand only(List<Operand> arguments) throws Undecidable {
        requireCount(arguments, 1, 1);
        return arguments.get(0);
    }

    private static void requireCount(List<Operand> arguments, int least, int most) throws Undecidable {
        if (arguments.size() < least || arguments.size() > most) {
            throw new Undecidable();
        }
    }
}

package xiangbao.readers.excel.formula;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import xiangbao.readers.excel.workbook.Area;
import xiangbao.readers.excel.workbook.StoredDecimal;
import xiangbao.readers.excel.workbook.Unreadable;

/**
 * Evaluates one formula of a cell as it is parsed: arithmetic, comparisons, references and a handful of functions. Whatever goes beyond that
 * makes it {@link Undecidable}; nothing is approximated.
 */
final class CellFormula {
    private static final MathContext EXACT_ENOUGH = new MathContext(60, RoundingMode.HALF_EVEN);
    private static final int LONGEST = 8192;
    private static final int DEEPEST = 64;
    private static final int LARGEST_POWER = 64;
    private static final int LARGEST_MAGNITUDE = 350;

    /** Gives the values of cells of the sheet of this name, or of the formula's own sheet when the name is null. */
    interface References {
        Cells cells(@Nullable String sheet, Area area) throws Undecidable;
    }

    /** The formula is not simple enough to be computed here. */
    static final class Undecidable extends Exception {
        private static final long serialVersionUID = 1L;

        @Override
        public synchronized Throwable fillInStackTrace() {
            return this;
        }
    }

    sealed interface Operand permits Value, Cells {}

    sealed interface Value extends Operand {
        record Number(BigDecimal decimal) implements Value {}

        record Text(String text) implements Value {}

        record Bool(boolean truth) implements Value {}

        record Blank() implements Value {}

        /** An error that Excel would show too, such as a division by zero. */
        record Failure() implements Value {}
    }

    record Cells(List<Value> values, boolean single) implements Operand {}

    private final String text;
    private final References references;
    private int at;
    private int depth;

    CellFormula(String text, References references) {
        this.text = text;
        this.references = references;
    }

    Value value() throws Undecidable {
        if (text.length() > LONGEST) {
            throw new Undecidable();
        }
        Value result = scalar(comparison());
        skipBlanks();
        if (at < text.length()) {
            throw new Undecidable();
        }
        return result;
    }

    private Operand comparison() throws Undecidable {
        if (++depth > DEEPEST) {
            throw new Undecidable();
        }
        Operand left = sum();
        while (true) {
            String sign = sign("<>", "<=", ">=", "<", ">", "=");
            if (sign == null) {
                depth--;
                return left;
            }
            left = compared(scalar(left), sign, scalar(sum()));
        }
    }

    private static Value compared(Value left, String sign, Value right) throws Undecidable {
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

    private static String textOf(Value value) throws Undecidable {
        if (value instanceof Value.Text content) {
            return content.text();
        }
        if (value instanceof Value.Blank) {
            return "";
        }
        throw new Undecidable();
    }

    private Operand sum() throws Undecidable {
        Operand left = product();
        while (true) {
            String sign = sign("+", "-");
            if (sign == null) {
                return left;
            }
            left = calculated(scalar(left), sign, scalar(product()));
        }
    }

    private Operand product() throws Undecidable {
        Operand left = power();
        while (true) {
            String sign = sign("*", "/");
            if (sign == null) {
                return left;
            }
            left = calculated(scalar(left), sign, scalar(power()));
        }
    }

    private Operand power() throws Undecidable {
        Operand left = signed();
        while (sign("^") != null) {
            left = calculated(scalar(left), "^", scalar(signed()));
        }
        return left;
    }

    private Operand signed() throws Undecidable {
        boolean negative = false;
        boolean any = false;
        String sign = sign("+", "-");
        while (sign != null) {
            negative ^= sign.equals("-");
            any |= sign.equals("-");
            sign = sign("+", "-");
        }
        Operand operand = primary();
        while (sign("%") != null) {
            operand = calculated(scalar(operand), "/", new Value.Number(BigDecimal.valueOf(100)));
        }
        if (!any) {
            return operand;
        }
        return calculated(new Value.Number(BigDecimal.ZERO), negative ? "-" : "+", scalar(operand));
    }

    private static Value calculated(Value left, String sign, Value right) throws Undecidable {
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

    private static BigDecimal raised(BigDecimal base, BigDecimal exponent) throws Undecidable {
        int power = whole(exponent, LARGEST_POWER);
        if (base.signum() == 0 && power <= 0) {
            throw new Undecidable();
        }
        BigDecimal positive = base.pow(Math.abs(power), EXACT_ENOUGH);
        return power < 0 ? BigDecimal.ONE.divide(positive, EXACT_ENOUGH) : positive;
    }

    private static int whole(BigDecimal value, int bound) throws Undecidable {
        if (value.abs().compareTo(BigDecimal.valueOf(bound)) > 0
                || value.stripTrailingZeros().scale() > 0) {
            throw new Undecidable();
        }
        return value.intValueExact();
    }

    private static Value number(BigDecimal decimal) throws Undecidable {
        if (decimal.signum() != 0 && Math.abs((long) decimal.precision() - decimal.scale()) > LARGEST_MAGNITUDE) {
            throw new Undecidable();
        }
        return new Value.Number(decimal);
    }

    private static BigDecimal decimal(Value value) throws Undecidable {
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

    private static Value scalar(Operand operand) throws Undecidable {
        if (operand instanceof Value value) {
            return value;
        }
        if (operand instanceof Cells cells && cells.single()) {
            return cells.values().get(0);
        }
        throw new Undecidable();
    }

    private Operand primary() throws Undecidable {
        skipBlanks();
        if (at == text.length()) {
            throw new Undecidable();
        }
        char character = text.charAt(at);
        if (character == '(') {
            at++;
            Operand inside = comparison();
            require(')');
            return inside;
        }
        if (character == '"') {
            return new Value.Text(quoted('"'));
        }
        if (character >= '0' && character <= '9' || character == '.') {
            return literal();
        }
        if (character == '\'') {
            String sheet = quoted('\'');
            require('!');
            return reference(sheet, word());
        }
        String word = word();
        if (at < text.length() && text.charAt(at) == '(') {
            at++;
            return function(word.toUpperCase(Locale.ROOT));
        }
        if (at < text.length() && text.charAt(at) == '!') {
            at++;
            return reference(word, word());
        }
        if (word.equalsIgnoreCase("TRUE") || word.equalsIgnoreCase("FALSE")) {
            return new Value.Bool(word.equalsIgnoreCase("TRUE"));
        }
        return reference(null, word);
    }

    private Value literal() throws Undecidable {
        int start = at;
        while (at < text.length() && (Character.digit(text.charAt(at), 10) >= 0 || text.charAt(at) == '.')) {
            at++;
        }
        if (at < text.length() && (text.charAt(at) == 'E' || text.charAt(at) == 'e')) {
            at++;
            if (at < text.length() && (text.charAt(at) == '+' || text.charAt(at) == '-')) {
                at++;
            }
            while (at < text.length() && Character.digit(text.charAt(at), 10) >= 0) {
                at++;
            }
        }
        char[] digits = text.substring(start, at).toCharArray();
        if (!StoredDecimal.isBelievable(digits, digits.length)) {
            throw new Undecidable();
        }
        return new Value.Number(new BigDecimal(digits));
    }

    private String quoted(char quote) throws Undecidable {
        StringBuilder content = new StringBuilder();
        at++;
        while (at < text.length()) {
            char character = text.charAt(at++);
            if (character != quote) {
                content.append(character);
            } else if (at < text.length() && text.charAt(at) == quote) {
                content.append(quote);
                at++;
            } else {
                return content.toString();
            }
        }
        throw new Undecidable();
    }

    private String word() throws Undecidable {
        int start = at;
        while (at < text.length()
                && (Character.isLetterOrDigit(text.charAt(at)) || "$_.".indexOf(text.charAt(at)) >= 0)) {
            at++;
        }
        if (at == start) {
            throw new Undecidable();
        }
        return text.substring(start, at);
    }

    private Operand reference(@Nullable String sheet, String first) throws Undecidable {
        String address = first;
        if (at < text.length() && text.charAt(at) == ':') {
            at++;
            String last = word();
            address = isColumn(first) && isColumn(last) ? first + "1:" + last + Area.MOST_ROWS : first + ":" + last;
        }
        try {
            return references.cells(sheet, Area.of(address));
        } catch (Unreadable noAddress) {
            throw new Undecidable(); // a defined name, or an address in another style
        }
    }

    private static boolean isColumn(String word) {
        return word.chars().allMatch(character -> character == '$' || character < 128 && Character.isLetter(character));
    }

    private Operand function(String name) throws Undecidable {
        List<Operand> arguments = new ArrayList<>();
        skipBlanks();
        if (at < text.length() && text.charAt(at) == ')') {
            at++;
        } else {
            do {
                arguments.add(comparison());
            } while (sign(",") != null);
            require(')');
        }
        return switch (name) {
            case "SUM", "MIN", "MAX", "AVERAGE", "COUNT" -> aggregate(name, arguments);
            case "ROUND" -> rounded(arguments, RoundingMode.HALF_UP);
            case "ROUNDUP" -> rounded(arguments, RoundingMode.UP);
            case "ROUNDDOWN" -> rounded(arguments, RoundingMode.DOWN);
            case "ABS" -> {
                Value value = scalar(only(arguments));
                yield value instanceof Value.Failure
                        ? value
                        : new Value.Number(decimal(value).abs());
            }
            case "IF" -> choice(arguments);
            case "IFERROR" -> {
                requireCount(arguments, 2, 2);
                Value value = scalar(arguments.get(0));
                yield value instanceof Value.Failure ? scalar(arguments.get(1)) : value;
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
                numbers.add(decimal(value));
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
            sum = sum.add(number, EXACT_ENOUGH);
        }
        return switch (name) {
            case "SUM" -> number(sum);
            case "COUNT" -> number(BigDecimal.valueOf(numbers.size()));
            case "AVERAGE" ->
                numbers.isEmpty()
                        ? new Value.Failure()
                        : number(sum.divide(BigDecimal.valueOf(numbers.size()), EXACT_ENOUGH));
            case "MIN" -> number(numbers.stream().reduce(BigDecimal::min).orElse(BigDecimal.ZERO));
            default -> number(numbers.stream().reduce(BigDecimal::max).orElse(BigDecimal.ZERO));
        };
    }

    private static Value rounded(List<Operand> arguments, RoundingMode mode) throws Undecidable {
        requireCount(arguments, 2, 2);
        Value value = scalar(arguments.get(0));
        Value places = scalar(arguments.get(1));
        if (value instanceof Value.Failure || places instanceof Value.Failure) {
            return new Value.Failure();
        }
        // the 15 digits first, as Excel does: 1.005 is stored a little below and still rounds to 1.01
        BigDecimal shown = decimal(value).round(new MathContext(15, RoundingMode.HALF_EVEN));
        return number(shown.setScale(whole(decimal(places), 20), mode));
    }

    private static Value choice(List<Operand> arguments) throws Undecidable {
        requireCount(arguments, 2, 3);
        Value condition = scalar(arguments.get(0));
        if (condition instanceof Value.Failure) {
            return condition;
        }
        boolean holds = decimal(condition).signum() != 0;
        if (holds) {
            return scalar(arguments.get(1));
        }
        return arguments.size() == 3 ? scalar(arguments.get(2)) : new Value.Bool(false);
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

    private void require(char character) throws Undecidable {
        skipBlanks();
        if (at == text.length() || text.charAt(at) != character) {
            throw new Undecidable();
        }
        at++;
    }

    private @Nullable String sign(String... signs) {
        skipBlanks();
        for (String sign : signs) {
            if (text.startsWith(sign, at)) {
                at += sign.length();
                return sign;
            }
        }
        return null;
    }

    private void skipBlanks() {
        while (at < text.length() && text.charAt(at) <= ' ') {
            at++;
        }
    }
}

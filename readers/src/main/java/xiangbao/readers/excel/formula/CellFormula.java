package xiangbao.readers.excel.formula;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import xiangbao.readers.excel.workbook.Area;
import xiangbao.readers.excel.workbook.AreaAddress;
import xiangbao.readers.excel.workbook.Unreadable;

/**
 * Evaluates one formula of a cell as it is parsed: arithmetic, comparisons, references and a handful of functions. Whatever goes beyond that
 * makes it {@link Undecidable}; nothing is approximated.
 */
final class CellFormula {
    private static final int DEEPEST = 64;

    private final FormulaText text;
    private final References references;
    private int depth;

    CellFormula(String text, References references) throws Undecidable {
        this.text = new FormulaText(text);
        this.references = references;
    }

    Value value() throws Undecidable {
        Value result = Arithmetic.scalar(comparison());
        text.skipBlanks();
        if (!text.isAtEnd()) {
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
            String sign = text.sign("<>", "<=", ">=", "<", ">", "=");
            if (sign == null) {
                depth--;
                return left;
            }
            left = Arithmetic.compared(Arithmetic.scalar(left), sign, Arithmetic.scalar(sum()));
        }
    }

    private Operand sum() throws Undecidable {
        Operand left = product();
        while (true) {
            String sign = text.sign("+", "-");
            if (sign == null) {
                return left;
            }
            left = Arithmetic.calculated(Arithmetic.scalar(left), sign, Arithmetic.scalar(product()));
        }
    }

    private Operand product() throws Undecidable {
        Operand left = power();
        while (true) {
            String sign = text.sign("*", "/");
            if (sign == null) {
                return left;
            }
            left = Arithmetic.calculated(Arithmetic.scalar(left), sign, Arithmetic.scalar(power()));
        }
    }

    private Operand power() throws Undecidable {
        Operand left = signed();
        while (text.sign("^") != null) {
            left = Arithmetic.calculated(Arithmetic.scalar(left), "^", Arithmetic.scalar(signed()));
        }
        return left;
    }

    private Operand signed() throws Undecidable {
        boolean negative = false;
        boolean any = false;
        String sign = text.sign("+", "-");
        while (sign != null) {
            negative ^= sign.equals("-");
            any |= sign.equals("-");
            sign = text.sign("+", "-");
        }
        Operand operand = primary();
        while (text.sign("%") != null) {
            operand = Arithmetic.calculated(Arithmetic.scalar(operand), "/", new Value.Number(BigDecimal.valueOf(100)));
        }
        if (!any) {
            return operand;
        }
        return Arithmetic.calculated(
                new Value.Number(BigDecimal.ZERO), negative ? "-" : "+", Arithmetic.scalar(operand));
    }

    private Operand primary() throws Undecidable {
        text.skipBlanks();
        char character = text.character();
        if (text.takes('(')) {
            Operand inside = comparison();
            text.require(')');
            return inside;
        }
        if (character == '"') {
            return new Value.Text(text.quoted('"'));
        }
        if (character >= '0' && character <= '9' || character == '.') {
            return text.literal();
        }
        if (character == '\'') {
            String sheet = text.quoted('\'');
            text.require('!');
            return reference(sheet, text.word());
        }
        String word = text.word();
        if (text.takes('(')) {
            return function(word.toUpperCase(Locale.ROOT));
        }
        if (text.takes('!')) {
            return reference(word, text.word());
        }
        if (word.equalsIgnoreCase("TRUE") || word.equalsIgnoreCase("FALSE")) {
            return new Value.Bool(word.equalsIgnoreCase("TRUE"));
        }
        return reference(null, word);
    }

    private Operand reference(@Nullable String sheet, String first) throws Undecidable {
        String address = first;
        if (text.takes(':')) {
            String last = text.word();
            address = isColumn(first) && isColumn(last) ? first + "1:" + last + Area.MOST_ROWS : first + ":" + last;
        }
        try {
            return references.cells(sheet, AreaAddress.of(address));
        } catch (Unreadable noAddress) {
            throw new Undecidable(); // a defined name, or an address in another style
        }
    }

    private static boolean isColumn(String word) {
        return word.chars().allMatch(character -> character == '$' || character < 128 && Character.isLetter(character));
    }

    private Operand function(String name) throws Undecidable {
        List<Operand> arguments = new ArrayList<>();
        text.skipBlanks();
        if (!text.takes(')')) {
            do {
                arguments.add(comparison());
            } while (text.sign(",") != null);
            text.require(')');
        }
        return FormulaFunctions.apply(name, arguments);
    }
}

package xiangbao.readers.excel.formula;

import java.math.BigDecimal;

/** What one cell holds, or a part of a formula gives. */
sealed interface Value extends Operand {
    record Number(BigDecimal decimal) implements Value {}

    record Text(String text) implements Value {}

    record Bool(boolean truth) implements Value {}

    record Blank() implements Value {}

    /** An error that Excel would show too, such as a division by zero. */
    record Failure() implements Value {}
}

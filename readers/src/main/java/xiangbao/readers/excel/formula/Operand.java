package xiangbao.readers.excel.formula;

/** What a formula computes with: a value, or the values of several cells. */
sealed interface Operand permits Value, Cells {}

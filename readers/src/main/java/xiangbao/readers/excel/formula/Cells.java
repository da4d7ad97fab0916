package xiangbao.readers.excel.formula;

import java.util.List;

/** What stands in an area, blanks left out; a single cell always has a value. */
record Cells(List<Value> values, boolean single) implements Operand {}

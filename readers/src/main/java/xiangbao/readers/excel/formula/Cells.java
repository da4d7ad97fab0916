package xiangbao.readers.excel.formula;

import java.util.List;

record Cells(List<Value> values, boolean single) implements Operand {}

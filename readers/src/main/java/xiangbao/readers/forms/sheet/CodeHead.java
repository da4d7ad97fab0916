package xiangbao.readers.forms.sheet;

import java.util.Optional;
import java.util.Set;
import xiangbao.readers.excel.workbook.RawCell;
import xiangbao.readers.excel.workbook.RawRow;
import xiangbao.readers.forms.wording.PlainText;

/** The heading 代码 of the column by which the rows of a 综合表 are told. */
public final class CodeHead {
    private static final Set<String> CODE_HEADS = Set.of("代码", "指标代码", "指标编码", "行次", "行次代码");

    private CodeHead() {}

    /** The first row between two that has one; empty when there is no 代码 column, as in outdated templates. */
    public static Optional<Integer> firstRow(SheetView view, int firstRow, int lastRow) {
        for (RawRow row : view.rows(firstRow, lastRow)) {
            if (row.cells().stream().anyMatch(CodeHead::is)) {
                return Optional.of(row.number());
            }
        }
        return Optional.empty();
    }

    /** The column of a row's first 代码 heading, or -1. */
    public static int column(RawRow row) {
        return row.cells().stream()
                .filter(CodeHead::is)
                .mapToInt(RawCell::column)
                .findFirst()
                .orElse(-1);
    }

    public static boolean is(RawCell cell) {
        // most cells are figures and names, which need no folding to be told from a heading
        return !cell.isNumber()
                && (cell.text().indexOf('码') >= 0 || cell.text().indexOf('次') >= 0)
                && CODE_HEADS.contains(PlainText.compact(cell.text()));
    }
}

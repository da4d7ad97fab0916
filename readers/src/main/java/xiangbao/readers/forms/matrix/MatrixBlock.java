package xiangbao.readers.forms.matrix;

import java.util.ArrayList;
import java.util.List;
import xiangbao.readers.forms.bodies.TableColumns;
import xiangbao.readers.forms.sheet.Headings;
import xiangbao.readers.forms.sheet.SheetView;

/** A table head with a 代码 column and what stands below it until the next one. */
record MatrixBlock(
        int top,
        int bottom,
        int lastRow,
        int codeColumn,
        List<Integer> titleColumns,
        int unitColumn,
        TableColumns columns) {

    /** The code that stands in a row, or an empty text. */
    String code(SheetView view, int row) {
        return Headings.code(SheetView.text(view.sheet().cell(row, codeColumn)));
    }

    /** What may be meant as a row's title: the text of each column of titles, and all of them in one. */
    List<String> titles(SheetView view, int sheetRow) {
        List<String> titles = new ArrayList<>();
        for (int column : titleColumns) {
            String text = SheetView.text(view.sheet().cell(sheetRow, column));
            if (!text.isEmpty()) {
                titles.add(text);
            }
        }
        if (titles.size() > 1) {
            titles.add(String.join("", titles));
        }
        return titles;
    }
}

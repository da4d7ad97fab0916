package xiangbao.readers.forms.matrix;

import xiangbao.readers.forms.sheet.SheetView;
import xiangbao.statistics.forms.Column;
import xiangbao.statistics.forms.Row;
import xiangbao.statistics.submissions.CellReference;

/** A cell of the form where it stands in the sheet. */
record MatrixPlace(Row row, Column column, int sheetRow, int sheetColumn) {
    CellReference in(SheetView view) {
        return view.at(sheetRow, sheetColumn);
    }
}

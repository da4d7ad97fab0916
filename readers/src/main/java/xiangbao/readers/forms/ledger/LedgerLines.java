package xiangbao.readers.forms.ledger;

import java.util.ArrayList;
import java.util.List;
import xiangbao.readers.excel.workbook.RawCell;
import xiangbao.readers.excel.workbook.RawRow;
import xiangbao.readers.forms.bodies.FormContext;
import xiangbao.readers.forms.bodies.TableColumns;
import xiangbao.readers.forms.figures.CellReader;
import xiangbao.readers.forms.sheet.SheetView;
import xiangbao.readers.forms.sheet.TableEnd;
import xiangbao.readers.forms.wording.PlainText;
import xiangbao.statistics.forms.Form;
import xiangbao.statistics.submissions.Filing;

/** The rows of a 台账 that are lines: not its totals, nor headings that are repeated, nor its foot. */
final class LedgerLines {
    private final FormContext context;
    private final Form form;
    private final SheetView view;
    private final TableColumns columns;
    private final List<RawRow> lines = new ArrayList<>();
    private boolean nothing;

    LedgerLines(FormContext context, LedgerHead head) {
        this.context = context;
        this.form = context.form();
        this.view = context.view();
        this.columns = head.columns();
        select(view.rows(head.bottom() + 1, context.region().lastRow()));
    }

    List<RawRow> all() {
        return lines;
    }

    /** Whether it says 无 where a line would stand. */
    boolean sayNothing() {
        return nothing;
    }

    private void select(List<RawRow> rows) {
        for (RawRow row : rows) {
            if (TableEnd.isIn(row)) {
                break;
            }
            nothing |= isNothing(row);
            boolean filled = columns.found().values().stream()
                    .anyMatch(column -> !CellReader.isBlank(view.sheet().cell(row.number(), column)));
            if (!filled || isTotal(row) || isNothing(row) || LedgerHead.isNumbering(row)) {
                continue;
            }
            if (!LedgerHead.isAgain(view, form, row)) {
                lines.add(row);
            }
        }
    }

    /** A row whose first words are 合计 and the like; its figures are never read as a line. In the column of units it claims to be one of them. */
    private boolean isTotal(RawRow row) {
        int unitColumn = form.lineUnit().map(columns.found()::get).orElse(-1);
        int texts = 0;
        for (RawCell cell : row.cells()) {
            if (cell.isNumber() || PlainText.compact(cell.text()).isEmpty()) {
                continue;
            }
            if (LineUnits.isTotal(cell.text(), context.names())) {
                return cell.column() != unitColumn;
            }
            if (++texts >= 2) {
                return false;
            }
        }
        return false;
    }

    /** A typed “无” instead of any line. */
    private boolean isNothing(RawRow row) {
        List<String> texts = columns.found().values().stream()
                .map(column -> SheetView.text(view.sheet().cell(row.number(), column)))
                .filter(text -> !text.isEmpty())
                .toList();
        return texts.size() == 1
                && Filing.meant(texts.get(0).replace(" ", ""))
                        .filter(meant -> meant == Filing.ZERO)
                        .isPresent();
    }
}

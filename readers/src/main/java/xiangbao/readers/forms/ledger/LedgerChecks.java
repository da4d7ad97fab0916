package xiangbao.readers.forms.ledger;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import xiangbao.readers.excel.workbook.Area;
import xiangbao.readers.excel.workbook.RawRow;
import xiangbao.readers.forms.bodies.FormContext;
import xiangbao.readers.forms.bodies.TableColumns;
import xiangbao.readers.forms.findings.FormFindings;
import xiangbao.readers.forms.sheet.PersonalData;
import xiangbao.readers.forms.sheet.SheetView;
import xiangbao.statistics.forms.Column;
import xiangbao.statistics.forms.Form;
import xiangbao.statistics.submissions.CellReference;

/** What is wrong with a 台账 as a whole, whatever its lines say. */
final class LedgerChecks {
    private final Form form;
    private final SheetView view;
    private final FormFindings findings;
    private final LedgerHead head;
    private final TableColumns columns;
    private final List<RawRow> lines;

    LedgerChecks(FormContext context, LedgerHead head, List<RawRow> lines) {
        this.form = context.form();
        this.view = context.view();
        this.findings = context.findings();
        this.head = head;
        this.columns = head.columns();
        this.lines = lines;
    }

    boolean refusePersonalData() {
        List<CellReference> cells = new ArrayList<>();
        columns.personal().forEach(column -> cells.add(view.at(head.row(), column)));
        for (RawRow line : lines) {
            line.cells().stream()
                    .filter(PersonalData::isHeld)
                    .forEach(cell -> cells.add(view.at(cell.row(), cell.column())));
        }
        return PersonalData.refuse(cells, findings);
    }

    void checkColumns() {
        for (Column column : form.dataColumns()) {
            if (!columns.found().containsKey(column) && !columns.isTold(column) && column.required()) {
                findings.mandatory(
                                "COLUMN-MISSING",
                                "缺“" + column.title() + "”栏",
                                "请下载现行表式“" + form.code() + " " + form.title() + "”填报，不要删改栏目。")
                        .instance(column.code())
                        .at(view.at(head.row(), 0))
                        .expected(column.code() + " " + column.title());
            }
        }
    }

    void checkMerged() {
        if (lines.isEmpty()) {
            return;
        }
        int first = lines.get(0).number();
        int last = lines.get(lines.size() - 1).number();
        for (Area area : view.mergedIn(first, last)) {
            boolean data = columns.found().values().stream()
                    .anyMatch(column -> column >= area.firstColumn() && column <= area.lastColumn());
            boolean line =
                    lines.stream().anyMatch(row -> row.number() >= area.firstRow() && row.number() <= area.lastRow());
            if (data && line) {
                findings.mandatory("MERGED-DATA", "填数的单元格 " + area.address() + " 被合并，分不清是哪一行的数", "请取消合并，逐格填写。")
                        .instance(area.address())
                        .at(view.at(area.firstRow(), area.firstColumn()))
                        .read(SheetView.text(view.sheet().cell(area.firstRow(), area.firstColumn())))
                        .expected("每格一个数");
            }
        }
    }

    void hintHiddenColumns() {
        for (int column : lines.isEmpty()
                ? Set.<Integer>of()
                : new TreeSet<>(columns.found().values())) {
            if (view.sheet().isColumnHidden(column)) {
                findings.group("HIDDEN-COLUMN", "隐藏的列也已读取", view.at(head.row(), column), "", "请取消隐藏，核对这些数。");
            }
        }
    }
}

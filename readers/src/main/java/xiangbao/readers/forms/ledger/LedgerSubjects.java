package xiangbao.readers.forms.ledger;

import java.util.List;
import java.util.Optional;
import xiangbao.readers.forms.bodies.FormContext;
import xiangbao.readers.forms.bodies.TableColumns;
import xiangbao.readers.forms.findings.FormFindings;
import xiangbao.readers.forms.sheet.SheetView;
import xiangbao.readers.forms.wording.PlainText;
import xiangbao.statistics.forms.Column;
import xiangbao.statistics.forms.Form;
import xiangbao.statistics.forms.IndicatorCode;
import xiangbao.statistics.submissions.CellReference;

/** Whom the lines of a 台账 are about, by their column of units. */
final class LedgerSubjects {
    private final Form form;
    private final SheetView view;
    private final FormFindings findings;
    private final TableColumns columns;
    private final LineUnits units;

    LedgerSubjects(FormContext context, TableColumns columns) {
        this.form = context.form();
        this.view = context.view();
        this.findings = context.findings();
        this.columns = columns;
        this.units = new LineUnits(context.names(), context.period());
    }

    NamedUnit of(int row) {
        Optional<Column> column = form.lineUnit();
        Integer place = column.map(columns.found()::get).orElse(null);
        if (place == null) {
            return NamedUnit.NOBODY;
        }
        CellReference cell = view.at(row, place);
        String text = SheetView.text(view.sheet().cell(row, place));
        NamedUnit named = units.named(text);
        if (!named.doubt().isEmpty()) {
            notAMember(column.orElseThrow(), named, text, cell);
        }
        return named;
    }

    private void notAMember(Column column, NamedUnit named, String text, CellReference cell) {
        List<String> near = named.stranger() ? List.of() : units.nearest(text);
        findings.mandatory(
                        "LINE-UNIT",
                        "第" + (cell.row() + 1) + "行的" + column.title() + " [" + column.code() + "]“"
                                + PlainText.shortened(text) + "”" + named.doubt() + "，这一行没有计入",
                        named.stranger() ? "请删去这一行，只逐个填写名册中的下级单位；合计由系统算出。" : "请填写规范的单位名称；不属于本县的不填。")
                .instance("第" + (cell.row() + 1) + "行")
                .about(new IndicatorCode(form.code(), column.code()))
                .at(cell)
                .read(PlainText.shortened(text))
                .expected(near.isEmpty() ? "名册中下级单位的名称" : String.join("、", near) + "（相近的名称）");
    }
}

package xiangbao.readers.forms.ledger;

import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import xiangbao.readers.forms.bodies.FormContext;
import xiangbao.readers.forms.bodies.TableColumns;
import xiangbao.readers.forms.findings.FormFindings;
import xiangbao.readers.forms.sheet.SheetView;
import xiangbao.statistics.forms.Column;
import xiangbao.statistics.forms.ColumnKind;
import xiangbao.statistics.forms.Form;
import xiangbao.statistics.forms.IndicatorCode;
import xiangbao.statistics.units.ReportingUnit;

/** What tells the lines of a 台账 apart: the key column, or else the number of the row. */
final class LedgerKeys {
    private final Form form;
    private final SheetView view;
    private final FormFindings findings;
    private final TableColumns columns;
    private final Set<String> keys = new LinkedHashSet<>();

    LedgerKeys(FormContext context, TableColumns columns) {
        this.form = context.form();
        this.view = context.view();
        this.findings = context.findings();
        this.columns = columns;
    }

    String of(int row, @Nullable ReportingUnit about) {
        Optional<Column> keyColumn = form.lineKey();
        String key = "";
        if (keyColumn.isPresent() && keyColumn.get().kind() == ColumnKind.UNIT) {
            key = about == null ? "" : about.code().text();
        } else if (keyColumn.isPresent() && columns.found().containsKey(keyColumn.get())) {
            key = SheetView.text(view.sheet().cell(row, columns.found().getOrDefault(keyColumn.get(), 0)))
                    .replace(" ", "");
        }
        if (key.isEmpty()) {
            key = "第" + (row + 1) + "行";
        } else if (keys.contains(key)) {
            Column column = keyColumn.orElseThrow();
            findings.mandatory(
                            "LINE-TWICE",
                            column.title() + "“" + key + "”出现不止一次",
                            "每个" + column.title() + "只能占一行，请核对后删去或改正。")
                    .instance(key + "@" + (row + 1))
                    .about(new IndicatorCode(form.code(), column.code()))
                    .at(view.at(row, columns.found().getOrDefault(column, 0)))
                    .read(key);
            key = key + "#第" + (row + 1) + "行";
        }
        keys.add(key);
        return key;
    }
}

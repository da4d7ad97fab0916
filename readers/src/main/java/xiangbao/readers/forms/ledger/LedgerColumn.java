package xiangbao.readers.forms.ledger;

import java.util.ArrayList;
import java.util.List;
import xiangbao.readers.forms.bodies.TableColumns;
import xiangbao.statistics.forms.Column;
import xiangbao.statistics.forms.Form;
import xiangbao.statistics.forms.Indicator;
import xiangbao.statistics.forms.IndicatorCode;

/**
 * A column of the form in the sheet.
 *
 * @param place in the sheet, or -1 when it is not there
 */
record LedgerColumn(Column column, Indicator indicator, int place) {
    static List<LedgerColumn> of(Form form, TableColumns columns) {
        List<LedgerColumn> all = new ArrayList<>();
        for (Column column : form.dataColumns()) {
            Indicator indicator = form.indicator(new IndicatorCode(form.code(), column.code()))
                    .orElseThrow();
            all.add(new LedgerColumn(column, indicator, columns.found().getOrDefault(column, -1)));
        }
        return all;
    }

    boolean isThere() {
        return place >= 0;
    }

    /** As the clerk reads it. */
    String title(LedgerLine line) {
        return "“" + line.key() + "”的" + column.title() + " [" + column.code() + "]";
    }

    /** Tells the findings of a ledger's cells apart. */
    String instance(LedgerLine line) {
        return line.key() + "." + column.code();
    }
}

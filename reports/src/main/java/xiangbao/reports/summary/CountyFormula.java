package xiangbao.reports.summary;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.poi.ss.util.CellReference;
import org.jspecify.annotations.Nullable;
import xiangbao.statistics.forms.Form;
import xiangbao.statistics.forms.IndicatorCode;

/** The spreadsheet formula of a county's figure over the cells of its table. */
final class CountyFormula {
    private final Form form;
    private final int row;
    private final Map<String, SummaryColumn> byItem = new HashMap<>();
    private final Map<String, Integer> places = new HashMap<>();

    /**
     * @param row of the county
     * @param first where the columns begin
     */
    CountyFormula(Form form, List<SummaryColumn> columns, int row, int first) {
        this.form = form;
        this.row = row;
        for (int place = 0; place < columns.size(); place++) {
            byItem.put(columns.get(place).item(), columns.get(place));
            places.put(columns.get(place).item(), first + place);
        }
    }

    static String sum(int column, int firstRow, int rows) {
        String name = CellReference.convertNumToColString(column);
        return "SUM(" + name + (firstRow + 1) + ":" + name + (firstRow + rows) + ")";
    }

    /** Of a derived indicator; only over columns that are sums themselves and stand in this table with a value. */
    Optional<String> ratio(SummaryColumn column) {
        return LiveFormula.of(column.formula(), column.indicator().code().row(), this::operand);
    }

    private @Nullable String operand(String item) {
        String full = places.containsKey(item)
                ? item
                : item + "." + form.columns().get(0).code();
        SummaryColumn column = byItem.get(full);
        Integer place = places.get(full);
        if (column == null || place == null || (form.dataColumns().size() > 1 && !full.equals(item))) {
            return null;
        }
        boolean reported = form.indicator(new IndicatorCode(form.code(), full))
                .filter(column.indicator()::equals)
                .isPresent();
        return !reported || column.isDerived() || column.county().figure().value() == null
                ? null
                : CellReference.convertNumToColString(place) + (row + 1);
    }
}

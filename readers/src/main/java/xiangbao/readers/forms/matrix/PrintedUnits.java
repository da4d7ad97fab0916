package xiangbao.readers.forms.matrix;

import java.util.LinkedHashSet;
import java.util.Set;
import xiangbao.readers.forms.bodies.FormContext;
import xiangbao.readers.forms.findings.FormFindings;
import xiangbao.readers.forms.sheet.SheetView;
import xiangbao.readers.forms.wording.KnownUnits;
import xiangbao.statistics.forms.Column;
import xiangbao.statistics.forms.Form;
import xiangbao.statistics.forms.Indicator;
import xiangbao.statistics.forms.IndicatorCode;
import xiangbao.statistics.forms.Row;

/** The units of measure that are printed in the rows of a 综合表, held against the declared ones. */
final class PrintedUnits {
    private final Form form;
    private final SheetView view;
    private final KnownUnits units;
    private final FormFindings findings;

    PrintedUnits(FormContext context) {
        this.form = context.form();
        this.view = context.view();
        this.units = context.units();
        this.findings = context.findings();
    }

    /** The unit printed in the row against the declared one; a row with several units prints them all. */
    void check(MatrixBlock block, Row row, int sheetRow) {
        if (block.unitColumn() < 0) {
            return;
        }
        String printed =
                SheetView.text(view.sheet().cell(sheetRow, block.unitColumn())).replace(" ", "");
        Set<String> declared = declared(row);
        for (String word : printed.split("[、,;]")) {
            if (differs(word, declared)) {
                findings.mandatory(
                                "UNIT-DIFFERS",
                                row.title() + " [" + row.code() + "] 的计量单位“" + word + "”与表式的“"
                                        + String.join("、", declared) + "”不同",
                                "请按表式的计量单位换算后填写，不要改动计量单位；系统不代为换算。")
                        .instance("行" + row.code())
                        .at(view.at(sheetRow, block.unitColumn()))
                        .read(word)
                        .expected(String.join("、", declared));
                return;
            }
        }
    }

    private Set<String> declared(Row row) {
        Set<String> declared = new LinkedHashSet<>();
        for (Column column : form.dataColumns()) {
            if (row.has(column)) {
                form.indicator(IndicatorCode.ofCell(form.code(), row.code(), column.code()))
                        .map(Indicator::unit)
                        .filter(unit -> !unit.isEmpty())
                        .ifPresent(declared::add);
            }
        }
        return declared;
    }

    private boolean differs(String word, Set<String> declared) {
        if (!units.isUnit(word) || declared.stream().anyMatch(unit -> units.same(word, unit))) {
            return false;
        }
        return declared.size() == 1 || declared.stream().anyMatch(unit -> units.convertible(word, unit));
    }
}

package xiangbao.readers.forms.bodies;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import xiangbao.readers.excel.workbook.Area;
import xiangbao.readers.forms.findings.FormFindings;
import xiangbao.readers.forms.sheet.PersonalData;
import xiangbao.readers.forms.sheet.SheetView;
import xiangbao.readers.forms.wording.KnownUnits;
import xiangbao.statistics.forms.Column;
import xiangbao.statistics.submissions.CellReference;

/** Matches the headings of a table with the columns of its form: strictly first, then ever more loosely. */
public final class ColumnMatching {
    private static final int PASSES = 4;

    private final SheetView view;
    private final List<Column> wanted;
    private final KnownUnits units;
    private final FormFindings findings;
    private final int bottom;
    private final List<ColumnHeading> headings = new ArrayList<>();
    private final Set<ColumnHeading> used = new LinkedHashSet<>();
    private final Map<Column, Integer> found = new LinkedHashMap<>();
    private final Set<Column> told = new LinkedHashSet<>();

    private ColumnMatching(FormContext context, Area head, Set<Integer> others) {
        this.view = context.view();
        this.wanted = context.form().columns();
        this.units = context.units();
        this.findings = context.findings();
        this.bottom = head.lastRow();
        List<Area> merged = view.mergedIn(head.firstRow(), head.lastRow());
        for (int column = head.firstColumn(); column <= head.lastColumn(); column++) {
            if (!others.contains(column)) {
                headings.add(ColumnHeading.of(view, head, merged, column, units));
            }
        }
    }

    /**
     * By headings of one or more rows and by the numbers below them.
     *
     * @param head where the headings stand
     * @param others columns within it that hold something else
     */
    public static TableColumns match(FormContext context, Area head, Set<Integer> others) {
        return new ColumnMatching(context, head, others).columns();
    }

    private TableColumns columns() {
        for (int pass = 1; pass <= PASSES; pass++) {
            for (Column column : wanted) {
                for (ColumnHeading heading : headings) {
                    if (!used.contains(heading) && heading.fits(pass, column, wanted)) {
                        match(pass, column, heading);
                    }
                }
            }
        }
        List<Integer> personal = headings.stream()
                .filter(heading -> !used.contains(heading))
                .filter(heading -> heading.titles().stream().anyMatch(PersonalData::isHeading))
                .map(ColumnHeading::column)
                .toList();
        return new TableColumns(found, told, personal);
    }

    private void match(int pass, Column column, ColumnHeading heading) {
        Integer already = found.get(column);
        if (already != null) {
            if (pass <= 2) {
                used.add(heading);
                told.add(column);
                twice(column, already, heading);
            }
        } else if (!told.contains(column)) {
            used.add(heading);
            if ((pass == 2 || pass == 3)
                    && wanted.stream().anyMatch(other -> other != column && heading.isNumbered(other))) {
                told.add(column);
                misnumbered(column, heading);
            } else {
                found.put(column, heading.column());
                checkUnit(column, heading);
            }
        }
    }

    private void twice(Column column, int already, ColumnHeading heading) {
        findings.mandatory("COLUMN-TWICE", "“" + column.title() + "”栏出现两次", "请删去多余的一栏后重新报送。")
                .instance(column.code())
                .at(List.of(at(already), at(heading.column())))
                .read(heading.last());
    }

    private void misnumbered(Column column, ColumnHeading heading) {
        findings.mandatory(
                        "COLUMN-CODE-TITLE",
                        "栏号 " + heading.number() + " 与栏目“" + heading.last() + "”不一致",
                        "请按表式核对栏号和栏目名称；不要改动表头。")
                .instance(column.code())
                .at(at(heading.column()))
                .read(heading.number() + " " + heading.last())
                .expected(column.code() + " " + column.title());
    }

    private void checkUnit(Column column, ColumnHeading heading) {
        String declared = column.measure().unit();
        if (declared == null) {
            return;
        }
        for (String printed : heading.units()) {
            if (!units.same(printed, declared)) {
                findings.mandatory(
                                "UNIT-DIFFERS",
                                "“" + column.title() + "”栏的计量单位“" + printed + "”与表式的“" + declared + "”不同",
                                "请按表式的计量单位换算后填写，不要改动表头；系统不代为换算。")
                        .instance("栏" + column.code())
                        .at(at(heading.column()))
                        .read(printed)
                        .expected(declared);
                return;
            }
        }
    }

    private CellReference at(int column) {
        return view.at(bottom, column);
    }
}

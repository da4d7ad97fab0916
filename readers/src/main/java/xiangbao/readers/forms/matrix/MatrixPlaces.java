package xiangbao.readers.forms.matrix;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import xiangbao.readers.excel.workbook.Area;
import xiangbao.readers.forms.bodies.FormContext;
import xiangbao.readers.forms.findings.FormFindings;
import xiangbao.readers.forms.sheet.SheetView;
import xiangbao.statistics.forms.Form;
import xiangbao.statistics.forms.IndicatorCode;
import xiangbao.statistics.forms.Row;

/** Where the figures of a 综合表 stand; those of a row that is there twice stand nowhere. */
final class MatrixPlaces {
    private final SheetView view;
    private final FormFindings findings;
    private final Map<IndicatorCode, MatrixPlace> places = new LinkedHashMap<>();

    MatrixPlaces(FormContext context, MatrixLines lines, Set<Row> twice) {
        this.view = context.view();
        this.findings = context.findings();
        Form form = context.form();
        for (Row row : form.rows()) {
            if (twice.contains(row)) {
                continue;
            }
            for (MatrixLine line : lines.of(row)) {
                line.block().columns().found().forEach((column, sheetColumn) -> {
                    if (!column.comparison() && row.has(column)) {
                        places.put(
                                IndicatorCode.ofCell(form.code(), row.code(), column.code()),
                                new MatrixPlace(row, column, line.row(), sheetColumn));
                    }
                });
            }
        }
    }

    @Nullable
    MatrixPlace of(IndicatorCode indicator) {
        return places.get(indicator);
    }

    /** The places between two rows that a merged area makes uncertain. */
    Set<MatrixPlace> checkMerged(int firstRow, int lastRow) {
        Set<MatrixPlace> merged = new LinkedHashSet<>();
        for (Area area : view.mergedIn(firstRow, lastRow)) {
            List<MatrixPlace> covered = places.values().stream()
                    .filter(place -> area.contains(place.sheetRow(), place.sheetColumn()))
                    .toList();
            boolean another = covered.size() == 1
                    && !area.startsAt(covered.get(0).sheetRow(), covered.get(0).sheetColumn());
            if (covered.size() > 1 || another) {
                merged.addAll(covered);
                findings.mandatory("MERGED-DATA", "填数的单元格 " + area.address() + " 被合并，分不清是哪一格的数", "请取消合并，逐格填写。")
                        .instance(area.address())
                        .at(covered.stream().map(place -> place.in(view)).toList())
                        .read(SheetView.text(view.sheet().cell(area.firstRow(), area.firstColumn())))
                        .expected("每格一个数");
            }
        }
        return merged;
    }

    void hintHidden() {
        Set<Integer> rows = new TreeSet<>();
        Set<Integer> columns = new TreeSet<>();
        for (MatrixPlace place : places.values()) {
            if (view.sheet().isRowHidden(place.sheetRow()) && rows.add(place.sheetRow())) {
                findings.group("HIDDEN-ROW", "隐藏或被筛选掉的行也已读取", place.in(view), "", "请取消隐藏和筛选，核对这些数。");
            }
            if (view.sheet().isColumnHidden(place.sheetColumn()) && columns.add(place.sheetColumn())) {
                findings.group("HIDDEN-COLUMN", "隐藏的列也已读取", place.in(view), "", "请取消隐藏，核对这些数。");
            }
        }
    }
}

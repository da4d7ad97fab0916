package xiangbao.readers.forms.matrix;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import xiangbao.readers.excel.workbook.Area;
import xiangbao.readers.excel.workbook.RawCell;
import xiangbao.readers.excel.workbook.RawRow;
import xiangbao.readers.forms.bodies.ColumnMatching;
import xiangbao.readers.forms.bodies.FormContext;
import xiangbao.readers.forms.bodies.TableColumns;
import xiangbao.readers.forms.sheet.CodeHead;
import xiangbao.readers.forms.sheet.Headings;
import xiangbao.readers.forms.sheet.SheetView;
import xiangbao.readers.forms.wording.PlainText;

/** Finds the blocks of a 综合表: below each other on further pages, or side by side in halves. */
final class MatrixBlocks {
    private static final Set<String> TITLE_HEADS = Set.of("指标名称", "指标", "项目", "项目名称", "指标项目");
    private static final Set<String> UNIT_HEADS = Set.of("计量单位", "单位");

    /** Heads are no higher than this many rows below the row of 代码. */
    private static final int LONGEST_HEAD = 6;

    private final FormContext context;
    private final SheetView view;
    private final FormRows rows;

    MatrixBlocks(FormContext context, FormRows rows) {
        this.context = context;
        this.view = context.view();
        this.rows = rows;
    }

    List<MatrixBlock> find() {
        List<MatrixBlock> blocks = new ArrayList<>();
        List<RawRow> all =
                view.rows(context.region().firstRow(), context.region().lastRow());
        List<RawRow> heads = all.stream()
                .filter(row -> row.cells().stream().anyMatch(CodeHead::is))
                .toList();
        int widest = 0;
        for (RawRow row : all) {
            widest = Math.max(widest, row.cells().get(row.cells().size() - 1).column());
        }
        for (int index = 0; index < heads.size(); index++) {
            int last = index + 1 < heads.size()
                    ? heads.get(index + 1).number() - 1
                    : context.region().lastRow();
            List<RawCell> codes =
                    heads.get(index).cells().stream().filter(CodeHead::is).toList();
            for (int panel = 0; panel < codes.size(); panel++) {
                int from = panel == 0 ? 0 : panelStart(heads.get(index), codes.get(panel - 1), codes.get(panel));
                int to = panel + 1 < codes.size()
                        ? panelStart(heads.get(index), codes.get(panel), codes.get(panel + 1)) - 1
                        : widest;
                blocks.add(block(heads.get(index), codes.get(panel).column(), last, from, to));
            }
        }
        return blocks;
    }

    /** Where a table printed in two halves side by side begins its second half: at its 指标名称, else at its 代码. */
    private static int panelStart(RawRow head, RawCell before, RawCell code) {
        return head.cells().stream()
                .filter(cell -> cell.column() > before.column() && cell.column() < code.column())
                .filter(cell -> TITLE_HEADS.contains(PlainText.compact(cell.text())))
                .mapToInt(RawCell::column)
                .min()
                .orElse(code.column());
    }

    private MatrixBlock block(RawRow head, int codeColumn, int lastRow, int from, int to) {
        List<Area> areas = view.mergedIn(head.number(), head.number());
        List<Integer> titleColumns = new ArrayList<>();
        Set<Integer> others = new LinkedHashSet<>();
        others.add(codeColumn);
        int unitColumn = -1;
        for (int column = from; column <= to; column++) {
            String text = view.text(head.number(), column, areas).replace(" ", "");
            if (TITLE_HEADS.contains(text)) {
                titleColumns.add(column);
                others.add(column);
            } else if (UNIT_HEADS.contains(text) && unitColumn < 0) {
                unitColumn = column;
                others.add(column);
            }
        }
        if (titleColumns.isEmpty()) {
            for (int column = from; column < codeColumn; column++) {
                if (column != unitColumn) {
                    titleColumns.add(column);
                    others.add(column);
                }
            }
        }
        int first = firstLine(head.number(), lastRow, codeColumn);
        int bottom = Math.max(head.number(), Math.min(first - 1, head.number() + LONGEST_HEAD));
        TableColumns columns = ColumnMatching.match(context, new Area(head.number(), from, bottom, to), others);
        return new MatrixBlock(head.number(), bottom, lastRow, codeColumn, titleColumns, unitColumn, columns);
    }

    /** The first line below a head that bears a code of the form. */
    private int firstLine(int head, int lastRow, int codeColumn) {
        for (RawRow row : view.rows(head + 1, lastRow)) {
            String code = Headings.code(SheetView.text(view.sheet().cell(row.number(), codeColumn)));
            if (rows.coded(code) != null) {
                return row.number();
            }
        }
        return lastRow + 1;
    }
}

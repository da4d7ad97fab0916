package xiangbao.readers.forms.recognition;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import xiangbao.readers.excel.workbook.Area;
import xiangbao.readers.excel.workbook.RawCell;
import xiangbao.readers.excel.workbook.RawRow;
import xiangbao.readers.forms.heading.HeaderText;
import xiangbao.readers.forms.sheet.CodeHead;
import xiangbao.readers.forms.sheet.Headings;
import xiangbao.readers.forms.sheet.SheetView;
import xiangbao.readers.forms.wording.PlainText;

/** What stands in the part of a sheet, as far as it tells forms apart. */
final class SeenPart {
    private static final Pattern ROW_CODE = Pattern.compile("\\d{1,3}[a-z]?");
    private static final int LONGEST_HEADING = 60;
    private static final int MOST_LINES = 2000;

    private final SheetView view;
    private final Set<String> titles = new LinkedHashSet<>();
    private final List<Set<String>> above = new ArrayList<>();
    private final List<Set<String>> heads = new ArrayList<>();
    private final Map<String, Set<String>> lines = new LinkedHashMap<>();
    private boolean headed;

    SeenPart(SheetView view, int firstRow, int lastRow) {
        this.view = view;
        boolean heading = true;
        int codeColumn = -1;
        int scanned = 0;
        for (RawRow row : view.rows(firstRow, lastRow)) {
            if (++scanned > (heading ? LONGEST_HEADING : MOST_LINES)) {
                break;
            }
            int code = CodeHead.column(row);
            if (code >= 0) {
                codeColumn = code;
                heading = false;
                head(row);
            } else if (codeColumn >= 0) {
                line(row, codeColumn);
            }
            if (heading) {
                heading(row);
            }
        }
    }

    /** Whether a unit is named, as in the heading of every form. */
    boolean isHeaded() {
        return headed;
    }

    private void heading(RawRow row) {
        above.add(headings(row.number(), row));
        for (RawCell cell : row.cells()) {
            if (!cell.isNumber()) {
                titles.add(PlainText.title(cell.text()));
                headed |= HeaderText.namesUnit(cell);
            }
        }
    }

    /** A head may be three rows high. */
    private void head(RawRow row) {
        Set<String> headings = new LinkedHashSet<>();
        for (int number = row.number(); number <= row.number() + 2; number++) {
            headings.addAll(headings(number, row));
        }
        heads.add(headings);
    }

    private Set<String> headings(int number, RawRow row) {
        List<Area> areas = view.mergedIn(number, number);
        return Headings.titles(view, number, Headings.lastColumn(row, areas), areas);
    }

    private void line(RawRow row, int codeColumn) {
        String code = Headings.code(SheetView.text(view.sheet().cell(row.number(), codeColumn)));
        if (!ROW_CODE.matcher(code).matches()) {
            return;
        }
        Set<String> names = lines.computeIfAbsent(code, any -> new LinkedHashSet<>());
        StringBuilder whole = new StringBuilder();
        for (RawCell cell : row.cells()) {
            if (cell.column() != codeColumn && !cell.isNumber()) {
                names.add(FormPrint.name(cell.text()));
                names.add(FormPrint.name(whole.append(cell.text()).toString()));
            }
        }
    }

    /** Rows of a matrix that stand there with code and name, columns of a ledger that are headed so. */
    int count(FormPrint print) {
        if (print.isLedger()) {
            return columns(print);
        }
        int count = 0;
        for (Map.Entry<String, Set<String>> row : print.rows().entrySet()) {
            Set<String> names = lines.getOrDefault(row.getKey(), Set.of());
            if (row.getValue().stream().anyMatch(names::contains)) {
                count++;
            }
        }
        return count;
    }

    double share(FormPrint print) {
        return share(print, count(print));
    }

    /** Of the form, or of the lines that are there: some are given only those rows of a form that they owe. */
    double share(FormPrint print, int count) {
        int whole = print.isLedger()
                ? print.columns().size()
                : Math.min(print.rows().size(), lines.size());
        return (double) count / Math.max(1, whole);
    }

    /** The form's columns in the row that names most of them. */
    int columns(FormPrint print) {
        int most = 0;
        for (Set<String> headings : print.isLedger() ? above : heads) {
            int count = 0;
            for (Set<String> names : print.columns()) {
                count += names.stream().anyMatch(headings::contains) ? 1 : 0;
            }
            most = Math.max(most, count);
        }
        return most;
    }

    boolean isTitled(FormPrint print) {
        return titles.stream().anyMatch(print::isTitle);
    }

    String why(FormPrint print, int count, boolean titled) {
        String body = print.isLedger()
                ? print.columns().size() + " 栏中有 " + count + " 栏的名称"
                : print.rows().size() + " 行中有 " + count + " 行的代码和指标名称";
        return (titled ? "标题是“" + print.form().title() + "”，" : "") + body + "与它相同";
    }
}

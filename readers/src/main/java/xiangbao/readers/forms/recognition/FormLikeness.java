package xiangbao.readers.forms.recognition;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import xiangbao.readers.excel.workbook.Area;
import xiangbao.readers.excel.workbook.RawCell;
import xiangbao.readers.excel.workbook.RawRow;
import xiangbao.readers.forms.heading.HeaderText;
import xiangbao.readers.forms.sheet.CodeHead;
import xiangbao.readers.forms.sheet.Headings;
import xiangbao.readers.forms.sheet.SheetView;
import xiangbao.readers.forms.wording.PlainText;
import xiangbao.statistics.definitions.Definitions;
import xiangbao.statistics.forms.Form;
import xiangbao.statistics.forms.Layout;
import xiangbao.statistics.forms.Row;
import xiangbao.statistics.relations.FormRules;

/** Which form a part of a sheet is when its 表号 does not say so: by title, by codes and names of rows, by headings of columns. */
final class FormLikeness {
    private static final Pattern ROW_CODE = Pattern.compile("\\d{1,3}[a-z]?");
    private static final int LONGEST_HEADING = 60;
    private static final int MOST_LINES = 2000;
    private static final int LONGEST_FRAME = 24;

    /** With its title a third of a form is enough to know it by, without it half and a heading. */
    private static final double TITLED = 0.3;

    private static final double UNTITLED = 0.5;

    /** Forms that come nearer to each other than this are not told apart. */
    private static final double APART = 0.2;

    private final Map<FormRules, Print> prints = new LinkedHashMap<>();

    /** What is printed in a form: its title, and the names of each row by its code. */
    private record Print(FormRules rules, String title, Map<String, Set<String>> rows, List<Set<String>> columns) {
        Form form() {
            return rules.form();
        }

        /** With the unit, the period or 统计表 around it. */
        boolean isTitle(String text) {
            return text.length() <= title.length() + LONGEST_FRAME && text.contains(title);
        }

        boolean isLedger() {
            return form().layout() == Layout.LEDGER;
        }
    }

    /**
     * @param taken the form that it certainly is, or null
     * @param resembled forms that it looks like, without being certainly one of them
     */
    record Result(@Nullable Likeness taken, List<Form> resembled) {}

    FormLikeness(Definitions definitions) {
        for (FormRules rules : definitions.forms().values()) {
            prints.put(rules, print(rules));
        }
    }

    private static Print print(FormRules rules) {
        Map<String, Set<String>> rows = new LinkedHashMap<>();
        for (Row row : rules.form().rows()) {
            Set<String> names = new LinkedHashSet<>();
            names.add(name(row.title()));
            row.aliases().forEach(alias -> names.add(name(alias)));
            rows.put(Headings.code(row.code()), names);
        }
        return new Print(
                rules,
                PlainText.title(rules.form().title()),
                rows,
                rules.form().columns().stream().map(Headings::names).toList());
    }

    private static String name(String title) {
        return PlainText.withoutParentheses(PlainText.title(title));
    }

    /** Whether the form's title stands between two rows of a sheet. */
    boolean isTitled(SheetView view, int firstRow, int lastRow, FormRules rules) {
        Print print = java.util.Objects.requireNonNull(prints.get(rules));
        return view.rows(firstRow, lastRow).stream()
                .flatMap(row -> row.cells().stream())
                .anyMatch(cell -> !cell.isNumber() && print.isTitle(PlainText.title(cell.text())));
    }

    /** How much of a form's rows or columns stand between two rows of a sheet, from 0 to 1. */
    double share(SheetView view, int firstRow, int lastRow, FormRules rules) {
        return seen(view, firstRow, lastRow).share(java.util.Objects.requireNonNull(prints.get(rules)));
    }

    Result of(SheetView view, int firstRow, int lastRow) {
        Seen seen = seen(view, firstRow, lastRow);
        List<Likeness> certain = new ArrayList<>();
        List<Form> resembled = new ArrayList<>();
        for (Print print : prints.values()) {
            int count = seen.count(print);
            if (count == 0 || !print.rules.enabled()) {
                continue;
            }
            double share = seen.share(print, count);
            boolean titled = seen.isTitled(print);
            boolean headed = seen.headed && count > 1 && seen.columns(print) > 0;
            if (titled && share >= TITLED || headed && share >= UNTITLED) {
                certain.add(new Likeness(print.rules, share + (titled ? 0.5 : 0), seen.why(print, count, titled)));
            }
            if (print.isLedger() ? share >= 0.7 && count >= 4 : share >= TITLED && count >= 3) {
                resembled.add(print.form());
            }
        }
        certain.sort(Comparator.comparing(Likeness::points).reversed());
        if (certain.size() == 1
                || certain.size() > 1
                        && certain.get(0).points() - certain.get(1).points() >= APART) {
            return new Result(certain.get(0), List.of());
        }
        return new Result(
                null,
                certain.isEmpty()
                        ? resembled
                        : certain.stream().map(one -> one.rules().form()).toList());
    }

    private static Seen seen(SheetView view, int firstRow, int lastRow) {
        Seen seen = new Seen(view);
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
                seen.head(row);
            } else if (codeColumn >= 0) {
                seen.line(row, codeColumn);
            }
            if (heading) {
                seen.heading(row);
            }
        }
        return seen;
    }

    /** What stands in the part of a sheet, as far as it tells forms apart. */
    private static final class Seen {
        private final SheetView view;
        private final Set<String> titles = new LinkedHashSet<>();
        private final List<Set<String>> above = new ArrayList<>();
        private final List<Set<String>> heads = new ArrayList<>();
        private final Map<String, Set<String>> lines = new LinkedHashMap<>();
        private boolean headed;

        Seen(SheetView view) {
            this.view = view;
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
                    names.add(name(cell.text()));
                    names.add(name(whole.append(cell.text()).toString()));
                }
            }
        }

        /** Rows of a matrix that stand there with code and name, columns of a ledger that are headed so. */
        int count(Print print) {
            if (print.isLedger()) {
                return columns(print);
            }
            int count = 0;
            for (Map.Entry<String, Set<String>> row : print.rows.entrySet()) {
                Set<String> names = lines.getOrDefault(row.getKey(), Set.of());
                if (row.getValue().stream().anyMatch(names::contains)) {
                    count++;
                }
            }
            return count;
        }

        double share(Print print) {
            return share(print, count(print));
        }

        /** Of the form, or of the lines that are there: some are given only those rows of a form that they owe. */
        double share(Print print, int count) {
            int whole = print.isLedger() ? print.columns.size() : Math.min(print.rows.size(), lines.size());
            return (double) count / Math.max(1, whole);
        }

        /** The form's columns in the row that names most of them. */
        int columns(Print print) {
            int most = 0;
            for (Set<String> headings : print.isLedger() ? above : heads) {
                int count = 0;
                for (Set<String> names : print.columns) {
                    count += names.stream().anyMatch(headings::contains) ? 1 : 0;
                }
                most = Math.max(most, count);
            }
            return most;
        }

        boolean isTitled(Print print) {
            return titles.stream().anyMatch(print::isTitle);
        }

        String why(Print print, int count, boolean titled) {
            String body = print.isLedger()
                    ? print.columns.size() + " 栏中有 " + count + " 栏的名称"
                    : print.rows.size() + " 行中有 " + count + " 行的代码和指标名称";
            return (titled ? "标题是“" + print.form().title() + "”，" : "") + body + "与它相同";
        }
    }
}

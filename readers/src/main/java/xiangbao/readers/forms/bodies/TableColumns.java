package xiangbao.readers.forms.bodies;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import xiangbao.readers.excel.workbook.Area;
import xiangbao.readers.forms.findings.FormFindings;
import xiangbao.readers.forms.sheet.Headings;
import xiangbao.readers.forms.sheet.PersonalData;
import xiangbao.readers.forms.sheet.SheetView;
import xiangbao.readers.forms.wording.KnownUnits;
import xiangbao.readers.forms.wording.PlainText;
import xiangbao.statistics.forms.Column;

/** Which column of a sheet holds which column of a form, by headings of one or more rows and by the numbers below them. */
public final class TableColumns {
    private static final Pattern NUMBER = Pattern.compile("\\(?(\\d{1,2})\\)?");
    private static final Set<String> LETTERS = Set.of("甲", "乙", "丙", "丁", "戊", "己", "庚", "辛", "壬", "癸");

    private final Map<Column, Integer> found = new LinkedHashMap<>();
    private final List<Integer> personal = new ArrayList<>();
    private final Set<Column> told = new LinkedHashSet<>();

    /** The headings above one column of the sheet, from top to bottom. */
    private record Heading(
            int column,
            List<String> titles,
            List<String> units,
            @Nullable String number) {
        String last() {
            return titles.isEmpty() ? "" : titles.get(titles.size() - 1);
        }

        boolean isNumbered(Column wanted) {
            return number != null && Headings.code(number).equals(Headings.code(wanted.code()));
        }
    }

    public static TableColumns match(
            SheetView view,
            List<Column> wanted,
            int top,
            int bottom,
            int firstColumn,
            int lastColumn,
            Set<Integer> others,
            KnownUnits units,
            FormFindings findings) {
        TableColumns columns = new TableColumns();
        List<Area> areas = view.mergedIn(top, bottom);
        List<Heading> headings = new ArrayList<>();
        for (int column = firstColumn; column <= lastColumn; column++) {
            if (!others.contains(column)) {
                headings.add(heading(view, areas, column, top, bottom, units));
            }
        }
        columns.match(view, wanted, headings, bottom, units, findings);
        return columns;
    }

    private static Heading heading(
            SheetView view, List<Area> areas, int column, int top, int bottom, KnownUnits units) {
        List<String> titles = new ArrayList<>();
        List<String> measured = new ArrayList<>();
        String number = null;
        for (int row = top; row <= bottom; row++) {
            String text = view.text(row, column, areas).replace(" ", "");
            if (text.isEmpty()
                    || LETTERS.contains(text)
                    || !titles.isEmpty() && titles.get(titles.size() - 1).equals(text)) {
                continue;
            }
            java.util.regex.Matcher matcher = NUMBER.matcher(text);
            if (matcher.matches()) {
                number = matcher.group(1);
            } else if (!titles.isEmpty() && units.isUnit(text.replaceAll("[()]", ""))) {
                measured.add(text.replaceAll("[()]", ""));
            } else {
                titles.add(text);
            }
        }
        if (!titles.isEmpty()) {
            String inside = PlainText.inParentheses(titles.get(titles.size() - 1));
            if (units.isUnit(inside)) {
                measured.add(inside);
            }
        }
        return new Heading(column, titles, measured, number);
    }

    private void match(
            SheetView view,
            List<Column> wanted,
            List<Heading> headings,
            int bottom,
            KnownUnits units,
            FormFindings findings) {
        Set<Heading> used = new LinkedHashSet<>();
        for (int pass = 1; pass <= 4; pass++) {
            for (Column column : wanted) {
                for (Heading heading : headings) {
                    if (used.contains(heading) || !fits(pass, heading, column, wanted)) {
                        continue;
                    }
                    Integer already = found.get(column);
                    if (already == null && told.contains(column)) {
                        continue;
                    }
                    if (already != null) {
                        if (pass <= 2) {
                            used.add(heading);
                            told.add(column);
                            findings.mandatory("COLUMN-TWICE", "“" + column.title() + "”栏出现两次", "请删去多余的一栏后重新报送。")
                                    .instance(column.code())
                                    .at(List.of(view.at(bottom, already), view.at(bottom, heading.column)))
                                    .read(heading.last());
                        }
                        continue;
                    }
                    used.add(heading);
                    if ((pass == 2 || pass == 3)
                            && wanted.stream().anyMatch(other -> other != column && heading.isNumbered(other))) {
                        told.add(column);
                        findings.mandatory(
                                        "COLUMN-CODE-TITLE",
                                        "栏号 " + heading.number + " 与栏目“" + heading.last() + "”不一致",
                                        "请按表式核对栏号和栏目名称；不要改动表头。")
                                .instance(column.code())
                                .at(view.at(bottom, heading.column))
                                .read(heading.number + " " + heading.last())
                                .expected(column.code() + " " + column.title());
                        continue;
                    }
                    found.put(column, heading.column);
                    unit(view, column, heading, bottom, units, findings);
                }
            }
        }
        for (Heading heading : headings) {
            if (!used.contains(heading) && heading.titles.stream().anyMatch(PersonalData::isHeading)) {
                personal.add(heading.column);
            }
        }
    }

    private static boolean fits(int pass, Heading heading, Column column, List<Column> wanted) {
        return switch (pass) {
            case 1 ->
                heading.isNumbered(column)
                        && (isTitled(heading, column, wanted, false) || isTitled(heading, column, wanted, true));
            case 2 -> isTitled(heading, column, wanted, false);
            case 3 -> isTitled(heading, column, wanted, true);
            default ->
                heading.isNumbered(column)
                        && wanted.stream()
                                .noneMatch(other -> other != column && isTitled(heading, other, wanted, true));
        };
    }

    private static boolean isTitled(Heading heading, Column column, List<Column> wanted, boolean loosely) {
        if (heading.titles.isEmpty()) {
            return false;
        }
        String last = Headings.key(heading.last(), loosely);
        String group = PlainText.title(column.group());
        List<String> upper = heading.titles.subList(0, heading.titles.size() - 1).stream()
                .map(PlainText::title)
                .toList();
        String whole = String.join("", upper) + last;
        List<String> names = Headings.names(column, loosely);
        if (names.contains(whole)
                || !group.isEmpty() && names.stream().anyMatch(name -> whole.endsWith(group + name))) {
            return true;
        }
        if (!names.contains(last)) {
            return false;
        }
        boolean shared = wanted.stream()
                .anyMatch(other -> other != column
                        && !other.group().equals(column.group())
                        && Headings.names(other, loosely).contains(last));
        return group.isEmpty() || !shared || upper.stream().anyMatch(title -> title.contains(group));
    }

    private static void unit(
            SheetView view, Column column, Heading heading, int bottom, KnownUnits units, FormFindings findings) {
        String declared = column.measure().unit();
        if (declared == null) {
            return;
        }
        for (String printed : heading.units) {
            if (!units.same(printed, declared)) {
                findings.mandatory(
                                "UNIT-DIFFERS",
                                "“" + column.title() + "”栏的计量单位“" + printed + "”与表式的“" + declared + "”不同",
                                "请按表式的计量单位换算后填写，不要改动表头；系统不代为换算。")
                        .instance("栏" + column.code())
                        .at(view.at(bottom, heading.column))
                        .read(printed)
                        .expected(declared);
                return;
            }
        }
    }

    public Map<Column, Integer> found() {
        return found;
    }

    /** Columns about which something was said already. */
    public boolean isTold(Column column) {
        return told.contains(column);
    }

    /** Columns of the sheet whose headings ask for personal data. */
    public List<Integer> personal() {
        return personal;
    }
}

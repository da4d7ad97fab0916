package xiangbao.readers.forms.recognition;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import xiangbao.readers.excel.workbook.RawCell;
import xiangbao.readers.excel.workbook.RawRow;
import xiangbao.readers.forms.heading.HeaderText;
import xiangbao.readers.forms.sheet.CodeHead;
import xiangbao.readers.forms.sheet.SheetView;
import xiangbao.readers.forms.sheet.TableEnd;
import xiangbao.readers.forms.wording.PlainText;
import xiangbao.statistics.definitions.Definitions;
import xiangbao.statistics.forms.Form;
import xiangbao.statistics.relations.FormRules;
import xiangbao.statistics.submissions.CellReference;

/** Finds forms in a sheet: by the 表号 that stands in it, and where that is missing or wrong, by what else is printed there. */
public final class FormFinder {
    private static final Pattern LABEL = Pattern.compile("(?:^|[^见及])表 ?号 ?[::]? ?(.*)$");
    private static final Pattern NEXT_LABEL =
            Pattern.compile("制[定表]机关|批准|备案|有效期|填报|综合机关|计量单位|报告期|区划代码|(?:19|20)\\d{2}年");
    private static final int WIDEST_GAP = 8;

    private final Map<String, FormRules> byCode = new LinkedHashMap<>();
    private final FormLikeness likeness;

    public FormFinder(Definitions definitions) {
        likeness = new FormLikeness(definitions);
        definitions.forms().forEach((code, rules) -> byCode.put(normal(code.text()), rules));
    }

    public SheetForms look(SheetView view) {
        Scan scan = scan(view);
        List<FormRegion> found = new ArrayList<>();
        List<Form> resembled = new ArrayList<>();
        for (FormRegion region : anchored(view, scan.anchors)) {
            if (region.anchor().county()) {
                found.add(region);
            } else if (!isMention(view, region, scan.tables)) {
                divide(view, region, scan.tables, found, resembled);
            }
        }
        return new SheetForms(found, resembled);
    }

    /** A 表号 in a list of forms, say: nothing of the form stands around it, and no unit says that it reports. */
    private boolean isMention(SheetView view, FormRegion region, List<Integer> tables) {
        FormRules rules = region.anchor().rules();
        return rules != null
                && tables.stream().noneMatch(row -> row >= region.firstRow() && row <= region.lastRow())
                && likeness.share(view, region.firstRow(), region.lastRow(), rules) == 0;
    }

    /** A 表号 covers what stands below it, but for tables that are certainly another form's, and unless all of it is. */
    private void divide(
            SheetView view, FormRegion region, List<Integer> tables, List<FormRegion> found, List<Form> resembled) {
        FormRules own = isItsOwn(view, region) ? region.anchor().rules() : null;
        List<Integer> starts = starts(view, region, tables);
        int from = region.firstRow();
        Likeness opened = null;
        FormRules current = own;
        for (int index = 0; starts.size() > 1 && index < starts.size(); index++) {
            int last = index + 1 < starts.size() ? starts.get(index + 1) - 1 : region.lastRow();
            Likeness table = likeness.of(view, starts.get(index), last).taken();
            if (table == null || table.rules().equals(current)) {
                continue;
            }
            if (index > 0) {
                part(view, region, from, starts.get(index) - 1, own, opened, found, resembled);
                from = starts.get(index);
                opened = table;
                own = null;
            }
            current = own == null ? table.rules() : own;
        }
        part(view, region, from, region.lastRow(), own, opened, found, resembled);
    }

    private void part(
            SheetView view,
            FormRegion region,
            int from,
            int to,
            @Nullable FormRules own,
            @Nullable Likeness opened,
            List<FormRegion> found,
            List<Form> resembled) {
        Likeness taken = opened;
        if (own == null && opened == null) {
            FormLikeness.Result result = likeness.of(view, from, to);
            taken = result.taken();
            resembled.addAll(result.resembled());
        }
        boolean anchored = !region.anchor().text().isEmpty() && from == region.firstRow();
        if (own != null || taken != null || anchored) {
            FormAnchor anchor = anchored || taken == null ? region.anchor() : unwritten(view, from, to);
            found.add(new FormRegion(anchor, from, to, taken));
        }
    }

    /** Whether a part of a sheet is what its 表号 says; it is, unless it is certainly another form. */
    private boolean isItsOwn(SheetView view, FormRegion region) {
        FormRules rules = region.anchor().rules();
        if (rules == null) {
            return false;
        }
        if (!rules.enabled()
                || likeness.isTitled(
                        view, region.firstRow(), region.anchor().cell().row(), rules)
                || likeness.share(view, region.firstRow(), region.lastRow(), rules) >= 0.3) {
            return true;
        }
        Likeness other = likeness.of(view, region.firstRow(), region.lastRow()).taken();
        return other == null || other.rules().equals(rules);
    }

    /** Where tables begin in a region, its own first. */
    private static List<Integer> starts(SheetView view, FormRegion region, List<Integer> tables) {
        List<Integer> starts = new ArrayList<>(List.of(region.firstRow()));
        int before = -1;
        for (int row : tables) {
            if (row < region.firstRow() || row > region.lastRow()) {
                continue;
            }
            int body = before < 0 ? -1 : lastOfBody(view, before + 1, row - 1);
            if (body >= 0) {
                starts.add(Math.max(body + 1, start(view, row, before)));
            }
            before = row;
        }
        return starts;
    }

    /** The last row of figures, or of a foot, between two headings; -1 when they are parts of one. */
    private static int lastOfBody(SheetView view, int from, int to) {
        int last = -1;
        for (RawRow row : view.rows(from, to)) {
            if (TableEnd.isIn(row) || row.cells().stream().anyMatch(RawCell::isNumber)) {
                last = row.number();
            }
        }
        return last;
    }

    /** Where a 表号 that is not there should be written: behind its label, or above 制定机关, where it is printed; else where the form begins. */
    private static FormAnchor unwritten(SheetView view, int from, int to) {
        CellReference place = null;
        for (RawRow row : view.rows(from, Math.min(to, from + 8))) {
            for (RawCell cell : row.cells()) {
                String text = PlainText.compact(cell.text());
                if (text.equals("表号") || text.equals("表号:")) {
                    return new FormAnchor("", null, false, false, view.at(cell.row(), cell.column()));
                }
                if (text.startsWith("制定机关") || text.startsWith("制表机关")) {
                    boolean free = cell.row() > from && view.sheet().cell(cell.row() - 1, cell.column()) == null;
                    return new FormAnchor(
                            "", null, false, false, view.at(free ? cell.row() - 1 : cell.row(), cell.column()));
                }
                place = place == null ? view.at(cell.row(), cell.column()) : place;
            }
        }
        return new FormAnchor("", null, false, false, place == null ? view.at(from, 0) : place);
    }

    private List<FormRegion> anchored(SheetView view, List<FormAnchor> anchors) {
        if (view.lastRow() < 0) {
            return List.of();
        }
        if (anchors.isEmpty()) {
            FormAnchor only = bare(view).orElseGet(() -> unwritten(view, 0, view.lastRow()));
            return List.of(new FormRegion(only, 0, view.lastRow(), null));
        }
        List<Integer> starts = new ArrayList<>();
        for (int index = 0; index < anchors.size(); index++) {
            int before = index == 0 ? -1 : anchors.get(index - 1).cell().row();
            starts.add(index == 0 ? 0 : start(view, anchors.get(index).cell().row(), before));
        }
        List<FormRegion> regions = new ArrayList<>();
        for (int index = 0; index < anchors.size(); index++) {
            int last = index + 1 < anchors.size() ? starts.get(index + 1) - 1 : view.lastRow();
            FormRegion region = new FormRegion(anchors.get(index), starts.get(index), last, null);
            FormRegion previous = regions.isEmpty() ? null : regions.get(regions.size() - 1);
            if (previous != null && continues(view, previous, region)) {
                regions.set(regions.size() - 1, new FormRegion(previous.anchor(), previous.firstRow(), last, null));
            } else {
                regions.add(region);
            }
        }
        return regions;
    }

    /** A 续表: the same form again on the next printed page, without a unit of its own. */
    private static boolean continues(SheetView view, FormRegion previous, FormRegion region) {
        if (previous.anchor().rules() == null
                || previous.anchor().rules() != region.anchor().rules()) {
            return false;
        }
        if (region.anchor().continued()) {
            return true;
        }
        int row = region.anchor().cell().row();
        boolean ownUnit = false;
        for (RawRow near : view.rows(region.firstRow(), row + 4)) {
            for (RawCell cell : near.cells()) {
                String text = PlainText.compact(cell.text());
                if (text.startsWith("续表") || text.contains("(续") || text.endsWith("续")) {
                    return true;
                }
                ownUnit |= text.contains("填报单位") || text.contains("综合机关");
            }
        }
        return !ownUnit;
    }

    /** Headings stand a few rows above their 表号; what belongs to the table before does not. */
    private static int start(SheetView view, int anchorRow, int before) {
        int start = anchorRow;
        while (start - 1 > before && anchorRow - start < 4) {
            List<RawRow> above = view.rows(start - 1, start - 1);
            if (above.isEmpty() || TableEnd.isIn(above.get(0)) || holdsFigures(above.get(0))) {
                break;
            }
            start--;
        }
        return start;
    }

    private static boolean holdsFigures(RawRow row) {
        return row.cells().stream().filter(RawCell::isNumber).count() > 1;
    }

    /** @param tables rows in which a table or the heading above it is seen */
    private record Scan(List<FormAnchor> anchors, List<Integer> tables) {}

    private Scan scan(SheetView view) {
        List<FormAnchor> anchors = new ArrayList<>();
        List<Integer> tables = new ArrayList<>();
        for (RawRow row : view.rows(0, view.lastRow())) {
            boolean table = false;
            for (RawCell cell : row.cells()) {
                if (cell.isNumber()) {
                    continue;
                }
                table |= CodeHead.is(cell) || HeaderText.namesUnit(cell);
                if (cell.text().indexOf('号') < 0) {
                    continue;
                }
                for (String line : cell.text().split("[\\r\\n]+")) {
                    String text = code(PlainText.of(line).replaceAll("(?<=表) +(?=号)", ""), view, row, cell);
                    if (!text.isEmpty()) {
                        anchors.add(anchor(text, view.at(cell.row(), cell.column())));
                    }
                }
            }
            if (table) {
                tables.add(row.number());
            }
        }
        return new Scan(anchors, tables);
    }

    private static String code(String line, SheetView view, RawRow row, RawCell cell) {
        Matcher matcher = LABEL.matcher(line);
        if (!matcher.find()) {
            return "";
        }
        boolean colon = line.contains("表号:") || line.contains("表号 :");
        if (!colon && !PlainText.compact(line).startsWith("表号")) {
            return "";
        }
        String rest = matcher.group(1).replaceFirst("^[: ]+", "");
        Matcher next = NEXT_LABEL.matcher(rest);
        if (next.find()) {
            rest = rest.substring(0, next.start());
        }
        rest = rest.replace(" ", "");
        if (!rest.isEmpty()) {
            return colon || rest.length() <= 16 ? rest : "";
        }
        for (RawCell beside : row.cells()) {
            if (beside.column() > cell.column() && beside.column() <= cell.column() + WIDEST_GAP) {
                String text = PlainText.compact(beside.text());
                if (!text.isEmpty() && !text.equals(":")) {
                    return isAnother(text) ? "" : text.replaceFirst("^:", "");
                }
            }
        }
        String below =
                SheetView.text(view.sheet().cell(cell.row() + 1, cell.column())).replace(" ", "");
        return isAnother(below) ? "" : below;
    }

    /** Whether the text beside or below a 表号 that was left blank is something else. */
    private static boolean isAnother(String text) {
        return text.length() > 24 || NEXT_LABEL.matcher(text).lookingAt();
    }

    private FormAnchor anchor(String text, CellReference cell) {
        boolean continued = text.contains("续");
        String normal = normal(text.replaceAll("\\(?续表?\\d*\\)?", ""));
        FormRules exact = byCode.get(normal);
        if (exact != null) {
            return new FormAnchor(text, exact, false, continued, cell);
        }
        if (normal.endsWith("综")) {
            return new FormAnchor(text, null, true, continued, cell);
        }
        FormRules longest = null;
        int length = 0;
        for (Map.Entry<String, FormRules> entry : byCode.entrySet()) {
            String code = entry.getKey();
            if (code.length() > length
                    && normal.startsWith(code)
                    && !normal.substring(code.length()).matches("[-0-9a-z].*")) {
                longest = entry.getValue();
                length = code.length();
            }
        }
        return new FormAnchor(text, longest, false, continued, cell);
    }

    /** A 表号 without its label, if the sheet has exactly one and looks like a form. */
    private java.util.Optional<FormAnchor> bare(SheetView view) {
        List<FormAnchor> found = new ArrayList<>();
        boolean form = false;
        for (RawRow row : view.rows(0, Math.min(view.lastRow(), 60))) {
            for (RawCell cell : row.cells()) {
                if (cell.isNumber()) {
                    continue;
                }
                String text = PlainText.compact(cell.text());
                form |= text.contains("填报单位") || text.equals("代码");
                if (byCode.containsKey(normal(text)) && text.length() > 2) {
                    found.add(anchor(text, view.at(cell.row(), cell.column())));
                }
            }
        }
        return form && found.size() == 1 ? java.util.Optional.of(found.get(0)) : java.util.Optional.empty();
    }

    /** Codes that look most like a 表号, with their forms' titles. */
    public List<String> nearest(String text) {
        String normal = normal(text);
        return byCode.entrySet().stream()
                .filter(entry -> PlainText.likeness(normal, entry.getKey()) >= 0.5)
                .sorted(java.util.Comparator.comparingDouble(entry -> -PlainText.likeness(normal, entry.getKey())))
                .limit(3)
                .map(entry -> entry.getValue().form().code() + " "
                        + entry.getValue().form().title())
                .toList();
    }

    private static String normal(String text) {
        return PlainText.hyphens(PlainText.compact(text))
                .toLowerCase(Locale.ROOT)
                .replaceFirst("表+$", "");
    }
}

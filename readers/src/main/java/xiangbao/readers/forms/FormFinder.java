package xiangbao.readers.forms;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import xiangbao.readers.excel.RawCell;
import xiangbao.readers.excel.RawRow;
import xiangbao.statistics.audit.FormRules;
import xiangbao.statistics.definitions.Definitions;
import xiangbao.statistics.model.CellReference;

/** Finds forms in a sheet by the 表号 that stands in it. */
final class FormFinder {
    private static final Pattern LABEL = Pattern.compile("(?:^|[^见及])表 ?号 ?[::]? ?(.*)$");
    private static final Pattern NEXT_LABEL =
            Pattern.compile("制[定表]机关|批准|备案|有效期|填报|综合机关|计量单位|报告期|区划代码|(?:19|20)\\d{2}年");
    private static final Pattern TABLE_END =
            Pattern.compile("^(?:单位负责人|统计负责人|填表人|报出日期|填报说明|编制说明|说明[:：]|注[:：]|备注[:：]|审核关系)");
    private static final int WIDEST_GAP = 8;

    private final Map<String, FormRules> byCode = new LinkedHashMap<>();

    FormFinder(Definitions definitions) {
        definitions.forms().forEach((code, rules) -> byCode.put(normal(code.text()), rules));
    }

    /**
     * A 表号 where it stands.
     *
     * @param rules null when no form of this code is known
     * @param county the county's own 综合表, which is nobody's submission
     */
    record Anchor(String text, @Nullable FormRules rules, boolean county, boolean continued, CellReference cell) {}

    /** A form's part of a sheet. */
    record Region(Anchor anchor, int firstRow, int lastRow) {}

    List<Region> regions(SheetView view) {
        List<Anchor> anchors = anchors(view);
        if (anchors.isEmpty()) {
            bare(view).ifPresent(anchors::add);
        }
        List<Integer> starts = new ArrayList<>();
        for (int index = 0; index < anchors.size(); index++) {
            int before = index == 0 ? -1 : anchors.get(index - 1).cell().row();
            starts.add(index == 0 ? 0 : start(view, anchors.get(index).cell().row(), before));
        }
        List<Region> regions = new ArrayList<>();
        for (int index = 0; index < anchors.size(); index++) {
            int last = index + 1 < anchors.size() ? starts.get(index + 1) - 1 : view.lastRow();
            Region region = new Region(anchors.get(index), starts.get(index), last);
            Region previous = regions.isEmpty() ? null : regions.get(regions.size() - 1);
            if (previous != null && continues(view, previous, region)) {
                regions.set(regions.size() - 1, new Region(previous.anchor(), previous.firstRow(), last));
            } else {
                regions.add(region);
            }
        }
        return regions;
    }

    /** A 续表: the same form again on the next printed page, without a unit of its own. */
    private static boolean continues(SheetView view, Region previous, Region region) {
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
            if (above.isEmpty() || isTableEnd(above.get(0)) || holdsFigures(above.get(0))) {
                break;
            }
            start--;
        }
        return start;
    }

    private static boolean holdsFigures(RawRow row) {
        return row.cells().stream().filter(RawCell::isNumber).count() > 1;
    }

    static boolean isTableEnd(RawRow row) {
        for (RawCell cell : row.cells()) {
            if (!cell.isNumber()
                    && TABLE_END.matcher(PlainText.compact(cell.text())).find()) {
                return true;
            }
        }
        return false;
    }

    private List<Anchor> anchors(SheetView view) {
        List<Anchor> anchors = new ArrayList<>();
        for (RawRow row : view.rows(0, view.lastRow())) {
            for (RawCell cell : row.cells()) {
                if (cell.isNumber() || cell.text().indexOf('号') < 0) {
                    continue;
                }
                for (String line : cell.text().split("[\\r\\n]+")) {
                    String text = code(PlainText.of(line).replaceAll("(?<=表) +(?=号)", ""), view, row, cell);
                    if (!text.isEmpty()) {
                        anchors.add(anchor(text, view.at(cell.row(), cell.column())));
                    }
                }
            }
        }
        return anchors;
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
                    return text.length() <= 24 ? text.replaceFirst("^:", "") : "";
                }
            }
        }
        return SheetView.text(view.sheet().cell(cell.row() + 1, cell.column())).replace(" ", "");
    }

    private Anchor anchor(String text, CellReference cell) {
        boolean continued = text.contains("续");
        String normal = normal(text.replaceAll("\\(?续表?\\d*\\)?", ""));
        FormRules exact = byCode.get(normal);
        if (exact != null) {
            return new Anchor(text, exact, false, continued, cell);
        }
        if (normal.endsWith("综")) {
            return new Anchor(text, null, true, continued, cell);
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
        return new Anchor(text, longest, false, continued, cell);
    }

    /** A 表号 without its label, if the sheet has exactly one and looks like a form. */
    private java.util.Optional<Anchor> bare(SheetView view) {
        List<Anchor> found = new ArrayList<>();
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
    List<String> nearest(String text) {
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

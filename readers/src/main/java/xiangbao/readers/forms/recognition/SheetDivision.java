package xiangbao.readers.forms.recognition;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import xiangbao.readers.forms.sheet.SheetView;
import xiangbao.statistics.forms.Form;
import xiangbao.statistics.relations.FormRules;

/** Divides a sheet into the forms that stand in it: a 表号 covers what stands below it, unless that is certainly another form. */
final class SheetDivision {
    /** As much of a form as makes a 表号 credible. */
    private static final double CREDIBLE = 0.3;

    private final SheetView view;
    private final FormLikeness likeness;
    private final List<Integer> tables;
    private final List<FormRegion> found = new ArrayList<>();
    private final List<Form> resembled = new ArrayList<>();

    SheetDivision(SheetView view, FormLikeness likeness, SheetScan scan) {
        this.view = view;
        this.likeness = likeness;
        this.tables = scan.tables();
        for (FormRegion region : AnchoredRegions.of(view, scan)) {
            if (region.anchor().county()) {
                found.add(region);
            } else if (!isMention(region)) {
                divide(region);
            }
        }
    }

    SheetForms forms() {
        return new SheetForms(found, resembled);
    }

    /** A 表号 in a list of forms, say: nothing of the form stands around it, and no unit says that it reports. */
    private boolean isMention(FormRegion region) {
        FormRules rules = region.anchor().rules();
        return rules != null
                && tables.stream().noneMatch(row -> row >= region.firstRow() && row <= region.lastRow())
                && likeness.share(view, region.firstRow(), region.lastRow(), rules) == 0;
    }

    /** A 表号 covers what stands below it, but for tables that are certainly another form's, and unless all of it is. */
    private void divide(FormRegion region) {
        FormRules own = isItsOwn(region) ? region.anchor().rules() : null;
        List<Integer> starts = TableStarts.in(view, region, tables);
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
                part(region, from, starts.get(index) - 1, own, opened);
                from = starts.get(index);
                opened = table;
                own = null;
            }
            current = own == null ? table.rules() : own;
        }
        part(region, from, region.lastRow(), own, opened);
    }

    private void part(FormRegion region, int from, int to, @Nullable FormRules own, @Nullable Likeness opened) {
        Likeness taken = opened;
        if (own == null && opened == null) {
            LikestForm result = likeness.of(view, from, to);
            taken = result.taken();
            resembled.addAll(result.resembled());
        }
        boolean anchored = !region.anchor().text().isEmpty() && from == region.firstRow();
        if (own != null || taken != null || anchored) {
            FormAnchor anchor = anchored || taken == null ? region.anchor() : FormAnchor.unwritten(view, from, to);
            found.add(new FormRegion(anchor, from, to, taken));
        }
    }

    /** Whether a part of a sheet is what its 表号 says; it is, unless it is certainly another form. */
    private boolean isItsOwn(FormRegion region) {
        FormRules rules = region.anchor().rules();
        if (rules == null) {
            return false;
        }
        if (!rules.enabled()
                || likeness.isTitled(
                        view, region.firstRow(), region.anchor().cell().row(), rules)
                || likeness.share(view, region.firstRow(), region.lastRow(), rules) >= CREDIBLE) {
            return true;
        }
        Likeness other = likeness.of(view, region.firstRow(), region.lastRow()).taken();
        return other == null || other.rules().equals(rules);
    }
}

package xiangbao.readers.forms.recognition;

import java.util.ArrayList;
import java.util.List;
import xiangbao.readers.excel.workbook.RawCell;
import xiangbao.readers.excel.workbook.RawRow;
import xiangbao.readers.forms.sheet.SheetView;
import xiangbao.readers.forms.wording.PlainText;

/** The parts of a sheet that its 表号 head; the whole of it where there is none. */
final class AnchoredRegions {
    private AnchoredRegions() {}

    static List<FormRegion> of(SheetView view, SheetScan scan) {
        List<FormAnchor> anchors = scan.anchors();
        if (view.lastRow() < 0) {
            return List.of();
        }
        if (anchors.isEmpty()) {
            FormAnchor only = scan.bare().orElseGet(() -> FormAnchor.unwritten(view, 0, view.lastRow()));
            return List.of(new FormRegion(only, 0, view.lastRow(), null));
        }
        List<Integer> starts = new ArrayList<>();
        for (int index = 0; index < anchors.size(); index++) {
            int before = index == 0 ? -1 : anchors.get(index - 1).cell().row();
            starts.add(
                    index == 0
                            ? 0
                            : TableStarts.before(view, anchors.get(index).cell().row(), before));
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
}

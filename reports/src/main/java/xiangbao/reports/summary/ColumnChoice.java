package xiangbao.reports.summary;

import java.util.List;
import xiangbao.statistics.forms.SummaryChoice;

/** Which columns of a 汇总表 people read on its first sheet: those that the form names, or as many as a page holds. */
final class ColumnChoice {
    /** More columns than this are too many for a sheet of A3. */
    private static final int PAGE = 20;

    private ColumnChoice() {}

    static List<SummaryColumn> of(List<SummaryColumn> all, SummaryChoice choice) {
        List<SummaryColumn> chosen = all.stream()
                .filter(column -> choice.items().contains(column.item()))
                .toList();
        if (!chosen.isEmpty()) {
            return chosen;
        }
        return all.size() <= PAGE ? all : outline(all);
    }

    /** Totals before details: the rows that stand furthest left, as many as a page holds. */
    private static List<SummaryColumn> outline(List<SummaryColumn> all) {
        for (int indent = 3; indent >= 0; indent--) {
            int deepest = indent;
            List<SummaryColumn> kept =
                    all.stream().filter(column -> column.indent() <= deepest).toList();
            if (kept.size() <= PAGE && !kept.isEmpty()) {
                return kept;
            }
        }
        int end = PAGE;
        while (end > PAGE / 2
                && !all.get(end).group().isEmpty()
                && all.get(end).group().equals(all.get(end - 1).group())) {
            end--;
        }
        return all.subList(0, end);
    }
}

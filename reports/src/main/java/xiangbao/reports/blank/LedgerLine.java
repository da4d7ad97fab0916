package xiangbao.reports.blank;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import xiangbao.statistics.forms.Column;
import xiangbao.statistics.forms.ColumnKind;
import xiangbao.statistics.forms.Form;
import xiangbao.statistics.submissions.Observation;
import xiangbao.statistics.units.ReportingUnit;
import xiangbao.statistics.units.UnitCode;

/**
 * A line of a blank ledger that is known beforehand.
 *
 * @param names what names it, by the column
 * @param former what was reported of it before, by the column
 */
record LedgerLine(Map<String, String> names, Map<String, Observation> former) {
    private static final Set<ColumnKind> NAMES = Set.of(ColumnKind.KEY, ColumnKind.TEXT, ColumnKind.UNIT);

    static boolean isName(Column column) {
        return NAMES.contains(column.kind());
    }

    /** The townships where a line is one; otherwise the lines of the period before that had a number. */
    static List<LedgerLine> of(BlankWorkbook workbook, BlankForm blank) {
        Form form = blank.form();
        Map<String, Map<String, Observation>> byKey = formerLines(blank.previous());
        Column key = form.lineKey().orElse(null);
        if (key != null && key.kind() == ColumnKind.UNIT) {
            List<LedgerLine> units = new ArrayList<>();
            for (ReportingUnit unit : townships(workbook, blank)) {
                Map<String, Observation> former = byKey.getOrDefault(unit.code().text(), Map.of());
                units.add(new LedgerLine(Map.of(key.code(), unit.name()), former));
            }
            return units;
        }
        List<LedgerLine> known = new ArrayList<>();
        for (Map<String, Observation> former : byKey.values()) {
            Map<String, String> names = new LinkedHashMap<>();
            for (Column column : form.dataColumns()) {
                Observation observation = former.get(column.code());
                String text = observation == null ? null : observation.text();
                if (text != null && isName(column)) {
                    names.put(
                            column.code(),
                            column.kind() == ColumnKind.UNIT ? workbook.units().name(new UnitCode(text)) : text);
                }
            }
            if (key != null && names.containsKey(key.code())) {
                known.add(new LedgerLine(names, former));
            }
        }
        return known;
    }

    /** Those that there are in the period, in register order. */
    static List<ReportingUnit> townships(BlankWorkbook workbook, BlankForm blank) {
        return workbook.units().all().stream()
                .filter(unit -> unit.kind().isTownshipLevel()
                        && unit.validity().covers(blank.period().lastDay()))
                .toList();
    }

    private static Map<String, Map<String, Observation>> formerLines(@Nullable PastRound previous) {
        Map<String, Map<String, Observation>> byKey = new LinkedHashMap<>();
        if (previous != null) {
            for (Observation observation : previous.observations()) {
                byKey.computeIfAbsent(observation.line(), key -> new LinkedHashMap<>())
                        .put(observation.indicator().column(), observation);
            }
        }
        return byKey;
    }
}

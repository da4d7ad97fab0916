package xiangbao.statistics.aggregate;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import xiangbao.statistics.model.ReportingUnit;

/**
 * Who owes a form or an indicator, and what became of it. Accepted, pending, returned and missing are apart and add up to the expected, or there is no
 * such coverage.
 *
 * @param expected who owes it, in register order
 * @param accepted whose counting round passed
 * @param pending whose counting round waits for an explanation; it counts
 * @param returned whose every round was returned; nothing of them counts
 * @param missing who sent nothing
 * @param standIns who of the accepted and pending count with an earlier round, because a later one was returned
 * @param missingShare what the returned and missing had last year; null when nobody is, or last year is not fully known
 */
public record Coverage(
        List<ReportingUnit> expected,
        List<ReportingUnit> accepted,
        List<ReportingUnit> pending,
        List<ReportingUnit> returned,
        List<ReportingUnit> missing,
        List<ReportingUnit> standIns,
        @Nullable MissingShare missingShare) {
    public static final Coverage NONE =
            new Coverage(List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), null);

    public Coverage {
        expected = List.copyOf(expected);
        accepted = List.copyOf(accepted);
        pending = List.copyOf(pending);
        returned = List.copyOf(returned);
        missing = List.copyOf(missing);
        standIns = List.copyOf(standIns);
        List<ReportingUnit> parts = new ArrayList<>();
        parts.addAll(accepted);
        parts.addAll(pending);
        Set<ReportingUnit> good = new HashSet<>(parts);
        parts.addAll(returned);
        parts.addAll(missing);
        Set<ReportingUnit> distinct = new HashSet<>(parts);
        if (distinct.size() != parts.size()
                || parts.size() != expected.size()
                || !distinct.equals(new HashSet<>(expected))
                || !good.containsAll(standIns)) {
            throw new IllegalArgumentException("coverage does not add up: expected " + expected.size() + ", accepted "
                    + accepted.size() + ", pending " + pending.size() + ", returned " + returned.size() + ", missing "
                    + missing.size());
        }
    }

    /** What a figure is for which nothing counts: 退回 where all that came was sent back and nobody has failed to send it, otherwise 未报. */
    FigureStatus lacking() {
        return missing.isEmpty() && !returned.isEmpty() ? FigureStatus.RETURNED : FigureStatus.MISSING;
    }

    /** How many sent it, returned ones too. */
    public int received() {
        return accepted.size() + pending.size() + returned.size();
    }

    /** How many are in the figure. */
    public int counted() {
        return accepted.size() + pending.size();
    }

    /** Whether all that owe it have passed. */
    public boolean isFinal() {
        return accepted.size() == expected.size();
    }

    /** Who is not in the figure: the returned and the missing. */
    public List<ReportingUnit> notCounted() {
        return expected.stream()
                .filter(unit -> returned.contains(unit) || missing.contains(unit))
                .toList();
    }

    /** The same of some of the units only; what share of last year is missing among them is not known. */
    public Coverage among(Set<ReportingUnit> some) {
        return new Coverage(
                within(expected, some),
                within(accepted, some),
                within(pending, some),
                within(returned, some),
                within(missing, some),
                within(standIns, some),
                null);
    }

    private static List<ReportingUnit> within(List<ReportingUnit> units, Set<ReportingUnit> some) {
        return units.stream().filter(some::contains).toList();
    }

    /** {@code 22/25}. */
    public String fraction() {
        return counted() + "/" + expected.size();
    }
}

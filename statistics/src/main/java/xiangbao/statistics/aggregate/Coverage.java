package xiangbao.statistics.aggregate;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import xiangbao.statistics.units.ReportingUnit;

/**
 * Who owes a form or an indicator, and what became of it. Accepted, pending, withheld, returned and missing are apart and add up to the expected, or there
 * is no such coverage.
 *
 * @param expected who owes it, in register order
 * @param accepted whose counting round passed
 * @param pending whose counting round waits for an explanation; it counts
 * @param withheld whose newest round waits for an explanation before it counts, with no good one behind it; nothing of them counts
 * @param returned whose every round was returned; nothing of them counts
 * @param missing who sent nothing
 * @param standIns who of the accepted and pending count with an earlier round, because a later one was returned or is withheld
 * @param missingShare what the withheld, returned and missing had last year; null when nobody is, or last year is not fully known
 */
public record Coverage(
        List<ReportingUnit> expected,
        List<ReportingUnit> accepted,
        List<ReportingUnit> pending,
        List<ReportingUnit> withheld,
        List<ReportingUnit> returned,
        List<ReportingUnit> missing,
        List<ReportingUnit> standIns,
        @Nullable MissingShare missingShare) {
    public static final Coverage NONE =
            new Coverage(List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), null);

    public Coverage {
        expected = List.copyOf(expected);
        accepted = List.copyOf(accepted);
        pending = List.copyOf(pending);
        withheld = List.copyOf(withheld);
        returned = List.copyOf(returned);
        missing = List.copyOf(missing);
        standIns = List.copyOf(standIns);
        List<ReportingUnit> parts = new ArrayList<>();
        parts.addAll(accepted);
        parts.addAll(pending);
        Set<ReportingUnit> good = new HashSet<>(parts);
        parts.addAll(withheld);
        parts.addAll(returned);
        parts.addAll(missing);
        Set<ReportingUnit> distinct = new HashSet<>(parts);
        if (distinct.size() != parts.size()
                || parts.size() != expected.size()
                || !distinct.equals(new HashSet<>(expected))
                || !good.containsAll(standIns)) {
            throw new IllegalArgumentException("coverage does not add up: expected " + expected.size() + ", accepted "
                    + accepted.size() + ", pending " + pending.size() + ", withheld " + withheld.size() + ", returned "
                    + returned.size() + ", missing "
                    + missing.size());
        }
    }

    /** What a figure is for which nothing counts: 未报 where somebody has failed to send it, otherwise 退回 where something was sent back, or 待核实. */
    FigureStatus lacking() {
        if (!missing.isEmpty() || returned.isEmpty() && withheld.isEmpty()) {
            return FigureStatus.MISSING;
        }
        return returned.isEmpty() ? FigureStatus.WITHHELD : FigureStatus.RETURNED;
    }

    /** How many sent it, returned and withheld ones too. */
    public int received() {
        return accepted.size() + pending.size() + withheld.size() + returned.size();
    }

    /** How many are in the figure. */
    public int counted() {
        return accepted.size() + pending.size();
    }

    /** Whether all that owe it have passed. */
    public boolean isFinal() {
        return accepted.size() == expected.size();
    }

    /** Who is not in the figure: the withheld, the returned and the missing. */
    public List<ReportingUnit> notCounted() {
        return expected.stream()
                .filter(unit -> withheld.contains(unit) || returned.contains(unit) || missing.contains(unit))
                .toList();
    }

    /** What an output says of a unit of which nothing is in the figure. */
    public FigureStatus lacking(ReportingUnit unit) {
        if (withheld.contains(unit)) {
            return FigureStatus.WITHHELD;
        }
        return returned.contains(unit) ? FigureStatus.RETURNED : FigureStatus.MISSING;
    }

    /** The same of some of the units only; what share of last year is missing among them is not known. */
    public Coverage among(Set<ReportingUnit> some) {
        return new Coverage(
                within(expected, some),
                within(accepted, some),
                within(pending, some),
                within(withheld, some),
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

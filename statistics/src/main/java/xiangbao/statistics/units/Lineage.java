package xiangbao.statistics.units;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import xiangbao.statistics.periods.ReferencePeriod;

/** 撤乡并镇: for which units of an earlier period the units of a later one stand. */
public final class Lineage {
    private final Units units;
    private final List<ReportingUnit> successors;

    public Lineage(Units units) {
        this.units = units;
        this.successors = units.all().stream()
                .filter(unit -> !unit.predecessors().isEmpty())
                .toList();
    }

    /** The register. */
    public Units units() {
        return units;
    }

    /**
     * The units of an earlier period that made up the given ones; empty when there is none for one of them, or when part of what they were has become
     * something else (a township that was divided is comparable only together with all that came of it).
     */
    public Optional<Set<UnitCode>> before(Collection<ReportingUnit> some, ReferencePeriod now, ReferencePeriod then) {
        Set<UnitCode> all = new TreeSet<>();
        for (ReportingUnit unit : some) {
            Set<UnitCode> before = before(unit, now, then);
            if (before.isEmpty()) {
                return Optional.empty();
            }
            all.addAll(before);
        }
        Set<UnitCode> own = new HashSet<>();
        some.forEach(unit -> own.add(unit.code()));
        // Only who came of another, or is still there beside what came of it, can share what they were.
        boolean shared = Stream.concat(successors.stream(), all.stream().map(units::get))
                .filter(unit -> !own.contains(unit.code()) && unit.validity().covers(now.lastDay()))
                .anyMatch(other -> before(other, now, then).stream().anyMatch(all::contains));
        return shared ? Optional.empty() : Optional.of(all);
    }

    /** The units of an earlier period of which a unit has something: itself, if it existed then, and what has been joined to it or divided since. */
    public Set<UnitCode> before(ReportingUnit unit, ReferencePeriod now, ReferencePeriod then) {
        Set<UnitCode> before = new TreeSet<>();
        collect(unit, now, then, before, new HashSet<>());
        return before;
    }

    private void collect(
            ReportingUnit unit, ReferencePeriod now, ReferencePeriod then, Set<UnitCode> before, Set<UnitCode> seen) {
        if (!seen.add(unit.code())) {
            return;
        }
        boolean existed = unit.validity().covers(then.lastDay());
        if (existed) {
            before.add(unit.code());
        }
        for (UnitCode code : unit.predecessors()) {
            ReportingUnit predecessor = units.find(code).orElse(null);
            if (predecessor == null) {
                continue;
            }
            boolean there = predecessor.validity().covers(then.lastDay());
            boolean gone = !predecessor.validity().covers(now.lastDay());
            if (there && (gone || !existed)) {
                collect(predecessor, now, then, before, seen);
            } else if (!there && !existed) {
                collect(predecessor, now, then, before, seen);
            }
        }
    }

    public List<ReportingUnit> named(Set<UnitCode> codes) {
        return units.all().stream().filter(unit -> codes.contains(unit.code())).toList();
    }

    /** All units but the given ones. */
    public Set<UnitCode> others(Set<UnitCode> codes) {
        Set<UnitCode> others = new TreeSet<>();
        units.all().stream()
                .map(ReportingUnit::code)
                .filter(code -> !codes.contains(code))
                .forEach(others::add);
        return others;
    }

    /** All that a unit came of or that came of it, however often, itself included: what concerns one of them may concern another. */
    public Set<UnitCode> family(UnitCode unit) {
        Set<UnitCode> family = new TreeSet<>(Set.of(unit));
        boolean grown = true;
        while (grown) {
            grown = false;
            for (ReportingUnit successor : successors) {
                boolean related = family.contains(successor.code())
                        || successor.predecessors().stream().anyMatch(family::contains);
                if (related) {
                    grown |= family.add(successor.code());
                    grown |= family.addAll(successor.predecessors());
                }
            }
        }
        return family;
    }
}

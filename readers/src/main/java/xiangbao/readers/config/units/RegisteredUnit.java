package xiangbao.readers.config.units;

import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.Set;
import xiangbao.readers.config.documents.CsvLine;
import xiangbao.statistics.periods.Validity;
import xiangbao.statistics.units.ReportingUnit;
import xiangbao.statistics.units.UnitCode;

/** A unit and the line of the register on which it stands. */
record RegisteredUnit(ReportingUnit unit, CsvLine line) {
    UnitCode code() {
        return unit.code();
    }

    /** Its name and aliases. */
    Set<String> names() {
        Set<String> names = new LinkedHashSet<>(unit.aliases());
        if (!unit.name().isEmpty()) {
            names.add(unit.name());
        }
        return names;
    }

    /** Whether there is a day on which both are valid. */
    boolean coexistsWith(RegisteredUnit other) {
        return !endsBefore(unit.validity(), other.unit.validity())
                && !endsBefore(other.unit.validity(), unit.validity());
    }

    private static boolean endsBefore(Validity first, Validity second) {
        LocalDate until = first.until();
        LocalDate from = second.from();
        return until != null && from != null && until.isBefore(from);
    }
}

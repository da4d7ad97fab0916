package xiangbao.statistics.figures;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;
import xiangbao.statistics.forms.ColumnKind;
import xiangbao.statistics.submissions.Observation;
import xiangbao.statistics.submissions.ObservationStatus;

/** What stands where a formula looks: a value, or the reason why there is none. */
public sealed interface Reading {
    record Known(Value value) implements Reading {}

    record Unknown(Absence reason) implements Reading {}

    static Reading of(BigDecimal number) {
        return of(Fraction.of(number));
    }

    static Reading of(Fraction number) {
        return new Known(new Value.Numeric(number));
    }

    /** The same figure, as one that was rounded: it stands for anything up to so far from it. */
    default Reading rounded(Fraction half) {
        return this instanceof Known known && known.value() instanceof Value.Numeric numeric
                ? new Known(Value.Numeric.rounded(numeric.number(), half))
                : this;
    }

    static Reading absent(Absence reason) {
        return new Unknown(reason);
    }

    /** What an observation says; null stands for a cell that the submission does not have. */
    static Reading of(@Nullable Observation observation, ColumnKind kind) {
        if (observation == null || observation.status() == ObservationStatus.MISSING) {
            return absent(Absence.MISSING);
        }
        if (observation.status() == ObservationStatus.NOT_APPLICABLE) {
            return absent(Absence.NOT_APPLICABLE);
        }
        if (observation.status() == ObservationStatus.UNREADABLE) {
            return absent(Absence.UNREADABLE);
        }
        if (kind == ColumnKind.NUMBER) {
            return observation.number() == null ? absent(Absence.UNREADABLE) : of(observation.number());
        }
        String text = observation.text();
        if (text == null || text.isBlank()) {
            return absent(Absence.MISSING);
        }
        if (kind == ColumnKind.DAY) {
            try {
                return new Known(new Value.Day(LocalDate.parse(text)));
            } catch (DateTimeParseException notIso) {
                return absent(Absence.UNREADABLE);
            }
        }
        return new Known(new Value.Text(text));
    }
}

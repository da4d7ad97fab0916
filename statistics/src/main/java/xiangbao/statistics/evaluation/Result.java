package xiangbao.statistics.evaluation;

import java.util.List;
import java.util.Optional;
import xiangbao.statistics.figures.Fraction;
import xiangbao.statistics.figures.Missing;
import xiangbao.statistics.figures.Value;

/** What a formula comes to: a value, or undecided with what was missing. */
public sealed interface Result {
    record Known(Value value) implements Result {}

    record Undecided(List<Missing> missing) implements Result {
        public Undecided {
            missing = List.copyOf(missing);
        }
    }

    /** The number, if it came to one. */
    default Optional<Fraction> number() {
        return this instanceof Known known && known.value() instanceof Value.Numeric numeric
                ? Optional.of(numeric.number())
                : Optional.empty();
    }

    /** The number with all that it may stand for, if it came to one. */
    default Optional<Value.Numeric> numeric() {
        return this instanceof Known known && known.value() instanceof Value.Numeric numeric
                ? Optional.of(numeric)
                : Optional.empty();
    }

    /** What was missing; empty when it is known. */
    default List<Missing> missing() {
        return this instanceof Undecided undecided ? undecided.missing : List.of();
    }
}

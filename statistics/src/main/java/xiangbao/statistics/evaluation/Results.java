package xiangbao.statistics.evaluation;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import xiangbao.statistics.figures.Absence;
import xiangbao.statistics.figures.Fraction;
import xiangbao.statistics.figures.Missing;
import xiangbao.statistics.figures.Value;

/** What follows from results, in three values: what is missing stays with what cannot be decided, and what is certain is told from what only may be. */
final class Results {
    static final Result TRUE = new Result.Known(new Value.Truth(true));
    static final Result FALSE = new Result.Known(new Value.Truth(false));

    private Results() {}

    static Result known(Fraction number) {
        return new Result.Known(new Value.Numeric(number));
    }

    static Result known(Value.Numeric number) {
        return new Result.Known(number);
    }

    static Result truth(boolean holds) {
        return holds ? TRUE : FALSE;
    }

    static Result truth(boolean holds, boolean certain) {
        return certain ? truth(holds) : new Result.Known(new Value.Truth(holds, false));
    }

    static Result undecided(Absence reason, String item) {
        return new Result.Undecided(List.of(new Missing(null, null, item, "", reason)));
    }

    static Result undecided(Result... parts) {
        Set<Missing> missing = new LinkedHashSet<>();
        for (Result part : parts) {
            missing.addAll(part.missing());
        }
        return new Result.Undecided(List.copyOf(missing));
    }

    static Optional<Value.Truth> truthOf(Result result) {
        return result instanceof Result.Known known && known.value() instanceof Value.Truth truth
                ? Optional.of(truth)
                : Optional.empty();
    }

    /** Whether it holds as reported. */
    static boolean isTrue(Result result) {
        return truthOf(result).filter(Value.Truth::holds).isPresent();
    }

    /** Whether it fails as reported. */
    static boolean isFalse(Result result) {
        return truthOf(result).filter(truth -> !truth.holds()).isPresent();
    }

    static boolean isCertain(Result result, boolean holds) {
        return truthOf(result)
                .filter(truth -> truth.certain() && truth.holds() == holds)
                .isPresent();
    }

    static Result both(Result left, Result right) {
        if (isCertain(left, false) || isCertain(right, false)) {
            return FALSE;
        }
        Optional<Value.Truth> one = truthOf(left);
        Optional<Value.Truth> other = truthOf(right);
        if (one.isEmpty() || other.isEmpty()) {
            return undecided(left, right);
        }
        return truth(
                one.get().holds() && other.get().holds(),
                one.get().certain() && other.get().certain());
    }

    static Result either(Result left, Result right) {
        return inverted(both(inverted(left), inverted(right)));
    }

    /** Whether something stands there; in what unit of measurement is another question. */
    static boolean isFilled(Result result) {
        return result instanceof Result.Known
                || (!result.missing().isEmpty()
                        && result.missing().stream().allMatch(missing -> missing.reason() == Absence.UNIT_DOUBTFUL));
    }

    static Result inverted(Result result) {
        return truthOf(result)
                .map(truth -> truth(!truth.holds(), truth.certain()))
                .orElse(result);
    }

    /** Something stands there, and nobody knows what: it is neither filled nor blank, and has its finding already. */
    static boolean isUnreadable(Result result) {
        return result.missing().stream().anyMatch(missing -> missing.reason() == Absence.UNREADABLE);
    }
}

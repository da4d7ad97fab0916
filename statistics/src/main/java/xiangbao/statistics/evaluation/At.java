package xiangbao.statistics.evaluation;

import java.util.List;
import org.jspecify.annotations.Nullable;
import xiangbao.statistics.figures.Line;
import xiangbao.statistics.forms.FormCode;
import xiangbao.statistics.periods.ReferencePeriod;

/**
 * Where in the figures the evaluation stands.
 *
 * @param lineForm whose line it is, and {@code linePeriod} when
 * @param groupForm the ledger whose lines are narrowed to {@code group}, or null
 */
record At(
        @Nullable FormCode form,
        ReferencePeriod period,
        String row,
        String column,
        int previous,
        int years,
        @Nullable Line line,
        @Nullable FormCode lineForm,
        ReferencePeriod linePeriod,
        @Nullable FormCode groupForm,
        List<Line> group,
        int derivation) {
    /** Where a formula begins, with nothing shifted and no lines narrowed. */
    static At start(@Nullable FormCode form, ReferencePeriod period, String row, String column, @Nullable Line line) {
        return new At(form, period, row, column, 0, 0, line, form, period, null, List.of(), 0);
    }

    At shifted(boolean byYear) {
        return new At(
                form,
                period,
                row,
                column,
                previous + (byYear ? 0 : 1),
                years + (byYear ? 1 : 0),
                line,
                lineForm,
                linePeriod,
                groupForm,
                group,
                derivation);
    }

    /** Where a derived indicator of the form stands. */
    At within(FormCode home) {
        return new At(home, period, "", "", 0, 0, null, null, period, null, List.of(), derivation + 1);
    }

    At onLine(Line next, FormCode ledger, ReferencePeriod when) {
        return new At(form, period, row, column, 0, 0, next, ledger, when, groupForm, group, derivation);
    }

    At onGroup(FormCode ledger, List<Line> lines) {
        return new At(
                form, period, row, column, previous, years, line, lineForm, linePeriod, ledger, lines, derivation);
    }

    ReferencePeriod shift(ReferencePeriod from) {
        ReferencePeriod moved = from;
        for (int step = 0; step < previous; step++) {
            moved = moved.previous();
        }
        for (int step = 0; step < years; step++) {
            moved = moved.yearEarlier();
        }
        return moved;
    }
}

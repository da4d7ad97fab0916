package xiangbao.statistics.lines;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import xiangbao.statistics.figures.FigureText;
import xiangbao.statistics.figures.Line;
import xiangbao.statistics.figures.Reading;
import xiangbao.statistics.figures.Value;
import xiangbao.statistics.forms.Column;
import xiangbao.statistics.forms.Form;
import xiangbao.statistics.forms.IndicatorCode;
import xiangbao.statistics.periods.ReferencePeriod;

/** A ledger beside that of the last period of the same unit. */
final class Ledger {
    private final Form form;
    private final ReferencePeriod period;
    private final List<Line> now;
    private final @Nullable Map<String, Line> before;

    /** @param before null where the last period is not known, or is not comparable */
    Ledger(Form form, ReferencePeriod period, List<Line> now, @Nullable List<Line> before) {
        this.form = form;
        this.period = period;
        this.now = now;
        if (before == null) {
            this.before = null;
        } else {
            Map<String, Line> byKey = new HashMap<>();
            before.forEach(line -> byKey.putIfAbsent(line.key(), line));
            this.before = byKey;
        }
    }

    Form form() {
        return form;
    }

    List<Line> lines() {
        return now;
    }

    boolean isHistoryKnown() {
        return before != null;
    }

    /** Whether the year has begun since. */
    boolean isNewYear() {
        return period.previous().year() != period.year();
    }

    Map<String, Line> before() {
        return before == null ? Map.of() : before;
    }

    Optional<Line> before(Line line) {
        return Optional.ofNullable(before().get(line.key()));
    }

    /** 2026年8月. */
    String then() {
        return period.previous().title();
    }

    /** What identifies a line. */
    IndicatorCode keyColumn() {
        return new IndicatorCode(form.code(), form.lineKey().map(Column::code).orElse(""));
    }

    IndicatorCode code(Column column) {
        return new IndicatorCode(form.code(), column.code());
    }

    LineDoubt.Spot keyOf(Line line) {
        return new LineDoubt.Spot(line.key(), keyColumn().item());
    }

    static Optional<Value> value(Line line, Column column) {
        return line.cell(column.code()) instanceof Reading.Known known ? Optional.of(known.value()) : Optional.empty();
    }

    static Optional<String> text(Line line, Column column) {
        return value(line, column).filter(Value.Text.class::isInstance).map(value -> ((Value.Text) value).text());
    }

    static String shown(Value value, Column column) {
        String unit = column.measure().unit();
        return FigureText.measured(value, unit == null ? "" : unit);
    }
}

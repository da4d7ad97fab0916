package xiangbao.readers.forms.figures;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import xiangbao.statistics.submissions.ObservationStatus;

/** What a cell says: a figure, nothing, or something that is no figure. */
public record FigureReading(
        ObservationStatus status, @Nullable BigDecimal number) {
    public static final FigureReading UNREADABLE = new FigureReading(ObservationStatus.UNREADABLE, null);
    /** Of a figure that the unit does not owe, or not yet. */
    public static final FigureReading NOT_APPLICABLE = new FigureReading(ObservationStatus.NOT_APPLICABLE, null);

    static final FigureReading MISSING = new FigureReading(ObservationStatus.MISSING, null);

    static FigureReading reported(BigDecimal figure) {
        return new FigureReading(ObservationStatus.REPORTED, figure);
    }
}

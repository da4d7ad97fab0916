package xiangbao.statistics.tuning;

import org.jspecify.annotations.Nullable;
import xiangbao.statistics.findings.Severity;

/**
 * How one screen looks at one figure.
 *
 * @see Tuning
 */
public record Setting(boolean off, double u, double a, double c, double gross, Severity severity) {
    /** What is usual for Hidiroglou-Berthelot; ×8 is more than a true change and less than a digit too many. */
    public static final Setting DEFAULT = new Setting(false, 0.5, 0.05, 4, 8, Severity.QUERY);

    Setting tuned(Tuning tuning) {
        return new Setting(
                or(tuning.off(), off),
                or(tuning.u(), u),
                or(tuning.a(), a),
                or(tuning.c(), c),
                or(tuning.gross(), gross),
                or(tuning.severity(), severity));
    }

    private static <T> T or(@Nullable T given, T otherwise) {
        return given == null ? otherwise : given;
    }
}

package xiangbao.statistics.copies;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import xiangbao.statistics.forms.Form;
import xiangbao.statistics.forms.Indicator;
import xiangbao.statistics.forms.Layout;
import xiangbao.statistics.forms.OverTime;
import xiangbao.statistics.submissions.Observation;

/** Tells whether a form repeats the figures of another period, one by one. */
public final class EqualFigures {
    /** Fewer equal figures than this happen by chance. */
    static final int COPIED_AT_LEAST = 5;

    private EqualFigures() {}

    /** Whether all figures of two reports of a form are the same, and enough of them are not zero to call one a copy of the other. */
    public static boolean all(Form form, List<Observation> one, List<Observation> other) {
        return form.layout() == Layout.MATRIX && count(form, byItem(one)::get, byItem(other)::get) >= COPIED_AT_LEAST;
    }

    private static Map<String, Observation> byItem(List<Observation> observations) {
        Map<String, Observation> byItem = new HashMap<>();
        observations.forEach(one -> byItem.putIfAbsent(one.indicator().item(), one));
        return byItem;
    }

    /** How many figures other than zero are equal; 0 as soon as any two differ. */
    static int count(
            Form form, Function<String, @Nullable Observation> now, Function<String, @Nullable Observation> then) {
        int equal = 0;
        for (Indicator indicator : form.indicators()) {
            if (indicator.overTime() == OverTime.NONE) {
                continue;
            }
            BigDecimal one = number(now.apply(indicator.code().item()));
            BigDecimal other = number(then.apply(indicator.code().item()));
            if (one == null && other == null) {
                continue;
            }
            if (one == null || other == null || one.compareTo(other) != 0) {
                return 0;
            }
            equal += one.signum() == 0 ? 0 : 1;
        }
        return equal;
    }

    private static @Nullable BigDecimal number(@Nullable Observation observation) {
        return observation != null && observation.status().hasValue() ? observation.number() : null;
    }
}

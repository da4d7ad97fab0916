package xiangbao.statistics.copies;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import xiangbao.statistics.submissions.Observation;

/** Tells whether a form has the figures of another unit's. */
public final class CopiedUnits {
    /** Fewer equal figures than this happen by chance. */
    private static final int LEAST = 5;

    /** Once in a million pairs of forms; the figures of a form hang together, so that one coincidence makes several. */
    private static final double SURPRISE = Math.log(1e6);

    /** Of the figures that either of them has and that are not zero, so many are equal in a copy of which a few were mended. */
    private static final double SHARE = 0.8;

    private CopiedUnits() {}

    /** The items that are equal and say something, in the order of the form; empty where the one is no copy of the other. */
    public static List<String> equal(List<Observation> one, List<Observation> other) {
        Map<String, BigDecimal> theirs = figures(other);
        Map<String, BigDecimal> own = figures(one);
        List<String> telling = new ArrayList<>();
        double surprise = 0;
        int equal = 0;
        for (Observation observation : one) {
            String item = observation.indicator().item();
            BigDecimal mine = own.get(item);
            BigDecimal their = theirs.get(item);
            if (mine != null && their != null && mine.compareTo(their) == 0) {
                equal++;
                if (FigurePrints.tells(observation)) {
                    telling.add(item);
                    surprise += Surprise.ofUnits(mine);
                }
            }
        }
        long different =
                theirs.keySet().stream().filter(item -> !own.containsKey(item)).count();
        boolean copied = telling.size() >= LEAST && surprise >= SURPRISE && equal >= SHARE * (own.size() + different);
        return copied ? List.copyOf(telling) : List.of();
    }

    /** Those of a matrix that are not zero. */
    private static Map<String, BigDecimal> figures(List<Observation> observations) {
        Map<String, BigDecimal> figures = new HashMap<>();
        for (Observation observation : observations) {
            BigDecimal number = observation.number();
            if (observation.line().isEmpty()
                    && number != null
                    && number.signum() != 0
                    && observation.status().hasValue()) {
                figures.putIfAbsent(observation.indicator().item(), number);
            }
        }
        return figures;
    }
}

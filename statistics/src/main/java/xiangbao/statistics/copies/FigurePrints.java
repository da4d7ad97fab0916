package xiangbao.statistics.copies;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import xiangbao.statistics.submissions.Observation;

/**
 * Prints of a form's figures, by which forms are found that have many figures in common: hashes of a few consecutive figures, of which the least ones are
 * kept. Equal stretches have equal prints, whatever stands beside them; so a copy of which some figures were changed is found as well.
 */
public final class FigurePrints {
    /** So many consecutive figures make one print; fewer are the same by chance. */
    private static final int WINDOW = 4;

    private static final int KEPT = 8;

    private static final long OFFSET = 0xcbf29ce484222325L;
    private static final long PRIME = 0x100000001b3L;

    private FigurePrints() {}

    /** At most a few; none for a ledger, whose lines have numbers of their own, and for a form with few figures that say anything. */
    public static Set<Long> of(List<Observation> observations) {
        List<String> figures = observations.stream()
                .filter(FigurePrints::tells)
                .sorted(Comparator.comparing(Observation::indicator))
                .map(one -> one.indicator().item() + "=" + plain(one))
                .toList();
        List<Long> prints = new ArrayList<>();
        for (int from = 0; from + WINDOW <= figures.size(); from++) {
            prints.add(hash(String.join(";", figures.subList(from, from + WINDOW))));
        }
        prints.sort(Long::compareUnsigned);
        return new TreeSet<>(prints.stream().distinct().limit(KEPT).toList());
    }

    /** Whether a figure has digits enough to tell one form from another. */
    static boolean tells(Observation observation) {
        BigDecimal number = observation.number();
        return observation.line().isEmpty()
                && number != null
                && observation.status().hasValue()
                && number.stripTrailingZeros().precision() > 1;
    }

    private static String plain(Observation observation) {
        BigDecimal number = observation.number();
        return number == null ? "" : number.stripTrailingZeros().toPlainString();
    }

    /** FNV-1a over the characters, mixed once more so that the order of the hashes says nothing about the text. */
    private static long hash(String text) {
        long hash = OFFSET;
        for (int index = 0; index < text.length(); index++) {
            hash = (hash ^ text.charAt(index)) * PRIME;
        }
        hash = (hash ^ (hash >>> 33)) * 0xff51afd7ed558ccdL;
        return hash ^ (hash >>> 33);
    }
}

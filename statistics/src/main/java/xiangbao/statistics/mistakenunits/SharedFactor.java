package xiangbao.statistics.mistakenunits;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import xiangbao.statistics.measures.MistakenUnit;

/**
 * The factor by which figures of one unit of measurement differ from what they are held against, whatever their true change. Works on the logarithms of the
 * ratios: a mistaken unit moves all of them by one constant, true change scatters them about a small one.
 */
final class SharedFactor {
    /** Fewer figures than this share a factor by chance. */
    static final int AT_LEAST = 3;

    /** Below this a factor may be true growth of a few figures: one more of them is asked for. */
    private static final double MODEST = Math.log(50);

    /** How far a single figure may lie from the factor. */
    private static final double SPREAD = 1.3;

    /** How far the middle may lie from the factor; half the way to the next power of ten. */
    private static final double MIDDLE = 1.15;

    /** A named unit is preferred to a bare power of ten that fits this much better: 15 (公顷) to 10. */
    private static final double PREFERENCE = 0.35;

    private static final double SHARE = 0.7;

    /** 斤 for 公斤: every figure this near to the double, yields a little farther. */
    private static final double TIGHT = 0.12;

    private static final double TIGHT_RATE = 0.25;

    /** Up to here one or two figures agree with the first reference; the others, less like them, may lie twice as far. */
    private static final double AGREEMENT = 0.4;

    private SharedFactor() {}

    /**
     * What figures are held against.
     *
     * @param title 上年同期, 上期 …
     * @param close whether true figures lie within about a third to three times of it; otherwise only a factor in the hundreds tells
     * @param logs logarithms of typed over reference by figure; NaN where there is none
     * @param values the figures referred to, null where there is none
     */
    record Reference(String title, boolean close, double[] logs, List<@Nullable BigDecimal> values) {
        private double[] known() {
            return Arrays.stream(logs)
                    .filter(log -> !Double.isNaN(log))
                    .sorted()
                    .toArray();
        }

        /** The middle of them must have gone this far, which is more than growth or decline does. */
        private double farMiddle() {
            return close ? 1.75 : Math.log(300);
        }

        private double farEach() {
            return close ? 1.3 : Math.log(100);
        }
    }

    /**
     * @param reference the one that tells it
     * @param follows by figure, whether it is not known to be right: those without a reference follow the others
     * @param count how many figures with a reference follow
     */
    record Found(MistakenUnit mistaken, Reference reference, boolean[] follows, int count) {}

    /**
     * @param rates yields and the like, which do not double in truth
     * @param fine whether figures were typed with more decimals than asked for, as those in too large a unit are
     */
    static Optional<Found> find(
            List<MistakenUnit> candidates, List<Reference> references, boolean rates, boolean fine) {
        for (Reference reference : references) {
            Optional<Found> found = find(candidates, reference, rates, fine);
            if (found.isPresent()) {
                List<Reference> others =
                        references.stream().filter(other -> other != reference).toList();
                boolean denied = others.stream().anyMatch(SharedFactor::isRight);
                // What is counted may truly double; yields and the like do not.
                boolean doubled = found.get().mistaken().small() && !rates;
                boolean confirmed = others.stream()
                        .anyMatch(other -> find(candidates, other, rates, fine)
                                .filter(same ->
                                        same.mistaken().equals(found.get().mistaken()))
                                .isPresent());
                return denied || (doubled && !confirmed) ? Optional.empty() : found;
            }
        }
        return agreed(candidates, references);
    }

    /** Whether the figures are of the size of a close reference. */
    private static boolean isRight(Reference reference) {
        double[] known = reference.known();
        return reference.close() && known.length >= AT_LEAST && Math.abs(median(known)) < Math.log(3);
    }

    private static Optional<Found> find(
            List<MistakenUnit> candidates, Reference reference, boolean rates, boolean fine) {
        double[] known = reference.known();
        if (known.length < AT_LEAST) {
            return Optional.empty();
        }
        double middle = median(known);
        MistakenUnit nearest = nearest(candidates, middle);
        if (nearest == null) {
            return Optional.empty();
        }
        if (nearest.small()) {
            double tight = rates ? TIGHT_RATE : TIGHT;
            int needed = rates ? AT_LEAST : AT_LEAST + 1;
            boolean all = Arrays.stream(known).allMatch(log -> Math.abs(log - nearest.log()) <= tight);
            return nearest.named() && reference.close() && all && known.length >= needed
                    ? Optional.of(found(nearest, reference, tight))
                    : Optional.empty();
        }
        if (Math.abs(middle) < reference.farMiddle()) {
            return Optional.empty();
        }
        long following = Arrays.stream(known)
                .filter(log -> Math.abs(log - nearest.log()) <= SPREAD
                        && Math.abs(log) >= reference.farEach()
                        && log * nearest.log() > 0)
                .count();
        boolean modest = Math.abs(nearest.log()) < MODEST && !rates && !(nearest.named() && fine);
        return following >= AT_LEAST + (modest ? 1 : 0) && following >= SHARE * known.length
                ? Optional.of(found(nearest, reference, SPREAD))
                : Optional.empty();
    }

    /** One or two figures are not enough by themselves: then two references must tell the same great factor. */
    private static Optional<Found> agreed(List<MistakenUnit> candidates, List<Reference> references) {
        List<Reference> telling = references.stream()
                .filter(reference -> reference.known().length > 0)
                .toList();
        if (telling.size() < 2 || telling.stream().anyMatch(reference -> reference.known().length >= AT_LEAST)) {
            return Optional.empty();
        }
        MistakenUnit nearest = nearest(candidates, median(telling.get(0).known()));
        if (nearest == null || !nearest.named() || Math.abs(nearest.log()) < MODEST) {
            return Optional.empty();
        }
        boolean all = telling.stream()
                .allMatch(reference -> Arrays.stream(reference.known())
                        .allMatch(log -> Math.abs(log - nearest.log())
                                        <= (reference.equals(telling.get(0)) ? AGREEMENT : 2 * AGREEMENT)
                                && Math.abs(log) >= reference.farEach()));
        return all ? Optional.of(found(nearest, telling.get(0), AGREEMENT)) : Optional.empty();
    }

    private static Found found(MistakenUnit mistaken, Reference reference, double spread) {
        boolean[] follows = new boolean[reference.logs().length];
        int count = 0;
        for (int place = 0; place < follows.length; place++) {
            double log = reference.logs()[place];
            boolean near = Math.abs(log - mistaken.log()) <= spread || Math.abs(log - mistaken.log()) < Math.abs(log);
            follows[place] = Double.isNaN(log) || near;
            count += !Double.isNaN(log) && near ? 1 : 0;
        }
        return new Found(mistaken, reference, follows, count);
    }

    private static @Nullable MistakenUnit nearest(List<MistakenUnit> candidates, double middle) {
        MistakenUnit nearest = null;
        double least = MIDDLE;
        for (MistakenUnit candidate : candidates) {
            double distance = Math.abs(candidate.log() - middle) - (candidate.named() ? PREFERENCE : 0);
            if (distance < least) {
                least = distance;
                nearest = candidate;
            }
        }
        return nearest;
    }

    private static double median(double[] sorted) {
        int half = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
    }
}

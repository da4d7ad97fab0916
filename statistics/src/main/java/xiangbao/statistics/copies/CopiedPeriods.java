package xiangbao.statistics.copies;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import xiangbao.statistics.bands.Against;
import xiangbao.statistics.bands.Bands;
import xiangbao.statistics.forms.Column;
import xiangbao.statistics.forms.Form;
import xiangbao.statistics.forms.Indicator;
import xiangbao.statistics.forms.OverTime;
import xiangbao.statistics.periods.ReferencePeriod;

/** Tells whether a form, or a block of it, repeats the figures of an earlier period. Immutable; safe for many threads. */
public final class CopiedPeriods {
    /** Fewer equal figures than this happen by chance. */
    private static final int WHOLE = 5;

    private static final int BLOCK = 3;

    /** Once in seven forms: what makes a whole form stand out is that nothing of it has changed. */
    private static final double WHOLE_SURPRISE = Math.log(7);

    /** Once in five hundred blocks. */
    private static final double BLOCK_SURPRISE = Math.log(500);

    private final List<List<Indicator>> columns = new ArrayList<>();
    private final Surprise surprise;

    public CopiedPeriods(Form form, Bands bands) {
        this.surprise = new Surprise(bands);
        for (Column column : form.dataColumns()) {
            columns.add(form.indicators().stream()
                    .filter(indicator ->
                            indicator.code().column().equals(column.code()) && indicator.overTime() != OverTime.NONE)
                    .toList());
        }
    }

    /** A figure that both periods have. */
    private record Pair(Indicator indicator, BigDecimal now, boolean equal) {
        boolean tells() {
            return equal && now.signum() != 0;
        }
    }

    /**
     * Holds figures against those of an earlier period.
     *
     * @param now by item; null where there is none
     * @param then likewise
     */
    public Optional<Copy> find(
            ReferencePeriod period,
            Against against,
            Function<String, @Nullable BigDecimal> now,
            Function<String, @Nullable BigDecimal> then) {
        List<List<Pair>> pairs = new ArrayList<>();
        boolean different = false;
        for (List<Indicator> column : columns) {
            List<Pair> ofColumn = new ArrayList<>();
            for (Indicator indicator : column) {
                BigDecimal is = now.apply(indicator.code().item());
                BigDecimal was = then.apply(indicator.code().item());
                boolean equal = is != null && was != null && is.compareTo(was) == 0;
                different |= !equal && (is != null || was != null);
                if (is != null && was != null && (is.signum() != 0 || was.signum() != 0)) {
                    ofColumn.add(new Pair(indicator, is, equal));
                }
            }
            pairs.add(ofColumn);
        }
        return different ? block(period, against, pairs) : whole(period, against, pairs);
    }

    private Optional<Copy> whole(ReferencePeriod period, Against against, List<List<Pair>> pairs) {
        List<Pair> all = pairs.stream().flatMap(List::stream).toList();
        return all.size() >= WHOLE && surprise(all, period, against, 0) >= WHOLE_SURPRISE
                ? Optional.of(new Copy(true, items(all)))
                : Optional.empty();
    }

    /** The most surprising run of equal figures in a column, seen beside how often the others of the form are equal. */
    private Optional<Copy> block(ReferencePeriod period, Against against, List<List<Pair>> pairs) {
        List<Pair> found = List.of();
        double most = 0;
        for (List<Pair> column : pairs) {
            int from = 0;
            while (from < column.size()) {
                int to = from;
                while (to < column.size() && column.get(to).tells()) {
                    to++;
                }
                List<Pair> run = column.subList(from, to);
                double one = run.size() < BLOCK ? 0 : surprise(run, period, against, elsewhere(pairs, run));
                if (one > most) {
                    most = one;
                    found = run;
                }
                from = to + 1;
            }
        }
        return most >= BLOCK_SURPRISE ? Optional.of(new Copy(false, items(found))) : Optional.empty();
    }

    private static double elsewhere(List<List<Pair>> pairs, List<Pair> run) {
        long all = pairs.stream().mapToLong(List::size).sum() - run.size();
        long equal = pairs.stream().flatMap(List::stream).filter(Pair::tells).count() - run.size();
        return (equal + 0.5) / (all + 1.0);
    }

    private double surprise(List<Pair> run, ReferencePeriod period, Against against, double atLeast) {
        double moving = 0;
        double resting = 0;
        int quiet = 0;
        for (Pair pair : run) {
            double one = surprise.ofPeriods(pair.indicator(), pair.now(), period, against, atLeast);
            if (Surprise.rests(pair.indicator())) {
                resting += one;
                quiet += one > 0 ? 1 : 0;
            } else {
                moving += one;
            }
        }
        // what rests together is no more surprising by being many
        return moving + (quiet == 0 ? 0 : resting / Math.sqrt(quiet));
    }

    private static List<String> items(List<Pair> pairs) {
        return pairs.stream().map(pair -> pair.indicator().code().item()).toList();
    }
}

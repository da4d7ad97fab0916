package xiangbao.benchmarks.audit;

import java.util.List;

/**
 * One error, planted into a correct report.
 *
 * @param report with the error
 * @param truth without it
 * @param spots what is wrong, each with what should be there; none where a line is missing
 * @param alsoRight cells at which the error may rightly be sought as well: when a part is changed and its total is not, either is
 * @param key the ledger's line that it is about, or empty
 * @param whole whether the form as a whole is wrong, or a line is missing, so that no cell need be named
 */
record Mistake(
        Kind kind, Report report, Report truth, List<Spot> spots, List<Spot> alsoRight, String key, boolean whole) {
    /** A cell that is wrong. */
    record Spot(int line, int column, String before, String after) {}

    /** The form and the first figure that is wrong, or the kind of error where no figure is. */
    String place() {
        return truth.form.code()
                + (spots.isEmpty() || kind.ofLedgers()
                        ? kind.name()
                        : report.indicator(spots.get(0).line(), spots.get(0).column())
                                .item());
    }

    /** Form, unit, period, and what stands where. */
    String told() {
        StringBuilder text = new StringBuilder(kind.title())
                .append(" · ")
                .append(truth.key)
                .append(" ")
                .append(truth.unit.name());
        if (!key.isEmpty()) {
            text.append(" · 行 ").append(key);
        }
        for (Spot spot : spots.subList(0, Math.min(3, spots.size()))) {
            text.append(" · [")
                    .append(report.indicator(spot.line(), spot.column()).item())
                    .append("] ")
                    .append(report.cell(spot.line(), spot.column()).address())
                    .append(" ")
                    .append(spot.before())
                    .append(" → ")
                    .append(spot.after());
        }
        return text.append(spots.size() > 3 ? " …共 " + spots.size() + " 格" : "").toString();
    }
}

package xiangbao.reports.summary;

import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Writes a simple audit formula (references, numbers, the four operations) as a formula of the spreadsheet over cells of the same row. */
final class LiveFormula {
    private static final Pattern TOKEN =
            Pattern.compile("\\s*(?:\\[([^\\[\\]:]+)]|(\\d+(?:\\.\\d+)?)(%?)|([-+*/()×÷]))");

    private LiveFormula() {}

    /**
     * Empty when the formula says more than a row of the table can.
     *
     * @param row whose columns a {@code [.1]} means; empty in a formula of the whole form
     * @param address of an item such as {@code 05.1}, or null when the table has no such column
     */
    static Optional<String> of(String formula, String row, Function<String, @Nullable String> address) {
        StringBuilder live = new StringBuilder();
        Matcher matcher = TOKEN.matcher(formula.strip());
        int at = 0;
        while (matcher.lookingAt()) {
            String item = matcher.group(1);
            if (item != null) {
                String cell = address.apply(item.startsWith(".") ? row + item : item);
                if (cell == null) {
                    return Optional.empty();
                }
                live.append(cell);
            } else if (matcher.group(2) != null) {
                live.append(matcher.group(2)).append(matcher.group(3));
            } else {
                live.append(matcher.group(4).replace('×', '*').replace('÷', '/'));
            }
            at = matcher.end();
            matcher.region(at, formula.strip().length());
        }
        return at == formula.strip().length() && live.length() > 0 ? Optional.of(live.toString()) : Optional.empty();
    }
}

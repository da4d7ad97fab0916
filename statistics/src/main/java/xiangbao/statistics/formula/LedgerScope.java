package xiangbao.statistics.formula;

import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import xiangbao.statistics.forms.FormCode;

/** Over the lines of which 台账 a formula runs. */
public final class LedgerScope {
    private LedgerScope() {}

    /** The ledger over whose lines a call runs; null when it is an ordinary function. */
    public static @Nullable FormCode aggregated(Node.Call call, Vocabulary vocabulary, @Nullable FormCode home) {
        if (!call.function().aggregates()) {
            return null;
        }
        boolean certain = call.lines()
                || call.where() != null
                || call.function() == Node.Function.DISTINCT
                || call.function() == Node.Function.GROUPS;
        if (!certain && call.arguments().size() != 1) {
            return null;
        }
        Set<FormCode> ledgers = ledgersIn(call, vocabulary, home);
        if (!ledgers.isEmpty()) {
            return ledgers.iterator().next();
        }
        Vocabulary.Index own = home == null ? null : vocabulary.index(home);
        return certain && own != null && own.isLedger() ? home : null;
    }

    /** The ledgers of which columns are named. */
    static Set<FormCode> ledgersIn(Node node, Vocabulary vocabulary, @Nullable FormCode home) {
        Set<FormCode> ledgers = new LinkedHashSet<>();
        collectLedgers(node, vocabulary, home, ledgers);
        return ledgers;
    }

    private static void collectLedgers(
            Node node, Vocabulary vocabulary, @Nullable FormCode home, Set<FormCode> ledgers) {
        if (node instanceof Node.Figure figure
                && Target.of(figure, vocabulary, home, "?", "?") instanceof Target.LedgerColumn place) {
            ledgers.add(place.form());
        }
        for (Node part : Node.parts(node)) {
            collectLedgers(part, vocabulary, home, ledgers);
        }
    }

    /** Whether a formula, standing in a ledger's form, is about one line rather than about the ledger as a whole. */
    public static boolean needsLine(Formula formula, Vocabulary vocabulary, FormCode ledger) {
        return needsLine(formula.root(), vocabulary, ledger);
    }

    private static boolean needsLine(Node node, Vocabulary vocabulary, FormCode home) {
        if (node instanceof Node.Figure figure) {
            return Target.of(figure, vocabulary, home, "?", "?") instanceof Target.LedgerColumn place
                    && place.form().equals(home);
        }
        if (node instanceof Node.Call call && aggregated(call, vocabulary, home) != null) {
            return false;
        }
        for (Node part : Node.parts(node)) {
            if (needsLine(part, vocabulary, home)) {
                return true;
            }
        }
        return false;
    }
}

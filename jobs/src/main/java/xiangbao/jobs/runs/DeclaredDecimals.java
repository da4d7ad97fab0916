package xiangbao.jobs.runs;

import java.math.BigDecimal;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import xiangbao.jobs.store.runs.FigureRow;
import xiangbao.statistics.definitions.Definitions;
import xiangbao.statistics.figures.FigureText;
import xiangbao.statistics.forms.Indicator;
import xiangbao.statistics.relations.DerivedIndicator;
import xiangbao.statistics.relations.FormRules;

/** How many decimals a stored figure leaves with: those of its definition, so that one rate looks alike in every output. Digits are never cut. */
public final class DeclaredDecimals {
    private DeclaredDecimals() {}

    /** For files: what was reported as it was added up, a derived figure with the decimals of its definition. */
    public static @Nullable String plain(FigureRow row, Definitions definitions) {
        String value = row.value();
        Optional<Indicator> derived = derived(row, definitions);
        return value == null || derived.isEmpty() ? value : padded(value, derived.get());
    }

    /** For people. */
    public static @Nullable String shown(FigureRow row, Definitions definitions) {
        String value = row.value();
        if (value == null) {
            return null;
        }
        Optional<Indicator> indicator = derived(row, definitions)
                .or(() -> definitions
                        .form(row.indicator().form())
                        .flatMap(rules -> rules.form().indicator(row.indicator())));
        return FigureText.grouped(indicator.map(one -> padded(value, one)).orElse(value));
    }

    private static Optional<Indicator> derived(FigureRow row, Definitions definitions) {
        return definitions
                .form(row.indicator().form())
                .map(FormRules::derived)
                .flatMap(all -> all.stream()
                        .map(DerivedIndicator::indicator)
                        .filter(one -> one.code().equals(row.indicator()))
                        .findFirst());
    }

    private static String padded(String value, Indicator indicator) {
        BigDecimal number = new BigDecimal(value);
        return number.setScale(Math.max(number.scale(), indicator.decimals())).toPlainString();
    }
}

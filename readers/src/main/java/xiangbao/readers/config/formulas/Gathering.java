package xiangbao.readers.config.formulas;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import xiangbao.readers.config.documents.Section;
import xiangbao.readers.config.documents.Unread;
import xiangbao.readers.config.documents.YamlValue;
import xiangbao.readers.config.units.UnitDirectory;
import xiangbao.statistics.formula.Formula;
import xiangbao.statistics.formula.FormulaContext;
import xiangbao.statistics.formula.Vocabulary;

/** What the files of one reading say that can be checked only when all of them are known. */
public final class Gathering {
    /** The key that lets a formula add or compare figures in different units. */
    public static final String MIXED_UNITS = "mixed-units";

    private final UnitDirectory names;
    private final Unread unread;
    private final MeasureWords measureWords = new MeasureWords();
    private final RelationCodes relationCodes = new RelationCodes();
    private final List<PlacedFormula> formulas = new ArrayList<>();

    public Gathering(UnitDirectory names, Unread unread) {
        this.names = names;
        this.unread = unread;
    }

    public UnitDirectory names() {
        return names;
    }

    public Unread unread() {
        return unread;
    }

    public MeasureWords measureWords() {
        return measureWords;
    }

    public RelationCodes relationCodes() {
        return relationCodes;
    }

    List<PlacedFormula> formulas() {
        return formulas;
    }

    /** Parses what stands under {@code formula}, and keeps it for the check. */
    public Optional<Formula> formula(Section given, Function<Vocabulary, FormulaContext> context) {
        return given.required("formula")
                .flatMap(value ->
                        value.text().flatMap(text -> formula(value, text, context, given.flag(MIXED_UNITS, false))));
    }

    /** Likewise of a formula that stands elsewhere. */
    public Optional<Formula> formula(YamlValue value, Function<Vocabulary, FormulaContext> context) {
        return value.text().flatMap(text -> formula(value, text, context));
    }

    /** Likewise of a formula that is not all that stands there, or not quite. */
    public Optional<Formula> formula(YamlValue place, String text, Function<Vocabulary, FormulaContext> context) {
        return formula(place, text, context, false);
    }

    /** Likewise, saying whether units may be mixed. */
    public Optional<Formula> formula(
            YamlValue place, String text, Function<Vocabulary, FormulaContext> context, boolean mixedUnits) {
        Optional<PlacedFormula> placed = PlacedFormula.parse(place, text, context, mixedUnits);
        placed.ifPresent(formulas::add);
        return placed.map(PlacedFormula::formula);
    }

    /** Where a formula stands. */
    public PlacedFormula placed(Formula formula) {
        return formulas.stream()
                .filter(placed -> placed.formula() == formula)
                .findFirst()
                .orElseThrow();
    }
}

package xiangbao.readers.config.formulas;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import xiangbao.readers.config.documents.Section;
import xiangbao.readers.config.documents.Unread;
import xiangbao.readers.config.documents.YamlValue;
import xiangbao.readers.config.units.UnitDirectory;
import xiangbao.statistics.formula.Formula;
import xiangbao.statistics.formula.FormulaContext;
import xiangbao.statistics.formula.Vocabulary;
import xiangbao.statistics.measures.UnitWords;

/** What the files of one reading say that can be checked only when all of them are known. */
public final class Gathering {
    /** The key under which a form or the plan tells what is counted in it besides what everybody counts. */
    public static final String COUNTED = "counted-in";
    /** The key that lets a formula add or compare figures in different units. */
    public static final String MIXED_UNITS = "mixed-units";

    private final UnitDirectory names;
    private final Unread unread;
    private final RelationCodes relationCodes = new RelationCodes();
    private final List<PlacedFormula> formulas = new ArrayList<>();
    private final List<PlacedUnit> units = new ArrayList<>();
    private final Set<String> counted = new LinkedHashSet<>();

    /** A 计量单位 and where it is written. */
    private record PlacedUnit(YamlValue value, String unit) {}

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

    /** Keeps a 计量单位 for the check. */
    public void unit(YamlValue value, String unit) {
        units.add(new PlacedUnit(value, unit));
    }

    /** Likewise of what stands under a key, if it is a text. */
    public void unit(Section given, String key) {
        given.value(key)
                .filter(value -> !value.isEmpty() && !value.isList() && !value.isMapping())
                .ifPresent(value -> value.text().ifPresent(unit -> unit(value, unit)));
    }

    /** Keeps what is counted here besides what everybody counts. */
    public void countedIn(Section section) {
        counted.addAll(section.texts(COUNTED));
    }

    /** Whether a word is a unit, as far as has been read. */
    public boolean isUnit(String word) {
        return new UnitWords(counted).isUnit(word);
    }

    /** Tells the words that are none, and gives them. */
    Set<String> checkUnits() {
        UnitWords words = new UnitWords(counted);
        Set<String> unknown = new LinkedHashSet<>();
        for (PlacedUnit placed : units) {
            if (!words.isUnit(placed.unit())) {
                unknown.add(placed.unit());
                placed.value()
                        .wrong(
                                "没有计量单位“" + placed.unit() + "”；确有这个量词的，请写进“" + COUNTED + "”",
                                words.nearest(placed.unit()));
            }
        }
        return unknown;
    }
}

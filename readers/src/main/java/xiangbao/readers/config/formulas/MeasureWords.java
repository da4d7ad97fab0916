package xiangbao.readers.config.formulas;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import xiangbao.readers.config.documents.Section;
import xiangbao.readers.config.documents.YamlValue;
import xiangbao.statistics.measures.UnitWords;

/** The 计量单位 that the files of one reading write, kept until it is known what is counted in this county. */
public final class MeasureWords {
    /** The key under which a form or the plan tells what is counted in it besides what everybody counts. */
    public static final String COUNTED = "counted-in";

    private final List<PlacedUnit> units = new ArrayList<>();
    private final Set<String> counted = new LinkedHashSet<>();

    /** A 计量单位 and where it is written. */
    private record PlacedUnit(YamlValue value, String unit) {}

    /** Keeps a 计量单位 for the check. */
    public void keep(YamlValue value, String unit) {
        units.add(new PlacedUnit(value, unit));
    }

    /** Likewise of what stands under a key, if it is a text. */
    public void keep(Section given, String key) {
        given.value(key)
                .filter(value -> !value.isEmpty() && !value.isList() && !value.isMapping())
                .ifPresent(value -> value.text().ifPresent(unit -> keep(value, unit)));
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
    Set<String> check() {
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

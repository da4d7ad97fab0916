package xiangbao.readers.forms.wording;

import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import xiangbao.statistics.definitions.Definitions;
import xiangbao.statistics.forms.Indicator;
import xiangbao.statistics.measures.UnitOfMeasure;
import xiangbao.statistics.relations.FormRules;

/** Tells a 计量单位 from any other word, and whether two of them are the same. Not changed once made; safe for many threads. */
public final class KnownUnits {
    private static final Set<String> MEASURED = Set.of("面积", "质量", "长度", "金额", "比率");
    private static final Set<String> MULTIPLES = Set.of("百", "千", "万", "十万", "百万", "千万", "亿");
    private static final Set<String> COUNTED = Set.of(
            "个", "户", "人", "座", "处", "份", "批次", "批", "条", "辆", "艘", "起", "件", "项", "家", "栋", "套", "台", "台套", "人次", "次",
            "村", "支", "张", "美元", "kg", "t", "km", "m", "m2", "km2", "hm2", "ha");

    private final Set<String> counted = new HashSet<>(COUNTED);

    public KnownUnits(Definitions definitions) {
        for (FormRules rules : definitions.forms().values()) {
            for (Indicator indicator : rules.form().indicators()) {
                if (!indicator.unit().isEmpty()) {
                    counted.add(plain(indicator.unit()));
                }
            }
        }
    }

    private static String plain(String unit) {
        return PlainText.compact(unit).toLowerCase(Locale.ROOT);
    }

    public boolean isUnit(String word) {
        String plain = plain(word);
        if (plain.isEmpty() || plain.length() > 8) {
            return false;
        }
        if (counted.contains(plain) || MULTIPLES.contains(plain)) {
            return true;
        }
        int slash = plain.indexOf('/');
        if (slash > 0 && slash < plain.length() - 1) {
            return isUnit(plain.substring(0, slash)) && isUnit(plain.substring(slash + 1));
        }
        if (MEASURED.contains(UnitOfMeasure.named(plain).dimension())) {
            return true;
        }
        return plain.length() > 1 && "百千万亿".indexOf(plain.charAt(0)) >= 0 && isUnit(plain.substring(1));
    }

    /** Whether a unit that was written is the one of the form; 万 alone stands for 万元 where that is meant. */
    public boolean same(String one, String other) {
        return plain(one).equals(plain(other))
                || MULTIPLES.contains(plain(one)) && isUnit(other) && isMultiple(plain(one), plain(other))
                || factor(one, other).map(UnitOfMeasure.Factor::isOne).orElse(false);
    }

    private static boolean isMultiple(String multiple, String unit) {
        return unit.startsWith(multiple) && !MULTIPLES.contains(unit);
    }

    public boolean convertible(String one, String other) {
        return factor(one, other).isPresent();
    }

    private static Optional<UnitOfMeasure.Factor> factor(String one, String other) {
        return UnitOfMeasure.factor(synonym(one), synonym(other));
    }

    private static String synonym(String unit) {
        return switch (plain(unit)) {
            case "kg" -> "公斤";
            case "t" -> "吨";
            case "km" -> "公里";
            case "m" -> "米";
            case "m2" -> "平方米";
            case "km2", "平方千米" -> "平方公里";
            case "hm2", "ha" -> "公顷";
            default -> plain(unit);
        };
    }
}

package xiangbao.statistics.measures;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * 计量单位 and their exact conversion. Units of one dimension convert (亩 and 公顷, 吨 and 斤), compound ones by their parts (公斤/亩 and 斤/亩), and any
 * unit converts to its own 万, 亿, 千 and 百 (户 and 万户). Nothing is converted by guess: what is not known does not convert.
 */
public record UnitOfMeasure(String dimension, BigDecimal numerator, BigDecimal denominator) {
    /** Shares: what they measure is a pure number. */
    public static final String RATIO = "比率";

    private static final Map<String, UnitOfMeasure> KNOWN = new LinkedHashMap<>();

    static {
        known("面积", "亩", "1", "1");
        known("面积", "分", "1", "10");
        known("面积", "公顷", "15", "1");
        known("面积", "平方公里", "1500", "1");
        known("面积", "平方米", "3", "2000");
        known("质量", "公斤", "1", "1");
        known("质量", "千克", "1", "1");
        known("质量", "克", "1", "1000");
        known("质量", "斤", "1", "2");
        known("质量", "担", "50", "1");
        known("质量", "吨", "1000", "1");
        known("长度", "米", "1", "1");
        known("长度", "延米", "1", "1");
        known("长度", "公里", "1000", "1");
        known("长度", "千米", "1000", "1");
        known("长度", "里", "500", "1");
        known("长度", "华里", "500", "1");
        known("金额", "元", "1", "1");
        known("体积", "立方米", "1", "1");
        known("体积", "方", "1", "1");
        known("体积", "升", "1", "1000");
        known("电量", "瓦时", "1", "1");
        known("电量", "度", "1000", "1");
        known("功率", "瓦", "1", "1");
        known(RATIO, "%", "1", "100");
        known(RATIO, "‰", "1", "1000");
        known(RATIO, "百分点", "1", "100");
    }

    /**
     * How many of the wanted unit make one of the given unit, as an exact fraction.
     *
     * @param numerator above zero
     * @param denominator above zero
     */
    public record Factor(BigDecimal numerator, BigDecimal denominator) {
        /** The figure in the wanted unit; exact wherever the decimal expansion ends within 34 digits. */
        public BigDecimal apply(BigDecimal figure) {
            return figure.multiply(numerator).divide(denominator, MathContext.DECIMAL128);
        }

        public boolean isOne() {
            return numerator.compareTo(denominator) == 0;
        }
    }

    private static void known(String dimension, String name, String numerator, String denominator) {
        KNOWN.put(name, new UnitOfMeasure(dimension, new BigDecimal(numerator), new BigDecimal(denominator)));
    }

    /** Whether it is a word for things that are counted, such as 户 or 座, and no measure. */
    public boolean isCounted(String name) {
        return !name.isBlank() && dimension.equals(name.strip()) && numerator.compareTo(denominator) == 0;
    }

    /** Reads a unit's name; every word is a unit of its own dimension when it is not one of the known ones. */
    public static UnitOfMeasure named(String name) {
        String plain = name.strip().replace('％', '%').replace('／', '/').toLowerCase(Locale.ROOT);
        int slash = plain.indexOf('/');
        if (slash > 0 && slash < plain.length() - 1) {
            UnitOfMeasure over = named(plain.substring(0, slash));
            UnitOfMeasure under = named(plain.substring(slash + 1));
            return new UnitOfMeasure(
                    over.dimension + "/" + under.dimension,
                    over.numerator.multiply(under.denominator),
                    over.denominator.multiply(under.numerator));
        }
        UnitOfMeasure known = KNOWN.get(plain);
        if (known != null) {
            return known;
        }
        if (plain.length() > 1) {
            BigDecimal multiple = switch (plain.charAt(0)) {
                case '百' -> BigDecimal.valueOf(100);
                case '千' -> BigDecimal.valueOf(1000);
                case '万' -> BigDecimal.valueOf(10_000);
                case '亿' -> BigDecimal.valueOf(100_000_000);
                default -> null;
            };
            if (multiple != null) {
                UnitOfMeasure base = named(plain.substring(1));
                return new UnitOfMeasure(base.dimension, base.numerator.multiply(multiple), base.denominator);
            }
        }
        return new UnitOfMeasure(plain, BigDecimal.ONE, BigDecimal.ONE);
    }

    /** The unit of a dimension that is as large as so many base units; empty where none is. */
    public static String called(String dimension, BigDecimal numerator, BigDecimal denominator) {
        return KNOWN.entrySet().stream()
                .filter(known -> known.getValue().dimension.equals(dimension)
                        && known.getValue()
                                        .numerator
                                        .multiply(denominator)
                                        .compareTo(numerator.multiply(known.getValue().denominator))
                                == 0)
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse("");
    }

    /** 市制 beside 公制: what a measure that has half a size of its own is called in it, such as 斤 for 公斤; 吨 are counted by 两千斤, too. */
    public static Optional<String> halved(String name) {
        int slash = name.indexOf('/');
        String under = slash < 0 ? "" : name.substring(slash);
        String dimension = named(slash < 0 ? name : name.substring(0, slash)).dimension;
        return switch (dimension) {
            case "质量" -> Optional.of("斤" + under);
            case "长度" -> Optional.of("里" + under);
            default -> Optional.empty();
        };
    }

    /** Whether a dimension is one of those that are measured rather than counted. */
    public static boolean isPhysical(String dimension) {
        return !dimension.equals(RATIO) && KNOWN.values().stream().anyMatch(known -> known.dimension.equals(dimension));
    }

    /** Whether it counts things (户, 个, 座, 人次): then a figure in it is whole by its nature. Lengths, sums of money, rates and 万户 are not. */
    public static boolean counts(String name) {
        UnitOfMeasure unit = named(name);
        return !name.isBlank()
                && !name.equals("倍")
                && unit.dimension.indexOf('/') < 0
                && KNOWN.values().stream().noneMatch(known -> known.dimension.equals(unit.dimension))
                && unit.numerator.compareTo(unit.denominator) == 0;
    }

    /** Whether a figure can only be whole, so that neither a fraction nor rounding has a part in it. */
    public static boolean isWhole(String name, int decimals) {
        return decimals == 0 && counts(name);
    }

    /** The exact factor from one unit to another; empty when they measure different things. */
    public static Optional<Factor> factor(String from, String to) {
        UnitOfMeasure source = named(from);
        UnitOfMeasure wanted = named(to);
        if (!source.dimension.equals(wanted.dimension)) {
            return Optional.empty();
        }
        return Optional.of(new Factor(
                source.numerator.multiply(wanted.denominator), source.denominator.multiply(wanted.numerator)));
    }
}

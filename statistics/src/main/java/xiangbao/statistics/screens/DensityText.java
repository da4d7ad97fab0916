package xiangbao.statistics.screens;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import xiangbao.statistics.bands.Band;
import xiangbao.statistics.figures.FigureText;
import xiangbao.statistics.figures.Fraction;
import xiangbao.statistics.forms.Indicator;

/** Says in words how large a figure is for each of something, and how large it usually is: the rate, never a figure to type. */
final class DensityText {
    private static final MathContext SHOWN = new MathContext(3);
    private static final double SMALL = 0.1;
    private static final String[] MULTIPLES = {"", "百", "万"};

    private final Band band;
    private final Indicator indicator;
    private final boolean ledger;

    DensityText(Band band, Indicator indicator, boolean ledger) {
        this.band = band;
        this.indicator = indicator;
        this.ledger = ledger;
    }

    /** @param other the figure that it is measured by; unread unless it is measured by one */
    String title(boolean large, String other) {
        return switch (band.against()) {
            case ATTRIBUTE -> "按" + band.base() + "平均明显偏" + (large ? "大" : "小");
            case FIGURE -> "与" + other + "相比明显偏" + (large ? "大" : "小");
            default -> "明显" + (large ? "大" : "小") + "于" + (ledger ? "其他各行" : "其他单位");
        };
    }

    /**
     * @param measure what it is measured by; 1 for nothing
     * @param other the figure that it is measured by, with its unit of measurement
     */
    String usual(double actual, double measure, Indicator other) {
        String usually = "参考范围：" + (ledger ? "各行" : "各单位") + "一般";
        return switch (band.against()) {
            case ATTRIBUTE -> {
                int scale = scale();
                double times = Math.pow(100, scale);
                String each = each(band.base(), MULTIPLES[scale]);
                yield "底册" + band.base() + " " + number(measure) + "，平均" + each + " "
                        + measured(actual / measure * times) + "；" + usually + each + " "
                        + number(band.lower() * times) + " 至 " + measured(band.upper() * times);
            }
            case FIGURE -> {
                String unit =
                        indicator.unit().equals(other.unit()) || other.unit().isEmpty()
                                ? ""
                                : " " + indicator.unit() + "/" + other.unit();
                yield "与“" + other.title().strip() + "”（" + number(measure) + "）之比 " + number(actual / measure) + unit
                        + "；" + usually + " " + number(band.lower()) + " 至 " + number(band.upper()) + unit;
            }
            default -> usually + " " + number(band.lower()) + " 至 " + measured(band.upper());
        };
    }

    /** So that what is usual reads as a number of ordinary size: 每万人 0.3, not 每人 0.00003. */
    private int scale() {
        int scale = 0;
        while (scale < MULTIPLES.length - 1 && band.median() * Math.pow(100, scale) < SMALL) {
            scale++;
        }
        return scale;
    }

    private static String each(String attribute, String multiple) {
        if (attribute.endsWith("户数")) {
            return "每" + multiple + "户";
        }
        if (attribute.endsWith("人口") || attribute.endsWith("人数")) {
            return "每" + multiple + "人";
        }
        return attribute.endsWith("数")
                ? "每" + multiple + "个" + attribute.substring(0, attribute.length() - 1)
                : "每" + multiple + "单位" + attribute;
    }

    private String measured(double number) {
        return FigureText.measured(fraction(number), indicator.unit());
    }

    private static String number(double number) {
        return FigureText.grouped(fraction(number));
    }

    private static Fraction fraction(double number) {
        BigDecimal exact = BigDecimal.valueOf(number);
        boolean whole = exact.precision() - exact.scale() >= SHOWN.getPrecision();
        return Fraction.of(whole ? exact.setScale(0, RoundingMode.HALF_UP) : exact.round(SHOWN));
    }
}

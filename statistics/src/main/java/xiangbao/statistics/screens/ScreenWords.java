package xiangbao.statistics.screens;

import java.math.BigDecimal;
import java.util.Optional;
import xiangbao.statistics.forms.Indicator;
import xiangbao.statistics.measures.MistakenUnit;

/** Says what the screens find, in Chinese. */
final class ScreenWords {
    private ScreenWords() {}

    static String fell(Indicator indicator, Held before) {
        return name(indicator) + "是本年累计数，却比" + before.title() + "少";
    }

    static String title(Indicator indicator, BigDecimal actual, Comparison nearest, Optional<MistakenUnit> mistaken) {
        String head = name(indicator);
        if (mistaken.isPresent() && mistaken.get().named()) {
            return head + "疑似按“" + mistaken.get().unit() + "”填报，表中计量单位是“" + indicator.unit() + "”";
        }
        if (mistaken.isPresent()) {
            return head + "疑似" + (mistaken.get().log() > 0 ? "多写了数位" : "少写了数位") + "，"
                    + nearest.held().beside(actual);
        }
        return head + nearest.held().beside(actual);
    }

    static String usual(String held, Usual usual) {
        return "通常在" + held + "的 " + Held.times(usual.lowest()) + " 至 " + Held.times(usual.highest()) + " 倍之间";
    }

    /** @param rate how many times it grew in the same period of last year; zero where that is not known */
    static String growth(double rate, Usual usual) {
        return (rate > 0 ? "上年同期为其上期的 " + Held.times(rate) + " 倍，" : "") + "通常不超过上期的 " + Held.times(usual.highest())
                + " 倍";
    }

    private static String name(Indicator indicator) {
        return indicator.title().strip();
    }
}

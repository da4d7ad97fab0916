package xiangbao.readers.config.forms;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import xiangbao.readers.config.documents.Section;
import xiangbao.readers.config.documents.YamlValue;
import xiangbao.statistics.findings.Severity;
import xiangbao.statistics.forms.Form;
import xiangbao.statistics.forms.Layout;
import xiangbao.statistics.tuning.Screen;
import xiangbao.statistics.tuning.ScreenRules;
import xiangbao.statistics.tuning.Tuning;

/** {@code screens} of a form: how its default screens are tuned, for all of it or for rows and columns. */
final class ScreensSection {
    static final List<String> KEYS = List.of("screens", "rows", "columns", "off", "u", "a", "c", "gross", "severity");
    static final Map<String, Screen> SCREENS = YamlValue.titled(Screen.values(), Screen::code);

    /** A screen asks or points out: what is unusual may be true. */
    static final Map<String, Severity> SEVERITIES =
            YamlValue.titled(new Severity[] {Severity.QUERY, Severity.HINT}, Severity::title);

    private static final BigDecimal MOST_GROSS = BigDecimal.valueOf(1_000_000);

    private ScreensSection() {}

    static ScreenRules read(Section section, Form form) {
        List<Tuning> tunings = new ArrayList<>();
        for (YamlValue item : section.value("screens").map(YamlValue::list).orElse(List.of())) {
            tunings.add(tuning(new Section(item, KEYS), form));
        }
        return new ScreenRules(tunings);
    }

    private static Tuning tuning(Section given, Form form) {
        if (form.layout() == Layout.LEDGER) {
            given.refuse("rows", "台账没有固定的行");
        }
        boolean says = List.of("off", "u", "a", "c", "gross", "severity").stream()
                .anyMatch(key -> given.value(key).isPresent() || given.isMeant(key));
        if (!says && given.whole().isMapping()) {
            given.whole().wrong("没有写要改什么：off、u、a、c、gross、severity 至少写一个");
        }
        return new Tuning(
                screens(given),
                codes(given, "rows", ItemCodes.ofRows(form), "行"),
                codes(given, "columns", ItemCodes.ofDataColumns(form), "栏"),
                given.value("off").flatMap(YamlValue::flag).orElse(null),
                number(given, "u", BigDecimal.ZERO, BigDecimal.ONE),
                number(given, "a", new BigDecimal("0.001"), BigDecimal.TEN),
                number(given, "c", new BigDecimal("0.1"), BigDecimal.valueOf(1000)),
                number(given, "gross", BigDecimal.valueOf(2), MOST_GROSS),
                given.value("severity")
                        .flatMap(value -> value.choice(SEVERITIES))
                        .orElse(null));
    }

    private static Set<Screen> screens(Section given) {
        Map<Screen, Boolean> screens = new LinkedHashMap<>();
        given.value("screens")
                .map(YamlValue::list)
                .orElse(List.of())
                .forEach(value -> value.choice(SCREENS).ifPresent(screen -> screens.put(screen, true)));
        return screens.keySet();
    }

    private static Set<String> codes(Section given, String key, List<String> known, String what) {
        return given.value(key)
                .map(value -> ItemCodes.known(value, known, what))
                .orElse(Set.of());
    }

    private static @Nullable Double number(Section given, String key, BigDecimal least, BigDecimal most) {
        Optional<BigDecimal> number = given.value(key).flatMap(value -> value.number(least, most));
        return number.map(BigDecimal::doubleValue).orElse(null);
    }
}

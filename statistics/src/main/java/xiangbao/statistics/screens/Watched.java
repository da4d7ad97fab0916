package xiangbao.statistics.screens;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import xiangbao.statistics.forms.Form;
import xiangbao.statistics.forms.Indicator;
import xiangbao.statistics.forms.Layout;
import xiangbao.statistics.forms.Row;
import xiangbao.statistics.measures.MistakenUnit;
import xiangbao.statistics.measures.UnitOfMeasure;
import xiangbao.statistics.periods.Due;
import xiangbao.statistics.periods.ReferencePeriod;
import xiangbao.statistics.tuning.Screen;
import xiangbao.statistics.tuning.ScreenRules;
import xiangbao.statistics.tuning.Setting;

/**
 * A figure of a form as the screens look at it; computed once.
 *
 * @param whole whether it counts things, so that small numbers of them come and go
 * @param signed whether it may be below zero: then neither its size nor its course tells anything
 * @param mistaken the factors by which it is likely to be wrong
 */
record Watched(
        Indicator indicator,
        boolean ledger,
        boolean whole,
        boolean signed,
        Due due,
        Map<Screen, Setting> settings,
        List<MistakenUnit> mistaken) {
    static Watched of(Form form, Indicator indicator, ScreenRules rules) {
        Map<Screen, Setting> settings = new EnumMap<>(Screen.class);
        for (Screen screen : Screen.values()) {
            settings.put(screen, rules.setting(screen, indicator.code()));
        }
        return new Watched(
                indicator,
                form.layout() == Layout.LEDGER,
                UnitOfMeasure.isWhole(indicator.unit(), indicator.decimals()),
                form.row(indicator.code().row()).map(Row::negative).orElse(false),
                form.row(indicator.code().row()).map(Row::due).orElse(Due.ALWAYS),
                settings,
                MistakenUnit.of(indicator.unit(), Set.of()));
    }

    Setting setting(Screen screen) {
        Setting setting = settings.get(screen);
        return setting == null ? Setting.DEFAULT : setting;
    }

    boolean looks(Screen screen) {
        return !setting(screen).off();
    }

    /** A share of a hundred: it moves between two fixed ends. */
    boolean percentage() {
        return indicator.unit().equals("%") || indicator.unit().equals("‰");
    }

    boolean isForecast(ReferencePeriod period) {
        return due.isForecast(period, indicator.code().column());
    }
}

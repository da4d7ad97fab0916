package xiangbao.statistics.screens;

import java.util.List;
import xiangbao.statistics.model.IndicatorCode;
import xiangbao.statistics.model.Severity;

/** How the default screens of a form are tuned: of two tunings of one figure the later one holds. */
public record ScreenRules(List<Tuning> tunings) {
    public static final ScreenRules DEFAULT = new ScreenRules(List.of());

    public ScreenRules {
        tunings = List.copyOf(tunings);
    }

    Setting setting(Screen screen, IndicatorCode indicator) {
        Setting setting = Setting.DEFAULT;
        for (Tuning tuning : tunings) {
            if (tuning.isAbout(screen, indicator)) {
                setting = setting.tuned(tuning);
            }
        }
        return setting;
    }

    /** How hard a screen is about a figure. */
    public Severity severity(Screen screen, IndicatorCode indicator) {
        return setting(screen, indicator).severity();
    }
}

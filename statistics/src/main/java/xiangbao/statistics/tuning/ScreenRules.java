package xiangbao.statistics.tuning;

import java.util.List;
import xiangbao.statistics.findings.Severity;
import xiangbao.statistics.forms.IndicatorCode;

/** How the default screens of a form are tuned: of two tunings of one figure the later one holds. */
public record ScreenRules(List<Tuning> tunings) {
    public static final ScreenRules DEFAULT = new ScreenRules(List.of());

    public ScreenRules {
        tunings = List.copyOf(tunings);
    }

    public Setting setting(Screen screen, IndicatorCode indicator) {
        Setting setting = Setting.DEFAULT;
        for (Tuning tuning : tunings) {
            if (tuning.isAbout(screen, indicator)) {
                setting = setting.tuned(tuning);
            }
        }
        return setting;
    }

    /** Whether a screen does not look at a figure. */
    public boolean isOff(Screen screen, IndicatorCode indicator) {
        return setting(screen, indicator).off();
    }

    /** From how many times the expected on a figure does not count before it is explained. */
    public double gross(Screen screen, IndicatorCode indicator) {
        return setting(screen, indicator).gross();
    }

    /** How hard a screen is about a figure. */
    public Severity severity(Screen screen, IndicatorCode indicator) {
        return setting(screen, indicator).severity();
    }
}

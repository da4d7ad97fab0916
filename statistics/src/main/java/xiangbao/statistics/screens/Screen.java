package xiangbao.statistics.screens;

import java.util.Optional;

/** A default screen 默认审核: what it asks follows from the form's own data, so it has a code, a label and a remedy like a relation. */
public enum Screen {
    CUMULATIVE_FELL("CUMULATIVE-FELL", "本年累计数不比年内以前各期少", "请核对本期和以前各期的累计数；以前多报的请写明，并更正以前各期。"),
    POWER_OF_TEN("POWER-OF-TEN", "没有多写或少写数位、用错计量单位", "请核对是否多写或少写了数位，或用错了计量单位；属实的请在审核说明中写明原因。"),
    CHANGE_YEAR("CHANGE-YEAR", "与上年同期相比的变动在通常范围内", "请核对这个数；属实的请在审核说明中写明变动的原因。"),
    CHANGE_PERIOD("CHANGE-PERIOD", "与上期相比的变动在通常范围内", "请核对这个数；属实的请在审核说明中写明变动的原因。");

    private final String code;
    private final String label;
    private final String remedy;

    Screen(String code, String label, String remedy) {
        this.code = code;
        this.label = label;
        this.remedy = remedy;
    }

    /** Stable; the code of its findings and verdicts. */
    public String code() {
        return code;
    }

    /** What should be the case. */
    public String label() {
        return label;
    }

    public String remedy() {
        return remedy;
    }

    public static Optional<Screen> coded(String code) {
        for (Screen screen : values()) {
            if (screen.code.equals(code)) {
                return Optional.of(screen);
            }
        }
        return Optional.empty();
    }
}

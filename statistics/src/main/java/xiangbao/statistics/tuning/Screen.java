package xiangbao.statistics.tuning;

import java.util.Optional;

/** A default screen 默认审核: what it asks follows from the form's own data, so it has a code, a label and a remedy like a relation. */
public enum Screen {
    LINE_FOREIGN("LINE-FOREIGN", "台账里只有本单位的行", "请核对是否误用了别的单位的台账：不是本单位的行请删去；跨乡镇的，请在所在乡镇里写上本单位，或在审核说明中写明。"),
    KEY_FOREIGN("KEY-FOREIGN", "编号是本单位的", "请核对编号；跨乡镇统一编号的，请在审核说明中写明。"),
    LINE_DROPPED("LINE-DROPPED", "上期有的行本期仍在", "请照旧填报，办结的也列到年末；编号写错的请改正；确已取消、合并的，请在审核说明中写明。"),
    FIXED_CHANGED("FIXED-CHANGED", "一般不变的内容与上期一致", "这些内容一般不随进度变动，请与上期核对；确有变更的，请在审核说明中写明依据。"),
    PROGRESS_FELL("PROGRESS-FELL", "进度不低于上期", "请与上期核对；确有返工、核减的，请在审核说明中写明。"),
    OUT_OF_RANGE("OUT-OF-RANGE", "数值在合理范围内", "请核对数值和计量单位；属实的请在审核说明中写明。"),
    CUMULATIVE_FELL("CUMULATIVE-FELL", "本年累计数不比年内以前各期少", "请核对本期和以前各期的累计数；以前多报的请写明，并更正以前各期。"),
    POWER_OF_TEN("POWER-OF-TEN", "没有多写或少写数位、用错计量单位", "请核对是否多写或少写了数位，或用错了计量单位；属实的请在审核说明中写明原因。"),
    CHANGE_YEAR("CHANGE-YEAR", "与上年同期相比的变动在通常范围内", "请核对这个数；属实的请在审核说明中写明变动的原因。"),
    CHANGE_PERIOD("CHANGE-PERIOD", "与上期相比的变动在通常范围内", "请核对这个数；属实的请在审核说明中写明变动的原因。"),
    DENSITY("DENSITY", "与底册和其他单位相比在通常范围内", "请核对这个数和它的计量单位；属实的请在审核说明中写明原因。");

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

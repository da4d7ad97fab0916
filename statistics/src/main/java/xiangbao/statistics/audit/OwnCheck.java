package xiangbao.statistics.audit;

import java.util.Optional;
import xiangbao.statistics.mistakenunits.SuspectText;
import xiangbao.statistics.tuning.Screen;

/**
 * What the audit asks of every form without a relation in its file: the default screens, and whether figures are in their unit of measurement.
 *
 * @param code of its findings
 * @param label what should be the case
 */
public record OwnCheck(String code, String label) {
    private static final OwnCheck UNIT = new OwnCheck(SuspectText.CODE, "数与计量单位相符");

    public static Optional<OwnCheck> coded(String code) {
        return code.equals(UNIT.code)
                ? Optional.of(UNIT)
                : Screen.coded(code).map(screen -> new OwnCheck(screen.code(), screen.label()));
    }
}

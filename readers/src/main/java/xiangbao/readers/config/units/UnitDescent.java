package xiangbao.readers.config.units;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import xiangbao.readers.config.documents.Unread;
import xiangbao.statistics.text.Spelling;
import xiangbao.statistics.units.ReportingUnit;
import xiangbao.statistics.units.UnitCode;

/** Whether what a unit belongs to and what it came of are in the register, and neither leads back to it. */
final class UnitDescent {
    private final List<RegisteredUnit> units;
    private final Unread unread;

    UnitDescent(List<RegisteredUnit> units, Unread unread) {
        this.units = units;
        this.unread = unread;
    }

    void check() {
        Map<String, ReportingUnit> byCode = new LinkedHashMap<>();
        Map<String, @Nullable UnitCode> parents = new LinkedHashMap<>();
        for (RegisteredUnit one : units) {
            byCode.putIfAbsent(one.code().text(), one.unit());
            parents.putIfAbsent(one.code().text(), one.unit().parent());
        }
        for (RegisteredUnit one : units) {
            checkParent(one, parents);
            one.unit().predecessors().forEach(code -> checkPredecessor(one, code, byCode));
        }
    }

    private void checkParent(RegisteredUnit one, Map<String, @Nullable UnitCode> parents) {
        UnitCode parent = one.unit().parent();
        if (parent == null) {
            return;
        }
        if (!parents.containsKey(parent.text())) {
            if (!unread.isUnit(parent.text())) {
                one.line().wrong("没有代码为“" + parent + "”的上级单位", Spelling.nearest(parent.text(), parents.keySet()));
            }
            return;
        }
        UnitCode above = parent;
        for (int steps = 0; above != null && steps <= parents.size(); steps++) {
            if (above.equals(one.code())) {
                one.line().wrong("上级单位“" + parent + "”又以本单位为上级");
                break;
            }
            above = parents.get(above.text());
        }
    }

    /** What a unit came of must be earlier, and not come of it. */
    private void checkPredecessor(RegisteredUnit one, UnitCode code, Map<String, ReportingUnit> byCode) {
        ReportingUnit predecessor = byCode.get(code.text());
        if (predecessor == null) {
            if (!unread.isUnit(code.text())) {
                one.line()
                        .wrong(
                                UnitColumns.PREDECESSORS + "：没有代码为“" + code + "”的单位",
                                Spelling.nearest(code.text(), byCode.keySet()));
            }
        } else if (predecessor.predecessors().contains(one.code()) || code.equals(one.code())) {
            one.line().wrong(UnitColumns.PREDECESSORS + "：“" + code + "”不能是本单位的前身");
        } else if (one.unit().validity().from() == null
                && predecessor.validity().until() == null) {
            one.line().wrong(UnitColumns.PREDECESSORS + "：不知道何时由“" + code + "”而来，请填本单位的 valid_from 或前身的 valid_until");
        }
    }
}

package xiangbao.readers.config.units;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import xiangbao.statistics.units.UnitCode;
import xiangbao.statistics.units.UnitKind;

/** Whether each code and each name of the register leads to one unit, or a workbook could be booked to the wrong one. */
final class UnitUniqueness {
    private final List<RegisteredUnit> units;

    UnitUniqueness(List<RegisteredUnit> units) {
        this.units = units;
    }

    void check() {
        checkCodes();
        for (int later = 0; later < units.size(); later++) {
            for (int earlier = 0; earlier < later; earlier++) {
                RegisteredUnit first = units.get(earlier);
                RegisteredUnit second = units.get(later);
                if (first.coexistsWith(second)) {
                    checkCivilCodes(first, second);
                    checkNames(first, second);
                }
            }
        }
    }

    private void checkCodes() {
        Map<UnitCode, Integer> lines = new LinkedHashMap<>();
        int counties = 0;
        for (RegisteredUnit one : units) {
            Integer earlier = lines.putIfAbsent(one.code(), one.line().number());
            if (earlier != null) {
                one.line().wrong("单位代码“" + one.code() + "”重复，第" + earlier + "行已有");
            }
            if (one.unit().kind() == UnitKind.COUNTY && ++counties > 1) {
                one.line().wrong("只能有一个 kind 为“县”的单位");
            }
        }
    }

    private static void checkCivilCodes(RegisteredUnit first, RegisteredUnit second) {
        String civilCode = second.unit().civilCode();
        if (civilCode != null && civilCode.equals(first.unit().civilCode())) {
            second.line().wrong("民政代码“" + civilCode + "”重复，第" + first.line().number() + "行已有");
        }
    }

    /** A successor may bear its predecessor's name. */
    private static void checkNames(RegisteredUnit first, RegisteredUnit second) {
        Set<String> shared = second.names();
        shared.retainAll(first.names());
        for (String name : shared) {
            second.line()
                    .wrong("名称或别名“" + name + "”与第" + first.line().number() + "行的“"
                            + first.unit().name() + "”冲突");
        }
    }
}

package xiangbao.readers.forms.ledger;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import xiangbao.readers.forms.wording.PlainText;
import xiangbao.readers.forms.wording.UnitNames;
import xiangbao.statistics.periods.ReferencePeriod;
import xiangbao.statistics.units.ReportingUnit;
import xiangbao.statistics.units.UnitKind;

/**
 * Whom a ledger's line is about. Only a member of the county in the period can be: the county itself, a total, a department or a township that is no
 * more would be counted beside those who are.
 */
final class LineUnits {
    private static final Set<String> TOTALS =
            Set.of("合计", "小计", "总计", "累计", "共计", "全县", "全县合计", "全县总计", "全镇合计", "全乡合计", "本页小计", "本页合计");

    private final UnitNames names;
    private final ReferencePeriod period;

    LineUnits(UnitNames names, ReferencePeriod period) {
        this.names = names;
        this.period = period;
    }

    /** 合计 and the like, with the county's name before it or without. */
    static boolean isTotal(String text, UnitNames names) {
        String plain = PlainText.compact(text).replaceAll("[:()]", "");
        return TOTALS.contains(plain) || TOTALS.contains(names.withoutCounty(plain));
    }

    NamedUnit named(String text) {
        if (text.isEmpty()) {
            return NamedUnit.NOBODY;
        }
        Optional<ReportingUnit> found = names.named(text);
        if (found.isEmpty()) {
            List<ReportingUnit> coded = names.coded(text);
            found = coded.size() == 1 ? Optional.of(coded.get(0)) : Optional.empty();
        }
        if (found.filter(this::isMember).isPresent()) {
            return new NamedUnit(found.get(), "", false);
        }
        if (isTotal(text, names)
                || found.filter(unit -> unit.kind() == UnitKind.COUNTY).isPresent()) {
            return new NamedUnit(null, "是合计，不是其中一个单位", true);
        }
        if (found.isEmpty()) {
            return new NamedUnit(null, "不在名录中", false);
        }
        return new NamedUnit(
                null,
                found.get().kind() == UnitKind.DEPARTMENT ? "是县直部门，不是分别填报的单位" : "在" + period.title() + "不存在（见名册的有效期）",
                true);
    }

    private boolean isMember(ReportingUnit unit) {
        return unit.kind().isMemberOfCounty() && unit.validity().covers(period.lastDay());
    }

    /** Members whose names look like what was written. */
    List<String> nearest(String text) {
        return names.nearest(text, this::isMember);
    }
}

package xiangbao.statistics.units;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import xiangbao.statistics.periods.Validity;

/**
 * 填报单位: a township or a county department.
 *
 * @param code 统计用区划代码 for a township
 * @param civilCode 民政部行政区划代码, which for some townships is the statistical code of another one; null for departments
 * @param aliases short, old and often mistyped names
 * @param attributes master data 底册 such as 行政村数, by name
 * @param predecessors the units that were merged into it or divided to make it (撤乡并镇)
 */
public record ReportingUnit(
        UnitCode code,
        @Nullable String civilCode,
        String name,
        UnitKind kind,
        @Nullable UnitCode parent,
        List<String> aliases,
        Validity validity,
        Map<String, BigDecimal> attributes,
        List<UnitCode> predecessors) {
    public ReportingUnit {
        aliases = List.copyOf(aliases);
        attributes = Map.copyOf(attributes);
        predecessors = List.copyOf(predecessors);
    }

    /** A unit that came of no other. */
    public ReportingUnit(
            UnitCode code,
            @Nullable String civilCode,
            String name,
            UnitKind kind,
            @Nullable UnitCode parent,
            List<String> aliases,
            Validity validity,
            Map<String, BigDecimal> attributes) {
        this(code, civilCode, name, kind, parent, aliases, validity, attributes, List.of());
    }

    /** Whether people call it so: by its name or one of its aliases. */
    public boolean isCalled(String written) {
        return name.equals(written) || aliases.contains(written);
    }

    public Optional<BigDecimal> attribute(String attribute) {
        return Optional.ofNullable(attributes.get(attribute));
    }
}

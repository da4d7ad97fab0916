package xiangbao.statistics.units;

import java.util.Set;

/**
 * Which units: those of certain kinds, or named ones, less the excluded. Used apart for who must report (填报范围), to whom a row or a target applies,
 * and who is ranked (考核范围).
 */
public record UnitSelector(Set<UnitKind> kinds, Set<UnitCode> codes, Set<UnitCode> excluded) {
    /** 各乡镇（街道）. */
    public static final UnitSelector TOWNSHIPS =
            new UnitSelector(Set.of(UnitKind.SUBDISTRICT, UnitKind.TOWN, UnitKind.TOWNSHIP), Set.of(), Set.of());

    public UnitSelector {
        kinds = Set.copyOf(kinds);
        codes = Set.copyOf(codes);
        excluded = Set.copyOf(excluded);
    }

    public static UnitSelector of(UnitCode... codes) {
        return new UnitSelector(Set.of(), Set.of(codes), Set.of());
    }

    public boolean selects(ReportingUnit unit) {
        return (kinds.contains(unit.kind()) || codes.contains(unit.code())) && !excluded.contains(unit.code());
    }
}

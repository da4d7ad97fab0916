package xiangbao.statistics.units;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import xiangbao.statistics.periods.ReferencePeriod;

/** The register of reporting units, in the county's customary order; the county itself is one of them. */
public final class Units {
    /** Master data that the register has without being told: how many townships there are. */
    public static final String TOWNSHIPS = "乡镇街道数";

    private final List<ReportingUnit> all;
    private final Map<UnitCode, ReportingUnit> byCode = new LinkedHashMap<>();

    public Units(List<ReportingUnit> all) {
        this.all = List.copyOf(all);
        for (ReportingUnit unit : this.all) {
            if (byCode.put(unit.code(), unit) != null) {
                throw new IllegalArgumentException("unit code twice: " + unit.code());
            }
        }
    }

    public List<ReportingUnit> all() {
        return all;
    }

    public Optional<ReportingUnit> find(UnitCode code) {
        return Optional.ofNullable(byCode.get(code));
    }

    /** Those whom people may mean, in register order: by code, name or alias. */
    public List<ReportingUnit> meant(String text) {
        return all.stream()
                .filter(unit -> unit.code().text().equals(text) || unit.isCalled(text))
                .toList();
    }

    /** What a unit is called; its code where the register does not have it, or not any more. */
    public String name(UnitCode code) {
        return find(code).map(ReportingUnit::name).orElse(code.text());
    }

    public ReportingUnit get(UnitCode code) {
        return find(code).orElseThrow(() -> new IllegalArgumentException("no such unit: " + code));
    }

    public ReportingUnit county() {
        return all.stream()
                .filter(unit -> unit.kind() == UnitKind.COUNTY)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("the register has no county"));
    }

    /** The units that make up the county in a period, in register order: those about which a line of a ledger may be. */
    public List<ReportingUnit> members(ReferencePeriod period) {
        return all.stream()
                .filter(unit ->
                        unit.kind().isMemberOfCounty() && unit.validity().covers(period.lastDay()))
                .toList();
    }

    /** How many townships make up the county in a period; formulas ask for it as {@link #TOWNSHIPS}. */
    public BigDecimal townships(ReferencePeriod period) {
        return BigDecimal.valueOf(members(period).stream()
                .filter(unit -> unit.kind().isTownshipLevel())
                .count());
    }

    /** The units that a selector names and that exist on the last day of the period. */
    public List<ReportingUnit> select(UnitSelector selector, ReferencePeriod period) {
        return all.stream()
                .filter(unit -> selector.selects(unit) && unit.validity().covers(period.lastDay()))
                .toList();
    }
}

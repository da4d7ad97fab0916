package xiangbao.reports.reporting;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import xiangbao.reports.county.CountyResult;
import xiangbao.reports.county.Reporting;
import xiangbao.statistics.forms.Form;
import xiangbao.statistics.forms.FormCode;
import xiangbao.statistics.units.ReportingUnit;
import xiangbao.statistics.units.UnitKind;

/** What units owed of which forms, in the order in which it is printed: townships first, then departments, as the register has them. */
final class OwedForms {
    private final List<Form> forms;
    private final List<ReportingUnit> units;
    private final Map<ReportingUnit, Map<FormCode, Reporting>> owed = new LinkedHashMap<>();

    OwedForms(CountyResult result) {
        Map<FormCode, Form> byCode = new LinkedHashMap<>();
        for (Reporting one : result.reportings()) {
            byCode.put(one.form().code(), one.form());
            owed.computeIfAbsent(one.unit(), unit -> new HashMap<>())
                    .put(one.form().code(), one);
        }
        this.forms = List.copyOf(byCode.values());
        List<ReportingUnit> inOrder = new ArrayList<>();
        for (boolean department : new boolean[] {false, true}) {
            for (ReportingUnit unit : result.definitions().units().all()) {
                if (owed.containsKey(unit) && (unit.kind() == UnitKind.DEPARTMENT) == department) {
                    inOrder.add(unit);
                }
            }
        }
        this.units = List.copyOf(inOrder);
    }

    List<Form> forms() {
        return forms;
    }

    List<ReportingUnit> units() {
        return units;
    }

    Map<FormCode, Reporting> by(ReportingUnit unit) {
        return owed.getOrDefault(unit, Map.of());
    }

    /** Empty where none of that code is owed. */
    String title(FormCode code) {
        return forms.stream()
                .filter(form -> form.code().equals(code))
                .map(Form::title)
                .findFirst()
                .orElse("");
    }
}

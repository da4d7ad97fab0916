package xiangbao.jobs;

import xiangbao.statistics.definitions.Definitions;
import xiangbao.statistics.model.FormCode;
import xiangbao.statistics.model.ReportingUnit;
import xiangbao.statistics.model.UnitCode;

/** Finds the unit and the form to which an order is confined; what the configuration does not have is the order's mistake. */
record OrderedScope(Definitions definitions) {
    /** A unit by code, name or alias. */
    UnitCode unit(String text) {
        return definitions.units().meant(text.strip()).stream()
                .map(ReportingUnit::code)
                .findFirst()
                .orElseThrow(() -> new OrderMistakeException("没有单位“" + text + "”：请写 units.csv 里的代码或名称。"));
    }

    void requireForm(FormCode form) {
        if (definitions.form(form).isEmpty()) {
            throw new OrderMistakeException("没有表号“" + form + "”：请写 config/forms 里的表号。");
        }
    }
}

package xiangbao.jobs;

import java.time.LocalDate;
import xiangbao.statistics.model.FormCode;
import xiangbao.statistics.model.ReferencePeriod;
import xiangbao.statistics.model.UnitCode;

/**
 * Where one unit stands with one form.
 *
 * @param state 未报, 通过, 待核实, 退回 or 封存期暂存
 * @param round of the newest submission, 0 when nothing came
 * @param late came after the due day, or has not come although it has passed
 */
public record UnitStatus(
        UnitCode unit,
        String unitName,
        FormCode form,
        ReferencePeriod period,
        String state,
        int round,
        LocalDate due,
        boolean late) {}

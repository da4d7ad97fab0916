package xiangbao.reports.export;

import java.time.OffsetDateTime;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import xiangbao.statistics.forms.FormCode;
import xiangbao.statistics.periods.ReferencePeriod;
import xiangbao.statistics.publication.Vintage;
import xiangbao.statistics.units.UnitCode;

/**
 * Figures of a run that are to be handed on.
 *
 * @param run its full name, such as {@code 2026-Q3/7}
 * @param fixedAt when the run fixed what it is made of
 * @param forms their titles
 * @param all every figure of the run, from which the structure is described; whatever of it is exported, the structure is the same
 * @param chosen the figures that are exported
 * @param county whose targets they are
 * @param period of the run
 * @param targets the targets of the plan as the run saw them
 */
public record FigureExport(
        String run,
        Vintage vintage,
        OffsetDateTime fixedAt,
        String configuration,
        Map<FormCode, String> forms,
        List<ExportedFigure> all,
        List<ExportedFigure> chosen,
        UnitCode county,
        String countyName,
        ReferencePeriod period,
        List<ExportedTarget> targets) {
    static final String NATURE = "乡镇调度数，非法定统计数据";

    public FigureExport {
        forms = Collections.unmodifiableMap(new LinkedHashMap<>(forms));
        all = List.copyOf(all);
        chosen = List.copyOf(chosen);
        targets = List.copyOf(targets);
    }
}

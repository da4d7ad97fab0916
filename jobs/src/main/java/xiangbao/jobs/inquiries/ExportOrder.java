package xiangbao.jobs.inquiries;

import java.nio.file.Path;
import java.util.Optional;
import xiangbao.jobs.runs.RunName;
import xiangbao.jobs.workspace.UnitChoice;
import xiangbao.reports.export.ExportFormat;
import xiangbao.statistics.forms.FormCode;
import xiangbao.statistics.periods.ReferencePeriod;

/**
 * Which figures are to be handed on.
 *
 * @param run an earlier run; otherwise the latest of the period
 * @param form only this form's figures
 * @param out a file or a folder; otherwise below the workspace
 */
public record ExportOrder(
        ExportFormat format,
        Optional<ReferencePeriod> period,
        Optional<RunName> run,
        Optional<FormCode> form,
        UnitChoice whose,
        Optional<Path> out) {}

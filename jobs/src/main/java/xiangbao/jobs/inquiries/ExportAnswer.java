package xiangbao.jobs.inquiries;

import java.nio.file.Path;
import java.util.List;
import xiangbao.jobs.runs.RunName;
import xiangbao.reports.export.ExportFormat;

/**
 * What was handed on.
 *
 * @param figures how many of them
 * @param targets how many targets of the plan; none where one form or one township was asked for
 * @param files the figures first, then the targets, then what describes both
 */
public record ExportAnswer(RunName run, ExportFormat format, int figures, int targets, List<Path> files) {
    public ExportAnswer {
        files = List.copyOf(files);
    }
}

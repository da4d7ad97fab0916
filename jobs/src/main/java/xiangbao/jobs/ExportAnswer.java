package xiangbao.jobs;

import java.nio.file.Path;
import java.util.List;
import xiangbao.reports.export.ExportFormat;

/**
 * What was handed on.
 *
 * @param figures how many of them
 * @param files the data first, then what describes them
 */
public record ExportAnswer(RunName run, ExportFormat format, int figures, List<Path> files) {
    public ExportAnswer {
        files = List.copyOf(files);
    }
}

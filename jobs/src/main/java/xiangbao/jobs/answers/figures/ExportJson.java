package xiangbao.jobs.answers.figures;

import java.nio.file.Path;
import java.util.List;
import xiangbao.jobs.inquiries.ExportAnswer;
import xiangbao.statistics.periods.ReferencePeriod;

/** The files that figures were written to. */
public record ExportJson(int run, ReferencePeriod period, String format, int figures, int targets, List<Path> files) {
    public static ExportJson of(ExportAnswer answer) {
        return new ExportJson(
                answer.run().number(),
                answer.run().period().orElseThrow(),
                answer.format().title(),
                answer.figures(),
                answer.targets(),
                answer.files());
    }
}

package xiangbao.reports;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import xiangbao.reports.blank.BlankForms;
import xiangbao.reports.county.CountyReport;
import xiangbao.reports.county.CountyResult;
import xiangbao.reports.letter.BulletinReport;
import xiangbao.reports.notices.NoticeWorkbook;
import xiangbao.reports.reporting.ReportingReport;
import xiangbao.reports.returns.Feedback;
import xiangbao.reports.returns.ReceiptWorkbook;
import xiangbao.reports.review.ReviewReport;
import xiangbao.reports.summary.SummaryReports;
import xiangbao.reports.targets.ProgressReport;
import xiangbao.reports.template.ReportFile;
import xiangbao.reports.units.DepartmentReports;
import xiangbao.reports.units.TownshipReports;
import xiangbao.statistics.definitions.Definitions;

/** The county's reports: workbooks, and the 情况通报 as a letter. */
public final class CountyReports {
    /** In the order in which they are written and listed. */
    private static final List<CountyReport> KINDS = List.of(
            new SummaryReports(), //
            new ProgressReport(), //
            new DepartmentReports(), //
            new TownshipReports(),
            new ReportingReport(),
            new ReviewReport(),
            new BulletinReport());

    /** A workbook is held in memory while it is drawn, and a large one is large. */
    private static final int MOST_AT_ONCE = 4;

    private final Path templates;

    /** @param templates the folder with the templates of all reports */
    public CountyReports(Path templates) {
        this.templates = templates;
    }

    /**
     * Writes all reports into a folder; the same result gives the same bytes.
     *
     * @return the files written, in the order of the kinds of report
     */
    public List<Path> write(CountyResult result, Path folder) throws IOException {
        Files.createDirectories(folder);
        ExecutorService pool = Executors.newFixedThreadPool(
                Math.min(MOST_AT_ONCE, Runtime.getRuntime().availableProcessors()));
        try {
            List<Future<Path>> pending = new ArrayList<>();
            CountyReport.Desk desk = new CountyReport.Desk() {
                @Override
                public Path template(String template) {
                    return templates.resolve(template);
                }

                @Override
                public void put(String name, CountyReport.Drawing drawing) {
                    pending.add(pool.submit(() -> ReportFile.put(place(folder, name), drawing.draw())));
                }
            };
            for (CountyReport kind : KINDS) {
                kind.write(result, desk);
            }
            List<Path> written = new ArrayList<>();
            for (Future<Path> one : pending) {
                written.add(one.get());
            }
            return written;
        } catch (ExecutionException failure) {
            if (failure.getCause() instanceof IOException cause) {
                throw cause;
            }
            throw new IllegalStateException("a report cannot be drawn", failure.getCause());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("stopped while reports were drawn");
        } finally {
            pool.shutdownNow();
        }
    }

    private static Path place(Path folder, String name) throws IOException {
        Path place = folder;
        String[] parts = name.split("/");
        for (int depth = 0; depth < parts.length - 1; depth++) {
            place = Files.createDirectories(place.resolve(ReportFile.name(parts[depth])));
        }
        return place.resolve(ReportFile.name(parts[parts.length - 1]));
    }

    /** What is wrong with the templates, in Chinese; what they name is not looked at, because nothing is known of the configuration. */
    public List<String> mistakes() {
        return mistakes(null);
    }

    /**
     * What is wrong with the templates, in Chinese; empty when every report can be made from them.
     *
     * @param definitions whose targets and indicators they may name; null when they cannot be read
     */
    public List<String> mistakes(@Nullable Definitions definitions) {
        try (TemplateCheck check = new TemplateCheck(templates, definitions)) {
            for (CountyReport kind : KINDS) {
                kind.check(check);
            }
            Feedback.check(check);
            BlankForms.check(check);
            NoticeWorkbook.check(check);
            ReceiptWorkbook.check(check);
            return check.mistakes();
        }
    }
}

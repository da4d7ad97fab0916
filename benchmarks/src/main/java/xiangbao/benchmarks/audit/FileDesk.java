package xiangbao.benchmarks.audit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import xiangbao.jobs.outcomes.FileAnswer;
import xiangbao.jobs.outcomes.FindingAnswer;
import xiangbao.jobs.outcomes.SubmissionAnswer;
import xiangbao.jobs.rehearsal.Rehearsal;
import xiangbao.statistics.findings.Finding;
import xiangbao.statistics.periods.ReferencePeriod;
import xiangbao.statistics.relations.FormRules;
import xiangbao.statistics.submissions.SubmissionKey;

/** The whole path: real workbooks, read and judged as {@code check} does, together with those of the period before, of the year before, and of the other forms. */
final class FileDesk {
    private static final LocalDate TODAY = LocalDate.of(TrueCounty.LAST_YEAR + 1, 1, 20);

    private final TrueCounty county;
    private final Clerk clerk;
    private final Rehearsal rehearsal;
    private final Path folder;

    FileDesk(TrueCounty county, Path templates, Path folder) {
        this.county = county;
        this.clerk = new Clerk(county.definitions(), templates);
        this.rehearsal = new Rehearsal(county.definitions(), TODAY.atStartOfDay());
        this.folder = folder;
    }

    List<Finding> review(Report report) throws IOException {
        Path unit = folder.resolve(report.unit.name());
        Files.createDirectories(unit);
        List<Path> files = new ArrayList<>();
        files.add(clerk.write("本期", List.of(report), unit));
        int number = 1;
        for (List<Report> others : around(report)) {
            files.add(clerk.write("其他" + number++, others, unit));
        }
        List<Rehearsal.Exhibit> exhibits = files.stream()
                .map(file -> new Rehearsal.Exhibit(file, report.unit.name() + "/" + file.getFileName(), ""))
                .toList();
        FileAnswer answer = rehearsal.answers(exhibits).get(0);
        List<Finding> findings = new ArrayList<>();
        answer.findings().stream().map(FindingAnswer::finding).forEach(findings::add);
        for (SubmissionAnswer submission : answer.submissions()) {
            submission.findings().stream().map(FindingAnswer::finding).forEach(findings::add);
        }
        clear(unit);
        return findings;
    }

    /** The unit's other forms about the same time, and the same form before; a workbook for each time. */
    private List<List<Report>> around(Report report) {
        ReferencePeriod now = report.key.period();
        List<Report> same = new ArrayList<>();
        for (FormRules rules : county.definitions().enabledForms()) {
            if (!rules.form().code().equals(report.form.code())) {
                held(
                        new SubmissionKey(
                                rules.form().code(),
                                report.unit.code(),
                                now.latestEnded(rules.form().frequency())),
                        same);
            }
        }
        List<Report> before = new ArrayList<>();
        held(report.key.previous(), before);
        List<Report> year = new ArrayList<>();
        if (!report.key.yearEarlier().equals(report.key.previous())) {
            held(report.key.yearEarlier(), year);
        }
        return Stream.of(same, before, year).filter(some -> !some.isEmpty()).toList();
    }

    private void held(SubmissionKey key, List<Report> into) {
        county.report(key).filter(report -> !report.lines.isEmpty()).ifPresent(report -> into.add(report.copy()));
    }

    static void clear(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}

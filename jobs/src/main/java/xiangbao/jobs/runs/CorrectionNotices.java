package xiangbao.jobs.runs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import xiangbao.jobs.operations.Cause;
import xiangbao.jobs.store.runs.Runs;
import xiangbao.jobs.store.seals.Corrections;
import xiangbao.jobs.store.seals.StoredNotice;
import xiangbao.jobs.store.submissions.StoredSubmission;
import xiangbao.jobs.store.submissions.Submissions;
import xiangbao.jobs.workspace.Workspace;
import xiangbao.reports.notices.CorrectionNotice;
import xiangbao.reports.notices.NoticeWorkbook;
import xiangbao.statistics.definitions.Definitions;
import xiangbao.statistics.publication.Vintage;
import xiangbao.statistics.text.DateText;
import xiangbao.statistics.units.UnitCode;

/** 更正通知单: writes the notices of corrected results, and names them. */
public final class CorrectionNotices {
    private static final String FOLDER = "更正通知单";

    private final Workspace workspace;
    private final Definitions definitions;
    private final Submissions submissions;
    private final Runs runs;
    private final Corrections corrections;
    private final NoticeWorkbook workbook;

    CorrectionNotices(
            Workspace workspace,
            Definitions definitions,
            Submissions submissions,
            Runs runs,
            Corrections corrections,
            NoticeWorkbook workbook) {
        this.workspace = workspace;
        this.definitions = definitions;
        this.submissions = submissions;
        this.runs = runs;
        this.corrections = corrections;
        this.workbook = workbook;
    }

    /** Writes those that were decided and are not written. */
    void write() throws IOException {
        for (StoredNotice notice : corrections.due()) {
            write(notice);
        }
    }

    private void write(StoredNotice notice) throws IOException {
        Path folder = workspace.reports().resolve(notice.period().toString()).resolve(FOLDER);
        Files.createDirectories(folder);
        Path written = workbook.write(notice(notice), folder);
        Workspace.force(written);
        Workspace.forceFolder(folder);
        corrections.written(notice, workspace.relative(written));
    }

    /** 更正〔2026〕第1号. */
    public static String number(StoredNotice notice) {
        return "更正〔" + notice.year() + "〕第" + notice.number() + "号";
    }

    private CorrectionNotice notice(StoredNotice notice) {
        Set<String> forms = new LinkedHashSet<>();
        Set<String> units = new LinkedHashSet<>();
        for (StoredSubmission one : submissions.all(notice.submissions().stream()
                .map(StoredNotice.Admitted::submission)
                .toList())) {
            forms.add(definitions.name(one.form()));
            units.add(name(one.certainKey().unit()));
        }
        List<CorrectionNotice.Line> reported = new ArrayList<>();
        List<CorrectionNotice.Line> county = new ArrayList<>();
        for (StoredNotice.Line line : notice.lines()) {
            (line.level() == StoredNotice.Level.COUNTY ? county : reported)
                    .add(new CorrectionNotice.Line(
                            name(line.unit()),
                            line.indicator().toString(),
                            line.title() + (line.line().isEmpty() ? "" : "（" + line.line() + "）"),
                            line.period().title(),
                            line.measure(),
                            line.decimals(),
                            line.before(),
                            line.after(),
                            line.difference()));
        }
        return new CorrectionNotice(
                definitions.units().county().name(),
                number(notice),
                notice.period(),
                Vintage.revised(notice.revision()),
                String.join("；", forms),
                String.join("、", units),
                notice.reason(),
                notice.approvedBy(),
                Cause.person(notice.actor(), ""),
                DateText.day(notice.decidedAt()),
                runs.get(notice.runBefore()).number(),
                runs.get(notice.runAfter()).number(),
                reported,
                county);
    }

    private String name(UnitCode unit) {
        return definitions.units().name(unit);
    }
}

package xiangbao.jobs.reruns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import xiangbao.jobs.Clerk;
import xiangbao.jobs.CountyScenario;
import xiangbao.jobs.Office;
import xiangbao.jobs.ToyCounty;
import xiangbao.jobs.WorkspaceContents;
import xiangbao.jobs.inquiries.Inquiries;
import xiangbao.jobs.inquiries.Traces;
import xiangbao.jobs.operations.Cause;
import xiangbao.jobs.pipeline.MainJob;
import xiangbao.jobs.pipeline.RunAnswer;
import xiangbao.jobs.pipeline.RunOrder;
import xiangbao.jobs.reruns.RerunAnswer.PeriodRerun;
import xiangbao.jobs.reruns.RerunOrder.Backfill;
import xiangbao.jobs.review.VerdictChange;
import xiangbao.jobs.review.WithheldAnswer;
import xiangbao.jobs.runs.FigureAnswer;
import xiangbao.jobs.runs.RunName;
import xiangbao.jobs.runs.RunSummary;
import xiangbao.jobs.runs.TargetAnswer;
import xiangbao.jobs.runs.comparison.ChangeCause;
import xiangbao.jobs.runs.comparison.DiffAnswer;
import xiangbao.jobs.runs.comparison.ReproductionAnswer;
import xiangbao.jobs.runs.comparison.RunDetail;
import xiangbao.jobs.runs.comparison.RunHistory;
import xiangbao.jobs.seals.SealOrder;
import xiangbao.jobs.seals.Sealing;
import xiangbao.jobs.worker.RunListener;
import xiangbao.jobs.workspace.OfficeSettings;
import xiangbao.jobs.workspace.OrderMistakeException;
import xiangbao.statistics.findings.Outcome;
import xiangbao.statistics.forms.FormCode;
import xiangbao.statistics.forms.IndicatorCode;
import xiangbao.statistics.periods.ReferencePeriod;
import xiangbao.statistics.units.UnitCode;

/** Runs that are made again, looked at beforehand, compared, and computed anew; each kind of database runs it. */
abstract class RerunScenario extends CountyScenario {
    private static final ReferencePeriod PERIOD = ReferencePeriod.of("2026-Q3");
    private static final Clerk CLERK = new Clerk("clerk@test", PERIOD);
    private static final String RELATION = "formula: \"[02] ≤ [01]\"";
    private static final String STRICTER = "formula: \"[02] ≤ 0.5 * [01]\"";

    private String version = "test";

    @BeforeEach
    void copyTemplates() throws IOException {
        Files.createDirectories(folder.resolve("templates"));
        try (Stream<Path> templates = Files.list(shippedTemplates())) {
            for (Path one : templates.toList()) {
                Files.copy(one, folder.resolve("templates").resolve(one.getFileName()));
            }
        }
    }

    @Override
    protected OfficeSettings settings(String workspace, Clock clock, Map<String, String> database) {
        OfficeSettings usual = super.settings(workspace, clock, database);
        return new OfficeSettings(
                usual.workspace(),
                usual.config(),
                folder.resolve("templates"),
                clock,
                version,
                usual.patience(),
                database);
    }

    private Path workbook(String name, String unit, String period, String total, String sound) throws IOException {
        return ToyCounty.workbook(folder.resolve("sent").resolve(name), unit, period, total, sound, "88.5");
    }

    private static RerunOrder order(RerunStage from) {
        return order(List.of(PERIOD), Backfill.ALL, from, RunListener.SILENT);
    }

    private static RerunOrder order(
            List<ReferencePeriod> periods, Backfill backfill, RerunStage from, RunListener listener) {
        return new RerunOrder(
                periods,
                backfill,
                Optional.empty(),
                Optional.empty(),
                from,
                new Cause(Cause.Kind.RERUN, "operator@test", "关系改了"),
                listener);
    }

    private static RunName run(int number) {
        return new RunName(Optional.of(PERIOD), number);
    }

    private static Map<String, String> figures(List<FigureAnswer> answers) {
        Map<String, String> figures = new LinkedHashMap<>();
        answers.forEach(figure -> figures.put(figure.indicator().item(), String.valueOf(figure.value())));
        return figures;
    }

    private static Map<String, String> county(Office office, int number) {
        return figures(office.entry(Inquiries.class)
                .figures(run(number), Optional.of(new FormCode("试1-1")), Optional.empty()));
    }

    private static Map<String, String> changes(@Nullable DiffAnswer found) {
        DiffAnswer diff = Objects.requireNonNull(found);
        Map<String, String> changes = new TreeMap<>();
        diff.figures()
                .forEach(one -> changes.put(
                        one.indicator().item(),
                        value(one.from()) + " → " + value(one.to()) + " " + kinds(one.causes())));
        return changes;
    }

    private static String value(@Nullable FigureAnswer answer) {
        return answer == null ? "无" : String.valueOf(answer.value());
    }

    private static String kinds(List<ChangeCause> causes) {
        return causes.stream()
                .map(cause -> cause.kind().name())
                .collect(Collectors.toCollection(TreeSet::new))
                .toString();
    }

    @Test
    void tellsBeforehandWhatARerunChangesAndAfterwardsWhatItDid() throws IOException {
        Path lotus = workbook("荷塘镇.xlsx", "荷塘镇", "2026年三季度", "100", "60");
        Path lake = workbook("莲湖乡.xlsx", "莲湖乡", "2026年三季度", "80", "20");
        try (Office office = open()) {
            CLERK.submits(office, lotus, lake);
            assertThat(county(office, 1)).containsEntry("01.1", "180").containsEntry("完好率", "44.44");
        }
        edit("forms/试1-1.yaml", RELATION, STRICTER);
        try (Office office = open()) {
            Map<String, List<String>> rows = WorkspaceContents.rows(office);
            Map<String, String> files = WorkspaceContents.files(folder.resolve("workspace"));
            PeriodRerun look = office.entry(Reruns.class)
                    .preview(order(RerunStage.REVIEW))
                    .periods()
                    .get(0);
            assertThat(WorkspaceContents.rows(office)).isEqualTo(rows);
            assertThat(rows).containsKeys("review", "run", "figure", "claim", "outbox");
            assertThat(WorkspaceContents.files(folder.resolve("workspace"))).containsExactlyInAnyOrderEntriesOf(files);
            assertThat(look.run()).isEmpty();
            assertThat(look.fresh()).isTrue();
            assertThat(look.judged()).isEqualTo(2);
            assertThat(look.supersedes()).contains(1);
            assertThat(look.forms()).containsExactly(new FormCode("试1-1"));
            assertThat(look.verdicts()).singleElement().satisfies(one -> {
                assertThat(one.unitName()).isEqualTo("荷塘镇");
                assertThat(one.from()).isEqualTo(Outcome.ACCEPTED);
                assertThat(one.to()).isEqualTo(Outcome.RETURNED);
                assertThat(one.nowFails()).isTrue();
                assertThat(one.relations())
                        .extracting(VerdictChange.RelationChange::code, VerdictChange.RelationChange::to)
                        .containsExactly(org.assertj.core.groups.Tuple.tuple("S1-T1", "强制性"));
            });
            assertThat(changes(look.diff()))
                    .containsEntry("01.1", "180 → 80 [RELATION, VERDICT]")
                    .containsEntry("完好率", "44.44 → 25.00 [RELATION, VERDICT]");
            assertThat(look.superseded()).isNotEmpty().allMatch(path -> path.startsWith("reports/2026-Q3/第1次/"));
            assertThat(look.reports()).isEmpty();

            // a run by itself judges nothing again, and says so
            RunAnswer plain = CLERK.submits(office);
            assertThat(plain.mainRun().orElseThrow().run()).isEqualTo(2);
            assertThat(plain.mainRun().orElseThrow().judgedOtherwise()).isEqualTo(2);
            assertThat(county(office, 2)).isEqualTo(county(office, 1));

            RerunAnswer again = office.entry(Reruns.class).rerun(order(RerunStage.REVIEW));
            PeriodRerun done = again.periods().get(0);
            assertThat(again.exit()).isEqualTo(1);
            assertThat(done.run()).contains(3);
            assertThat(done.supersedes()).contains(2);
            assertThat(done.verdicts()).isEqualTo(look.verdicts());
            assertThat(changes(done.diff())).isEqualTo(changes(look.diff()));
            assertThat(county(office, 3)).containsEntry("01.1", "80").containsEntry("完好率", "25.00");
            assertThat(folder.resolve("workspace/feedback/荷塘镇/荷塘镇_退回_第1次.xlsx")).isRegularFile();
            assertThat(office.entry(RunHistory.class).runs(Optional.of(PERIOD)))
                    .extracting(
                            RunSummary::run,
                            one -> one.cause().kind(),
                            one -> one.cause().reason())
                    .containsExactly(
                            org.assertj.core.groups.Tuple.tuple(1, Cause.Kind.COMMAND, ""),
                            org.assertj.core.groups.Tuple.tuple(2, Cause.Kind.COMMAND, ""),
                            org.assertj.core.groups.Tuple.tuple(3, Cause.Kind.RERUN, "关系改了"));

            Map<String, String> printed = WorkspaceContents.files(folder.resolve("workspace"));
            for (RerunStage stage : RerunStage.values()) {
                PeriodRerun nothing =
                        office.entry(Reruns.class).rerun(order(stage)).periods().get(0);
                assertThat(nothing.changed()).isFalse();
                assertThat(nothing.run()).contains(3);
                assertThat(nothing.diff()).isNull();
            }
            assertThat(WorkspaceContents.files(folder.resolve("workspace")))
                    .containsExactlyInAnyOrderEntriesOf(printed);
            assertThat(CLERK.submits(office).mainRun().orElseThrow().judgedOtherwise())
                    .isZero();

            for (int number = 1; number <= 3; number++) {
                ReproductionAnswer same = office.entry(RunHistory.class).reproduce(run(number));
                assertThat(same.identical())
                        .as("run %d: %s", number, same.differences())
                        .isTrue();
                assertThat(same.figures()).isPositive();
            }
            assertThat(office.entry(Traces.class)
                            .trace(IndicatorCode.parse("试1-1:01.1").orElseThrow(), run(1))
                            .orElseThrow()
                            .from())
                    .hasSize(2);
            assertThat(office.entry(Inquiries.class).progress(run(1)).get(0).actual())
                    .isEqualTo("44.44");
        }
    }

    @Test
    void findsTheCauseOfEveryChangedFigure() throws IOException {
        Path lotus = workbook("荷塘镇.xlsx", "荷塘镇", "2026年三季度", "100", "60");
        Path lake = workbook("莲湖乡.xlsx", "莲湖乡", "2026年三季度", "80", "20");
        try (Office office = open()) {
            CLERK.submits(office, lotus);
            CLERK.submits(office, lake);
            DiffAnswer arrived = office.entry(RunHistory.class).diff(run(1), run(2), Optional.empty());
            assertThat(changes(arrived))
                    .containsEntry("01.1", "100 → 180 [RESUBMISSION]")
                    .containsEntry("完好率", "60.00 → 44.44 [RESUBMISSION]");
            CLERK.submits(office, workbook("荷塘镇二.xlsx", "荷塘镇", "2026年三季度", "100", "70"));
            DiffAnswer corrected = office.entry(RunHistory.class).diff(run(2), run(3), Optional.empty());
            assertThat(changes(corrected))
                    .containsOnlyKeys("02.1", "完好率")
                    .containsEntry("02.1", "80 → 90 [RESUBMISSION]");
            assertThat(corrected.figures().get(0).causes()).singleElement().satisfies(cause -> {
                assertThat(cause.details())
                        .containsEntry("unitName", "荷塘镇")
                        .containsEntry("fromRound", 1)
                        .containsEntry("toRound", 2)
                        .containsEntry("file", "荷塘镇二.xlsx");
                assertThat(cause.text()).isEqualTo("荷塘镇 试1-1 2026年三季度 重新报送：第1次 → 第2次（荷塘镇二.xlsx）。");
            });
            assertThat(corrected.targets())
                    .singleElement()
                    .satisfies(target -> assertThat(kinds(target.causes())).isEqualTo("[RESUBMISSION]"));
            assertThat(office.entry(RunHistory.class)
                            .diff(run(2), run(3), Optional.of(new UnitCode("990000101")))
                            .figures())
                    .extracting(one -> one.indicator().item() + " " + kinds(one.causes()))
                    .containsExactly("02.1 [RESUBMISSION]", "完好率 [RESUBMISSION]");
        }
        edit("forms/试1-1.yaml", "100 * [02] / [01]", "100 * ([01] - [02]) / [01]");
        edit("plan.yaml", "target: 60", "target: 40");
        try (Office office = open()) {
            CLERK.submits(office, workbook("藕池街道.xlsx", "藕池街道", "2026年三季度", "20", "0"));
            DiffAnswer both = office.entry(RunHistory.class).diff(run(3), run(4), Optional.empty());
            assertThat(changes(both))
                    .containsEntry("01.1", "180 → 200 [RESUBMISSION]")
                    .containsEntry("完好率", "50.00 → 55.00 [DEFINITION, RESUBMISSION]");
            assertThat(both.targets()).singleElement().satisfies(target -> {
                assertThat(kinds(target.causes())).isEqualTo("[RESUBMISSION, TARGET]");
                assertThat(target.from()).extracting(TargetAnswer::target).isEqualTo("60");
                assertThat(target.to()).extracting(TargetAnswer::target).isEqualTo("40");
            });
            assertThat(office.entry(RunHistory.class).reproduce(run(3)).identical())
                    .isTrue();
            assertThat(county(office, 3)).containsEntry("完好率", "50.00");
        }
        edit("units.csv", "藕池,,,500", "藕池,,,50");
        repack(folder.resolve("templates/汇总表.xlsx"));
        version = "test2";
        try (Office office = open()) {
            PeriodRerun printed = office.entry(Reruns.class)
                    .rerun(order(RerunStage.REPORT))
                    .periods()
                    .get(0);
            assertThat(printed.run()).contains(5);
            DiffAnswer looks = office.entry(RunHistory.class).diff(run(4), run(5), Optional.empty());
            assertThat(looks.isEmpty()).isTrue();
            assertThat(kinds(looks.changes())).isEqualTo("[PROGRAM, TEMPLATE]");
            assertThat(looks.changes().get(0).details()).containsEntry("files", List.of("汇总表.xlsx"));
            RunDetail detail = office.entry(RunHistory.class).run(run(5));
            assertThat(detail.summary().configuration())
                    .isEqualTo(
                            office.entry(RunHistory.class).run(run(4)).summary().configuration());
            assertThat(detail.supersedes()).contains(4);
            assertThat(detail.basis())
                    .extracting(one -> one.unitName() + one.round() + one.counted())
                    .containsExactly("荷塘镇2true", "莲湖乡1true", "藕池街道1true");

            PeriodRerun judged = office.entry(Reruns.class)
                    .rerun(order(RerunStage.REVIEW))
                    .periods()
                    .get(0);
            assertThat(judged.verdicts())
                    .singleElement()
                    .satisfies(one -> assertThat(one.to()).isEqualTo(Outcome.PENDING_EXPLANATION));
            assertThat(changes(judged.diff())).containsEntry("01.1", "200 → 200 [UNITS, VERDICT]");
            assertThatThrownBy(() -> office.entry(RunHistory.class).run(new RunName(Optional.empty(), 9)))
                    .isInstanceOf(OrderMistakeException.class);

            // somebody who reaches into the database leaves no cause behind
            new JdbcTemplate(office.entry(DataSource.class))
                    .update("update figure set number_text = '999' where item = '03.1' and unit_code = '990000'"
                            + " and run_id = (select id from run where run_no = 3)");
            DiffAnswer tampered = office.entry(RunHistory.class).diff(run(2), run(3), Optional.empty());
            assertThat(changes(tampered)).containsEntry("03.1", "177 → 999 [UNKNOWN]");
            assertThat(office.entry(RunHistory.class).reproduce(run(3)).differences())
                    .singleElement()
                    .satisfies(one -> {
                        assertThat(one.what()).isEqualTo("990000 试1-1:03.1");
                        assertThat(one.published()).startsWith("999，");
                        assertThat(one.recomputed()).startsWith("177，");
                    });
        }
    }

    @Test
    void leavesASealedPeriodAsItIsAndListsWhatWouldFail() throws IOException {
        Path lotus = workbook("荷塘镇.xlsx", "荷塘镇", "2026年三季度", "100", "60");
        Path lake = workbook("莲湖乡.xlsx", "莲湖乡", "2026年三季度", "80", "20");
        Path root = workbook("藕池街道.xlsx", "藕池街道", "2026年三季度", "20", "5");
        try (Office office = open()) {
            CLERK.submits(office, lotus, lake, root);
            assertThat(office.entry(Sealing.class)
                            .seal(new SealOrder(PERIOD, false, seal(), RunListener.SILENT))
                            .sealed())
                    .isTrue();
        }
        edit("forms/试1-1.yaml", RELATION, STRICTER);
        try (Office office = open()) {
            int runs = office.entry(RunHistory.class).runs(Optional.of(PERIOD)).size();
            Map<String, String> figures = county(office, runs);
            for (PeriodRerun one : List.of(
                    office.entry(Reruns.class)
                            .preview(order(RerunStage.REVIEW))
                            .periods()
                            .get(0),
                    office.entry(Reruns.class)
                            .rerun(order(RerunStage.REVIEW))
                            .periods()
                            .get(0))) {
                assertThat(one.sealed()).isTrue();
                assertThat(one.changed()).isFalse();
                assertThat(one.withheld())
                        .extracting(WithheldAnswer::unitName, WithheldAnswer::wouldBe, WithheldAnswer::codes)
                        .containsExactly(
                                org.assertj.core.groups.Tuple.tuple("荷塘镇", Outcome.RETURNED, List.of("S1-T1")));
            }
            assertThat(office.entry(RunHistory.class).runs(Optional.of(PERIOD))).hasSize(runs);
            assertThat(county(office, runs)).isEqualTo(figures);
            assertThatThrownBy(() -> office.entry(Reruns.class)
                            .preview(new RerunOrder(
                                    List.of(PERIOD),
                                    Backfill.ALL,
                                    Optional.of(new FormCode("试9-9")),
                                    Optional.empty(),
                                    RerunStage.REVIEW,
                                    seal(),
                                    RunListener.SILENT)))
                    .isInstanceOf(OrderMistakeException.class)
                    .hasMessageContaining("试9-9");
        }
    }

    private static Cause seal() {
        return new Cause(Cause.Kind.SEAL, "operator@test", "会议通过");
    }

    @Test
    void finishesARerunThatWasKilled() throws IOException {
        Path lotus = workbook("荷塘镇.xlsx", "荷塘镇", "2026年三季度", "100", "60");
        try (Office office = open()) {
            CLERK.submits(office, lotus);
        }
        String before = RELATION;
        int number = 1;
        for (String step : List.of("review", "aggregate", "report")) {
            String after = STRICTER.replace("0.5", "0." + number);
            edit("forms/试1-1.yaml", before, after);
            before = after;
            number++;
            RunListener failing = (at, done, total) -> {
                if (at.equals(step)) {
                    throw new IllegalStateException("the lights went out in " + step);
                }
            };
            try (Office office = open()) {
                assertThatThrownBy(() -> office.entry(Reruns.class)
                                .rerun(order(List.of(PERIOD), Backfill.ALL, RerunStage.REVIEW, failing)))
                        .isInstanceOf(IllegalStateException.class);
            }
            try (Office office = open()) {
                office.entry(MainJob.class)
                        .run(new RunOrder(
                                List.of(), Optional.empty(), Cause.command("clerk@test"), RunListener.SILENT));
                RunSummary last =
                        office.entry(RunHistory.class).runs(Optional.of(PERIOD)).get(number - 1);
                assertThat(last.run()).isEqualTo(number);
                assertThat(last.state()).isEqualTo("REPORTED");
                assertThat(last.cause()).isEqualTo(new Cause(Cause.Kind.RERUN, "operator@test", "关系改了"));
                assertThat(county(office, number)).containsEntry("01.1", "null");
                assertThat(office.entry(Reruns.class)
                                .rerun(order(RerunStage.REVIEW))
                                .periods()
                                .get(0)
                                .changed())
                        .isFalse();
            }
        }
    }

    @Test
    void fillsInPeriodsThatWereNeverRun() throws IOException {
        Path second = workbook("二季度.xlsx", "荷塘镇", "2026年二季度", "90", "50");
        Path third = workbook("三季度.xlsx", "荷塘镇", "2026年三季度", "100", "60");
        List<ReferencePeriod> year = List.of(
                ReferencePeriod.of("2026-Q1"), ReferencePeriod.of("2026-Q2"), PERIOD, ReferencePeriod.of("2026-Q4"));
        try (Office office = open()) {
            CLERK.submits(office, second, third);
            RerunAnswer missing = office.entry(Reruns.class)
                    .rerun(order(year, Backfill.MISSING, RerunStage.AGGREGATE, RunListener.SILENT));
            assertThat(missing.periods())
                    .extracting(one ->
                            one.period() + " " + one.skipped() + one.run().orElse(0))
                    .containsExactly("2026-Q1 没有收到过报表0", "2026-Q2 1", "2026-Q3 已经汇总过（第1次）0", "2026-Q4 没有收到过报表0");
            assertThat(figures(office.entry(Inquiries.class)
                            .figures(ReferencePeriod.of("2026-Q2"), Optional.empty(), Optional.empty())))
                    .containsEntry("01.1", "90");
            assertThat(office.entry(Reruns.class)
                            .rerun(order(List.of(), Backfill.FAILED, RerunStage.AGGREGATE, RunListener.SILENT))
                            .periods())
                    .extracting(PeriodRerun::skipped)
                    .containsExactly("第1次汇总已经完成", "第1次汇总已经完成");
            edit("plan.yaml", "target: 60", "target: 50");
        }
        RunListener failing = (at, done, total) -> {
            if (at.equals("report")) {
                throw new IllegalStateException("the lights went out");
            }
        };
        try (Office office = open()) {
            assertThatThrownBy(() -> office.entry(Reruns.class)
                            .rerun(order(List.of(PERIOD), Backfill.ALL, RerunStage.AGGREGATE, failing)))
                    .isInstanceOf(IllegalStateException.class);
        }
        try (Office office = open()) {
            RerunAnswer failed = office.entry(Reruns.class)
                    .rerun(order(List.of(), Backfill.FAILED, RerunStage.AGGREGATE, RunListener.SILENT));
            assertThat(failed.periods())
                    .extracting(one ->
                            one.period() + " " + one.skipped() + one.run().orElse(0))
                    .containsExactly("2026-Q2 第1次汇总已经完成0", "2026-Q3 2");
            assertThat(office.entry(RunHistory.class).runs(Optional.empty()))
                    .extracting(RunSummary::state)
                    .containsOnly("REPORTED");
        }
    }

    /** The same parts in other bytes. */
    private static void repack(Path workbook) throws IOException {
        Path other = workbook.resolveSibling("other");
        try (ZipFile in = new ZipFile(workbook.toFile());
                OutputStream file = Files.newOutputStream(other);
                ZipOutputStream out = new ZipOutputStream(file)) {
            out.setLevel(1);
            for (ZipEntry entry : new ArrayList<>(in.stream().toList())) {
                out.putNextEntry(new ZipEntry(entry.getName()));
                in.getInputStream(entry).transferTo(out);
                out.closeEntry();
            }
        }
        Files.move(other, workbook, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
    }
}

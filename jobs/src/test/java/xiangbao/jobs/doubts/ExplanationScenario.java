package xiangbao.jobs.doubts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import xiangbao.jobs.Clerk;
import xiangbao.jobs.CountyScenario;
import xiangbao.jobs.Office;
import xiangbao.jobs.ToyCounty;
import xiangbao.jobs.WorkspaceContents;
import xiangbao.jobs.inquiries.Inquiries;
import xiangbao.jobs.operations.Cause;
import xiangbao.jobs.operations.OperatorLog;
import xiangbao.jobs.outcomes.FileAnswer;
import xiangbao.jobs.pipeline.MainJob;
import xiangbao.jobs.pipeline.RunAnswer;
import xiangbao.jobs.pipeline.RunOrder;
import xiangbao.jobs.reruns.RerunAnswer;
import xiangbao.jobs.reruns.RerunOrder;
import xiangbao.jobs.reruns.RerunStage;
import xiangbao.jobs.reruns.Reruns;
import xiangbao.jobs.review.VerdictChange;
import xiangbao.jobs.runs.CoverageAnswer;
import xiangbao.jobs.runs.Reported;
import xiangbao.jobs.runs.RunName;
import xiangbao.jobs.runs.comparison.ChangeCause;
import xiangbao.jobs.runs.comparison.DiffAnswer;
import xiangbao.jobs.runs.comparison.RunHistory;
import xiangbao.jobs.seals.SealOrder;
import xiangbao.jobs.seals.Sealing;
import xiangbao.jobs.store.decisions.StoredDecision;
import xiangbao.jobs.store.operations.LoggedAction;
import xiangbao.jobs.store.submissions.Reviews;
import xiangbao.jobs.store.submissions.StoredSubmission;
import xiangbao.jobs.store.submissions.Submissions;
import xiangbao.jobs.worker.RunListener;
import xiangbao.jobs.workspace.Archive;
import xiangbao.jobs.workspace.OrderMistakeException;
import xiangbao.reports.county.Reporting;
import xiangbao.statistics.definitions.Dialogue;
import xiangbao.statistics.definitions.DoubtTurn;
import xiangbao.statistics.findings.Outcome;
import xiangbao.statistics.forms.FormCode;
import xiangbao.statistics.periods.ReferencePeriod;

/** Doubts that clerks explain and the statistician lets pass; each kind of database runs it. */
abstract class ExplanationScenario extends CountyScenario {
    private static final ReferencePeriod PERIOD = ReferencePeriod.of("2026-Q3");
    private static final Clerk CLERK = new Clerk("clerk@test", PERIOD);
    private static final FormCode FORM = new FormCode("试1-1");
    private static final String DOUBT = "990000103/2026-Q3/试1-1/S1-R1";

    private Path workbook(String unit, String total, String area) throws IOException {
        Path sent = Files.createTempDirectory(folder, "sent");
        ToyCounty.workbook(sent.resolve(unit).resolve("山塘.xlsx"), unit, "2026年三季度", total, "20", area);
        return sent;
    }

    private static DecisionOrder order(boolean unexplained, boolean preview, String... findings) {
        return DecisionOrder.accept(
                PERIOD,
                Optional.empty(),
                Optional.empty(),
                List.of(findings),
                unexplained,
                preview,
                new Cause(Cause.Kind.ACCEPTANCE, "statistician@test", "情况属实"));
    }

    private static List<DoubtAnswer> doubts(Office office) {
        return office.entry(DoubtInquiries.class)
                .findings(DoubtsQuery.of(PERIOD))
                .doubts();
    }

    private static String told(DoubtAnswer one) {
        DoubtAnswer.Explained said = one.exchange().explanation();
        return one.id() + " " + one.state().title() + (said == null ? "" : " " + said.text());
    }

    private static CoverageAnswer coverage(RunAnswer answer) {
        return answer.mainRun().orElseThrow().coverage().get(0);
    }

    private static String figure(Office office) {
        return office.entry(Inquiries.class).figures(PERIOD, Optional.of(FORM), Optional.empty()).stream()
                .filter(one -> one.indicator().item().equals("03.1"))
                .map(one -> one.value() + " " + one.status())
                .findFirst()
                .orElseThrow();
    }

    private static RunName run(int number) {
        return new RunName(Optional.of(PERIOD), number);
    }

    /** The newest return of a unit, changed as a clerk would, laid out to be sent again. */
    private Path returned(String workspace, String unit, Consumer<XSSFWorkbook> change) throws IOException {
        return returned(workspace, unit, "", change);
    }

    /** The same of a period, as its form has it. */
    private Path returned(String workspace, String unit, String period, Consumer<XSSFWorkbook> change)
            throws IOException {
        Path newest;
        try (Stream<Path> all =
                Files.list(folder.resolve(workspace).resolve("feedback").resolve(unit))) {
            newest = all.filter(path -> path.toString().endsWith(".xlsx"))
                    .filter(path -> isAbout(path, period))
                    .max(java.util.Comparator.comparing(
                            path -> path.getFileName().toString().replaceAll(".*第(\\d+)次.*", "$1")))
                    .orElseThrow();
        }
        Path sent = Files.createTempDirectory(folder, "sent");
        Files.createDirectories(sent.resolve(unit));
        try (InputStream in = Files.newInputStream(newest);
                XSSFWorkbook workbook = new XSSFWorkbook(in);
                OutputStream out = Files.newOutputStream(sent.resolve(unit).resolve(newest.getFileName()))) {
            change.accept(workbook);
            workbook.write(out);
        }
        return sent;
    }

    private static boolean isAbout(Path file, String period) {
        if (period.isEmpty()) {
            return true;
        }
        try (InputStream in = Files.newInputStream(file);
                XSSFWorkbook workbook = new XSSFWorkbook(in)) {
            return workbook.getSheet("山塘")
                    .getRow(2)
                    .getCell(3)
                    .getStringCellValue()
                    .equals(period);
        } catch (IOException unreadable) {
            throw new java.io.UncheckedIOException(unreadable);
        }
    }

    private static Consumer<XSSFWorkbook> explains(String... texts) {
        return workbook -> {
            for (int line = 0; line < texts.length; line++) {
                workbook.getSheet("审核结果").getRow(6 + line).getCell(9).setCellValue(texts[line]);
            }
        };
    }

    /** What a program does that drops hidden columns. */
    private static void loseIds(XSSFWorkbook workbook) {
        for (Row row : workbook.getSheet("审核结果")) {
            if (row.getCell(10) != null) {
                row.removeCell(row.getCell(10));
            }
        }
    }

    @Test
    void makesTheFigureFinalOnceTheStatisticianAcceptsWhatTheClerkExplained() throws IOException {
        try (Office office = open("one")) {
            RunAnswer first = CLERK.submits(
                    office,
                    workbook("荷塘镇", "100", "88.5"),
                    workbook("莲湖乡", "50", "11.5"),
                    workbook("藕池街道", "30", "600"));
            assertThat(coverage(first)).isEqualTo(new CoverageAnswer(FORM, PERIOD, 3, 3, 2, 1, 0, 0, 0, List.of()));
            assertThat(figure(office)).isEqualTo("700 PROVISIONAL");
            assertThat(doubts(office)).singleElement().satisfies(one -> {
                assertThat(told(one)).isEqualTo(DOUBT + " 待说明");
                assertThat(one.share()).isEqualByComparingTo("85.7");
                assertThat(one.finding().comparison().actual()).isEqualTo("600");
            });

            // only words were added: the figures are known, and words alone decide nothing
            RunAnswer explained = CLERK.submits(office, returned("one", "藕池街道", explains(" =蓄水\n位高，已现场核对 ")));
            assertThat(explained.files())
                    .extracting(FileAnswer::file, FileAnswer::outcome)
                    .containsExactly(org.assertj.core.groups.Tuple.tuple("藕池街道/山塘_待核实_第1次.xlsx", Outcome.DUPLICATE));
            assertThat(first.explanations()).isZero();
            assertThat(explained.explanations()).isEqualTo(1);
            assertThat(coverage(explained)).isEqualTo(coverage(first));
            assertThat(figure(office)).isEqualTo("700 PROVISIONAL");
            assertThat(doubts(office))
                    .extracting(ExplanationScenario::told)
                    .containsExactly(DOUBT + " 待认可 =蓄水 位高，已现场核对");
            DiffAnswer words = office.entry(RunHistory.class).diff(run(1), run(2), Optional.empty());
            assertThat(words.figures()).isEmpty();
            assertThat(words.changes()).extracting(ChangeCause::text).containsExactly("收到审核说明 1 条：藕池街道。");

            Map<String, List<String>> rows = WorkspaceContents.rows(office);
            DecisionAnswer look = office.entry(DoubtDecisions.class).decide(order(false, true));
            assertThat(WorkspaceContents.rows(office)).isEqualTo(rows);
            assertThat(look.preview()).isTrue();
            DecisionAnswer done = office.entry(DoubtDecisions.class).decide(order(false, false));
            assertThat(done.decided()).isEqualTo(look.decided()).hasSize(1);
            assertThat(done.verdicts())
                    .isEqualTo(look.verdicts())
                    .singleElement()
                    .satisfies(one -> {
                        assertThat(one.from()).isEqualTo(Outcome.PENDING_EXPLANATION);
                        assertThat(one.to()).isEqualTo(Outcome.ACCEPTED);
                        assertThat(one.relations())
                                .extracting(VerdictChange.RelationChange::code, VerdictChange.RelationChange::to)
                                .containsExactly(org.assertj.core.groups.Tuple.tuple("S1-R1", "核实性（已说明）"));
                    });
            assertThat(done.exit()).isZero();
            assertThat(done.open()).isZero();
            assertThat(doubts(office)).singleElement().satisfies(one -> {
                assertThat(one.state()).isEqualTo(DoubtAnswer.State.ACCEPTED);
                assertThat(one.exchange().acceptance())
                        .isEqualTo(new DoubtAnswer.Accepted(
                                "statistician@test", LocalDateTime.of(2026, 10, 9, 16, 20), "情况属实"));
            });
            assertThat(office.entry(DoubtInquiries.class)
                            .findings(new DoubtsQuery(
                                    PERIOD, Optional.of(FORM), Optional.of("藕池"), true, false, Optional.empty()))
                            .doubts())
                    .isEmpty();
            assertThat(office.entry(OperatorLog.class).actions(Optional.of(PERIOD)))
                    .filteredOn(action -> action.command().equals("accept"))
                    .extracting(LoggedAction::reason, LoggedAction::detail)
                    .containsExactly(org.assertj.core.groups.Tuple.tuple("情况属实", "认可 1 个问题的说明，审核结论变动 1 份"));

            RunAnswer counted = CLERK.submits(office);
            assertThat(counted.mainRun().orElseThrow().run()).isEqualTo(3);
            assertThat(coverage(counted)).isEqualTo(new CoverageAnswer(FORM, PERIOD, 3, 3, 3, 0, 0, 0, 0, List.of()));
            assertThat(figure(office)).isEqualTo("700 FINAL");
            assertThat(office.entry(RunHistory.class)
                            .diff(run(2), run(3), Optional.empty())
                            .figures())
                    .filteredOn(one -> one.indicator().item().equals("03.1"))
                    .singleElement()
                    .satisfies(one -> assertThat(one.causes())
                            .extracting(ChangeCause::text)
                            .containsExactly("藕池街道 试1-1 2026年三季度 第1次的审核结论由“待核实”变为“通过”：S1-R1 水面面积 > 底册水面上限（说明已认可）。"));
            for (int number = 1; number <= 3; number++) {
                assertThat(office.entry(RunHistory.class).reproduce(run(number)).differences())
                        .isEmpty();
            }
            assertThat(CLERK.submits(office).mainRun().orElseThrow().fresh()).isFalse();

            // as of each run: nothing, the words, the words and who accepted them
            List<Map<String, Reporting.Explained>> said = new ArrayList<>();
            for (int number = 1; number <= 3; number++) {
                said.add(Reported.in(office, PERIOD, number)
                        .get(2)
                        .newest()
                        .orElseThrow()
                        .explanations());
            }
            LocalDateTime at = LocalDateTime.of(2026, 10, 9, 16, 20);
            List<DoubtTurn> turns = List.of(
                    new DoubtTurn(DoubtTurn.Kind.EXPLAINED, "藕池街道", at, "=蓄水 位高，已现场核对"),
                    new DoubtTurn(DoubtTurn.Kind.ACCEPTED, "县级经办人", at, "情况属实"));
            assertThat(said)
                    .containsExactly(
                            Map.of(),
                            Map.of(
                                    DOUBT,
                                    new Reporting.Explained(
                                            "=蓄水 位高，已现场核对",
                                            at,
                                            "",
                                            null,
                                            "",
                                            new Dialogue(turns.subList(0, 1), 1, null))),
                            Map.of(
                                    DOUBT,
                                    new Reporting.Explained(
                                            "=蓄水 位高，已现场核对", at, "县级经办人", at, "情况属实", new Dialogue(turns, 1, null))));
        }
    }

    @Test
    void raisesTheDoubtAgainWhenItsFiguresChangeAndOnlyThen() throws IOException {
        try (Office office = open("two")) {
            CLERK.submits(office, workbook("藕池街道", "30", "600"));
            office.entry(DoubtDecisions.class).decide(order(true, false));
            assertThat(outcome(CLERK.submits(office, workbook("藕池街道", "31", "600"))))
                    .isEqualTo(Outcome.ACCEPTED);
            assertThat(outcome(CLERK.submits(office, workbook("藕池街道", "31", "650"))))
                    .isEqualTo(Outcome.PENDING_EXPLANATION);
            assertThat(doubts(office)).extracting(ExplanationScenario::told).containsExactly(DOUBT + " 待说明");
            assertThat(coverage(CLERK.submits(office)).pending()).isEqualTo(1);
            assertThat(outcome(CLERK.submits(office, workbook("藕池街道", "31", "600"))))
                    .isEqualTo(Outcome.ACCEPTED);
            assertThat(coverage(CLERK.submits(office)).pending()).isZero();
        }
    }

    private static Outcome outcome(RunAnswer answer) {
        return answer.files().get(0).outcome();
    }

    @Test
    void judgesAgainAsItDidAndLeavesWhatWasAccepted() throws IOException {
        try (Office office = open("again")) {
            CLERK.submits(office, workbook("藕池街道", "30", "600"));
            office.entry(DoubtDecisions.class).decide(order(true, false));
            int number = CLERK.submits(office).mainRun().orElseThrow().run();
            RerunAnswer again = office.entry(Reruns.class)
                    .rerun(new RerunOrder(
                            List.of(PERIOD),
                            RerunOrder.Backfill.ALL,
                            Optional.empty(),
                            Optional.empty(),
                            RerunStage.REVIEW,
                            new Cause(Cause.Kind.RERUN, "operator@test", "再看一遍"),
                            RunListener.SILENT));
            assertThat(again.periods().get(0).changed()).isFalse();
            assertThat(again.periods().get(0).run()).contains(number);
        }
    }

    @Test
    void answersAnewWhenOnlySomeOfTheDoubtsAreAccepted() throws IOException {
        Path form = folder.resolve("config/forms/试1-1.yaml");
        Files.writeString(
                form,
                Files.readString(form)
                        + "  - { code: S1-R2, severity: 核实性, formula: \"[01] ≤ 25\", label: 山塘不多, remedy: 请核对山塘总数 }\n");
        try (Office office = open("some")) {
            CLERK.submits(office, workbook("藕池街道", "30", "600"));
            CLERK.submits(office, returned("some", "藕池街道", explains("蓄水位高于常年", "今年做了新普查")));
            DecisionAnswer one = office.entry(DoubtDecisions.class).decide(order(false, false, DOUBT));
            assertThat(one.exit()).isEqualTo(1);
            assertThat(one.open()).isEqualTo(1);
            Path second = folder.resolve("some/feedback/藕池街道/山塘_待核实_第2次.xlsx");
            try (InputStream in = Files.newInputStream(second);
                    XSSFWorkbook workbook = new XSSFWorkbook(in)) {
                XSSFSheet ours = workbook.getSheetAt(0);
                assertThat(ours.getRow(2).getCell(0).getStringCellValue()).startsWith("需要核实、改正或说明 1 处，已认可 1 处。");
                assertThat(ours.getRow(6).getCell(1).getStringCellValue()).startsWith("［核实性 S1-R1 已说明］");
                assertThat(ours.getRow(7).getCell(8).getStringCellValue()).contains("已收到说明：“今年做了新普查”，待县里认可");
                assertThat(ours.getRow(7).getCell(9).getStringCellValue()).isEmpty();
            }
            assertThat(office.entry(DoubtDecisions.class)
                            .decide(order(false, false))
                            .decided())
                    .extracting(DoubtAnswer::id)
                    .containsExactly("990000103/2026-Q3/试1-1/S1-R2");
            assertThat(coverage(CLERK.submits(office)).pending()).isZero();
        }
    }

    @Test
    void knowsTheDoubtByCodeAndPlaceWhereTheHiddenColumnWasLost() throws IOException {
        try (Office office = open("three")) {
            CLERK.submits(office, workbook("藕池街道", "30", "600"));
            CLERK.submits(office, returned("three", "藕池街道", explains("蓄水位高于常年").andThen(ExplanationScenario::loseIds)));
            assertThat(doubts(office)).extracting(ExplanationScenario::told).containsExactly(DOUBT + " 待认可 蓄水位高于常年");
        }
    }

    @Test
    void takesOurSheetAloneButNotAboutAnotherUnit() throws IOException {
        try (Office office = open("alone")) {
            CLERK.submits(office, workbook("藕池街道", "30", "600"));
            Consumer<XSSFWorkbook> alone =
                    explains("蓄水位高于常年").andThen(workbook -> workbook.removeSheetAt(workbook.getSheetIndex("山塘")));
            Path own = returned("alone", "藕池街道", alone);
            Path foreign = Files.createTempDirectory(folder, "sent");
            Files.createDirectories(foreign.resolve("荷塘镇"));
            Files.copy(own.resolve("藕池街道/山塘_待核实_第1次.xlsx"), foreign.resolve("荷塘镇/山塘.xlsx"));
            assertThat(outcome(CLERK.submits(office, foreign))).isEqualTo(Outcome.DUPLICATE);
            DoubtsAnswer answer = office.entry(DoubtInquiries.class)
                    .findings(DoubtsQuery.of(PERIOD).onlyOpen());
            assertThat(answer.doubts()).extracting(ExplanationScenario::told).containsExactly(DOUBT + " 待说明");
            assertThat(answer.unfiled())
                    .extracting(DoubtsAnswer.Unfiled::file, DoubtsAnswer.Unfiled::code, DoubtsAnswer.Unfiled::text)
                    .containsExactly(org.assertj.core.groups.Tuple.tuple("荷塘镇/山塘.xlsx", "S1-R1", "蓄水位高于常年"));
            assertThat(outcome(CLERK.submits(office, own))).isEqualTo(Outcome.DUPLICATE);
            assertThat(doubts(office)).extracting(ExplanationScenario::told).containsExactly(DOUBT + " 待认可 蓄水位高于常年");
        }
    }

    private String remedy(FileAnswer file) throws IOException {
        try (InputStream in =
                        Files.newInputStream(folder.resolve("empty").resolve(Objects.requireNonNull(file.feedback())));
                XSSFWorkbook workbook = new XSSFWorkbook(in)) {
            return workbook.getSheet("审核结果").getRow(6).getCell(8).getStringCellValue();
        }
    }

    private static List<String> codes(FileAnswer file) {
        return file.findings().stream()
                .map(one ->
                        one.finding().code() + " " + one.finding().comparison().actual())
                .toList();
    }

    @Test
    void answersAnExplanationThatExplainsNothingAndDoesNotTakeIt() throws IOException {
        Files.writeString(folder.resolve("config").resolve("explanations.yaml"), "phrases: [情况属实, 经核实]\n");
        try (Office office = open("empty")) {
            CLERK.submits(
                    office,
                    workbook("荷塘镇", "100", "700"),
                    workbook("莲湖乡", "10", "11.5"),
                    workbook("藕池街道", "30", "600"));

            FileAnswer affirmed = CLERK.submits(office, returned("empty", "藕池街道", explains("经核实，情况属实。")))
                    .files()
                    .get(0);
            assertThat(affirmed.outcome()).isEqualTo(Outcome.DUPLICATE);
            assertThat(affirmed.standing()).isEqualTo(Outcome.PENDING_EXPLANATION);
            assertThat(affirmed.feedback()).isEqualTo("feedback/藕池街道/山塘_审核说明_第1次.xlsx");
            assertThat(codes(affirmed)).containsExactly("EXPLANATION-EMPTY ［S1-R1］“经核实，情况属实。”");
            assertThat(remedy(affirmed)).contains("上次写的说明是：“经核实，情况属实。”。这句说明没有说出原因，不算说明", "至少 6 个字");
            assertThat(doubts(office))
                    .filteredOn(one -> one.id().equals(DOUBT))
                    .singleElement()
                    .satisfies(one -> {
                        assertThat(one.state()).isEqualTo(DoubtAnswer.State.UNEXPLAINED);
                        assertThat(Objects.requireNonNull(one.exchange().explanation())
                                        .shortcoming())
                                .isEqualTo("说明没有说出原因");
                    });
            assertThatThrownBy(() -> office.entry(DoubtDecisions.class).decide(order(false, false)))
                    .hasMessageStartingWith("2026年三季度待核实的问题有 2 个，都还没有说清原因的审核说明。");
            assertThatThrownBy(() -> office.entry(DoubtDecisions.class).decide(order(false, false, DOUBT)))
                    .hasMessageStartingWith("还没有说清原因的审核说明：" + DOUBT);

            // what must be corrected is not explained away, however well it is explained
            FileAnswer mandatory = CLERK.submits(office, returned("empty", "莲湖乡", explains("去年新修山塘十口，总数没有来得及改")))
                    .files()
                    .get(0);
            assertThat(mandatory.standing()).isEqualTo(Outcome.RETURNED);
            assertThat(codes(mandatory)).containsExactly("EXPLANATION-MANDATORY ［S1-T1］“去年新修山塘十口，总数没有来得及改”");
            assertThat(remedy(mandatory)).contains("这是强制性问题，写说明不能通过").doesNotContain("待县里认可");

            // one text for two units explains neither
            FileAnswer own = CLERK.submits(office, returned("empty", "藕池街道", explains("蓄水位高于常年")))
                    .files()
                    .get(0);
            assertThat(codes(own)).isEmpty();
            assertThat(doubts(office)).extracting(ExplanationScenario::told).contains(DOUBT + " 待认可 蓄水位高于常年");
            FileAnswer copied = CLERK.submits(office, returned("empty", "荷塘镇", explains("蓄水位高于常年。")))
                    .files()
                    .get(0);
            assertThat(codes(copied)).containsExactly("EXPLANATION-COPIED ［S1-R1］“蓄水位高于常年。”");
            assertThat(remedy(copied)).contains("这句说明与藕池街道的一字不差");
            assertThat(doubts(office)).extracting(ExplanationScenario::told).contains(DOUBT + " 待说明 蓄水位高于常年");

            // its own words, and both can be accepted
            FileAnswer mended = CLERK.submits(office, returned("empty", "荷塘镇", explains("水库扩容，水面增加200亩")))
                    .files()
                    .get(0);
            assertThat(codes(mended)).isEmpty();
            assertThat(office.entry(DoubtDecisions.class)
                            .decide(order(false, false))
                            .decided())
                    .hasSize(2);
        }
    }

    @Test
    void keepsNothingOfAnExplanationThatNamesPersonsAndTellsItsAuthor() throws IOException {
        try (Office office = open("persons")) {
            CLERK.submits(office, workbook("藕池街道", "30", "600"));
            RunAnswer answer = CLERK.submits(office, returned("persons", "藕池街道", explains("问过塘主，电话13812345678")));
            assertThat(doubts(office)).extracting(ExplanationScenario::told).containsExactly(DOUBT + " 待说明");
            FileAnswer file = answer.files().get(0);
            assertThat(file.outcome()).isEqualTo(Outcome.DUPLICATE);
            assertThat(file.findings())
                    .extracting(one -> one.finding().code())
                    .containsExactly("EXPLANATION-PERSONAL-DATA");
            assertThat(file.feedback()).isEqualTo("feedback/藕池街道/山塘_审核说明_第1次.xlsx");
            assertThat(folder.resolve("persons").resolve(Objects.requireNonNull(file.feedback())))
                    .isRegularFile();
            assertThat(WorkspaceContents.rows(office).toString()).doesNotContain("13812345678");
            assertThat(office.entry(Archive.class).file(Objects.requireNonNull(file.sha256())))
                    .doesNotExist();
        }
    }

    @Test
    void refusesWhatCannotBeAcceptedAndSaysWhy() throws IOException {
        try (Office office = open("four")) {
            assertThatThrownBy(() -> office.entry(DoubtDecisions.class).decide(order(false, false)))
                    .isInstanceOf(OrderMistakeException.class)
                    .hasMessage("2026年三季度没有待核实的问题，不用认可。");
            CLERK.submits(office, workbook("藕池街道", "30", "600"));
            assertThatThrownBy(() -> office.entry(DoubtDecisions.class).decide(order(false, false)))
                    .isInstanceOf(OrderMistakeException.class)
                    .hasMessage("2026年三季度待核实的问题有 1 个，都还没有说清原因的审核说明。请乡镇在退回件里写明后再认可；确实不需要说明的，加 --unexplained。");
            assertThatThrownBy(() -> office.entry(DoubtDecisions.class).decide(order(false, false, DOUBT)))
                    .hasMessage("还没有说清原因的审核说明：" + DOUBT + "。请乡镇在退回件里写明后再认可；确实不需要说明的，加 --unexplained。");
            assertThatThrownBy(() -> office.entry(DoubtDecisions.class).decide(order(true, false, DOUBT + "/9")))
                    .hasMessage("2026年三季度没有待核实的问题“" + DOUBT + "/9”；用 findings --period 2026-Q3 --open 查看编号。");
            office.entry(DoubtDecisions.class).decide(order(true, false, DOUBT));
            assertThatThrownBy(() -> office.entry(DoubtDecisions.class).decide(order(true, false, DOUBT)))
                    .hasMessage("问题“" + DOUBT + "”的说明已经认可，不用再认可。");
            CLERK.submits(office, workbook("荷塘镇", "30", "600"));
            assertThat(office.entry(Sealing.class)
                            .seal(new SealOrder(
                                    PERIOD,
                                    true,
                                    new Cause(Cause.Kind.SEAL, "statistician@test", "会议通过"),
                                    RunListener.SILENT))
                            .sealed())
                    .isTrue();
            Map<String, List<String>> rows = WorkspaceContents.rows(office);
            for (boolean preview : new boolean[] {true, false}) {
                assertThatThrownBy(() -> office.entry(DoubtDecisions.class).decide(order(true, preview)))
                        .isInstanceOf(OrderMistakeException.class)
                        .hasMessage("2026年三季度已于2026年10月9日 16:20由县级经办人定案，审核结论和已公布的数不再改变，不能再认可说明。"
                                + "确需改变的，请乡镇重新报送后办理更正（correct）。");
            }
            Map<String, List<String>> now = new HashMap<>(WorkspaceContents.rows(office));
            assertThat(now.remove("operator_log"))
                    .hasSize(rows.getOrDefault("operator_log", List.of()).size() + 2);
            assertThat(rows).containsAllEntriesOf(now);
        }
    }

    @Test
    void endsInTheSameStateHoweverThingsArrive() throws IOException {
        Path doubtful = workbook("藕池街道", "30", "600");
        Path corrected = workbook("藕池街道", "31", "600");
        Path other = workbook("荷塘镇", "100", "88.5");
        Path silent = workbook("莲湖乡", "50", "700");
        List<String> states = new ArrayList<>();
        for (String sequence : List.of("DAECXO", "OXDEAC", "XDCEAO", "DECAXO")) {
            try (Office office = open(sequence)) {
                for (char step : sequence.toCharArray()) {
                    switch (step) {
                        case 'D' -> CLERK.submits(office, doubtful);
                        case 'C' -> CLERK.submits(office, corrected);
                        case 'O' -> CLERK.submits(office, other);
                        case 'X' -> CLERK.submits(office, silent);
                        case 'E' -> CLERK.submits(office, returned(sequence, "藕池街道", explains("蓄水位高于常年")));
                        default -> office.entry(DoubtDecisions.class).decide(order(true, false, DOUBT));
                    }
                }
                CLERK.submits(office);
                states.add(state(office));
            }
        }
        assertThat(states.get(0))
                .contains("990000101/2026-Q3/试1-1 1 ACCEPTED")
                .contains("990000102/2026-Q3/试1-1 1 PENDING_EXPLANATION")
                .contains("990000103/2026-Q3/试1-1 1 ACCEPTED")
                .contains("990000103/2026-Q3/试1-1 2 ACCEPTED")
                .contains(DOUBT + " 已认可 蓄水位高于常年");
        assertThat(states).containsOnly(states.get(0));
    }

    /** The newest verdict about each round, what hangs in the air, and the figures. */
    private static String state(Office office) {
        StringBuilder state = new StringBuilder();
        Submissions submissions = office.entry(Submissions.class);
        Reviews reviews = office.entry(Reviews.class);
        for (StoredSubmission one : submissions.rounds(FORM, PERIOD)) {
            reviews.newest(one.id())
                    .ifPresent(review -> state.append(one.certainKey())
                            .append(' ')
                            .append(one.roundNumber())
                            .append(' ')
                            .append(review.outcome())
                            .append(' ')
                            .append(review.digest())
                            .append('\n'));
        }
        doubts(office).forEach(one -> state.append(told(one)).append('\n'));
        office.entry(Inquiries.class)
                .figures(PERIOD, Optional.empty(), Optional.empty())
                .forEach(one -> state.append(one).append('\n'));
        return state.toString();
    }

    private Path about(String period, String sound, String area) throws IOException {
        Path sent = Files.createTempDirectory(folder, "sent");
        ToyCounty.workbook(sent.resolve("荷塘镇").resolve("山塘.xlsx"), "荷塘镇", period, "100", sound, area);
        return sent;
    }

    private static RunAnswer submitAny(Office office, Path... files) {
        return office.entry(MainJob.class)
                .run(new RunOrder(List.of(files), Optional.empty(), Cause.command("clerk@test"), RunListener.SILENT));
    }

    private static String area(Office office, String period) {
        return office
                .entry(Inquiries.class)
                .figures(ReferencePeriod.of(period), Optional.of(FORM), Optional.empty())
                .stream()
                .filter(one -> one.indicator().item().equals("03.1"))
                .map(one -> one.value() + " " + one.reported() + "/" + one.expected())
                .findFirst()
                .orElseThrow();
    }

    @Test
    void keepsTheGoodRoundOfAnOlderPeriodUntilItsCorrectionIsExplained() throws IOException {
        try (Office office = open("older")) {
            submitAny(office, about("2026年二季度", "60", "88.5"));
            submitAny(office, about("2026年三季度", "70", "91.5"));
            assertThat(area(office, "2026-Q2")).isEqualTo("88.5 1/3");

            // the third quarter's figures once more, under the heading of the second
            RunAnswer wrong = submitAny(office, about("2026年二季度", "71", "95.5"));
            assertThat(wrong.files()).singleElement().satisfies(file -> {
                assertThat(file.outcome()).isEqualTo(Outcome.PENDING_EXPLANATION);
                assertThat(file.submissions().get(0).findings())
                        .extracting(one -> one.finding().code())
                        .containsExactly("PERIOD-EARLIER");
                assertThat(file.submissions().get(0).findings().get(0).finding().message())
                        .isEqualTo("""
                                表内报告期是“2026年二季度”，现在应报的是“2026年三季度”
                                荷塘镇 · 2026年二季度 · 试1-1 山塘基本情况 · 工作表“山塘”D3
                                2026年二季度的这张表第1次报送（2026年10月9日收到）已经通过，这一次暂不计入，仍用第1次的数。
                                如果报的是2026年三季度，请改正表头的报告期后重新报送；确实要更正2026年二季度的，请在审核说明里写明更正原因。""");
            });
            assertThat(wrong.exit()).isEqualTo(1);
            assertThat(area(office, "2026-Q2")).isEqualTo("88.5 1/3");

            // a wrong heading need not hang in the air
            assertThat(office.entry(DoubtDecisions.class)
                            .decide(decision(
                                    StoredDecision.Kind.REFUSED,
                                    "2026-Q2",
                                    "报告期写错了。",
                                    "990000101/2026-Q2/试1-1/PERIOD-EARLIER"))
                            .verdicts())
                    .extracting(one -> one.from() + " " + one.to())
                    .containsExactly("PENDING_EXPLANATION RETURNED");
            assertThat(area(office, "2026-Q2")).isEqualTo("88.5 1/3");

            // what counts already may be sent again at any time
            RunAnswer again = submitAny(office, about("2026年二季度", "60", "88.5"));
            assertThat(again.files())
                    .singleElement()
                    .satisfies(file -> assertThat(file.outcome()).isEqualTo(Outcome.ACCEPTED));
            assertThat(area(office, "2026-Q2")).isEqualTo("88.5 1/3");

            submitAny(office, about("2026年二季度", "62", "89.5"));
            assertThat(area(office, "2026-Q2")).isEqualTo("88.5 1/3");
            office.entry(DoubtDecisions.class)
                    .decide(DecisionOrder.accept(
                            ReferencePeriod.of("2026-Q2"),
                            Optional.empty(),
                            Optional.empty(),
                            List.of(),
                            true,
                            false,
                            new Cause(Cause.Kind.ACCEPTANCE, "statistician@test", "已电话核实，漏报一口塘")));
            office.entry(MainJob.class)
                    .run(new RunOrder(
                            List.of(),
                            Optional.of(ReferencePeriod.of("2026-Q2")),
                            Cause.command("clerk@test"),
                            RunListener.SILENT));
            assertThat(area(office, "2026-Q2")).isEqualTo("89.5 1/3");
        }
    }

    @Test
    void takesNoFormBeforeItsPeriodIsReportedNorOneOfAPeriodThatWasNotOrdered() throws IOException {
        try (Office office = open("early")) {
            RunAnswer early = submitAny(office, about("2026年四季度", "60", "88.5"));
            assertThat(early.files()).singleElement().satisfies(file -> {
                assertThat(file.outcome()).isEqualTo(Outcome.RETURNED);
                assertThat(file.submissions().get(0).findings().get(0).finding().message())
                        .isEqualTo("""
                                报告期“2026年四季度”还没有开始报送
                                荷塘镇 · 2026年四季度 · 试1-1 山塘基本情况 · 工作表“山塘”D3
                                填报：2026年四季度；应为：2026年三季度。2026年四季度的试1-1 山塘基本情况从2026年12月21日起收，收到的日期是2026年10月9日。
                                请核对表头的报告期，改正后重新报送；确实是2026年四季度的，请到时候再报。""");
            });

            RunAnswer old = CLERK.submits(office, about("2024年三季度", "60", "88.5"));
            assertThat(old.files()).singleElement().satisfies(file -> {
                assertThat(file.outcome()).isEqualTo(Outcome.RETURNED);
                assertThat(file.submissions().get(0).findings().get(0).finding().title())
                        .isEqualTo("表内报告期是“2024年三季度”，这次收的是“2026年三季度”及其基期");
            });
            assertThat(CLERK.submits(office, about("2025年三季度", "60", "88.5")).files())
                    .singleElement()
                    .satisfies(file -> assertThat(file.outcome()).isEqualTo(Outcome.ACCEPTED));
        }
    }

    private static DecisionOrder decision(StoredDecision.Kind kind, String period, String text, String... findings) {
        return DecisionOrder.about(
                kind, ReferencePeriod.of(period), List.of(findings), false, new Cause(Cause.Kind.QUESTION, "李四", text));
    }

    private static DecisionOrder acceptance(String period) {
        return DecisionOrder.accept(
                ReferencePeriod.of(period),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                true,
                false,
                new Cause(Cause.Kind.ACCEPTANCE, "李四", "已到现场看过"));
    }

    /** How the doubt about the water of 荷塘镇 stands in a quarter of 2026. */
    private static String water(Office office, int quarter) {
        return office
                .entry(DoubtInquiries.class)
                .findings(DoubtsQuery.of(ReferencePeriod.of("2026-Q" + quarter)))
                .doubts()
                .stream()
                .filter(one -> one.id().equals(water(quarter)))
                .map(one -> one.standing()
                        + one.finding()
                                .message()
                                .lines()
                                .filter(line -> line.contains("沿用"))
                                .map(line -> " " + line)
                                .reduce("", String::concat))
                .findFirst()
                .orElse("");
    }

    private static String water(int quarter) {
        return "990000101/2026-Q" + quarter + "/试1-1/S1-R1";
    }

    @Test
    void carriesAnAcceptedExplanationOnWithinItsBandHoweverThingsArrive() throws IOException {
        Path first = about("2026年一季度", "60", "600");
        Path second = about("2026年二季度", "61", "650");
        Path third = about("2026年三季度", "62", "750");
        List<String> states = new ArrayList<>();
        for (String sequence : List.of("1EA23", "321EA")) {
            String workspace = "carried" + sequence;
            try (Office office = open(workspace)) {
                for (char step : sequence.toCharArray()) {
                    switch (step) {
                        case '1' -> submitAny(office, first);
                        case '2' -> submitAny(office, second);
                        case '3' -> submitAny(office, third);
                        case 'E' -> submitAny(office, returned(workspace, "荷塘镇", "2026年一季度", explains("新修水库今年开始蓄水")));
                        default -> office.entry(DoubtDecisions.class).decide(acceptance("2026-Q1"));
                    }
                }
                assertThat(water(office, 1)).isEqualTo("已认可");
                assertThat(water(office, 2))
                        .isEqualTo("已说明（沿用2026年一季度说明） 已说明（沿用2026年一季度说明）：“新修水库今年开始蓄水”；认可的范围是 480–720，不用再写。");
                assertThat(water(office, 3))
                        .isEqualTo("待说明 上次（2026年一季度）说明的范围是 480–720，本期是 750，不能沿用。上次的说明是：“新修水库今年开始蓄水”。请重新说明。");
                StringBuilder state = new StringBuilder();
                for (int quarter = 1; quarter <= 3; quarter++) {
                    ReferencePeriod period = ReferencePeriod.of("2026-Q" + quarter);
                    for (StoredSubmission one : office.entry(Submissions.class).rounds(FORM, period)) {
                        office.entry(Reviews.class)
                                .newest(one.id())
                                .ifPresent(review -> state.append(period)
                                        .append(' ')
                                        .append(review.outcome())
                                        .append(' ')
                                        .append(review.digest())
                                        .append('\n'));
                    }
                }
                states.add(state.toString());
            }
        }
        assertThat(states.get(0)).contains("2026-Q2 ACCEPTED", "2026-Q3 PENDING_EXPLANATION");
        assertThat(states).containsOnly(states.get(0));
    }

    @Test
    void restsOnNothingThatWasTakenBackOrHoldsForOnePeriodAlone() throws IOException {
        try (Office office = open("back")) {
            submitAny(office, about("2026年一季度", "60", "600"));
            submitAny(office, about("2026年二季度", "61", "650"));
            office.entry(DoubtDecisions.class).decide(acceptance("2026-Q1").onlyOnce());
            assertThat(water(office, 2)).isEqualTo("待说明");
            office.entry(DoubtDecisions.class)
                    .decide(decision(StoredDecision.Kind.REFUSED, "2026-Q1", "没有新修水库。", water(1)));
            office.entry(DoubtDecisions.class)
                    .decide(DecisionOrder.accept(
                            ReferencePeriod.of("2026-Q1"),
                            Optional.empty(),
                            Optional.empty(),
                            List.of(water(1)),
                            false,
                            false,
                            new Cause(Cause.Kind.ACCEPTANCE, "李四", "看错了")));
            assertThat(water(office, 1)).isEqualTo("已认可");
            assertThat(water(office, 2)).isEqualTo("已说明（沿用2026年一季度说明） 已说明（沿用2026年一季度说明）：“看错了”；认可的范围是 480–720，不用再写。");

            DecisionAnswer back = office.entry(DoubtDecisions.class)
                    .decide(decision(StoredDecision.Kind.REFUSED, "2026-Q1", "没有新修水库。", water(1)));
            assertThat(back.verdicts())
                    .extracting(one -> one.period() + " " + one.from() + " " + one.to())
                    .containsExactly("2026-Q1 ACCEPTED RETURNED", "2026-Q2 ACCEPTED PENDING_EXPLANATION");
            assertThat(water(office, 2)).isEqualTo("待说明");
        }
    }

    @Test
    void countsForHowManyPeriodsAReasonIsGivenOnEnd() throws IOException {
        try (Office office = open("streak")) {
            submitAny(office, about("2026年一季度", "60", "600"));
            submitAny(office, returned("streak", "荷塘镇", "2026年一季度", explains("新修水库今年开始蓄水")));
            office.entry(DoubtDecisions.class).decide(acceptance("2026-Q1"));
            submitAny(office, about("2026年二季度", "61", "650"));
            submitAny(office, about("2026年三季度", "62", "750"));
            submitAny(office, returned("streak", "荷塘镇", "2026年三季度", explains("新修水库，今年开始蓄水！")));
            List<Integer> streaks = new ArrayList<>();
            for (int quarter = 1; quarter <= 3; quarter++) {
                office
                        .entry(DoubtInquiries.class)
                        .findings(DoubtsQuery.of(ReferencePeriod.of("2026-Q" + quarter)))
                        .doubts()
                        .stream()
                        .filter(one -> one.id().endsWith("S1-R1"))
                        .forEach(one -> streaks.add(one.exchange().dialogue().streak()));
            }
            assertThat(streaks).containsExactly(1, 2, 3);
            int run = CLERK.submits(office).mainRun().orElseThrow().run();
            assertThat(Reported.in(office, PERIOD, run)
                            .get(0)
                            .newest()
                            .orElseThrow()
                            .explanations()
                            .get(water(3)))
                    .satisfies(one -> assertThat(one.dialogue().streakTold()).isEqualTo("同一理由连续第 3 期"));
        }
    }

    @Test
    void goesOnAskingUntilTheAnswerSatisfies() throws IOException {
        try (Office office = open("turns")) {
            CLERK.submits(office, workbook("藕池街道", "30", "600"));
            CLERK.submits(office, returned("turns", "藕池街道", explains("蓄水位高于常年")));
            assertThat(waiting(office)).isEqualTo("待认可 等县统计局 6 天");

            DecisionAnswer asked = office.entry(DoubtDecisions.class)
                    .decide(decision(StoredDecision.Kind.ASKED, "2026-Q3", "是哪个水库，水位多少？", DOUBT));
            assertThat(asked.verdicts()).isEmpty();
            assertThat(asked.open()).isEqualTo(1);
            assertThat(asked.exit()).isZero();
            assertThat(waiting(office)).isEqualTo("待答复 等藕池街道 6 天");
            assertThat(cell(folder.resolve("turns/feedback/藕池街道/山塘_待核实_第2次.xlsx"), 8))
                    .isEqualTo("请核对水面面积\n县统计局 2026年10月9日追问：是哪个水库，水位多少？请在审核说明里答复。\n"
                            + "上次写的说明是：“蓄水位高于常年”。请在最右一栏答复县统计局的追问。");
            assertThatThrownBy(() -> office.entry(DoubtDecisions.class).decide(order(false, false)))
                    .as("what is asked back about is not explained")
                    .hasMessageStartingWith("2026年三季度待核实的问题有 1 个，都还没有说清原因的审核说明");

            // the same words again answer nothing
            CLERK.submits(office, returned("turns", "藕池街道", explains("蓄水位高于常年")));
            assertThat(waiting(office)).isEqualTo("待答复 等藕池街道 6 天");
            CLERK.submits(office, returned("turns", "藕池街道", explains("红旗水库，比常年高两米")));
            assertThat(waiting(office)).isEqualTo("待认可 等县统计局 6 天");
            office.entry(DoubtDecisions.class).decide(order(false, false));
            assertThat(doubts(office)).singleElement().satisfies(one -> {
                assertThat(one.exchange().dialogue().turns())
                        .extracting(turn -> turn.kind().title() + " " + turn.by() + " " + turn.text())
                        .containsExactly(
                                "说明 藕池街道 蓄水位高于常年", "追问 李四 是哪个水库，水位多少？", "说明 藕池街道 红旗水库，比常年高两米", "认可 县级经办人 情况属实");
                assertThat(one.exchange().waiting()).isNull();
            });
            assertThatThrownBy(() -> office.entry(DoubtDecisions.class)
                            .decide(decision(StoredDecision.Kind.ASKED, "2026-Q3", "还有呢？", DOUBT)))
                    .hasMessage("问题“" + DOUBT + "”的说明已经认可，不能再追问；数不对的，用 refuse 退回。");
            assertThat(office.entry(OperatorLog.class).actions(Optional.of(PERIOD)))
                    .filteredOn(action -> action.command().equals("ask"))
                    .extracting(LoggedAction::reason, LoggedAction::detail)
                    .contains(org.assertj.core.groups.Tuple.tuple("是哪个水库，水位多少？", "追问 1 个问题，审核结论变动 0 份"));
        }
    }

    private static String waiting(Office office) {
        return office
                .entry(DoubtInquiries.class)
                .findings(new DoubtsQuery(
                        PERIOD,
                        Optional.empty(),
                        Optional.empty(),
                        true,
                        true,
                        Optional.of(java.time.LocalDate.of(2026, 10, 15))))
                .doubts()
                .stream()
                .map(one -> one.state().title() + " "
                        + Objects.requireNonNull(one.exchange().waiting()).told())
                .findFirst()
                .orElse("");
    }

    private static String cell(Path file, int column) throws IOException {
        try (InputStream in = Files.newInputStream(file);
                XSSFWorkbook workbook = new XSSFWorkbook(in)) {
            return workbook.getSheet("审核结果").getRow(6).getCell(column).getStringCellValue();
        }
    }

    @Test
    void returnsWhatTheStatisticianKnowsToBeWrong() throws IOException {
        try (Office office = open("refused")) {
            CLERK.submits(office, workbook("藕池街道", "30", "60"));
            CLERK.submits(office, workbook("藕池街道", "30", "600"));
            assertThat(figure(office)).isEqualTo("600 PROVISIONAL");
            DecisionAnswer refused = office.entry(DoubtDecisions.class)
                    .decide(decision(StoredDecision.Kind.REFUSED, "2026-Q3", "多写了一个零。", DOUBT));
            assertThat(refused.verdicts())
                    .extracting(one -> one.from() + " " + one.to())
                    .containsExactly("PENDING_EXPLANATION RETURNED");
            assertThat(waiting(office)).isEqualTo("待改正 等藕池街道 6 天");
            Path letter = folder.resolve("refused/feedback/藕池街道/山塘_退回_第1次.xlsx");
            assertThat(cell(letter, 1)).startsWith("［核实性 S1-R1 须改正］");
            assertThat(cell(letter, 8)).isEqualTo("县统计局 2026年10月9日退回：多写了一个零。请改正后重新报送，写说明不能通过。");
            try (InputStream in = Files.newInputStream(letter);
                    XSSFWorkbook workbook = new XSSFWorkbook(in)) {
                assertThat(workbook.getSheetAt(0).getRow(2).getCell(0).getStringCellValue())
                        .startsWith("必须改正 1 处。");
            }
            CLERK.submits(office);
            assertThat(figure(office)).isEqualTo("60 PROVISIONAL");

            FileAnswer explained = CLERK.submits(office, returned("refused", "藕池街道", explains("确实是这么多，没有写错")))
                    .files()
                    .get(0);
            assertThat(codes(explained)).containsExactly("EXPLANATION-REFUSED ［S1-R1］“确实是这么多，没有写错”");
            assertThat(explained.standing()).isEqualTo(Outcome.RETURNED);
            assertThat(outcome(CLERK.submits(office, workbook("藕池街道", "30", "650"))))
                    .isEqualTo(Outcome.PENDING_EXPLANATION);
            assertThat(outcome(CLERK.submits(office, workbook("藕池街道", "30", "62"))))
                    .isEqualTo(Outcome.ACCEPTED);
            assertThat(figure(office)).isEqualTo("62 PROVISIONAL");
            assertThat(doubts(office)).isEmpty();
        }
    }
}

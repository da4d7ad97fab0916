package xiangbao.jobs.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import xiangbao.jobs.Clerk;
import xiangbao.jobs.CountyScenario;
import xiangbao.jobs.Office;
import xiangbao.jobs.ToyCounty;
import xiangbao.jobs.forms.FormsAnswer;
import xiangbao.jobs.forms.FormsOrder;
import xiangbao.jobs.forms.FormsToFill;
import xiangbao.jobs.forms.NothingToFillException;
import xiangbao.jobs.inquiries.Inquiries;
import xiangbao.jobs.inquiries.TraceAnswer;
import xiangbao.jobs.inquiries.Traces;
import xiangbao.jobs.inquiries.UnitStatus;
import xiangbao.jobs.operations.Cause;
import xiangbao.jobs.outcomes.FileAnswer;
import xiangbao.jobs.outcomes.FindingAnswer;
import xiangbao.jobs.runs.CoverageAnswer;
import xiangbao.jobs.runs.FigureAnswer;
import xiangbao.jobs.runs.PeriodRun;
import xiangbao.jobs.worker.RunListener;
import xiangbao.jobs.workspace.Workspace;
import xiangbao.statistics.findings.Outcome;
import xiangbao.statistics.forms.FormCode;
import xiangbao.statistics.forms.IndicatorCode;
import xiangbao.statistics.periods.ReferencePeriod;

/** The whole pipe over a county that exists only in a configuration folder; each kind of database runs it. */
abstract class MainJobScenario extends CountyScenario {
    static final ReferencePeriod PERIOD = ReferencePeriod.of("2026-Q3");
    private static final Clerk CLERK = new Clerk("tester@test", PERIOD);

    private static Map<String, Outcome> outcomes(RunAnswer answer) {
        Map<String, Outcome> outcomes = new TreeMap<>();
        answer.files().forEach(file -> outcomes.put(file.file(), file.outcome()));
        return outcomes;
    }

    private static Map<String, String> figures(Office office) {
        Map<String, String> figures = new LinkedHashMap<>();
        office.entry(Inquiries.class)
                .figures(PERIOD, Optional.of(new FormCode("试1-1")), Optional.empty())
                .forEach(figure -> figures.put(figure.indicator().item(), String.valueOf(figure.value())));
        return figures;
    }

    @Test
    void judgesSumsTracesAndRepeatsNothing() throws IOException {
        quarter("荷塘镇/山塘.xlsx", "荷塘镇", "100", "60");
        quarter("莲湖乡/山塘.xlsx", "莲湖乡", "50", "70");
        ToyCounty.workbook(folder.resolve("sent/藕池街道/山塘.xlsx"), "藕池街道", "2026年三季度", "30", "20", "600");
        Files.writeString(folder.resolve("sent/说明.xlsx"), "这不是工作簿");
        Files.writeString(folder.resolve("sent/~$锁.xlsx"), "");
        Files.writeString(folder.resolve("sent/README.md"), "not a submission");
        try (Office office = open("one")) {
            RunAnswer first = office.entry(MainJob.class).run(CLERK.order(folder.resolve("sent")));
            assertThat(outcomes(first))
                    .isEqualTo(Map.of(
                            "荷塘镇/山塘.xlsx", Outcome.ACCEPTED,
                            "莲湖乡/山塘.xlsx", Outcome.RETURNED,
                            "藕池街道/山塘.xlsx", Outcome.PENDING_EXPLANATION,
                            "说明.xlsx", Outcome.UNREADABLE,
                            "~$锁.xlsx", Outcome.IGNORED));
            assertThat(first.exit()).isEqualTo(1);
            assertThat(first.files())
                    .filteredOn(file -> file.outcome() == Outcome.RETURNED)
                    .singleElement()
                    .satisfies(file -> {
                        assertThat(file.feedback()).isEqualTo("feedback/莲湖乡/山塘_退回_第1次.xlsx");
                        assertThat(folder.resolve("one").resolve(String.valueOf(file.feedback())))
                                .isRegularFile();
                        assertThat(file.submissions().get(0).findings())
                                .extracting(FindingAnswer::id)
                                .containsExactly("990000102/2026-Q3/试1-1/S1-T1");
                    });
            PeriodRun run = first.mainRun().orElseThrow();
            assertThat(run.run()).isEqualTo(1);
            assertThat(run.fresh()).isTrue();
            assertThat(run.coverage())
                    .containsExactly(new CoverageAnswer(new FormCode("试1-1"), PERIOD, 3, 3, 1, 1, 0, 1, 0, List.of()));
            assertThat(figures(office))
                    .containsEntry("01.1", "130")
                    .containsEntry("02.1", "80")
                    .containsEntry("03.1", "688.5")
                    .containsEntry("完好率", "61.54");
            TraceAnswer trace = office.entry(Traces.class)
                    .trace(IndicatorCode.parse("试1-1:02.1").orElseThrow(), PERIOD)
                    .orElseThrow();
            assertThat(trace.from())
                    .extracting(origin -> origin.unitName() + " " + origin.value() + " " + origin.file() + " "
                            + origin.sheet() + " " + origin.cell())
                    .containsExactly("荷塘镇 60 荷塘镇/山塘.xlsx 山塘 D7", "藕池街道 20 藕池街道/山塘.xlsx 山塘 D7");
            assertThat(office.entry(Inquiries.class).status(PERIOD))
                    .extracting(UnitStatus::state)
                    .containsExactly("通过", "退回", "待核实");
            assertThat(office.entry(Inquiries.class).progress(PERIOD))
                    .extracting(target -> target.code() + " " + target.status())
                    .containsExactly("T01 达标");

            Map<String, byte[]> before = reports("one");
            assertThat(before).isNotEmpty();
            RunAnswer second = office.entry(MainJob.class).run(CLERK.order(folder.resolve("sent")));
            assertThat(outcomes(second).values()).containsOnly(Outcome.DUPLICATE, Outcome.IGNORED);
            assertThat(second.exit()).isEqualTo(1);
            assertThat(second.mainRun().orElseThrow().run()).isEqualTo(1);
            assertThat(second.mainRun().orElseThrow().fresh()).isFalse();
            assertThat(reports("one")).containsExactlyInAnyOrderEntriesOf(before);
        }
    }

    @Test
    void handsOutBlankFormsWithTheLastGoodFigures() throws IOException {
        quarter("荷塘镇/山塘.xlsx", "荷塘镇", "100", "60");
        quarter("莲湖乡/山塘.xlsx", "莲湖乡", "50", "70");
        try (Office office = open("two")) {
            office.entry(MainJob.class).run(CLERK.order(folder.resolve("sent")));
            ReferencePeriod next = PERIOD.next();
            FormsAnswer answer = office.entry(FormsToFill.class).write(new FormsOrder(next, null, Set.of(), null));
            assertThat(answer.files())
                    .extracting(FormsAnswer.BlankFile::file)
                    .containsExactly(
                            "forms/2026-Q4/荷塘镇_2026年四季度报表.xlsx",
                            "forms/2026-Q4/莲湖乡_2026年四季度报表.xlsx",
                            "forms/2026-Q4/藕池街道_2026年四季度报表.xlsx");
            // what was returned is nobody's last figure, and 藕池街道 has reported nothing
            assertThat(blank(answer.files().get(0).path())).isEqualTo("第1次 上季数（参考）=100 本期数=null");
            assertThat(blank(answer.files().get(1).path())).isEqualTo("第1次 =null 本期数=null");

            FormsAnswer again = office.entry(FormsToFill.class)
                    .write(new FormsOrder(PERIOD, "莲湖", Set.of(new FormCode("试1-1")), folder.resolve("out")));
            assertThat(again.files()).singleElement().satisfies(file -> {
                assertThat(file.path()).isEqualTo(folder.resolve("out/莲湖乡_2026年三季度_试1-1.xlsx"));
                assertThat(file.forms()).containsExactly(new FormCode("试1-1"));
                assertThat(blank(file.path())).isEqualTo("第2次 =null 本期数=null");
            });
            assertThatThrownBy(
                            () -> office.entry(FormsToFill.class).write(new FormsOrder(PERIOD, "县水利局", Set.of(), null)))
                    .isInstanceOf(NothingToFillException.class)
                    .hasMessage("“县水利局”2026年三季度没有要报的季报。这个单位没有报表要报。");
            assertThatThrownBy(() -> office.entry(FormsToFill.class)
                            .write(new FormsOrder(ReferencePeriod.of("2026-09"), "荷塘镇", Set.of(), null)))
                    .isInstanceOf(NothingToFillException.class)
                    .hasMessageContaining("要报的有 试1-1（季报）");
            assertThatThrownBy(
                            () -> office.entry(FormsToFill.class).write(new FormsOrder(PERIOD, "天池乡", Set.of(), null)))
                    .isInstanceOf(NothingToFillException.class)
                    .hasMessageContaining("没有填报单位“天池乡”");
            assertThatThrownBy(() -> office.entry(FormsToFill.class)
                            .write(new FormsOrder(PERIOD, null, Set.of(new FormCode("试9-9")), null)))
                    .isInstanceOf(NothingToFillException.class)
                    .hasMessageContaining("没有表号“试9-9”");
        }
    }

    /** The round, the reference column and the cell to fill of the first row. */
    private static String blank(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file);
                XSSFWorkbook workbook = new XSSFWorkbook(in)) {
            XSSFSheet sheet = workbook.getSheet("试1-1");
            XSSFCell former = sheet.getRow(9).getCell(5);
            XSSFCell title = sheet.getRow(7).getCell(5);
            return sheet.getRow(4).getCell(0).getStringCellValue().replaceAll(".*(第\\d次).*", "$1") + " "
                    + (title == null ? "" : title.getStringCellValue()) + "="
                    + (former == null ? "null" : Long.toString((long) former.getNumericCellValue())) + " "
                    + sheet.getRow(7).getCell(3).getStringCellValue() + "="
                    + sheet.getRow(9).getCell(3).getRawValue();
        }
    }

    @Test
    void keepsTheLastGoodRoundUntilABetterOneComes() throws IOException {
        quarter("荷塘镇/山塘.xlsx", "荷塘镇", "100", "60");
        try (Office office = open("rounds")) {
            assertThat(office.entry(MainJob.class)
                            .run(CLERK.order(folder.resolve("sent")))
                            .mainRun()
                            .orElseThrow()
                            .run())
                    .isEqualTo(1);
            quarter("荷塘镇/山塘.xlsx", "荷塘镇", "100", "160");
            RunAnswer worse = office.entry(MainJob.class).run(CLERK.order(folder.resolve("sent")));
            assertThat(worse.files().get(0).submissions().get(0).round()).isEqualTo(2);
            assertThat(outcomes(worse).values()).containsExactly(Outcome.RETURNED);
            assertThat(figures(office)).containsEntry("02.1", "60");
            quarter("荷塘镇/山塘.xlsx", "荷塘镇", "100", "61");
            RunAnswer better = office.entry(MainJob.class).run(CLERK.order(folder.resolve("sent")));
            assertThat(better.files().get(0).submissions().get(0).round()).isEqualTo(3);
            assertThat(figures(office)).containsEntry("02.1", "61");
            assertThat(better.mainRun().orElseThrow().run()).isEqualTo(3);
        }
    }

    @Test
    void endsInTheSameStateWhateverTheOrder() throws IOException {
        List<Path> files = List.of(
                ToyCounty.workbook(folder.resolve("a/荷塘镇.xlsx"), "荷塘镇", "2026年三季度", "100", "60", "88.5"),
                ToyCounty.workbook(folder.resolve("a/莲湖乡.xlsx"), "莲湖乡", "2026年三季度", "50", "70", "10"),
                ToyCounty.workbook(folder.resolve("a/荷塘镇二季度.xlsx"), "荷塘镇", "2026年二季度", "100", "60", "88.5"));
        Map<String, String> together;
        List<String> states;
        try (Office office = open("together")) {
            office.entry(MainJob.class).run(CLERK.order(folder.resolve("a")));
            together = figures(office);
            states = office.entry(Inquiries.class).status(PERIOD).stream()
                    .map(UnitStatus::state)
                    .toList();
        }
        assertThat(together).containsEntry("02.1", "60");
        List<Path> backwards = new ArrayList<>(files);
        java.util.Collections.reverse(backwards);
        try (Office office = open("backwards")) {
            backwards.forEach(file -> office.entry(MainJob.class).run(CLERK.order(file)));
            assertThat(figures(office)).isEqualTo(together);
            assertThat(office.entry(Inquiries.class).status(PERIOD))
                    .extracting(UnitStatus::state)
                    .containsExactlyElementsOf(states);
        }
        try (Office office = open("forwards")) {
            files.forEach(file -> office.entry(MainJob.class).run(CLERK.order(file)));
            assertThat(figures(office)).isEqualTo(together);
            assertThat(office.entry(Inquiries.class).status(PERIOD))
                    .extracting(UnitStatus::state)
                    .containsExactlyElementsOf(states);
        }
    }

    @Test
    void failsOnceWhenAReportCannotBeWrittenAndWritesItTheNextTime() throws IOException {
        quarter("荷塘镇/山塘.xlsx", "荷塘镇", "100", "60");
        Path stone = folder.resolve("unwritable/reports/2026-Q3/第1次");
        try (Office office = open("unwritable")) {
            Files.createDirectories(stone.resolveSibling("."));
            Files.writeString(stone, "");
            assertThatThrownBy(() -> office.entry(MainJob.class).run(CLERK.order(folder.resolve("sent"))))
                    .isInstanceOf(RuntimeException.class);
            Files.delete(stone);
            assertThat(office.entry(MainJob.class)
                            .run(CLERK.order())
                            .mainRun()
                            .orElseThrow()
                            .run())
                    .isEqualTo(1);
            assertThat(stone).isDirectory();
        }
    }

    @Test
    void finishesWhatAnInterruptedJobLeftUndone() throws IOException {
        quarter("荷塘镇/山塘.xlsx", "荷塘镇", "100", "60");
        quarter("莲湖乡/山塘.xlsx", "莲湖乡", "50", "70");
        for (String step : List.of("collect", "review", "aggregate", "report")) {
            RunListener failing = (at, done, total) -> {
                if (at.equals(step)) {
                    throw new IllegalStateException("the lights went out in " + step);
                }
            };
            try (Office office = open("dies-in-" + step)) {
                assertThatThrownBy(() -> office.entry(MainJob.class)
                                .run(new RunOrder(
                                        List.of(folder.resolve("sent")),
                                        Optional.of(PERIOD),
                                        Cause.command("tester@test"),
                                        failing)))
                        .isInstanceOf(IllegalStateException.class);
            }
            try (Office office = open("dies-in-" + step)) {
                RunAnswer answer = office.entry(MainJob.class).run(CLERK.order());
                assertThat(outcomes(answer))
                        .isEqualTo(Map.of("荷塘镇/山塘.xlsx", Outcome.ACCEPTED, "莲湖乡/山塘.xlsx", Outcome.RETURNED));
                assertThat(figures(office)).containsEntry("02.1", "60");
                assertThat(answer.mainRun().orElseThrow().run()).isEqualTo(1);
                String feedback = String.valueOf(answer.files().get(1).feedback());
                assertThat(feedback).isEqualTo("feedback/莲湖乡/山塘_退回_第1次.xlsx");
                assertThat(folder.resolve("dies-in-" + step).resolve(feedback)).isRegularFile();
                assertThat(reports("dies-in-" + step)).isNotEmpty();
            }
        }
    }

    /** Two forms in one workbook, each with a fault: more sound ponds than ponds, and no number of rounds. */
    private Path twoFaults(String path) throws IOException {
        ToyCounty.describeMonthly(folder.resolve("config"));
        Path file = ToyCounty.workbook(folder.resolve(path), "荷塘镇", "2026年三季度", "50", "70", "88.5");
        ToyCounty.append(file, "荷塘镇", "2026年9月", "", "4");
        return file;
    }

    /** A workbook as its clerk changed it, under another path. */
    private Path changed(Path from, String path, Consumer<XSSFWorkbook> change) throws IOException {
        Path to = folder.resolve(path);
        Files.createDirectories(to.resolveSibling("."));
        try (InputStream in = Files.newInputStream(from);
                XSSFWorkbook workbook = new XSSFWorkbook(in);
                OutputStream out = Files.newOutputStream(to)) {
            change.accept(workbook);
            workbook.write(out);
        }
        return to;
    }

    private static List<String> told(FileAnswer file) {
        List<String> told = new ArrayList<>();
        told.add(file.outcome() + " " + file.standing() + " " + file.feedback());
        file.submissions()
                .forEach(form -> told.add(form.form() + " 第" + form.round() + "次 " + form.outcome() + " "
                        + form.standing() + " "
                        + form.findings().stream()
                                .map(one -> one.finding().code() + " " + one.sheet() + "!" + one.cell())
                                .toList()));
        return told;
    }

    private Path answer(String workspace, FileAnswer file) {
        return folder.resolve(workspace).resolve(String.valueOf(file.feedback()));
    }

    @Test
    void returnsAHalfCorrectedReturnAgainWithWhatIsStillOpen() throws IOException {
        Path both = twoFaults("sent/荷塘镇/报表.xlsx");
        try (Office office = open("half")) {
            FileAnswer first =
                    office.entry(MainJob.class).run(CLERK.order(both)).files().get(0);
            assertThat(told(first))
                    .containsExactly(
                            "RETURNED RETURNED feedback/荷塘镇/报表_退回_第1次.xlsx",
                            "试1-1 第1次 RETURNED RETURNED [S1-T1 山塘!D7]",
                            "试2-1 第1次 RETURNED RETURNED [MISSING-VALUE 巡查!D6]");

            // one form is mended; the other is as it was, two rows lower in a sheet of another name
            Path half = changed(answer("half", first), "half-sent/荷塘镇/报表_退回_第1次.xlsx", workbook -> {
                workbook.getSheet("山塘").getRow(6).getCell(3).setCellValue(40);
                workbook.getSheet("巡查").shiftRows(5, 6, 2);
                workbook.setSheetName(workbook.getSheetIndex("巡查"), "巡查（改）");
            });
            RunAnswer second = office.entry(MainJob.class).run(CLERK.order(half));
            assertThat(told(second.files().get(0)))
                    .containsExactly(
                            "RETURNED RETURNED feedback/荷塘镇/报表_退回_第2次.xlsx",
                            "试1-1 第2次 ACCEPTED ACCEPTED []",
                            "试2-1 第1次 DUPLICATE RETURNED [MISSING-VALUE 巡查（改）!D8]");
            assertThat(second.exit()).isEqualTo(1);
            try (InputStream in =
                            Files.newInputStream(answer("half", second.files().get(0)));
                    XSSFWorkbook workbook = new XSSFWorkbook(in)) {
                assertThat(workbook.getSheet("审核结果").getRow(6).getCell(1).getStringCellValue())
                        .startsWith("［强制性］");
                assertThat(workbook.getSheet("审核结果").getRow(2).getCell(0).getStringCellValue())
                        .startsWith("必须改正 1 处。");
                assertThat(workbook.getSheet("巡查（改）").getCellComments().keySet().toString())
                        .isEqualTo("[D8]");
                assertThat(workbook.getSheet("巡查（改）")
                                .getRow(7)
                                .getCell(3)
                                .getCellComment()
                                .getString()
                                .getString())
                        .contains("工作表“巡查（改）”D8");
                assertThat(workbook.getSheet("山塘").getCellComments()).isEmpty();
            }

            // the same again: nothing is new, and the same answer holds
            RunAnswer third = office.entry(MainJob.class).run(CLERK.order(half));
            assertThat(told(third.files().get(0)).get(0)).isEqualTo("DUPLICATE RETURNED feedback/荷塘镇/报表_退回_第2次.xlsx");
            assertThat(third.exit()).isEqualTo(1);

            Path whole = changed(
                    half,
                    "whole/荷塘镇/报表.xlsx",
                    workbook ->
                            workbook.getSheet("巡查（改）").getRow(7).createCell(3).setCellValue(9));
            FileAnswer last =
                    office.entry(MainJob.class).run(CLERK.order(whole)).files().get(0);
            assertThat(told(last))
                    .containsExactly(
                            "ACCEPTED ACCEPTED null",
                            "试1-1 第2次 DUPLICATE ACCEPTED []",
                            "试2-1 第2次 ACCEPTED ACCEPTED []");
        }
    }

    @Test
    void answersWhatRepeatsRoundsOfSeveralFilesAsTheyStandTogether() throws IOException {
        Path both = twoFaults("sent/荷塘镇/报表.xlsx");
        Path mended = ToyCounty.workbook(folder.resolve("one/荷塘镇/山塘.xlsx"), "荷塘镇", "2026年三季度", "50", "40", "88.5");
        try (Office office = open("several")) {
            office.entry(MainJob.class).run(CLERK.order(both));
            assertThat(told(office.entry(MainJob.class)
                                    .run(CLERK.order(mended))
                                    .files()
                                    .get(0))
                            .get(0))
                    .isEqualTo("ACCEPTED ACCEPTED null");
            // the answer to the first file speaks of a fault that is mended, there is none to the second
            Path again = changed(
                    both,
                    "two/荷塘镇/合并.xlsx",
                    workbook -> workbook.getSheet("山塘").getRow(6).getCell(3).setCellValue(40));
            RunAnswer answer = office.entry(MainJob.class).run(CLERK.order(again));
            assertThat(told(answer.files().get(0)))
                    .containsExactly(
                            "DUPLICATE RETURNED feedback/荷塘镇/合并_退回_第1次.xlsx",
                            "试1-1 第2次 DUPLICATE ACCEPTED []",
                            "试2-1 第1次 DUPLICATE RETURNED [MISSING-VALUE 巡查!D6]");
            assertThat(answer.exit()).isEqualTo(1);
            assertThat(told(office.entry(MainJob.class)
                                    .run(CLERK.order(again))
                                    .files()
                                    .get(0))
                            .get(0))
                    .isEqualTo("DUPLICATE RETURNED feedback/荷塘镇/合并_退回_第1次.xlsx");
        }
    }

    private static List<String> states(Office office) {
        return office.entry(Inquiries.class).status(PERIOD).stream()
                .map(one ->
                        one.unitName() + " " + one.form() + " " + one.period() + " " + one.state() + " " + one.round())
                .toList();
    }

    private static List<String> keys(RunAnswer answer) {
        return answer.files().stream()
                .flatMap(file -> file.submissions().stream()
                        .map(form -> file.file() + ": " + form.unitName() + " " + form.period() + " 第" + form.round()
                                + "次 " + form.outcome() + " "
                                + form.findings().stream()
                                        .map(one -> one.finding().code())
                                        .toList()))
                .toList();
    }

    @Test
    void returnsADamagedHeadingForTheUnitAndPeriodThatAllElseSpeaksFor() throws IOException {
        // last quarter's heading in a file of this quarter
        ToyCounty.workbook(folder.resolve("sent/荷塘镇/2026年三季度.xlsx"), "荷塘镇", "2026年二季度", "100", "60", "88.5");
        // another unit's name, in a folder that says whose it is; it must not stand against that other unit
        ToyCounty.workbook(folder.resolve("sent/莲湖乡/山塘.xlsx"), "荷塘镇", "2026年三季度", "50", "40", "88.5");
        // no period anywhere: what is being reported on the day
        ToyCounty.workbook(folder.resolve("sent/藕池街道/山塘.xlsx"), "藕池街道", "", "30", "20", "88.5");
        try (Office office = open("damaged")) {
            RunAnswer first = office.entry(MainJob.class).run(CLERK.order(folder.resolve("sent")));
            assertThat(keys(first))
                    .containsExactly(
                            "荷塘镇/2026年三季度.xlsx: 荷塘镇 2026-Q3 第1次 RETURNED [PERIOD-CONFLICT]",
                            "莲湖乡/山塘.xlsx: 莲湖乡 2026-Q3 第1次 RETURNED [UNIT-CONFLICT]",
                            "藕池街道/山塘.xlsx: 藕池街道 2026-Q3 第1次 RETURNED [PERIOD-MISSING]");
            assertThat(states(office))
                    .containsExactly("荷塘镇 试1-1 2026-Q3 退回 1", "莲湖乡 试1-1 2026-Q3 退回 1", "藕池街道 试1-1 2026-Q3 退回 1");
            assertThat(first.mainRun().orElseThrow().coverage())
                    .containsExactly(new CoverageAnswer(new FormCode("试1-1"), PERIOD, 3, 3, 0, 0, 0, 3, 0, List.of()));
            assertThat(office.entry(Inquiries.class)
                            .figures(PERIOD, Optional.of(new FormCode("试1-1")), Optional.empty()))
                    .extracting(FigureAnswer::status)
                    .containsOnly("RETURNED");
            assertThat(office.entry(Inquiries.class).status(PERIOD.previous()))
                    .extracting(UnitStatus::state)
                    .containsOnly("未报");
            assertThat(outcomes(office.entry(MainJob.class).run(CLERK.order(folder.resolve("sent"))))
                            .values())
                    .containsOnly(Outcome.DUPLICATE);

            // the right one replaces it, and stands beside it where both come together
            Path right = ToyCounty.workbook(
                    folder.resolve("right/荷塘镇/2026年三季度.xlsx"), "荷塘镇", "2026年三季度", "100", "60", "88.5");
            ToyCounty.workbook(folder.resolve("right/荷塘镇/2026年三季度（旧）.xlsx"), "荷塘镇", "2026年二季度", "7", "6", "5");
            assertThat(keys(office.entry(MainJob.class)
                            .run(CLERK.order(right.resolveSibling("..").normalize()))))
                    .containsExactly(
                            "荷塘镇/2026年三季度.xlsx: 荷塘镇 2026-Q3 第2次 ACCEPTED []",
                            "荷塘镇/2026年三季度（旧）.xlsx: 荷塘镇 2026-Q3 第0次 RETURNED [PERIOD-CONFLICT]");
            assertThat(states(office).get(0)).isEqualTo("荷塘镇 试1-1 2026-Q3 通过 2");

            // what comes later with a damaged heading is returned, and the good round goes on counting
            ToyCounty.workbook(folder.resolve("later/荷塘镇/2026年三季度.xlsx"), "荷塘镇", "2026年二季度", "8", "7", "6");
            RunAnswer later = office.entry(MainJob.class).run(CLERK.order(folder.resolve("later")));
            assertThat(states(office).get(0)).isEqualTo("荷塘镇 试1-1 2026-Q3 退回 3");
            assertThat(figures(office)).containsEntry("01.1", "100");
            assertThat(later.mainRun().orElseThrow().coverage())
                    .containsExactly(new CoverageAnswer(new FormCode("试1-1"), PERIOD, 3, 3, 1, 0, 0, 2, 0, List.of()));
        }
    }

    @Test
    void tellsWhoseAFormIsByTheOtherSheetsOfItsWorkbook() throws IOException {
        ToyCounty.describeMonthly(folder.resolve("config"));
        Path file = ToyCounty.workbook(folder.resolve("sent/报表.xlsx"), "荷塘镇", "2026年三季度", "50", "40", "88.5");
        ToyCounty.append(file, "", "", "3", "4");
        try (Office office = open("others")) {
            assertThat(keys(office.entry(MainJob.class).run(CLERK.order(file))))
                    .containsExactly(
                            "报表.xlsx: 荷塘镇 2026-Q3 第1次 ACCEPTED []",
                            "报表.xlsx: 荷塘镇 2026-09 第1次 RETURNED [PERIOD-MISSING, UNKNOWN-UNIT]");
            assertThat(states(office)).contains("荷塘镇 试2-1 2026-09 退回 1");
        }
    }

    private Map<String, byte[]> reports(String workspace) throws IOException {
        Map<String, byte[]> found = new TreeMap<>();
        Path reports = folder.resolve(workspace).resolve("reports");
        try (Stream<Path> walk = Files.walk(reports)) {
            for (Path file : walk.filter(Files::isRegularFile).toList()) {
                found.put(Workspace.relative(reports, file), Files.readAllBytes(file));
            }
        }
        return found;
    }
}

package xiangbao.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DataValidation;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFColor;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import xiangbao.readers.config.DefinitionsReader;
import xiangbao.readers.forms.WorkbookReader;
import xiangbao.reports.blank.BlankForm;
import xiangbao.reports.blank.BlankForms;
import xiangbao.reports.blank.BlankWorkbook;
import xiangbao.reports.blank.PastRound;
import xiangbao.reports.returns.Feedback;
import xiangbao.reports.returns.ReturnLetter;
import xiangbao.statistics.definitions.Definitions;
import xiangbao.statistics.findings.Finding;
import xiangbao.statistics.findings.Outcome;
import xiangbao.statistics.forms.Column;
import xiangbao.statistics.forms.ColumnKind;
import xiangbao.statistics.forms.Form;
import xiangbao.statistics.forms.FormCode;
import xiangbao.statistics.forms.Layout;
import xiangbao.statistics.periods.Frequency;
import xiangbao.statistics.periods.ReferencePeriod;
import xiangbao.statistics.relations.FormRules;
import xiangbao.statistics.submissions.Filing;
import xiangbao.statistics.submissions.Observation;
import xiangbao.statistics.tuning.Screen;
import xiangbao.statistics.units.ReportingUnit;
import xiangbao.statistics.workbooks.ReadSubmission;
import xiangbao.statistics.workbooks.ReadWorkbook;

/** Every shipped form goes out blank, is filled as a clerk would, and comes back: our own reader and a foreign one see what was filled, and nothing else. */
@NullUnmarked // what is not there is part of the cases
class BlankFormsTests {
    private static final Path HOME = Path.of("..");
    private static final Definitions DEFINITIONS = definitions();
    private static final WorkbookReader READER = new WorkbookReader(DEFINITIONS);
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2027-01-20T01:00:00Z"), ZoneId.of("Asia/Shanghai"));
    private static final LocalDate DUE = LocalDate.of(2026, 10, 10);

    private final BlankForms blanks = new BlankForms(HOME.resolve("templates"));

    @TempDir
    Path folder;

    /** A form in a period as a unit sees it. */
    record Case(Form form, ReferencePeriod period, ReportingUnit unit) {
        @Override
        public String toString() {
            return form.code() + " " + period + " " + unit.name();
        }

        BlankForm blank(PastRound previous, PastRound yearEarlier) {
            FormRules rules = DEFINITIONS.form(form.code()).orElseThrow();
            return new BlankForm(
                    form, period, DEFINITIONS.dueDay(rules, period), 1, rules.linesOf(unit), previous, yearEarlier);
        }
    }

    private static Definitions definitions() {
        Definitions read = DefinitionsReader.read(HOME.resolve("config")).definitions();
        if (read == null) {
            throw new IllegalStateException("the shipped configuration has mistakes");
        }
        return read;
    }

    /** Every shipped form, once for each set of rows that a unit may owe in a period. */
    static Stream<Case> everyForm() {
        Map<String, Case> cases = new LinkedHashMap<>();
        for (FormRules rules : DEFINITIONS.enabledForms()) {
            Form form = rules.form();
            for (int ordinal = form.frequency().perYear(); ordinal >= 1; ordinal--) {
                ReferencePeriod period = new ReferencePeriod(2026, form.frequency(), ordinal);
                for (ReportingUnit unit : DEFINITIONS.units().select(form.owedBy(), period)) {
                    Case one = new Case(form, period, unit);
                    List<String> rows = one.blank(null, null).rowsOwedBy(unit).stream()
                            .map(row -> row.code() + row.due().isForecast(period, "3"))
                            .toList();
                    if (form.layout() == Layout.LEDGER || !rows.isEmpty()) {
                        cases.putIfAbsent(form.code() + " " + rows, one);
                    }
                }
            }
        }
        return cases.values().stream();
    }

    private static Case oneOf(String form, String period, String unit) {
        FormRules rules = DEFINITIONS.form(new FormCode(form)).orElseThrow();
        return new Case(rules.form(), ReferencePeriod.of(period), unit(unit));
    }

    private static ReportingUnit unit(String name) {
        return DEFINITIONS.units().all().stream()
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void noShippedFormIsForgotten() {
        assertThat(everyForm().map(one -> one.form().code()).distinct())
                .hasSameSizeAs(DEFINITIONS.enabledForms())
                .hasSizeGreaterThanOrEqualTo(32);
    }

    private Path write(Case one, PastRound previous, PastRound yearEarlier) throws IOException {
        String name = one.unit().name() + "_" + one.period().title() + "报表";
        return blanks.write(
                new BlankWorkbook(name, one.unit(), DEFINITIONS.units(), List.of(one.blank(previous, yearEarlier))),
                folder.resolve(one.unit().name()));
    }

    private static ReadSubmission read(Case one, Path file) {
        ReadWorkbook read = READER.read(file, one.unit().name() + "/" + file.getFileName());
        assertThat(read.findings()).isEmpty();
        assertThat(read.submissions()).hasSize(1);
        ReadSubmission submission = read.submissions().get(0);
        assertThat(submission.form()).isEqualTo(one.form().code());
        assertThat(submission.unit()).isEqualTo(one.unit().code());
        assertThat(submission.period()).isEqualTo(one.period());
        assertThat(submission.printedRound()).isEqualTo(1);
        return submission;
    }

    /** The last period and the last year as filled blanks, so that the sheet has all that it can show beside the cells to fill. */
    private Map<ReferencePeriod, PastRound> past(Case one) throws IOException {
        Map<ReferencePeriod, PastRound> past = new LinkedHashMap<>();
        for (ReferencePeriod period :
                new TreeSet<>(List.of(one.period().previous(), one.period().yearEarlier()))) {
            Case then = new Case(one.form(), period, one.unit());
            Path file = write(then, null, null);
            fill(then, file, 500);
            past.put(period, new PastRound(period, read(then, file).observations()));
        }
        return past;
    }

    @Test
    void aFormOwedForTwoMonthsHasASheetForEach() throws IOException {
        Form form = DEFINITIONS.enabledForms().stream()
                .map(FormRules::form)
                .filter(one -> one.frequency() == Frequency.MONTH)
                .findFirst()
                .orElseThrow();
        ReportingUnit unit = DEFINITIONS
                .units()
                .select(form.owedBy(), ReferencePeriod.of("2026-08"))
                .get(0);
        List<BlankForm> both = Stream.of("2026-08", "2026-09")
                .map(period -> new Case(form, ReferencePeriod.of(period), unit).blank(null, null))
                .toList();

        Path file = blanks.write(new BlankWorkbook("待报报表", unit, DEFINITIONS.units(), both), folder);

        try (XSSFWorkbook workbook = open(file)) {
            assertThat(workbook.getSheet(form.code() + " 2026年8月")).isNotNull();
            assertThat(workbook.getSheet(form.code() + " 2026年9月")).isNotNull();
            assertThat(workbook.getSheet("填表说明").getHyperlinkList())
                    .extracting(link -> link.getLocation())
                    .contains("'" + form.code() + " 2026年8月'!A1", "'" + form.code() + " 2026年9月'!A1");
        }
        assertThat(READER.read(file, "待报报表.xlsx").submissions())
                .extracting(ReadSubmission::period)
                .containsExactly(ReferencePeriod.of("2026-08"), ReferencePeriod.of("2026-09"));
    }

    private static boolean isOpen(Cell cell) {
        return !cell.getCellStyle().getLocked();
    }

    /** Fills every open cell of the table; answers what was put where. */
    private static Map<String, String> fill(Case one, Path file, int start) throws IOException {
        Map<String, String> filled = new TreeMap<>();
        try (XSSFWorkbook workbook = open(file)) {
            XSSFSheet sheet = workbook.getSheet(one.form().code().text());
            int head = numberRow(sheet);
            int next = start;
            int lines = 0;
            for (Row row : sheet) {
                boolean foot = row.getCell(0) != null && text(row.getCell(0)).startsWith("单位负责人");
                if (foot) {
                    break;
                }
                if (row.getRowNum() <= head || one.form().layout() == Layout.LEDGER && !isLine(one, row, lines)) {
                    continue;
                }
                lines++;
                for (Cell cell : row) {
                    if (!isOpen(cell)) {
                        continue;
                    }
                    if (one.form().layout() == Layout.LEDGER) {
                        Column column = one.form().columns().get(cell.getColumnIndex());
                        fill(cell, column, lines, next);
                    } else {
                        cell.setCellValue(next);
                    }
                    next++;
                    filled.put(cell.getAddress().formatAsString(), plain(cell));
                }
            }
            try (OutputStream out = Files.newOutputStream(file)) {
                workbook.write(out);
            }
        }
        return filled;
    }

    /** The first lines of a ledger, or all where every one is named beforehand. */
    private static boolean isLine(Case one, Row row, int lines) {
        boolean units = one.form()
                .lineKey()
                .filter(column -> column.kind() == ColumnKind.UNIT)
                .isPresent();
        return lines < 2 || units && !text(row.getCell(0)).isEmpty();
    }

    private static void fill(Cell cell, Column column, int line, int number) {
        switch (column.kind()) {
            case NUMBER -> cell.setCellValue(number);
            case DAY -> cell.setCellValue(LocalDate.of(2026, 3, line));
            case CHOICE -> cell.setCellValue(column.choices().get(0));
            case KEY -> cell.setCellValue("XM-" + line);
            case TEXT -> cell.setCellValue("甲" + number);
            case UNIT -> {} // printed beforehand
        }
    }

    private static String plain(Cell cell) {
        return cell.getCellType() == CellType.NUMERIC
                ? BigDecimal.valueOf(cell.getNumericCellValue())
                        .stripTrailingZeros()
                        .toPlainString()
                : cell.getStringCellValue();
    }

    private static String text(Cell cell) {
        return cell == null || cell.getCellType() != CellType.STRING ? "" : cell.getStringCellValue();
    }

    private static int numberRow(XSSFSheet sheet) {
        for (Row row : sheet) {
            String first = text(row.getCell(0));
            if (first.equals("甲") || first.equals("01") || first.equals("1")) {
                return row.getRowNum();
            }
        }
        throw new AssertionError("no row of numbers");
    }

    private static XSSFWorkbook open(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return new XSSFWorkbook(in);
        }
    }

    @ParameterizedTest
    @MethodSource("everyForm")
    void whatWasFilledIsReadWithoutAFinding(Case one) throws IOException {
        Map<ReferencePeriod, PastRound> past = past(one);
        Path file = write(
                one, past.get(one.period().previous()), past.get(one.period().yearEarlier()));
        Map<String, String> filled = fill(one, file, 1000);

        ReadSubmission submission = read(one, file);

        assertThat(submission.findings()).isEmpty();
        Map<String, String> read = new TreeMap<>();
        for (Observation observation : submission.observations()) {
            if (observation.cell() != null && observation.status().hasValue()) {
                read.put(observation.cell().address(), raw(observation));
            }
        }
        assertThat(read).isEqualTo(filled);
        Set<String> owed = one.form().layout() == Layout.LEDGER
                ? Set.of()
                : one.blank(null, null).rowsOwedBy(one.unit()).stream()
                        .map(row -> row.code())
                        .collect(Collectors.toCollection(TreeSet::new));
        assertThat(submission.observations())
                .filteredOn(observation -> observation.status().hasValue())
                .extracting(observation -> observation.indicator().row())
                .allSatisfy(row -> assertThat(owed.isEmpty() ? row : "").isEmpty())
                .hasSize(filled.size());
        relationsAloneSpeak(one, file);
        aForeignReaderSeesTheSame(one, file, filled);
    }

    private static String raw(Observation observation) {
        BigDecimal number = observation.number();
        // days are stored as numbers by some and as numbers with a point by others
        return number == null
                ? observation.raw().replaceFirst("\\.0$", "")
                : number.stripTrailingZeros().toPlainString();
    }

    private static void relationsAloneSpeak(Case one, Path file) {
        FormRules rules = DEFINITIONS.form(one.form().code()).orElseThrow();
        Set<String> ours = new TreeSet<>();
        rules.relations().forEach(relation -> ours.add(relation.code()));
        rules.suspicions().forEach(suspicion -> ours.add(suspicion.code()));
        ours.add("UNIT-SUSPECTED");
        for (Screen screen : Screen.values()) {
            ours.add(screen.code());
        }
        new SelfCheck(DEFINITIONS, CLOCK)
                .check(List.of(file)).get(0).submissions().get(0).findings().stream()
                        .map(answer -> answer.finding().code())
                        .forEach(code -> assertThat(ours).contains(code));
    }

    private static void aForeignReaderSeesTheSame(Case one, Path file, Map<String, String> filled) throws IOException {
        try (InputStream in = Files.newInputStream(file);
                ReadableWorkbook workbook = new ReadableWorkbook(in)) {
            Map<String, String> seen = new TreeMap<>();
            var sheet = workbook.findSheet(one.form().code().text()).orElseThrow();
            for (org.dhatim.fastexcel.reader.Row row : sheet.read()) {
                for (var cell : row) {
                    String address = cell == null ? "" : cell.getAddress().toString();
                    if (cell != null && filled.containsKey(address)) {
                        seen.put(
                                address,
                                cell.getType() == org.dhatim.fastexcel.reader.CellType.NUMBER
                                        ? cell.asNumber().stripTrailingZeros().toPlainString()
                                        : cell.asString());
                    }
                }
            }
            assertThat(seen).isEqualTo(filled);
        }
    }

    @ParameterizedTest
    @MethodSource("everyForm")
    void sentBackUnfilledItIsReturnedAndNothingBecomesZero(Case one) throws IOException {
        Map<ReferencePeriod, PastRound> past = past(one);
        for (PastRound previous : new PastRound[] {null, past.get(one.period().previous())}) {
            Path file = write(
                    one,
                    previous,
                    previous == null ? null : past.get(one.period().yearEarlier()));

            ReadSubmission submission = read(one, file);

            assertThat(submission.observations())
                    .allSatisfy(observation -> assertThat(observation.number()).isNull());
            assertThat(submission.findings()).extracting(Finding::code).containsExactly("FORM-BLANK");
            assertThat(new SelfCheck(DEFINITIONS, CLOCK)
                            .check(List.of(file))
                            .get(0)
                            .outcome())
                    .isEqualTo(Outcome.RETURNED);
        }
    }

    @ParameterizedTest
    @MethodSource("everyForm")
    void onlyCellsToFillAreOpenAndTheyLookIt(Case one) throws IOException {
        Path file = write(one, null, null);
        try (XSSFWorkbook workbook = open(file)) {
            XSSFSheet sheet = workbook.getSheet(one.form().code().text());
            assertThat(sheet.getProtect()).isTrue();
            assertThat(sheet.getCTWorksheet().getSheetProtection().isSetPassword())
                    .isFalse();
            assertThat(sheet.getCTWorksheet().getSheetProtection().isSetHashValue())
                    .isFalse();
            int head = numberRow(sheet);
            for (Row row : sheet) {
                for (Cell cell : row) {
                    if (!isOpen(cell)) {
                        continue;
                    }
                    if (row.getRowNum() > head && !text(row.getCell(0)).startsWith("单位负责人")) {
                        assertThat(cell.getCellStyle().getFillPattern()).isEqualTo(FillPatternType.SOLID_FOREGROUND);
                        assertThat(((XSSFColor) cell.getCellStyle().getFillForegroundColorColor()).getARGBHex())
                                .isIn("FFFFFFFF", "FFDDEBF7");
                    } else {
                        assertThat(text(row.getCell(0))).containsAnyOf("报送次数", "填报情况", "单位负责人");
                    }
                }
            }
            assertThat(workbook.getPrintArea(workbook.getSheetIndex(sheet))).isNotEmpty();
            assertThat(sheet.getDataValidations()).isNotEmpty();
            assertThat(sheet.getPaneInformation().getHorizontalSplitPosition()).isEqualTo((short) (head + 1));
        }
    }

    @Test
    void comparisonColumnsShowLastYearAndTheRestStandsApart() throws IOException {
        Case grain = oneOf("平11-1", "2026-Q3", "安定镇");
        Map<ReferencePeriod, PastRound> past = past(grain);
        Path file = write(
                grain,
                past.get(grain.period().previous()),
                past.get(grain.period().yearEarlier()));
        try (XSSFWorkbook workbook = open(file)) {
            XSSFSheet sheet = workbook.getSheet("平11-1");
            Row head = sheet.getRow(7);
            assertThat(text(head.getCell(5))).isEqualTo("上年同期面积\n（亩）");
            assertThat(text(head.getCell(8))).isEqualTo("上季播种面积（参考）");
            Row total = sheet.getRow(9);
            assertThat(text(total.getCell(0))).isEqualTo("全年粮食作物合计");
            // the first figures of last year's third quarter were 500 and 501; 单产 of a total is not filled
            assertThat(total.getCell(5).getNumericCellValue()).isEqualTo(500);
            assertThat(total.getCell(6).getNumericCellValue()).isEqualTo(501);
            assertThat(text(total.getCell(3))).isEqualTo("×");
            assertThat(total.getCell(2).getCellType()).isEqualTo(CellType.BLANK);
            assertThat(isOpen(total.getCell(5))).isFalse();
            // nobody owed the total in the second quarter
            assertThat(text(total.getCell(8))).isEqualTo("—");
            assertThat(sheet.getRow(10).getCell(8).getNumericCellValue()).isEqualTo(500);
            assertThat(isOpen(sheet.getRow(10).getCell(8))).isFalse();
            assertThat(workbook.getPrintArea(workbook.getSheetIndex(sheet))).startsWith("'平11-1'!$A$1:$G$");
        }
    }

    @Test
    void aLedgerBringsItsLinesAlongByNameOnly() throws IOException {
        Case roads = oneOf("平22-1", "2026-09", "安定镇");
        Path file = write(roads, past(roads).get(roads.period().previous()), null);
        try (XSSFWorkbook workbook = open(file)) {
            XSSFSheet sheet = workbook.getSheet("平22-1");
            Row first = sheet.getRow(numberRow(sheet) + 1);
            assertThat(text(first.getCell(0))).isEqualTo("XM-1");
            assertThat(text(first.getCell(1))).isEqualTo("甲501");
            for (int column : new int[] {2, 5, 6, 7, 8, 9, 10, 11, 12, 13}) {
                assertThat(first.getCell(column).getCellType()).isEqualTo(CellType.BLANK);
            }
            assertThat(text(first.getCell(15))).isEqualTo("新改建");
            assertThat(text(sheet.getRow(7).getCell(15))).isEqualTo("上月类别（参考）");
            List<String> lists = new ArrayList<>();
            for (DataValidation validation : sheet.getDataValidations()) {
                String[] values = validation.getValidationConstraint().getExplicitListValues();
                if (values != null) {
                    lists.add(String.join("、", values));
                }
            }
            assertThat(lists)
                    .containsExactlyInAnyOrder("填报情况：有数、填报情况：零报告、填报情况：不适用", "新改建、提质改造、资源产业旅游路、安防、危桥改造、窄路加宽", "公里、座");
        }
    }

    /** Chosen at the head of any form; a ledger takes 无 in its first line too. */
    @ParameterizedTest
    @CsvSource({"平22-1, 2026-09, true", "平22-1, 2026-09, false", "平32-1, 2026-09, true"})
    void aZeroReportIsOneWord(String form, String period, boolean atHead) throws IOException {
        Case one = oneOf(form, period, "安定镇");
        Path file = write(one, null, null);
        try (XSSFWorkbook workbook = open(file)) {
            XSSFSheet sheet = workbook.getSheet(form);
            Cell filing = sheet.getRow(3).getCell(0);
            assertThat(text(filing)).isEqualTo("填报情况：");
            assertThat(isOpen(filing)).isTrue();
            if (atHead) {
                filing.setCellValue("填报情况：零报告");
            } else {
                Cell first = sheet.getRow(numberRow(sheet) + 1).getCell(0);
                assertThat(text(first)).isEmpty();
                first.setCellValue("无");
            }
            try (OutputStream out = Files.newOutputStream(file)) {
                workbook.write(out);
            }
        }
        ReadSubmission submission = read(one, file);
        assertThat(submission.findings()).isEmpty();
        assertThat(submission.filing()).isEqualTo(Filing.ZERO);
        assertThat(submission.observations())
                .allSatisfy(observation -> assertThat(observation.number()).isEqualByComparingTo("0"));
    }

    /** 南江镇 has 42 villages by the register. */
    @Test
    void theLedgerOfVillagesHasALineForEachAndAClearedOneIsNone() throws IOException {
        Case villages = oneOf("平61-1", "2026-Q3", "南江镇");
        Path file = write(villages, past(villages).get(villages.period().previous()), null);
        try (XSSFWorkbook workbook = open(file)) {
            XSSFSheet sheet = workbook.getSheet("平61-1");
            int first = numberRow(sheet) + 1;
            int lines = 0;
            while (isOpen(sheet.getRow(first + lines).getCell(0))) {
                lines++;
            }
            assertThat(lines).isEqualTo(42);
            Row carried = sheet.getRow(first);
            assertThat(text(carried.getCell(0))).isEqualTo("XM-1");
            for (int column = 0; column < villages.form().columns().size(); column++) {
                assertThat(isOpen(carried.getCell(column))).isTrue();
                carried.getCell(column).setBlank();
            }
            Row filled = sheet.getRow(first + 1);
            filled.getCell(0).setCellValue("XM-2");
            filled.getCell(1).setCellValue("某村");
            filled.getCell(2).setCellValue("是");
            filled.getCell(3).setCellValue("否");
            filled.getCell(5).setCellValue("光缆未到");
            try (OutputStream out = Files.newOutputStream(file)) {
                workbook.write(out);
            }
        }
        ReadSubmission submission = read(villages, file);
        assertThat(submission.observations().stream().map(Observation::line))
                .contains("XM-2")
                .doesNotContain("XM-1");
        assertThat(submission.findings().stream()
                        .map(finding -> finding.place().cells())
                        .flatMap(List::stream))
                .noneMatch(cell -> cell.row() == 9);
    }

    private BlankWorkbook everythingOf(String unit, String period) {
        ReferencePeriod asked = ReferencePeriod.of(period);
        ReportingUnit owner = unit(unit);
        List<BlankForm> forms = DEFINITIONS.enabledForms().stream()
                .map(FormRules::form)
                .filter(form ->
                        form.frequency() == asked.frequency() && form.owedBy().selects(owner))
                .map(form -> new BlankForm(form, asked, DUE, 1, null, null))
                .toList();
        return new BlankWorkbook(unit + "_" + asked.title() + "报表", owner, DEFINITIONS.units(), forms);
    }

    @Test
    void aDepartmentGetsItsOwnRowsOnly() throws IOException {
        BlankWorkbook wanted = everythingOf("县民政局", "2026-Q3");
        Path file = blanks.write(wanted, folder);

        try (XSSFWorkbook workbook = open(file)) {
            List<String> titles = new ArrayList<>();
            XSSFSheet sheet = workbook.getSheet("平71-1");
            for (int row = 9; !text(sheet.getRow(row).getCell(2)).isEmpty(); row++) {
                titles.add(text(sheet.getRow(row).getCell(2)) + " "
                        + text(sheet.getRow(row).getCell(0)));
            }
            assertThat(titles).containsExactly("21 养老服务床位", "22 　护理型养老床位");
        }
    }

    @Test
    void aWorkbookHoldsAGuideAndASheetForEachForm() throws IOException {
        BlankWorkbook wanted = everythingOf("伍市镇", "2026-Q3");
        Path file = blanks.write(wanted, folder);

        assertThat(file.getFileName()).hasToString("伍市镇_2026年三季度报表.xlsx");
        assertThat(blanks.write(wanted, folder.resolve("again"))).hasSameBinaryContentAs(file);
        try (XSSFWorkbook workbook = open(file)) {
            List<String> names = new ArrayList<>();
            workbook.forEach(sheet -> names.add(sheet.getSheetName()));
            assertThat(names)
                    .containsExactly(
                            "填表说明", "平11-1", "平13-1", "平13-2", "平13-3", "平31-1", "平32-2", "平42-1", "平43-2", "平51-1",
                            "平51-2", "平51-4", "平61-1", "平62-2", "平62-3");
            XSSFSheet guide = workbook.getSheet("填表说明");
            assertThat(text(guide.getRow(7).getCell(1))).isEqualTo("平31-1 农村卫生厕所情况");
            assertThat(text(guide.getRow(7).getCell(3))).isEqualTo("2026年10月10日");
            assertThat(guide.getRow(7).getCell(1).getHyperlink().getAddress()).isEqualTo("'平31-1'!A1");
            assertThat(workbook.getAllNames())
                    .noneMatch(name -> name.getNameName().startsWith("rpt."));
            for (int index = 1; index < workbook.getNumberOfSheets(); index++) {
                XSSFSheet sheet = workbook.getSheetAt(index);
                CellRangeAddress heads = sheet.getRepeatingRows();
                assertThat(heads.getFirstRow()).isEqualTo(7);
            }
        }
        ReadWorkbook read = READER.read(file, "伍市镇/" + file.getFileName());
        assertThat(read.findings()).isEmpty();
        assertThat(read.submissions())
                .extracting(ReadSubmission::form)
                .containsExactly(
                        new FormCode("平11-1"),
                        new FormCode("平13-1"),
                        new FormCode("平13-2"),
                        new FormCode("平13-3"),
                        new FormCode("平31-1"),
                        new FormCode("平32-2"),
                        new FormCode("平42-1"),
                        new FormCode("平43-2"),
                        new FormCode("平51-1"),
                        new FormCode("平51-2"),
                        new FormCode("平51-4"),
                        new FormCode("平61-1"),
                        new FormCode("平62-2"),
                        new FormCode("平62-3"));
    }

    @Test
    void whatSomebodyHasBegunToFillIsNeverOverwritten() throws IOException {
        BlankWorkbook wanted = everythingOf("伍市镇", "2026-09");
        Path file = blanks.write(wanted, folder);
        assertThat(blanks.write(wanted, folder)).isEqualTo(file);
        try (XSSFWorkbook workbook = open(file)) {
            workbook.getSheet("平32-1").getRow(9).getCell(3).setCellValue(33);
            try (OutputStream out = Files.newOutputStream(file)) {
                workbook.write(out);
            }
        }
        byte[] begun = Files.readAllBytes(file);

        Path second = blanks.write(wanted, folder);

        assertThat(second.getFileName()).hasToString("伍市镇_2026年9月报表（2）.xlsx");
        assertThat(file).hasBinaryContent(begun);
    }

    @Test
    void aReturnOfItIsMarkedAndReadAgainAsItWas() throws IOException {
        Case toilets = oneOf("平31-1", "2026-Q3", "安定镇");
        Path file = write(toilets, null, null);
        ReadSubmission before = read(toilets, file);
        ReturnLetter letter = new ReturnLetter(
                "安定镇",
                String.valueOf(file.getFileName()),
                Outcome.RETURNED,
                1,
                "2026年10月9日 16:20",
                DUE,
                List.of(),
                List.of(new ReturnLetter.ReturnedForm(
                        "平31-1 农村卫生厕所情况", toilets.period(), 1, Outcome.RETURNED, before.findings())));
        Path returned = new Feedback(HOME.resolve("templates"))
                .write(letter, file, folder.resolve("安定镇"), "安定镇_2026年三季度报表_退回_第1次")
                .get(0);

        try (XSSFWorkbook workbook = open(returned)) {
            assertThat(workbook.getSheetName(0)).isEqualTo("审核结果");
            Cell marked = workbook.getSheet("平31-1").getRow(3).getCell(0);
            assertThat(text(marked)).isEqualTo("填报情况：");
            assertThat(marked.getCellComment()).isNotNull();
            assertThat(isOpen(marked)).isTrue();
        }
        assertThat(read(toilets, returned).findings()).isEqualTo(before.findings());
        Map<String, String> filled = fill(toilets, returned, 100);
        assertThat(filled).hasSize(22);
        assertThat(read(toilets, returned).findings()).isEmpty();
    }
}

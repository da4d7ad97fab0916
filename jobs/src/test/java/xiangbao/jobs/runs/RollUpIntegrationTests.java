package xiangbao.jobs.runs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import xiangbao.jobs.Clerk;
import xiangbao.jobs.CountyScenario;
import xiangbao.jobs.Office;
import xiangbao.jobs.ToyCounty;
import xiangbao.jobs.doubts.DecisionOrder;
import xiangbao.jobs.doubts.DoubtDecisions;
import xiangbao.jobs.inquiries.Inquiries;
import xiangbao.jobs.operations.Cause;
import xiangbao.jobs.outcomes.FileAnswer;
import xiangbao.jobs.pipeline.MainJob;
import xiangbao.jobs.pipeline.RunOrder;
import xiangbao.jobs.worker.RunListener;
import xiangbao.statistics.findings.Outcome;
import xiangbao.statistics.forms.FormCode;
import xiangbao.statistics.periods.ReferencePeriod;

/** What a county's total is made of, from the workbook to the figure, in a county of its own. */
class RollUpIntegrationTests extends CountyScenario {
    private static final ReferencePeriod PERIOD = ReferencePeriod.of("2025");
    private static final Clerk CLERK = new Clerk("clerk@test", PERIOD);
    private static final FormCode CANALS = new FormCode("渠1");

    @BeforeEach
    void describeCanals() throws IOException {
        Path config = folder.resolve("config");
        day.moveTo(LocalDateTime.parse("2026-02-09T16:20"));
        Files.writeString(config.resolve("forms").resolve("渠1.yaml"), """
                form: 渠1
                title: 分乡镇渠道
                frequency: 年报
                layout: 台账
                owed-by: 县水利局
                due-days: 60
                columns:
                  01: { title: 乡镇, kind: 单位 }
                  02: { title: 长度, unit: 公里, decimals: 1 }
                """);
    }

    private Path canals(String name, String period, String... lines) throws IOException {
        List<String> rows = new ArrayList<>(List.of("分乡镇渠道", "表号：渠1", "填报单位：县水利局|" + period, "乡镇|长度（公里）"));
        rows.addAll(List.of(lines));
        return workbook(folder.resolve("sent").resolve(name), rows);
    }

    /** A sheet of cells divided by strokes; what can be a number is one. */
    private static Path workbook(Path file, List<String> rows) throws IOException {
        Files.createDirectories(file.resolveSibling("."));
        try (Workbook workbook = new XSSFWorkbook();
                OutputStream out = Files.newOutputStream(file)) {
            Sheet sheet = workbook.createSheet("表");
            for (int index = 0; index < rows.size(); index++) {
                Row row = sheet.createRow(index);
                String[] cells = rows.get(index).split("\\|");
                for (int column = 0; column < cells.length; column++) {
                    if (cells[column].matches("[0-9]{2,}\\.?[0-9]*")) {
                        row.createCell(column).setCellValue(Double.parseDouble(cells[column]));
                    } else if (!cells[column].isEmpty()) {
                        row.createCell(column).setCellValue(cells[column]);
                    }
                }
            }
            workbook.write(out);
        }
        return file;
    }

    private static FileAnswer submit(Office office, Path file) {
        return CLERK.submits(office, file).files().get(0);
    }

    private static List<String> figures(Office office, FormCode form) {
        return office.entry(Inquiries.class).figures(PERIOD, Optional.of(form), Optional.empty()).stream()
                .map(figure -> figure.indicator().item() + " " + figure.unitName() + " " + figure.value() + " "
                        + figure.reported() + "/" + figure.expected())
                .toList();
    }

    @Test
    void aLineAboutTheCountyIsSentBackAndInNoFigure() throws IOException {
        try (Office office = open()) {
            FileAnswer typed =
                    submit(office, canals("本年.xlsx", "2025年", "荷塘镇|98.8", "莲湖乡|64.6", "藕池街道|97.4", "试验县|9999"));

            assertThat(typed.outcome()).isEqualTo(Outcome.RETURNED);
            assertThat(typed.submissions().get(0).findings())
                    .extracting(one -> one.finding().code() + " " + one.cell())
                    .containsExactly("LINE-UNIT A8");
            assertThat(figures(office, CANALS)).containsExactly("02 试验县 null 0/1");

            FileAnswer total =
                    submit(office, canals("本年.xlsx", "2025年", "荷塘镇|98.8", "莲湖乡|64.6", "藕池街道|97.4", "试验县总计|260.8"));
            assertThat(total.outcome()).isEqualTo(Outcome.RETURNED);

            FileAnswer right = submit(office, canals("本年.xlsx", "2025年", "荷塘镇|98.8", "莲湖乡|64.6", "藕池街道|97.4"));
            assertThat(right.outcome()).isEqualTo(Outcome.ACCEPTED);
            assertThat(figures(office, CANALS)).containsExactly("02 试验县 260.8 1/1");
        }
    }

    /** 260.8 were added up of three figures; a document says 260.7, another 270. */
    @Test
    void anOfficialFigureIsHeldAgainstTheSum() throws IOException {
        Path official = folder.resolve("config/official.csv");
        for (String stated : List.of("260.7", "270")) {
            Files.writeString(
                    official,
                    "indicator,period,value,unit,document,date\n渠1:02,2025," + stated + ",公里,样水〔2026〕1号,2026-02-01\n");
            try (Office office = open()) {
                List<String> gaps = office
                        .entry(MainJob.class)
                        .run(new RunOrder(
                                List.of(canals("本年.xlsx", "2025年", "荷塘镇|98.8", "莲湖乡|64.6", "藕池街道|97.4")),
                                Optional.of(PERIOD),
                                Cause.command("clerk@test"),
                                RunListener.SILENT))
                        .runs()
                        .get(0)
                        .gaps()
                        .stream()
                        .map(gap -> gap.code() + " " + gap.difference())
                        .toList();
                assertThat(gaps).isEqualTo(stated.equals("270") ? List.of("渠1:02 -9.2") : List.of());
                assertThat(office.entry(Inquiries.class).figures(PERIOD, Optional.of(CANALS), Optional.empty()))
                        .allSatisfy(figure -> assertThat(figure.gap()).isNotNull());
            }
        }
    }

    private static final FormCode PONDS = new FormCode("试3-1");

    private Path invested(String unit, String filing, String figure) throws IOException {
        return workbook(
                folder.resolve("sent/" + unit + ".xlsx"),
                List.of(
                        "山塘投入情况",
                        filing + "|||表号：试3-1",
                        "填报单位：" + unit + "|||2025年",
                        "指标名称|计量单位|代码|本年数",
                        "甲|乙|丙|1",
                        "整治投入|万元|01|" + figure));
    }

    private static String codes(FileAnswer answer) {
        return answer.outcome() + " "
                + answer.submissions().get(0).findings().stream()
                        .map(one -> one.finding().code())
                        .toList();
    }

    /** 25 is all that was invested; 莲湖乡 declares that it had nothing, 藕池街道 that the form is none of its business. */
    @Test
    void nothingIsReportedOnlyByDeclaringIt() throws IOException {
        ToyCounty.describeYearly(folder.resolve("config"));
        try (Office office = open()) {
            assertThat(codes(submit(office, canals("空.xlsx", "2025年")))).isEqualTo("RETURNED [FORM-BLANK]");
            assertThat(codes(submit(office, canals("空.xlsx", "2025年", "无")))).isEqualTo("ACCEPTED []");
            assertThat(figures(office, CANALS)).containsExactly("02 试验县 0 1/1");

            assertThat(codes(submit(office, invested("荷塘镇", "", "25")))).isEqualTo("ACCEPTED []");
            assertThat(codes(submit(office, invested("莲湖乡", "填报情况：", "")))).isEqualTo("RETURNED [FORM-BLANK]");
            assertThat(codes(submit(office, invested("莲湖乡", "填报情况：零报告", "")))).isEqualTo("ACCEPTED []");
            assertThat(figures(office, PONDS)).containsExactly("01.1 试验县 25 2/3");

            assertThat(codes(submit(office, invested("藕池街道", "填报情况：不适用", ""))))
                    .isEqualTo("PENDING_EXPLANATION [FILING-NOT-APPLICABLE]");
            assertThat(figures(office, PONDS)).containsExactly("01.1 试验县 25 2/3");
            office.entry(DoubtDecisions.class)
                    .decide(DecisionOrder.accept(
                            PERIOD,
                            Optional.of(PONDS),
                            Optional.empty(),
                            List.of(),
                            true,
                            false,
                            new Cause(Cause.Kind.ACCEPTANCE, "statistician@test", "该街道没有山塘")));
            submit(office, invested("荷塘镇", "", "26"));
            assertThat(figures(office, PONDS)).containsExactly("01.1 试验县 26 2/2");
        }
    }
}

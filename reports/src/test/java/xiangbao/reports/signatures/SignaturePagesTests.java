package xiangbao.reports.signatures;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.junit.jupiter.api.Test;
import xiangbao.reports.county.CountyResult;
import xiangbao.reports.county.SampleCounty;
import xiangbao.reports.template.Template;
import xiangbao.statistics.aggregate.Counted;
import xiangbao.statistics.forms.Form;
import xiangbao.statistics.forms.FormCode;
import xiangbao.statistics.forms.IndicatorCode;
import xiangbao.statistics.submissions.CellReference;
import xiangbao.statistics.submissions.Observation;
import xiangbao.statistics.submissions.ObservationStatus;
import xiangbao.statistics.submissions.Submission;
import xiangbao.statistics.submissions.SubmissionKey;
import xiangbao.statistics.units.ReportingUnit;
import xiangbao.statistics.units.UnitCode;

/** 签字盖章页 of the sample county's ledger, with more and with fewer projects. */
class SignaturePagesTests {
    private static final FormCode FORM = new FormCode("样22-1");
    private static final UnitCode UNIT = new UnitCode("990000-NY");

    private final CountyResult result = SampleCounty.result();

    @Test
    void whatIsTooLongGoesOnWithHeadingDigestAndSignatures() throws IOException {
        List<String> texts = printed(60);
        long pages = count(texts, "县农业农村局农村公路项目进度");
        assertThat(pages).isEqualTo(7);
        assertThat(texts).filteredOn(text -> text.startsWith("数据摘要（SHA-256）：")).hasSize(7);
        assertThat(texts.stream().filter(text -> text.startsWith("数据摘要")).distinct())
                .hasSize(1);
        assertThat(texts).filteredOn(text -> text.contains("（单位盖章处）")).hasSize(7);
        assertThat(texts).anyMatch(text -> text.endsWith("第7页，共7页"));
        assertThat(count(texts, "项目编号")).isGreaterThanOrEqualTo(7);
        assertThat(count(texts, "X060")).isEqualTo(2);
    }

    @Test
    void aLedgerWithoutLinesIsSignedToo() throws IOException {
        List<String> texts = printed(0);
        assertThat(count(texts, "本期没有（零报告）")).isEqualTo(1);
        assertThat(texts).anyMatch(text -> text.endsWith("第1页，共1页"));
    }

    private List<String> printed(int lines) throws IOException {
        ReportingUnit unit = result.definitions().units().get(UNIT);
        Form form = result.definitions().form(FORM).orElseThrow().form();
        List<Observation> observations = new ArrayList<>();
        for (int line = 1; line <= lines; line++) {
            String key = String.format("X%03d", line);
            observations.add(observation("01", key, key, null, line));
            observations.add(observation("02", key, "第" + line + "标段道路提质改造与安全防护工程（含桥梁一座）", null, line));
            observations.add(observation("04", key, null, new BigDecimal("12.5"), line));
        }
        try (Template template = Template.open(Path.of("..", "templates", "责任单位.xlsx"))) {
            new SignaturePages(template.sheet(SignaturePages.SHEET))
                    .fill(
                            result,
                            unit,
                            List.of(Counted.accepted(new Submission(
                                    new SubmissionKey(form.code(), UNIT, SampleCounty.PERIOD),
                                    1,
                                    "交通.xlsx",
                                    "00",
                                    "台账",
                                    observations))));
            XSSFSheet sheet = template.workbook().getSheet(SignaturePages.SHEET);
            List<String> texts = new ArrayList<>();
            for (Row row : sheet) {
                row.forEach(cell -> {
                    if (cell.getCellType() == org.apache.poi.ss.usermodel.CellType.STRING) {
                        texts.add(cell.getStringCellValue());
                    }
                });
            }
            assertThat(sheet.getRowBreaks().length + 1L).isEqualTo(count(texts, "县农业农村局农村公路项目进度"));
            return texts;
        }
    }

    private static long count(List<String> texts, String text) {
        return texts.stream().filter(text::equals).count();
    }

    private static Observation observation(
            String column,
            String line,
            @org.jspecify.annotations.Nullable String text,
            @org.jspecify.annotations.Nullable BigDecimal number,
            int row) {
        return new Observation(
                new IndicatorCode(FORM, column),
                line,
                UNIT,
                ObservationStatus.REPORTED,
                number,
                text,
                "",
                new CellReference("台账", row, 1));
    }
}

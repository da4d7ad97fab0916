package xiangbao.reports.letter;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import xiangbao.reports.county.SampleOffice;
import xiangbao.statistics.aggregate.FormSummary;

class YearOnYearTests {
    private static FormSummary.Entry entry(String now, String before) {
        return SampleOffice.summaries(
                        now.isEmpty() ? null : new BigDecimal(now), before.isEmpty() ? null : new BigDecimal(before))
                .get(0)
                .lines()
                .get(0)
                .entries()
                .get(0);
    }

    @ParameterizedTest(name = "{0} after {1} is {2}")
    @CsvSource({
        "150000, 148500, 同比增长1.0%",
        "148500, 150000, 同比下降1.0%",
        "150000, 150000, 同比持平",
        "150001, 150000, 同比基本持平",
        "149999, 150000, 同比基本持平",
        "150075, 150000, 同比增长0.1%",
        "150000, '', 与上年同期不可比",
        "150000, 0, 上年同期为0",
        "0, 0, 与上年同期持平",
        "0, 150000, 同比下降100.0%",
        "'', 150000, ''"
    })
    void tellsAmounts(String now, String before, String told) {
        assertThat(YearOnYear.told(entry(now, before))).isEqualTo(told);
    }

    @ParameterizedTest(name = "{0} points are {1}")
    @CsvSource({"0.52, 同比提高0.52个百分点", "-1.2, 同比下降1.20个百分点", "0, 同比持平", "0.004, 同比基本持平", "0.005, 同比提高0.01个百分点"})
    void tellsRatesInPoints(String change, String told) {
        FormSummary.Entry rate = SampleOffice.summaries(BigDecimal.ONE, BigDecimal.ONE)
                .get(0)
                .lines()
                .get(0)
                .entries()
                .get(1);
        assertThat(YearOnYear.told(
                        new FormSummary.Entry(rate.figure(), rate.lastYear(), new BigDecimal(change), "百分点")))
                .isEqualTo(told);
    }

    @Test
    void roundsAsTheSummaryDoes() {
        assertThat(YearOnYear.told(entry("100250", "100000"))).isEqualTo("同比增长0.3%");
    }
}

package xiangbao.statistics.figures;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FigureTextTests {
    @ParameterizedTest
    @CsvSource({
        "1234567.5, '1,234,567.5'",
        "-1234, '−1,234'",
        "999, 999",
        "0, 0",
        "100.00, 100.00",
        "-0.05, −0.05",
        "1E+3, '1,000'"
    })
    void peopleReadThousandsSetApartAndATrueMinus(BigDecimal figure, String written) {
        assertThat(FigureText.grouped(figure)).isEqualTo(written);
    }

    @ParameterizedTest
    @CsvSource({
        "-12958, '−12,958'",
        "−12958.20, '−12,958.20'",
        // what is no number, or what was typed in some way of its own, stays as it is
        "0021, 0021",
        "≤13138, ≤13138",
        "未报, 未报",
        "22/25, 22/25",
        "2026-09, 2026-09"
    })
    void aDecimalStringReadsLikeAFigure(String text, String written) {
        assertThat(FigureText.grouped(text)).isEqualTo(written);
    }

    @ParameterizedTest
    @CsvSource({"0, '#,##0;\"−\"#,##0'", "2, '#,##0.00;\"−\"#,##0.00'"})
    void aCellOfAWorkbookReadsLikeAFigure(int decimals, String format) {
        assertThat(FigureText.format(decimals)).isEqualTo(format);
    }
}

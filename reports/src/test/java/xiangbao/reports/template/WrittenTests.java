package xiangbao.reports.template;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WrittenTests {
    @ParameterizedTest
    @CsvSource({
        "33.3, 33.3",
        "33, 33.0",
        "33.333333333, 33.3",
        // more than ten points behind, which one decimal would hide
        "-10.04, −10.04",
        "99.96, 99.96",
        "100, 100.0"
    })
    void aShareHasTheDecimalsThatItCarriesOrNeeds(BigDecimal share, String written) {
        assertThat(Written.share(share)).isEqualTo(written);
    }
}

package xiangbao.statistics.aggregate;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import xiangbao.statistics.periods.ReferencePeriod;
import xiangbao.statistics.publication.OfficialFigure;

class OfficialGapTests {
    private static Optional<OfficialGap> gap(
            String value, String unit, int decimals, int parts, String stated, String statedUnit) {
        ReferencePeriod year = ReferencePeriod.of("2026");
        return OfficialGap.of(
                "平11-1:01.1",
                "播种面积",
                year,
                new BigDecimal(value),
                unit,
                decimals,
                parts,
                new OfficialFigure(
                        "平11-1:01.1",
                        year,
                        new BigDecimal(stated),
                        statedUnit,
                        "平统〔2027〕3号",
                        LocalDate.of(2027, 1, 20)));
    }

    /** Ten figures of one decimal may be half a unit off each; a document that says 102.3 万亩 leaves 500 亩 open to either side. */
    @ParameterizedTest
    @CsvSource({
        "4791.4, 千公顷, 1, 10, 4791.3, 千公顷, 0.1, 0.0021, false",
        "4792.0, 千公顷, 1, 10, 4791.3, 千公顷, 0.7, 0.0146, true",
        "1023400, 亩, 0, 25, 102.3, 万亩, 400, 0.0391, false",
        "1024000, 亩, 0, 25, 102.3, 万亩, 1000, 0.0978, true",
        "1022400, 亩, 0, 25, 102.3, 万亩, -600, -0.0587, true",
        "101, 户, 0, 25, 100, 户, 1, 1.0000, true",
        "100, 户, 0, 25, 100, 户, 0, 0.0000, false"
    })
    void listsWhatRoundingDoesNotExplain(
            String value,
            String unit,
            int decimals,
            int parts,
            String stated,
            String statedUnit,
            String difference,
            String percent,
            boolean beyond) {
        OfficialGap gap = gap(value, unit, decimals, parts, stated, statedUnit).orElseThrow();

        assertThat(gap.difference()).isEqualByComparingTo(difference);
        assertThat(Optional.ofNullable(gap.percent()).orElseThrow().setScale(4, RoundingMode.HALF_UP))
                .isEqualTo(percent);
        assertThat(gap.beyondRounding()).isEqualTo(beyond);
    }

    @Test
    void sharesDifferByPointsAndOtherUnitsNotAtAll() {
        OfficialGap share = gap("98.2", "%", 2, 1, "99.0", "%").orElseThrow();
        assertThat(share.difference()).isEqualByComparingTo("-0.8");
        assertThat(share.percent()).isNull();
        assertThat(share.beyondRounding()).isTrue();

        assertThat(gap("5", "亩", 0, 1, "5", "吨")).isEmpty();
    }
}

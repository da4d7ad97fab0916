package xiangbao.statistics.definitions;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import xiangbao.statistics.findings.Finding;
import xiangbao.statistics.findings.Severity;
import xiangbao.statistics.periods.ReferencePeriod;

/** How far and how long an accepted explanation holds. */
class PrecedentTests {
    private static final ExplanationMemory YEAR = ExplanationMemory.USUAL;
    private static final Precedent WATER = new Precedent(
            ReferencePeriod.of("2026-Q3"), AcceptedBand.around("600", 20).orElseThrow(), "新修水库蓄水");

    private static Finding doubt(String actual) {
        return Finding.of("R1", Severity.QUERY, "").reported(actual).saying("水面过大", "请核对");
    }

    @ParameterizedTest
    @CsvSource({
        "480,true",
        "720.0,true",
        "600,true",
        "479.9,false",
        "720.1,false",
        "-600,false",
        "600%,false",
        "多,false"
    })
    void holdsFromEndToEnd(String actual, boolean holds) {
        assertThat(AcceptedBand.around("600", 20).orElseThrow().holds(actual)).isEqualTo(holds);
    }

    @ParameterizedTest
    @CsvSource({
        "600, 480–720",
        "13268, '10,614.4–15,921.6'",
        "'13,268', '10,614.4–15,921.6'",
        "21.4%, 17.12–25.68%",
        "−50, −60–−40",
        "1234567.89, '987,655–1,481,480'",
        "0, 0–0"
    })
    void saysItsEndsRoundedInwards(String actual, String shown) {
        assertThat(AcceptedBand.around(actual, 20)).hasToString("Optional[" + shown + "]");
    }

    @Test
    void isAboutNumbersAlone() {
        assertThat(AcceptedBand.around("严重", 20)).isEmpty();
        assertThat(AcceptedBand.around("", 20)).isEmpty();
    }

    @Test
    void carriesOnWithinItsBandForFourQuarters() {
        for (String later : List.of("2026-Q4", "2027-Q1", "2027-Q3")) {
            Finding carried = WATER.applied(doubt("650"), ReferencePeriod.of(later), YEAR);
            assertThat(carried.isOpen()).isFalse();
            assertThat(carried.remedy()).isEqualTo("已说明（沿用2026年三季度说明）：“新修水库蓄水”；认可的范围是 480–720，不用再写。");
            assertThat(carried.standing()).isEqualTo("核实性（沿用以前的说明）");
        }
        assertThat(WATER.applied(doubt("650").asWithholding(), ReferencePeriod.of("2026-Q4"), YEAR)
                        .withholds())
                .isFalse();
    }

    @Test
    void asksAgainBeyondItsBandAndSaysSo() {
        Finding asks = WATER.applied(doubt("1750").asWithholding(), ReferencePeriod.of("2026-Q4"), YEAR);
        assertThat(asks.isOpen()).isTrue();
        assertThat(asks.withholds()).isTrue();
        assertThat(asks.remedy()).isEqualTo("请核对\n上次（2026年三季度）说明的范围是 480–720，本期是 1,750，不能沿用。上次的说明是：“新修水库蓄水”。请重新说明。");
    }

    @Test
    void asksAgainAfterItsTimeAndSaysSo() {
        Finding asks = WATER.applied(doubt("600"), ReferencePeriod.of("2027-Q4"), YEAR);
        assertThat(asks.isOpen()).isTrue();
        assertThat(asks.remedy()).isEqualTo("请核对\n2026年三季度的说明是：“新修水库蓄水”。已超过 12 个月，不再沿用，请重新说明。");
        ReferencePeriod accepted = ReferencePeriod.of("2026-Q3");
        assertThat(YEAR.isTold(accepted, ReferencePeriod.of("2028-Q3"))).isTrue();
        assertThat(YEAR.isTold(accepted, ReferencePeriod.of("2028-Q4"))).isFalse();
        assertThat(new ExplanationMemory(20, 0).reaches(accepted, ReferencePeriod.of("2026-Q4")))
                .isFalse();
    }
}

package xiangbao.console;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PeriodSpellingTests {
    @ParameterizedTest
    @CsvSource({
        "2026Q3, 2026-Q3",
        "2026-q3, 2026-Q3",
        "2026年三季度, 2026-Q3",
        "2026年第3季度, 2026-Q3",
        "２０２６Ｑ３, 2026-Q3",
        "2026年9月, 2026-09",
        "2026-9, 2026-09",
        "202609, 2026-09",
        "2026S1, 2026-S1",
        "2026年上半年, 2026-S1",
        "2026年, 2026",
    })
    void knowsWhatWasMeant(String written, String meant) {
        assertThat(PeriodSpelling.suggestion(written)).isEqualTo("您是不是想写 " + meant + "？");
    }

    @ParameterizedTest
    @CsvSource({"2026Q5", "2026-13", "三季度", "26Q3", "''"})
    void guessesNothing(String written) {
        assertThat(PeriodSpelling.suggestion(written)).isEmpty();
    }
}

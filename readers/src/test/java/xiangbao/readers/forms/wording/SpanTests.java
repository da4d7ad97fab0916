package xiangbao.readers.forms.wording;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import xiangbao.statistics.periods.Frequency;
import xiangbao.statistics.periods.ReferencePeriod;

class SpanTests {
    /** A small number with the format of a date shows a day of 1900. */
    @Test
    void isNoPeriodInAYearWithoutStatistics() {
        Span shown = new Span(1900, 1, 1, "1900-01-05");
        assertThat(shown.as(Frequency.MONTH)).isEmpty();
        assertThat(shown.as(Frequency.YEAR)).isEmpty();
        assertThat(shown.admits(new ReferencePeriod(2026, Frequency.MONTH, 1))).isFalse();
    }

    @Test
    void isThePeriodOfItsLastMonth() {
        Span span = new Span(2026, 9, 9, "2026年9月");
        assertThat(span.as(Frequency.QUARTER)).contains(new ReferencePeriod(2026, Frequency.QUARTER, 3));
        assertThat(span.admits(new ReferencePeriod(2026, Frequency.QUARTER, 3))).isTrue();
    }
}

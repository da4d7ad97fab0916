package xiangbao.statistics.copies;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import xiangbao.statistics.forms.FormCode;
import xiangbao.statistics.forms.IndicatorCode;
import xiangbao.statistics.submissions.Observation;
import xiangbao.statistics.submissions.ObservationStatus;
import xiangbao.statistics.units.UnitCode;

/** Whether a form has the figures of another unit's, and how such forms are found. */
class CopiedUnitsTests {
    private static final FormCode CODE = new FormCode("平51-1");

    private static List<Observation> form(String... figures) {
        List<Observation> observations = new ArrayList<>();
        for (int row = 0; row < figures.length; row++) {
            observations.add(new Observation(
                    IndicatorCode.ofCell(CODE, String.format("%02d", row + 1), "1"),
                    "",
                    new UnitCode("430626210"),
                    figures[row].isEmpty() ? ObservationStatus.MISSING : ObservationStatus.REPORTED,
                    figures[row].isEmpty() ? null : new BigDecimal(figures[row]),
                    null,
                    figures[row],
                    null));
        }
        return observations;
    }

    @Test
    void aFormWithAllFiguresOfAnotherIsACopy() {
        assertThat(CopiedUnits.equal(
                        form("744", "677", "461", "1274", "891", "0", "3"),
                        form("744.0", "677", "461", "1274", "891", "0", "3")))
                .containsExactly("01.1", "02.1", "03.1", "04.1", "05.1");
    }

    @Test
    void aCopyWithOneFigureMendedIsACopy() {
        assertThat(CopiedUnits.equal(
                        form("744", "677", "461", "1274", "891", "58"), form("744", "677", "461", "1274", "891", "57")))
                .hasSize(5);
    }

    /** Parts follow from their total, so that one coincidence makes several. */
    @Test
    void aFormOfWhichOnlyAPartIsTheSameIsNone() {
        assertThat(CopiedUnits.equal(
                        form("744", "677", "461", "1274", "891", "0", "0", "5", "32", "2"),
                        form("744", "677", "461", "1274", "891", "1", "9", "14", "60", "5")))
                .isEmpty();
    }

    @Test
    void smallAndRoundNumbersAreTheSameByChance() {
        assertThat(CopiedUnits.equal(
                        form("3", "10", "0", "500", "7", "2000"), form("3", "10", "0", "500", "7", "2000")))
                .isEmpty();
    }

    @Test
    void whatIsNotThereIsNotTheSame() {
        assertThat(CopiedUnits.equal(form("", "", "", "", "", ""), form("", "", "", "", "", "")))
                .isEmpty();
        assertThat(FigurePrints.of(form("", "", "", "", ""))).isEmpty();
    }

    @Test
    void formsWithAStretchInCommonHavePrintsInCommon() {
        List<Observation> one = form("744", "677", "461", "1274", "891", "58");
        List<Observation> mended = form("744", "677", "461", "1274", "891", "57");
        List<Observation> other = form("745", "677", "462", "1274", "892", "58");

        assertThat(FigurePrints.of(one)).hasSize(3);
        assertThat(Collections.disjoint(FigurePrints.of(one), FigurePrints.of(mended)))
                .isFalse();
        assertThat(Collections.disjoint(FigurePrints.of(one), FigurePrints.of(other)))
                .isTrue();
        assertThat(FigurePrints.of(form("744", "677", "461"))).isEmpty();
    }

    @Test
    void aLongFormKeepsAFewPrints() {
        String[] figures = new String[200];
        for (int row = 0; row < figures.length; row++) {
            figures[row] = Integer.toString(1013 + 17 * row);
        }

        assertThat(FigurePrints.of(form(figures))).hasSize(8);
    }
}

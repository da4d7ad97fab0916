package xiangbao.reports.signatures;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import xiangbao.statistics.forms.FormCode;
import xiangbao.statistics.forms.IndicatorCode;
import xiangbao.statistics.periods.ReferencePeriod;
import xiangbao.statistics.submissions.Observation;
import xiangbao.statistics.submissions.ObservationStatus;
import xiangbao.statistics.submissions.Submission;
import xiangbao.statistics.submissions.SubmissionKey;
import xiangbao.statistics.units.UnitCode;

class SubmissionDigestTests {
    private static final FormCode FORM = new FormCode("样22-1");
    private static final UnitCode UNIT = new UnitCode("990000001");

    private final List<Observation> observations = new ArrayList<>(List.of(
            figure("X1", "04", "1234.500", ObservationStatus.REPORTED),
            figure("X1", "05", "0.00", ObservationStatus.REPORTED),
            figure("X1", "06", "12", ObservationStatus.FORECAST),
            figure("X1", "07", null, ObservationStatus.MISSING),
            figure("X1", "08", null, ObservationStatus.NOT_APPLICABLE),
            text("X1", "02", " 道路\n提质　改造 ")));

    @Test
    void theTextSaysEveryFigureInOneWay() {
        assertThat(SubmissionDigest.text(submission("甲/一.xlsx", 2)))
                .isEqualTo("表号=样22-1\n单位=990000001\n报告期=2026-Q3\n次数=2\n"
                        + "X1|02=道路 提质　改造\nX1|04=1234.5\nX1|05=0\nX1|06=预计 12\nX1|07=\nX1|08=—\n");
    }

    @Test
    void theDigestIsTheSha256OfTheText() {
        assertThat(SubmissionDigest.of(submission("甲/一.xlsx", 2)))
                .isEqualTo("c5c213985fe8dfc2aba5447aeccccd6f910820b5d9d2949dbd5cb8272495c486");
    }

    @Test
    void neitherOrderNorFileChangesIt() {
        String before = SubmissionDigest.of(submission("甲/一.xlsx", 2));
        Collections.reverse(observations);
        assertThat(SubmissionDigest.of(submission("乙/二.et", 2))).isEqualTo(before);
    }

    @Test
    void everyFigureAndTheRoundChangeIt() {
        String before = SubmissionDigest.of(submission("甲/一.xlsx", 2));
        assertThat(SubmissionDigest.of(submission("甲/一.xlsx", 3))).isNotEqualTo(before);
        observations.set(0, figure("X1", "04", "1234.501", ObservationStatus.REPORTED));
        assertThat(SubmissionDigest.of(submission("甲/一.xlsx", 2))).isNotEqualTo(before);
    }

    private Submission submission(String file, int round) {
        return new Submission(
                new SubmissionKey(FORM, UNIT, ReferencePeriod.of("2026-Q3")), round, file, "00", "表", observations);
    }

    private static Observation figure(String line, String column, @Nullable String number, ObservationStatus status) {
        return new Observation(
                new IndicatorCode(FORM, column),
                line,
                UNIT,
                status,
                number == null ? null : new BigDecimal(number),
                null,
                "",
                null);
    }

    private static Observation text(String line, String column, String text) {
        return new Observation(
                new IndicatorCode(FORM, column), line, UNIT, ObservationStatus.REPORTED, null, text, text, null);
    }
}

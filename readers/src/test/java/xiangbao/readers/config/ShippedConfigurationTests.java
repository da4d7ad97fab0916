package xiangbao.readers.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import xiangbao.statistics.definitions.Definitions;
import xiangbao.statistics.model.FormCode;
import xiangbao.statistics.model.ReferencePeriod;

class ShippedConfigurationTests {
    /** Surefire says where the module lies; an editor runs the test from there. */
    static final Path CONFIG =
            Path.of(System.getProperty("basedir", "")).toAbsolutePath().resolveSibling("config");

    @Test
    void hasNoMistakes() {
        ReadDefinitions read = DefinitionsReader.read(CONFIG);

        assertThat(read.mistakes()).isEmpty();
        assertThat(read.definitions()).isNotNull();
    }

    @ParameterizedTest(name = "{0} about {1} is due on {2}")
    @CsvSource({
        // 国庆 until Wednesday, and a Saturday that is worked
        "平31-1, 2026-Q3, 2026-10-10",
        "平11-1, 2026-Q3, 2026-10-10",
        "平43-1, 2026-09, 2026-10-08",
        // 春夏收 on 20 June, which is 端午
        "平11-1, 2026-Q2, 2026-06-22",
        "平31-1, 2026-Q2, 2026-07-10",
        "平11-1, 2026-Q4, 2027-01-11",
        // 每月25日: 中秋 in September, 春节 in February, a Sunday in January
        "平22-1, 2026-09, 2026-09-28",
        "平22-1, 2026-02, 2026-02-25",
        "平22-1, 2026-01, 2026-01-26",
        "平12-1, 2026-S1, 2026-07-10",
        "平21-1, 2025, 2026-01-15",
        "平41-2, 2026-Q1, 2026-04-30"
    })
    void isDueOnDaysThatAreWorked(String form, String period, LocalDate due) {
        Definitions shipped =
                Objects.requireNonNull(DefinitionsReader.read(CONFIG).definitions());

        assertThat(shipped.dueDay(shipped.form(new FormCode(form)).orElseThrow(), ReferencePeriod.of(period)))
                .isEqualTo(due);
    }
}

package xiangbao.readers.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import xiangbao.statistics.definitions.Definitions;
import xiangbao.statistics.forms.FormCode;
import xiangbao.statistics.forms.Row;
import xiangbao.statistics.periods.ReferencePeriod;
import xiangbao.statistics.plan.Plan;
import xiangbao.statistics.plan.Target;
import xiangbao.statistics.units.ReportingUnit;
import xiangbao.statistics.units.UnitCode;
import xiangbao.statistics.units.Units;

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

    /** Codes with a letter behind the number are figures of the row that bears the number. */
    @Test
    void hasEveryRowOfThePlanAndItsFiguresRightBehindIt() {
        Plan plan = shipped().plan();
        Map<String, Long> rows = plan.targets().stream()
                .map(Target::code)
                .filter(code -> code.length() == 3)
                .collect(Collectors.groupingBy(code -> code.substring(0, 1), TreeMap::new, Collectors.counting()));
        assertThat(rows).isEqualTo(Map.of("G", 15L, "R", 5L, "S", 5L, "N", 7L, "O", 9L, "C", 26L, "D", 15L, "E", 11L));
        List<String> codes = plan.targets().stream().map(Target::code).toList();
        for (Target target : plan.targets()) {
            int place = codes.indexOf(target.code());
            assertThat(codes.subList(
                            place + 1, place + 1 + target.measure().parts().size()))
                    .isEqualTo(target.measure().parts());
        }
    }

    @Test
    void asksNoFormOfTownshipsForWhatThePlanAsksOfTownsAndTownshipsOnly() {
        Units units = shipped().units();
        ReportingUnit subdistrict = units.get(new UnitCode("430626001"));
        for (String form : List.of("平42-1", "平51-1", "平51-2", "平51-3", "平51-4")) {
            assertThat(shipped()
                            .form(new FormCode(form))
                            .orElseThrow()
                            .form()
                            .owedBy()
                            .selects(subdistrict))
                    .as(form)
                    .isFalse();
        }
    }

    /** Two reporters of one row would give two figures, or twice the figure. */
    @Test
    void givesEachRowOfTheDepartmentsToThoseWhoAddUp() {
        for (String form : List.of("平71-1", "平71-2")) {
            for (Row row :
                    shipped().form(new FormCode(form)).orElseThrow().form().rows()) {
                int reporters = shipped().units().all().stream()
                        .filter(unit ->
                                row.appliesTo() != null && row.appliesTo().selects(unit))
                        .toList()
                        .size();
                // projects in the pipeline are each department's own
                assertThat(reporters).as(row.title()).isEqualTo(row.title().startsWith("策划入库项目") ? 3 : 1);
            }
        }
    }

    private static Definitions shipped() {
        return Objects.requireNonNull(DefinitionsReader.read(CONFIG).definitions());
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
        "平41-2, 2026-Q1, 2026-04-30",
        "平01-1, 2025, 2026-01-15",
        "平71-1, 2026-Q3, 2026-10-10",
        "平71-2, 2026-09, 2026-10-08",
        "平91-1, 2026-09, 2026-10-08"
    })
    void isDueOnDaysThatAreWorked(String form, String period, LocalDate due) {
        Definitions shipped = shipped();

        assertThat(shipped.dueDay(shipped.form(new FormCode(form)).orElseThrow(), ReferencePeriod.of(period)))
                .isEqualTo(due);
    }
}

package xiangbao.console.samples;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import xiangbao.readers.config.DefinitionsReader;
import xiangbao.statistics.audit.AuditRelation;
import xiangbao.statistics.audit.Auditor;
import xiangbao.statistics.audit.FormRules;
import xiangbao.statistics.audit.RelationVerdict;
import xiangbao.statistics.audit.Surroundings;
import xiangbao.statistics.definitions.Definitions;
import xiangbao.statistics.model.Column;
import xiangbao.statistics.model.ColumnKind;
import xiangbao.statistics.model.Form;
import xiangbao.statistics.model.FormCode;
import xiangbao.statistics.model.IndicatorCode;
import xiangbao.statistics.model.Layout;
import xiangbao.statistics.model.Observation;
import xiangbao.statistics.model.ObservationStatus;
import xiangbao.statistics.model.ReferencePeriod;
import xiangbao.statistics.model.ReportingUnit;
import xiangbao.statistics.model.SubmissionKey;
import xiangbao.statistics.model.UnitCode;
import xiangbao.statistics.model.Verdict;

/**
 * The relations of the forms of the whole plan: the samples pass each of them, one wrong entry makes each fail, and each is undecided where nothing is
 * reported. A relation that nothing can break would look like an audit and be none.
 */
class PlanRelationsTests {
    private static final Path ROOT = Path.of("..");
    private static final Definitions DEFINITIONS = Objects.requireNonNull(
            DefinitionsReader.read(ROOT.resolve("config")).definitions());
    private static final Auditor AUDITOR = new Auditor(DEFINITIONS.forms(), DEFINITIONS.units());
    private static final List<String> TOWNS = List.of("长寿镇", "加义镇", "龙门镇", "伍市镇", "福寿山镇", "汉昌街道");
    private static final List<String> FORMS = List.of(
            "平01-1", "平13-3", "平43-2", "平51-1", "平51-2", "平51-3", "平51-4", "平61-1", "平62-1", "平62-2", "平62-3", "平71-1",
            "平71-2", "平71-3", "平71-4", "平71-5", "平71-6", "平91-1");

    /** A ledger's number that stands twice is told by the reader before any relation runs. */
    private static final String ONE_LINE_EACH = "count(lines) = distinct";

    /** What one unit says in one form: cells of a matrix by place, or lines by key. */
    private record Told(Form form, ReportingUnit unit, ReferencePeriod period, Map<String, Map<String, Object>> lines) {
        SubmissionKey key() {
            return new SubmissionKey(form.code(), unit.code(), period);
        }

        Told with(String line, String item, @Nullable Object value) {
            Map<String, Map<String, Object>> changed = new LinkedHashMap<>();
            lines.forEach((key, cells) -> changed.put(key, new LinkedHashMap<>(cells)));
            if (value == null) {
                Objects.requireNonNull(changed.get(line)).remove(item);
            } else {
                Objects.requireNonNull(changed.get(line)).put(item, value);
            }
            return new Told(form, unit, period, changed);
        }

        Told without(String line) {
            Map<String, Map<String, Object>> fewer = new LinkedHashMap<>(lines);
            fewer.remove(line);
            return new Told(form, unit, period, fewer);
        }

        List<Observation> observations() {
            List<Observation> observations = new ArrayList<>();
            lines.forEach((line, cells) -> {
                if (form.layout() == Layout.MATRIX) {
                    cells.forEach((place, value) -> observations.add(observation("", place, value)));
                } else {
                    for (Column column : form.columns()) {
                        Object value = cells.get(column.code());
                        observations.add(
                                value == null ? missing(line, column.code()) : observation(line, column.code(), value));
                    }
                }
            });
            return observations;
        }

        private Observation missing(String line, String item) {
            return new Observation(
                    new IndicatorCode(form.code(), item),
                    line,
                    unit.code(),
                    ObservationStatus.MISSING,
                    null,
                    null,
                    "",
                    null);
        }

        private Observation observation(String line, String item, Object value) {
            return new Observation(
                    new IndicatorCode(form.code(), item),
                    line,
                    unit.code(),
                    ObservationStatus.REPORTED,
                    value instanceof BigDecimal number ? number : null,
                    value instanceof BigDecimal ? null : value.toString(),
                    value.toString(),
                    null);
        }
    }

    private static Form form(String code) {
        return DEFINITIONS.form(new FormCode(code)).orElseThrow().form();
    }

    private static ReportingUnit unit(String name) {
        return DEFINITIONS.units().all().stream()
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    /** What the samples' makers say for a unit, whatever the period before it said. */
    private static Optional<Told> told(String code, ReportingUnit unit) {
        Form form = form(code);
        ReferencePeriod period = switch (form.frequency()) {
            case MONTH -> ReferencePeriod.of("2026-09");
            case QUARTER -> ReferencePeriod.of("2026-Q3");
            case HALF_YEAR -> ReferencePeriod.of("2026-S1");
            case YEAR -> ReferencePeriod.of("2025");
        };
        if (!form.owedBy().selects(unit)) {
            return Optional.empty();
        }
        Object figures = unit.kind().isTownshipLevel() ? town(code, unit, period) : office(code, unit.name(), period);
        Map<String, Map<String, Object>> lines = new LinkedHashMap<>();
        if (figures instanceof Map<?, ?> cells) {
            Map<String, Object> matrix = new LinkedHashMap<>();
            cells.forEach((place, value) -> matrix.put(String.valueOf(place), value));
            lines.put("", matrix);
        } else {
            String key = form.lineKey().map(Column::code).orElseThrow();
            for (Object line : (List<?>) figures) {
                Map<String, Object> cells = new LinkedHashMap<>();
                ((Map<?, ?>) line).forEach((column, value) -> cells.put(String.valueOf(column), value));
                lines.put(String.valueOf(cells.get(key)), cells);
            }
        }
        return Optional.of(new Told(form, unit, period, lines));
    }

    private static Object town(String code, ReportingUnit unit, ReferencePeriod period) {
        CountrysideFigures country = new CountrysideFigures(baseline(), unit);
        return switch (code) {
            case "平01-1" -> country.master();
            case "平13-3" -> country.quality();
            case "平43-2" -> country.payments();
            case "平51-1" -> country.industry(period);
            case "平51-2" -> country.bases();
            case "平51-3" -> country.tests(9);
            case "平51-4" -> country.titles();
            case "平61-1" -> country.villages();
            case "平62-1" -> country.governance(9);
            case "平62-2" -> country.services();
            case "平62-3" -> country.clusters();
            case "平91-1" -> country.steps(9);
            default -> Map.of();
        };
    }

    private static Object office(String code, String name, ReferencePeriod period) {
        return switch (code) {
            case "平71-1" -> DepartmentFigures.quarter(name, period);
            case "平71-2" -> DepartmentFigures.month(name, 9);
            case "平51-3" -> DepartmentFigures.tests(9);
            case "平71-3" -> DepartmentFigures.projects(name, 9);
            case "平71-4" -> DepartmentFigures.dikes(9);
            case "平71-5" -> DepartmentFigures.reservoirs();
            case "平71-6" -> DepartmentFigures.brands(name, period);
            case "平51-4" -> DepartmentFigures.titles();
            case "平91-1" -> DepartmentFigures.steps(name, 9);
            default -> Map.of();
        };
    }

    private static Baseline baseline() {
        try {
            return Baseline.read(Path.of("src/test/resources/baseline.csv"));
        } catch (java.io.IOException unreadable) {
            throw new java.io.UncheckedIOException(unreadable);
        }
    }

    private static List<Told> tellers(String code) {
        List<Told> tellers = new ArrayList<>();
        for (ReportingUnit unit : DEFINITIONS.units().all()) {
            boolean town = TOWNS.contains(unit.name())
                    && !(code.equals("平91-1") && !List.of("伍市镇", "加义镇").contains(unit.name()));
            if (town || !unit.kind().isTownshipLevel()) {
                told(code, unit).ifPresent(tellers::add);
            }
        }
        return tellers;
    }

    /** The same figures in every other period, and the masters of the year before. */
    private static Surroundings around(Told told) {
        return key -> {
            if (key.form().equals(told.form().code())) {
                return Optional.of(before(told).observations());
            }
            return key.form().text().equals("平01-1")
                    ? told(
                                    "平01-1",
                                    DEFINITIONS
                                            .units()
                                            .get(new UnitCode(key.unit().text())))
                            .map(Told::observations)
                    : Optional.empty();
        };
    }

    /** A stock ended where it now begins. */
    private static Told before(Told told) {
        Object begin = told.lines().getOrDefault("", Map.of()).get("31.1");
        return told.form().code().text().equals("平62-1") && begin != null ? told.with("", "34.1", begin) : told;
    }

    private static List<RelationVerdict> verdicts(Told told, Surroundings around) {
        return AUDITOR.review(told.key(), "表", told.observations(), List.of(), around)
                .verdicts();
    }

    private static TreeSet<String> failing(List<RelationVerdict> verdicts) {
        TreeSet<String> codes = new TreeSet<>();
        verdicts.stream()
                .filter(verdict -> verdict.verdict() == Verdict.FAILS)
                .forEach(verdict -> codes.add(verdict.relation()));
        return codes;
    }

    static Stream<String> forms() {
        return FORMS.stream();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("forms")
    void oneWrongEntryBreaksEachRelationThatTheSamplesPass(String code) {
        TreeSet<String> expected = new TreeSet<>();
        FormRules rules = DEFINITIONS.form(new FormCode(code)).orElseThrow();
        for (AuditRelation relation : rules.relations()) {
            if (!relation.formula().text().startsWith(ONE_LINE_EACH)) {
                expected.add(relation.code());
            }
        }
        TreeSet<String> broken = new TreeSet<>();
        for (Told told : tellers(code)) {
            Surroundings around = around(told);
            assertThat(failing(verdicts(told, around))).as(told.unit().name()).isEmpty();
            for (Told wrong : wrong(told)) {
                broken.addAll(failing(verdicts(wrong, around)));
            }
        }
        expected.removeAll(broken);
        assertThat(expected).isEmpty();
    }

    private static List<Told> wrong(Told told) {
        List<Told> wrong = new ArrayList<>();
        List<String> keys = new ArrayList<>(told.lines().keySet());
        // every line of a long ledger would break the same relations
        for (String line : keys.subList(0, Math.min(12, keys.size()))) {
            Map<String, Object> cells = Objects.requireNonNull(told.lines().get(line));
            if (told.form().layout() == Layout.MATRIX) {
                cells.forEach((place, value) ->
                        numbers((BigDecimal) value).forEach(number -> wrong.add(told.with(line, place, number))));
                continue;
            }
            wrong.add(told.without(line));
            for (Column column : told.form().columns()) {
                for (Object value : others(column, cells.get(column.code()), told)) {
                    wrong.add(told.with(line, column.code(), value));
                }
                if (cells.containsKey(column.code()) && column.kind() != ColumnKind.KEY) {
                    wrong.add(told.with(line, column.code(), null));
                }
            }
        }
        return wrong;
    }

    private static List<BigDecimal> numbers(BigDecimal value) {
        return List.of(
                BigDecimal.ZERO,
                value.add(BigDecimal.ONE),
                value.multiply(BigDecimal.valueOf(2)).add(BigDecimal.valueOf(40)),
                value.multiply(new BigDecimal("3000")).add(BigDecimal.valueOf(300_000)));
    }

    private static List<Object> others(Column column, @Nullable Object value, Told told) {
        return switch (column.kind()) {
            case NUMBER -> List.copyOf(numbers(value instanceof BigDecimal number ? number : BigDecimal.ZERO));
            case DAY -> List.of(LocalDate.of(2020, 1, 1), LocalDate.of(2026, 2, 2), LocalDate.of(2030, 1, 1));
            case CHOICE -> List.copyOf(column.choices());
            case TEXT -> {
                List<Object> texts = new ArrayList<>(List.of("乱写"));
                told.lines().values().stream()
                        .map(cells -> cells.get(column.code()))
                        .filter(Objects::nonNull)
                        .limit(2)
                        .forEach(texts::add);
                yield texts;
            }
            case KEY -> List.of("乱编");
            case UNIT -> List.of();
        };
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("forms")
    void whatIsNotReportedIsUndecidedAndNoFailure(String code) {
        Form form = form(code);
        for (Told told : tellers(code)) {
            Told nothing = new Told(form, told.unit(), told.period(), Map.of());
            List<RelationVerdict> verdicts = verdicts(nothing, key -> Optional.empty());
            if (form.layout() == Layout.MATRIX) {
                assertThat(verdicts)
                        .as(told.unit().name())
                        .allSatisfy(verdict -> assertThat(verdict.verdict()).isEqualTo(Verdict.UNDECIDED));
            }
        }
    }

    @Test
    void villagesHouseholdsAndPeopleAreHeldAgainstTheMastersOfTheYearBefore() {
        ReportingUnit town = unit("龙门镇");
        Map<String, BigDecimal> before = new LinkedHashMap<>(new CountrysideFigures(baseline(), town).master());
        before.put("01.1", BigDecimal.valueOf(17));
        before.put("06.1", BigDecimal.valueOf(7000));
        before.put("14.1", BigDecimal.valueOf(100));
        Told master =
                new Told(form("平01-1"), town, ReferencePeriod.of("2025"), Map.of("", new LinkedHashMap<>(before)));
        Figures figures = new Figures(baseline(), town);
        Map<String, Map<String, BigDecimal>> told = new LinkedHashMap<>();
        told.put("平31-1", figures.toilets(ReferencePeriod.of("2026-Q3")));
        told.put("平32-1", figures.waste(9));
        told.put("平32-2", figures.sewage(ReferencePeriod.of("2026-Q3")));
        told.put("平42-1", figures.collective(ReferencePeriod.of("2026-Q3")));
        told.put("平43-1", figures.relief(9));
        TreeSet<String> failing = new TreeSet<>();
        told.forEach((code, cells) -> {
            ReferencePeriod period = ReferencePeriod.of(form(code).frequency().perYear() == 12 ? "2026-09" : "2026-Q3");
            Told one = new Told(form(code), town, period, Map.of("", new LinkedHashMap<>(cells)));
            failing.addAll(failing(verdicts(
                    one, key -> key.equals(master.key()) ? Optional.of(master.observations()) : Optional.empty())));
        });
        assertThat(failing).containsExactly("31-X1", "31-X2", "32-X1", "32-X2", "42-X1", "43-X1");
    }

    @Test
    void areasOfTheHalfYearAgreeWithThoseOfTheQuarter() {
        ReportingUnit town = unit("长寿镇");
        Map<String, BigDecimal> half = new LinkedHashMap<>(new Figures(baseline(), town).rape());
        Map<String, Object> quarter = new LinkedHashMap<>();
        quarter.put("01.1", half.get("10.1"));
        quarter.put("04.1", half.get("11.1"));
        quarter.put("06.1", half.get("09.1"));
        Told industry = new Told(form("平51-1"), town, ReferencePeriod.of("2026-Q2"), Map.of("", quarter));
        Surroundings around =
                key -> key.equals(industry.key()) ? Optional.of(industry.observations()) : Optional.empty();
        Told same = new Told(form("平12-1"), town, ReferencePeriod.of("2026-S1"), Map.of("", new LinkedHashMap<>(half)));
        assertThat(failing(verdicts(same, around))).isEmpty();
        Told other = same.with("", "10.1", BigDecimal.valueOf(5000))
                .with("", "11.1", BigDecimal.valueOf(5000))
                .with("", "09.1", BigDecimal.valueOf(5));
        assertThat(failing(verdicts(other, around))).contains("12-X2a", "12-X2b", "12-X2c");
    }
}

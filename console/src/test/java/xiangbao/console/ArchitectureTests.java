package xiangbao.console;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.domain.PackageMatcher;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.lang.conditions.ArchConditions;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

/** The rules of the house, each with its reason; a picture would be believed, a test is obeyed. */
class ArchitectureTests {
    private static final JavaClasses HOUSE = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("xiangbao");

    private static final List<String> STATISTICS = List.of(
            "text",
            "periods",
            "units",
            "forms",
            "submissions",
            "findings",
            "workbooks",
            "figures",
            "measures",
            "publication",
            "formula",
            "evaluation",
            "tuning",
            "bands",
            "screens",
            "lines",
            "copies",
            "diagnosis",
            "relations",
            "confrontation",
            "mistakenunits",
            "causes",
            "audit",
            "consistency",
            "aggregate",
            "screening",
            "plan",
            "progress",
            "scoring",
            "definitions",
            "cases");

    /** Packages that are still to be split; a line goes when its package has been. */
    private static final Set<String> STILL_LARGE = Set.of("xiangbao.console");

    /** The packages of jobs: data moves down, imports point up. */
    private static final List<String> JOBS = List.of(
            "xiangbao.jobs.store..",
            "xiangbao.jobs.workspace",
            "xiangbao.jobs.operations",
            "xiangbao.jobs.worker",
            "xiangbao.jobs.logs",
            "xiangbao.jobs.outcomes",
            "xiangbao.jobs.intake",
            "xiangbao.jobs.review",
            "xiangbao.jobs.feedback",
            "xiangbao.jobs.runs",
            "xiangbao.jobs.runs.comparison",
            "xiangbao.jobs.pipeline",
            "xiangbao.jobs.doubts",
            "xiangbao.jobs.seals",
            "xiangbao.jobs.reruns",
            "xiangbao.jobs.inquiries",
            "xiangbao.jobs.rules",
            "xiangbao.jobs.forms",
            "xiangbao.jobs.reminders",
            "xiangbao.jobs.backup",
            "xiangbao.jobs.rehearsal",
            "xiangbao.jobs",
            "xiangbao.jobs.schedule",
            "xiangbao.jobs.answers..");

    /** Classes that still have two jobs; a name goes when its class is cut. */
    private static final Set<String> STILL_LONG =
            Set.of("Backups", "Inquiries", "Reruns", "Reviewing", "Serving", "UnitFigures");

    /** Records that are still to be composed of smaller ones; a name goes when it is. */
    private static final Set<String> STILL_WIDE = Set.of(
            "At",
            "CorrectionAnswer",
            "CorrectionAnswer$Line",
            "CorrectionNotice",
            "DoubtAnswer",
            "ExportedFigure",
            "ExportedTarget",
            "FigureAnswer",
            "FigureExport",
            "FigureRow",
            "Form",
            "Limits",
            "LoggedAction",
            "RerunAnswer$PeriodRerun",
            "Row",
            "RunSummary",
            "StoredNotice",
            "StoredNotice$Line",
            "StoredRun",
            "StoredSubmission",
            "TargetAnswer",
            "TargetRow",
            "TargetRow$Details",
            "TraceAnswer$Origin");

    /** Types that still need each other; a line goes when its cycle is untied. */
    private static final List<Set<String>> STILL_CYCLIC = List.of(
            Set.of("Backup", "Restore"),
            Set.of("Commands", "CommandServer", "CommandClient", "Failures", "Place", "UsageMistakes", "Xiangbao"),
            Set.of("Intake", "LateBytes"),
            Set.of("Serving", "ServingMode"));

    @Test
    void statisticsKnowsOnlyTheJdk() {
        classes()
                .that()
                .resideInAPackage("xiangbao.statistics..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage("xiangbao.statistics..", "java..", "org.jspecify..")
                .andShould(ArchConditions.not(dependOnFilesOrClock()))
                .because("the science must give the same figures wherever and whenever it is computed")
                .check(HOUSE);
    }

    @Test
    void statisticsDependsOnlyLeftwards() {
        for (int index = 0; index < STATISTICS.size(); index++) {
            String[] right = STATISTICS.subList(index + 1, STATISTICS.size()).stream()
                    .map(name -> "xiangbao.statistics." + name + "..")
                    .toArray(String[]::new);
            if (right.length > 0) {
                noClasses()
                        .that()
                        .resideInAPackage("xiangbao.statistics." + STATISTICS.get(index) + "..")
                        .should()
                        .dependOnClassesThat()
                        .resideInAnyPackage(right)
                        .because("each word of the science is explained by simpler ones only")
                        .check(HOUSE);
            }
        }
    }

    @Test
    void jobsDependOnlyUpTheirList() {
        for (int index = 0; index < JOBS.size(); index++) {
            String[] below = JOBS.subList(index + 1, JOBS.size()).toArray(String[]::new);
            if (below.length > 0) {
                noClasses()
                        .that()
                        .resideInAPackage(JOBS.get(index))
                        .should()
                        .dependOnClassesThat()
                        .resideInAnyPackage(below)
                        .because("data moves down the list of the packages of jobs, imports point up")
                        .check(HOUSE);
            }
        }
        assertThat(HOUSE.stream().map(JavaClass::getPackageName).filter(name -> name.startsWith("xiangbao.jobs")))
                .as("every package of jobs has its place in the list")
                .allMatch(name ->
                        JOBS.stream().anyMatch(place -> PackageMatcher.of(place).matches(name)));
    }

    @Test
    void constructorsHaveOneJobsWorthOfParameters() {
        assertThat(HOUSE.stream()
                        .filter(type -> !type.isRecord() && !type.isEnum() && !type.isAnonymousClass())
                        .filter(type -> !type.getPackageName().startsWith("xiangbao.benchmarks"))
                        .filter(type -> type.getConstructors().stream()
                                .anyMatch(one -> one.getRawParameterTypes().size() > (type.isInnerClass() ? 8 : 7)))
                        .map(JavaClass::getSimpleName))
                .as("classes whose constructors take more than seven")
                .containsExactlyInAnyOrderElementsOf(STILL_LONG);
    }

    @Test
    void recordsAreComposed() {
        assertThat(HOUSE.stream()
                        .filter(JavaClass::isRecord)
                        .filter(type -> !type.getPackageName().startsWith("xiangbao.benchmarks"))
                        .filter(type -> type.reflect().getRecordComponents().length > 10)
                        .map(type ->
                                type.getName().substring(type.getPackageName().length() + 1)))
                .as("records of more than ten components")
                .containsExactlyInAnyOrderElementsOf(STILL_WIDE);
    }

    @Test
    void nothingIsCyclic() {
        slices().matching("xiangbao.(**)")
                .should()
                .beFreeOfCycles()
                .because("data moves one way, and so do imports")
                .check(HOUSE);
    }

    @Test
    void noTypeCycles() {
        Set<Set<String>> cycles = new TypeCycles(HOUSE).all();
        assertThat(cycles)
                .as("top-level types of a package that need each other: a type is read after those that it needs")
                .filteredOn(cycle -> STILL_CYCLIC.stream().noneMatch(known -> known.containsAll(cycle)))
                .isEmpty();
        assertThat(STILL_CYCLIC)
                .as("cycles that are untied; strike their lines")
                .filteredOn(known -> cycles.stream().noneMatch(known::containsAll))
                .isEmpty();
    }

    @Test
    void atMostThirtyTypesAPackage() {
        Set<String> large = HOUSE.stream()
                .filter(type -> type.isTopLevelClass() && !type.getSimpleName().equals("package-info"))
                .collect(Collectors.groupingBy(JavaClass::getPackageName, Collectors.counting()))
                .entrySet()
                .stream()
                .filter(types -> types.getValue() > 30)
                .map(Map.Entry::getKey)
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(large)
                .as("packages of more than thirty types; one that is split goes from the list")
                .isEqualTo(STILL_LARGE);
    }

    @Test
    void modulesKnowOnlyWhatDataHasPassed() {
        noClasses()
                .that()
                .resideInAnyPackage("xiangbao.readers..", "xiangbao.reports..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("xiangbao.jobs..", "xiangbao.console..")
                .because("import arrows run against the data")
                .check(HOUSE);
        noClasses()
                .that()
                .resideInAPackage("xiangbao.jobs..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("xiangbao.console..")
                .because("import arrows run against the data")
                .check(HOUSE);
    }

    @Test
    void spreadsheetsStayAtTheDoors() {
        noClasses()
                .that()
                .resideOutsideOfPackages("xiangbao.readers.excel..", "xiangbao.reports..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.apache.poi..", "com.fasterxml.aalto..", "org.codehaus.stax2..", "javax.xml..")
                .because("nothing between the doors opens a workbook")
                .check(HOUSE);
    }

    @Test
    void springStaysAtTheEdge() {
        noClasses()
                .that()
                .resideOutsideOfPackages("xiangbao.jobs..", "xiangbao.console..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.springframework..")
                .because("what check runs must start without Spring")
                .check(HOUSE);
        noClasses()
                .that()
                .resideInAPackage("xiangbao.console..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.springframework..")
                .because("the command line starts no Spring unless the office is opened")
                .check(HOUSE);
    }

    @Test
    void databasesAreSpokenToInTheStoreOnly() {
        noClasses()
                .that()
                .resideOutsideOfPackage("xiangbao.jobs.store..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("java.sql..", "org.springframework.jdbc.core..")
                .because("SQL has one home")
                .check(HOUSE);
    }

    @Test
    void theDoorsDoNotKnowEachOther() {
        noClasses()
                .that()
                .resideInAPackage("xiangbao.readers..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("xiangbao.reports..")
                .because("what is written must be read by somebody else's rules")
                .check(HOUSE);
        noClasses()
                .that()
                .resideInAPackage("xiangbao.reports..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("xiangbao.readers..")
                .because("what is written must be read by somebody else's rules")
                .check(HOUSE);
    }

    @Test
    void everyPackageIsNullMarked() {
        Set<String> unmarked = HOUSE.stream()
                .map(JavaClass::getPackage)
                .filter(house -> !house.isAnnotatedWith(NullMarked.class))
                .map(JavaPackage::getName)
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(unmarked).as("packages without @NullMarked").isEmpty();
    }

    @Test
    void nothingHasANameThatSaysNothing() {
        Pattern empty = Pattern.compile(
                ".*(Util|Utils|Common|Helper|Helpers|Manager|Dto|DTO|Impl)(\\$.*)?$|.*\\.(util|common|helper|manager|dto|impl)(\\..*)?");
        List<String> named = HOUSE.stream()
                .map(JavaClass::getName)
                .filter(name -> empty.matcher(name).matches())
                .toList();
        assertThat(named).as("names that say nothing").isEmpty();
    }

    @Test
    void theTimeComesFromAnInjectedClock() {
        noClasses()
                .that(resideInAPackage("xiangbao..")
                        .and(DescribedPredicate.not(resideInAPackage("xiangbao.benchmarks.."))))
                .should()
                .callMethodWhere(readsTheSystemClock())
                .because("a run must be repeatable at any time")
                .check(HOUSE);
    }

    @Test
    void onlyTheCommandLinePrints() {
        noClasses()
                .that()
                .resideOutsideOfPackages("xiangbao.console..", "xiangbao.benchmarks..")
                .should(accessStandardStreams())
                .because("everything else logs")
                .check(HOUSE);
    }

    @Test
    void theScanSawTheWholeHouse() {
        assertThat(HOUSE.size()).as("classes seen").isGreaterThanOrEqualTo(100);
        assertThat(HOUSE.stream()
                        .map(house -> house.getPackageName().split("\\.")[1])
                        .collect(Collectors.toSet()))
                .contains("statistics", "readers", "reports", "jobs", "console");
    }

    private static ArchCondition<JavaClass> dependOnFilesOrClock() {
        return ArchConditions.dependOnClassesThat(
                        resideInAnyPackage("java.io..", "java.nio.file..", "java.sql..", "java.net.."))
                .as("depend on files, streams, sockets or databases");
    }

    private static DescribedPredicate<com.tngtech.archunit.core.domain.JavaMethodCall> readsTheSystemClock() {
        Set<String> temporal = Set.of(
                "java.time.LocalDate",
                "java.time.LocalDateTime",
                "java.time.LocalTime",
                "java.time.Instant",
                "java.time.ZonedDateTime",
                "java.time.OffsetDateTime",
                "java.time.YearMonth",
                "java.time.Year");
        return DescribedPredicate.describe("reads the system clock", call -> {
            String owner = call.getTarget().getOwner().getName();
            boolean clockless = call.getTarget().getRawParameterTypes().stream()
                    .noneMatch(parameter -> parameter.getName().equals("java.time.Clock"));
            boolean main = call.getOriginOwner().getName().equals("xiangbao.console.Xiangbao");
            return (temporal.contains(owner) && call.getName().equals("now") && clockless)
                    || (owner.equals("java.time.Clock") && call.getName().startsWith("system") && !main)
                    || (owner.equals("java.lang.System") && call.getName().equals("currentTimeMillis"));
        });
    }

    private static ArchCondition<JavaClass> accessStandardStreams() {
        return new ArchCondition<>("access System.out or System.err or print a stack trace") {
            @Override
            public void check(JavaClass house, ConditionEvents events) {
                house.getFieldAccessesFromSelf().stream()
                        .filter(access ->
                                access.getTarget().getOwner().getName().equals("java.lang.System")
                                        && Arrays.asList("out", "err")
                                                .contains(access.getTarget().getName()))
                        .forEach(access -> events.add(SimpleConditionEvent.satisfied(access, access.getDescription())));
                house.getMethodCallsFromSelf().stream()
                        .filter(call -> call.getName().equals("printStackTrace"))
                        .forEach(call -> events.add(SimpleConditionEvent.satisfied(call, call.getDescription())));
            }
        };
    }
}

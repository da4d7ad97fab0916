package xiangbao.jobs.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import xiangbao.jobs.Clerk;
import xiangbao.jobs.CountyScenario;
import xiangbao.jobs.Office;
import xiangbao.jobs.ToyCounty;
import xiangbao.jobs.inquiries.Inquiries;
import xiangbao.jobs.inquiries.UnitStatus;
import xiangbao.jobs.outcomes.FileAnswer;
import xiangbao.jobs.pipeline.RunAnswer;
import xiangbao.jobs.rehearsal.Rehearsal;
import xiangbao.readers.config.DefinitionsReader;
import xiangbao.statistics.periods.ReferencePeriod;

/** Two villages with the catch of one: both are asked, whoever comes first, and both are let off when it is mended. */
class CopiedUnitIntegrationTests extends CountyScenario {
    private static final ReferencePeriod PERIOD = ReferencePeriod.of("2026-09");
    private static final Clerk CLERK = new Clerk("clerk@test", PERIOD);
    private static final String MONTH = "2026年9月";
    private static final String[] CATCH = {"118.2", "524.3", "317.9", "88.6", "43.9", "1205.1"};

    /** The clerk mended what he noticed. */
    private static final String[] ALMOST = {"118.2", "524.3", "317.9", "88.6", "43.9", "1250.1"};

    private static final String[] OTHER = {"97.4", "611.8", "290.5", "71.3", "58.8", "988.7"};

    @BeforeEach
    void describeCatches() throws IOException {
        day.moveTo(LocalDateTime.parse("2026-10-04T16:20"));
        ToyCounty.describeCatches(folder.resolve("config"));
    }

    private Path sent(String unit, String name, String... catches) throws IOException {
        return ToyCounty.catches(folder.resolve("sent").resolve(unit).resolve(name + ".xlsx"), unit, MONTH, catches);
    }

    private static String state(Office office, String unit) {
        return office.entry(Inquiries.class).status(PERIOD).stream()
                .filter(one -> one.unitName().equals(unit) && one.form().text().equals("试4-1"))
                .map(UnitStatus::state)
                .findFirst()
                .orElseThrow();
    }

    private String answer(String unit) throws IOException {
        try (Stream<Path> files =
                Files.list(folder.resolve("one-by-one/feedback").resolve(unit))) {
            return files.map(file -> file.getFileName().toString()).sorted().collect(Collectors.joining("、"));
        }
    }

    private static List<String> told(FileAnswer file) {
        return file.submissions().stream()
                .flatMap(form -> form.findings().stream())
                .map(finding ->
                        finding.finding().code() + " " + finding.finding().title())
                .toList();
    }

    @Test
    void bothAreAskedWhenTheSecondComesAndLetOffWhenItIsMended() throws IOException {
        try (Office office = open("one-by-one")) {
            CLERK.submits(office, sent("荷塘镇", "捕捞", CATCH));
            assertThat(state(office, "荷塘镇")).isEqualTo("通过");

            RunAnswer second = CLERK.submits(office, sent("莲湖乡", "捕捞", ALMOST));
            assertThat(told(second.files().get(0))).containsExactly("COPIED-UNIT 有 5 个数与荷塘镇的相同");
            assertThat(state(office, "莲湖乡")).isEqualTo("待核实");
            assertThat(state(office, "荷塘镇")).isEqualTo("待核实");

            // who had been told that all was well is told
            assertThat(answer("荷塘镇")).isEqualTo("捕捞_待核实_第1次.xlsx");

            CLERK.submits(office, sent("藕池街道", "捕捞", OTHER));
            assertThat(state(office, "藕池街道")).isEqualTo("通过");

            CLERK.submits(office, sent("莲湖乡", "更正", "97.5", "611.1", "290.6", "71.4", "58.9", "988.9"));
            assertThat(state(office, "莲湖乡")).isEqualTo("通过");
            assertThat(state(office, "荷塘镇")).isEqualTo("通过");
        }
    }

    @Test
    void togetherAndTheOtherWayRoundItIsTheSame() throws IOException {
        try (Office office = open("together")) {
            CLERK.submits(office, sent("荷塘镇", "捕捞", CATCH), sent("莲湖乡", "捕捞", ALMOST));
            assertThat(state(office, "荷塘镇")).isEqualTo("待核实");
            assertThat(state(office, "莲湖乡")).isEqualTo("待核实");
        }
        try (Office office = open("reversed")) {
            CLERK.submits(office, sent("莲湖乡", "捕捞", ALMOST));
            CLERK.submits(office, sent("荷塘镇", "捕捞", CATCH));
            assertThat(state(office, "荷塘镇")).isEqualTo("待核实");
            assertThat(state(office, "莲湖乡")).isEqualTo("待核实");
        }
    }

    @Test
    void whoChecksBothIsToldTheSame() throws IOException {
        Rehearsal rehearsal = new Rehearsal(
                Objects.requireNonNull(
                        DefinitionsReader.read(folder.resolve("config")).definitions()),
                LocalDateTime.now(day));

        List<FileAnswer> answers = rehearsal.answers(List.of(
                new Rehearsal.Exhibit(sent("荷塘镇", "捕捞", CATCH), "荷塘镇/捕捞.xlsx", ""),
                new Rehearsal.Exhibit(sent("莲湖乡", "捕捞", ALMOST), "莲湖乡/捕捞.xlsx", "")));

        assertThat(told(answers.get(0))).containsExactly("COPIED-UNIT 有 5 个数与莲湖乡的相同");
        assertThat(told(answers.get(1))).containsExactly("COPIED-UNIT 有 5 个数与荷塘镇的相同");
    }
}

package xiangbao.jobs.runs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import xiangbao.jobs.Clerk;
import xiangbao.jobs.CountyScenario;
import xiangbao.jobs.Office;
import xiangbao.jobs.ToyCounty;
import xiangbao.jobs.inquiries.Inquiries;
import xiangbao.jobs.inquiries.UnitStatus;
import xiangbao.statistics.periods.ReferencePeriod;

/** On 1 January 2026 荷塘镇 and 莲湖乡 became 荷湖镇; its ponds are held against those that both had a year before. */
class MergedTownshipIntegrationTests extends CountyScenario {
    private static final ReferencePeriod PERIOD = ReferencePeriod.of("2026-Q3");
    private static final Clerk CLERK = new Clerk("clerk@test", PERIOD);

    @BeforeEach
    void describeTheMerger() throws IOException {
        Path config = folder.resolve("config");
        Files.writeString(config.resolve("units.csv"), """
                code,civil_code,name,kind,parent,aliases,valid_from,valid_until,predecessors,水面上限
                990000,990000,试验县,县,,试验,,,,
                990000101,990000101,荷塘镇,镇,990000,荷塘,,2025-12-31,,500
                990000102,990000102,莲湖乡,乡,990000,莲湖,,2025-12-31,,500
                990000103,990000103,藕池街道,街道,990000,藕池,,,,500
                990000104,990000104,荷湖镇,镇,990000,荷湖,2026-01-01,,990000101|990000102,900
                990000-SL,,县水利局,县直部门,990000,水利局,,,,
                """);
        Path form = config.resolve("forms").resolve("试1-1.yaml");
        Files.writeString(form, Files.readString(form) + """
                  - { code: S1-P1, severity: 强制性, formula: "[01] ≥ 0.8 * lastyear([01])", label: 山塘不少于上年的八成, remedy: 请核对 01 行 }
                """);
    }

    private Path now(String total) throws IOException {
        return ToyCounty.workbook(folder.resolve("sent/荷湖镇/本期.xlsx"), "荷湖镇", "2026年三季度", total, "40", "88.5");
    }

    private List<Path> yearBefore() throws IOException {
        return List.of(
                ToyCounty.workbook(folder.resolve("sent/荷塘镇/上年.xlsx"), "荷塘镇", "2025年三季度", "60", "40", "88.5"),
                ToyCounty.workbook(folder.resolve("sent/莲湖乡/上年.xlsx"), "莲湖乡", "2025年三季度", "70", "40", "88.5"));
    }

    private static void submit(Office office, List<Path> files) {
        CLERK.submits(office, files.toArray(Path[]::new));
    }

    private static String state(Office office) {
        return office.entry(Inquiries.class).status(PERIOD).stream()
                .filter(one -> one.unitName().equals("荷湖镇"))
                .map(UnitStatus::state)
                .findFirst()
                .orElseThrow();
    }

    /** 60 and 70 make 130, of which four fifths are 104. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void whoeverComesFirstTheVerdictIsTheSame(boolean successorFirst) throws IOException {
        try (Office office = open("too-few")) {
            submit(office, successorFirst ? List.of(now("103")) : yearBefore());
            submit(office, successorFirst ? yearBefore() : List.of(now("103")));
            assertThat(state(office)).isEqualTo("退回");
        }
        try (Office office = open("enough")) {
            submit(office, successorFirst ? List.of(now("104")) : yearBefore());
            submit(office, successorFirst ? yearBefore() : List.of(now("104")));
            assertThat(state(office)).isEqualTo("通过");
        }
    }

    @Test
    void allAtOnceAreJudgedAsOneAfterTheOther() throws IOException {
        List<Path> before = yearBefore();
        try (Office office = open("together")) {
            submit(office, List.of(now("103"), before.get(0), before.get(1)));
            assertThat(state(office)).isEqualTo("退回");
        }
    }

    @Test
    void staysAcceptedWhileOneOfThemHasNotReported() throws IOException {
        try (Office office = open("half")) {
            submit(office, List.of(now("41"), yearBefore().get(0)));
            assertThat(state(office)).isEqualTo("通过");
        }
    }
}

package xiangbao.jobs.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import xiangbao.jobs.CountyScenario;
import xiangbao.jobs.Office;
import xiangbao.jobs.ToyCounty;
import xiangbao.jobs.operations.Cause;
import xiangbao.jobs.outcomes.FileAnswer;
import xiangbao.jobs.pipeline.MainJob;
import xiangbao.jobs.pipeline.RunAnswer;
import xiangbao.jobs.pipeline.RunOrder;
import xiangbao.jobs.worker.RunListener;

/** What clerks, downloads and bad lines put into an inbox: all of it is taken and answered, or listed with the reason, and nothing is lost. */
class StrangeInboxIntegrationTests extends CountyScenario {
    private Path inbox = Path.of("");

    @BeforeEach
    void makeInbox() throws IOException {
        inbox = Files.createDirectories(folder.resolve("workspace/inbox"));
    }

    private Office workOn(String unfinished) {
        return Office.open(settings(
                "workspace", Map.of("xiangbao.inbox.settling", "50ms", "xiangbao.inbox.unfinished", unfinished)));
    }

    private static Map<String, String> run(Office office) {
        RunAnswer answer = office.entry(MainJob.class)
                .run(new RunOrder(List.of(), Optional.empty(), Cause.command("tester@test"), RunListener.SILENT));
        Map<String, String> outcomes = new TreeMap<>();
        answer.files().forEach(file -> outcomes.merge(file.file(), outcome(file), (one, other) -> one + " " + other));
        return outcomes;
    }

    private static String outcome(FileAnswer file) {
        return file.findings().isEmpty()
                ? file.outcome().name()
                : file.outcome() + " " + file.findings().get(0).finding().code();
    }

    private byte[] workbook(String unit) throws IOException {
        return Files.readAllBytes(
                ToyCounty.workbook(folder.resolve("made.xlsx"), unit, "2026年三季度", "100", "60", "88.5"));
    }

    @Test
    void takesNamesOfAnyBytesAndListsTheRest() throws IOException {
        Path old = Files.createDirectories(PlainPathTests.raw(inbox, "荷塘镇"));
        Files.write(old.resolve(PlainPathTests.raw(inbox, "三季度.xlsx").getFileName()), workbook("荷塘镇"));
        Files.write(inbox.resolve("莲湖乡\\三季度.xlsx"), workbook("莲湖乡"));
        Files.write(inbox.resolve("藕池街道\n三季度.xlsx"), workbook("藕池街道"));
        Files.createSymbolicLink(inbox.resolve("山塘.xlsx"), folder.resolve("made.xlsx"));
        Files.write(inbox.resolve("山塘.xlsx.filepart"), new byte[] {1});
        byte[] whole = workbook("荷塘镇");
        Files.write(inbox.resolve("慢.xlsx"), Arrays.copyOf(whole, whole.length / 2));
        Files.createFile(inbox.resolve("空.xlsx"));
        try (Office office = workOn("10m")) {
            assertThat(run(office))
                    .isEqualTo(Map.of(
                            "荷塘镇/三季度.xlsx", "ACCEPTED",
                            "莲湖乡＼三季度.xlsx", "ACCEPTED",
                            "藕池街道〔000A〕三季度.xlsx", "ACCEPTED",
                            "山塘.xlsx", "IGNORED NOT-A-FILE",
                            "山塘.xlsx.filepart", "IGNORED PARTIAL-FILE",
                            "慢.xlsx", "IGNORED UNFINISHED-FILE",
                            "空.xlsx", "IGNORED UNFINISHED-FILE"));
            Files.write(inbox.resolve("慢.xlsx"), whole);
            Files.delete(inbox.resolve("空.xlsx"));
            assertThat(run(office)).containsEntry("慢.xlsx", "DUPLICATE").hasSize(3);
            // nobody else is writing to what is handed in by a command
            Path half = Files.write(folder.resolve("半.xlsx"), Arrays.copyOf(whole, whole.length / 2));
            RunAnswer submitted = office.entry(MainJob.class)
                    .run(new RunOrder(
                            List.of(half), Optional.empty(), Cause.command("tester@test"), RunListener.SILENT));
            assertThat(submitted.files())
                    .extracting(StrangeInboxIntegrationTests::outcome)
                    .contains("UNREADABLE DAMAGED");
        }
    }

    @Test
    void answersWhatStaysUnfinishedAndLosesNothingThatComesLater() throws IOException {
        byte[] whole = workbook("荷塘镇");
        int half = whole.length / 2;
        Path file = inbox.resolve("荷塘镇.xlsx");
        try (Office office = workOn("1ms");
                FileChannel copy = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            copy.write(ByteBuffer.wrap(whole, 0, half));
            assertThat(run(office)).isEqualTo(Map.of("荷塘镇.xlsx", "UNREADABLE DAMAGED"));
            assertThat(office.entry(MainJob.class).hasWork()).isFalse();
            copy.write(ByteBuffer.wrap(whole, half, whole.length - half));
            assertThat(office.entry(MainJob.class).hasWork()).isTrue();
            assertThat(run(office)).isEqualTo(Map.of("荷塘镇.xlsx", "ACCEPTED"));
            assertThat(office.entry(MainJob.class).hasWork()).isFalse();
            assertThat(inbox.resolve(".late")).doesNotExist();
        }
    }
}

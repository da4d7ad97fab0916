package xiangbao.jobs.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import xiangbao.jobs.outcomes.FileAnswer;
import xiangbao.statistics.findings.Outcome;

class DeliveryTests {
    @TempDir
    Path folder;

    private Path file(String path, String content) throws IOException {
        Path file = folder.resolve(path);
        Files.createDirectories(file.resolveSibling("."));
        return Files.writeString(file, content);
    }

    private Delivery delivery() throws IOException {
        return new Delivery(Files.createDirectories(folder.resolve("inbox")));
    }

    @Test
    void copiesAFolderWithItsPathsAndLeavesTheOriginals() throws IOException {
        Path original = file("sent/荷塘镇/山塘.xlsx", "A");
        file("sent/README.md", "reading matter");
        file("sent/~$山塘.xlsx", "");
        file("sent/Thumbs.db", "");
        file("sent/.git/config", "");
        Delivery delivery = delivery();
        delivery.deliver(folder.resolve("sent"));
        assertThat(delivery.delivered()).containsExactly("荷塘镇/山塘.xlsx");
        assertThat(delivery.notTaken()).containsOnlyKeys(".git", "Thumbs.db", "~$山塘.xlsx");
        assertThat(folder.resolve("inbox/荷塘镇/山塘.xlsx")).hasContent("A");
        assertThat(original).hasContent("A");
    }

    @Test
    void keepsBothOfTwoFilesWithOnePath() throws IOException {
        file("one/山塘.xlsx", "A");
        file("two/山塘.xlsx", "B");
        Delivery delivery = delivery();
        delivery.deliver(folder.resolve("one"));
        delivery.deliver(folder.resolve("two"));
        assertThat(folder.resolve("inbox/山塘.xlsx")).hasContent("A");
        assertThat(folder.resolve("inbox/山塘（2）.xlsx")).hasContent("B");
    }

    @Test
    void followsNoLinkInsideAFolder() throws IOException {
        Path secret = file("elsewhere/secret.xlsx", "not ours");
        Files.createDirectories(folder.resolve("sent"));
        Files.createSymbolicLink(folder.resolve("sent/link.xlsx"), secret);
        Files.createSymbolicLink(folder.resolve("sent/folder"), folder.resolve("elsewhere"));
        Delivery delivery = delivery();
        delivery.deliver(folder.resolve("sent"));
        assertThat(delivery.delivered()).isEmpty();
        assertThat(delivery.notTaken()).containsOnlyKeys("folder", "link.xlsx");
    }

    /** Holes are no work for the disk: what is copied would have no holes. */
    @Test
    void copiesNothingThatIsTooLargeToBeRead() throws IOException {
        Path large = file("sent/large.xlsx", "A");
        try (FileChannel channel = FileChannel.open(large, StandardOpenOption.WRITE)) {
            channel.write(ByteBuffer.wrap(new byte[1]), 2L << 30);
        }
        Delivery delivery = delivery();
        delivery.deliver(folder.resolve("sent"));
        assertThat(delivery.delivered()).isEmpty();
        assertThat(reasons(delivery)).isEqualTo(Map.of("large.xlsx", "TOO-LARGE"));
        assertThat(delivery.notTaken().values()).extracting(FileAnswer::outcome).containsExactly(Outcome.UNREADABLE);
    }

    private static Map<String, String> reasons(Delivery delivery) {
        Map<String, String> reasons = new TreeMap<>();
        delivery.notTaken()
                .forEach((path, file) ->
                        reasons.put(path, file.findings().get(0).finding().code()));
        return reasons;
    }

    @Test
    void saysWhyItTakesNoFile() throws IOException {
        for (String name : List.of(
                "a.xlsx.filepart", "b.xlsx.crdownload", "c.xlsx.xltd", "d.xlsx.!ut", "e.xlsx.baiduyun.p.downloading")) {
            file("sent/" + name, "A");
        }
        file("sent/f.xlsx.download/f.xlsx", "A");
        file("sent/~$g.xlsx", "");
        file("sent/.~lock.h.xlsx#", "");
        file("sent/i.xlsx.bak", "A");
        file("sent/.j.xlsx.Xa81", "A");
        Files.createSymbolicLink(folder.resolve("sent/k.xlsx"), folder.resolve("sent/i.xlsx.bak"));
        file("sent/l.xlsx", "A");
        Delivery delivery = delivery();
        delivery.deliver(folder.resolve("sent"));
        assertThat(delivery.delivered()).containsExactly("l.xlsx");
        assertThat(reasons(delivery))
                .isEqualTo(Map.ofEntries(
                        Map.entry("a.xlsx.filepart", "PARTIAL-FILE"),
                        Map.entry("b.xlsx.crdownload", "PARTIAL-FILE"),
                        Map.entry("c.xlsx.xltd", "PARTIAL-FILE"),
                        Map.entry("d.xlsx.!ut", "PARTIAL-FILE"),
                        Map.entry("e.xlsx.baiduyun.p.downloading", "PARTIAL-FILE"),
                        Map.entry("f.xlsx.download", "PARTIAL-FILE"),
                        Map.entry("~$g.xlsx", "LOCK-FILE"),
                        Map.entry(".~lock.h.xlsx#", "LOCK-FILE"),
                        Map.entry("i.xlsx.bak", "SPARE-FILE"),
                        Map.entry(".j.xlsx.Xa81", "SYSTEM-FILE"),
                        Map.entry("k.xlsx", "NOT-A-FILE")));
    }

    @Test
    void listsWhatItMayNotRead() throws IOException {
        Path secret = file("sent/山塘.xlsx", "A");
        Files.setPosixFilePermissions(secret, Set.of());
        assumeThat(Files.isReadable(secret))
                .as("the superuser reads everything")
                .isFalse();
        Delivery delivery = delivery();
        delivery.deliver(folder.resolve("sent"));
        assertThat(reasons(delivery)).isEqualTo(Map.of("山塘.xlsx", "NO-PERMISSION"));
    }

    @Test
    void takesNamesAsLongAsNamesCanBe() throws IOException {
        String name = "塘".repeat(83) + ".xlsx";
        file("sent/" + name, "A");
        Delivery delivery = delivery();
        delivery.deliver(folder.resolve("sent"));
        assertThat(delivery.delivered()).containsExactly(name);
    }
}

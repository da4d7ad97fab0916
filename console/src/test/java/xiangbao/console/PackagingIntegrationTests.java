package xiangbao.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The archive that people install: unpacked anywhere, started from anywhere. */
class PackagingIntegrationTests {
    private static final Path HOME = Path.of("..").toAbsolutePath().normalize();

    /** What is packed once for all tests, and what is said. */
    @TempDir
    static Path dist;

    @TempDir
    Path folder;

    private record Spoken(int exit, String answer, String messages) {}

    @BeforeAll
    static void packs() throws IOException, InterruptedException {
        assumeTrue(Files.exists(HOME.resolve("console/target/app/xiangbao-console.jar")), "only after packaging");
        pack(dist.resolve("one"), dist.resolve("tmp-one"));
    }

    private static Path pack(Path to, Path temporary) throws IOException, InterruptedException {
        Spoken packed = start(
                HOME,
                Map.of("TMPDIR", Files.createDirectories(temporary).toString()),
                HOME.resolve("packaging/build").toString(),
                to.toString());
        assertThat(packed.exit()).as(packed.messages()).isZero();
        return Path.of(packed.answer().lines().findFirst().orElseThrow());
    }

    private static Spoken start(Path where, Map<String, String> environment, String... command)
            throws IOException, InterruptedException {
        Path answer = Files.createTempFile(dist, "answer", "");
        Path messages = Files.createTempFile(dist, "messages", "");
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(where.toFile())
                .redirectOutput(answer.toFile())
                .redirectError(messages.toFile());
        // nothing of the one who runs the tests, and no locale that knows Chinese
        builder.environment().keySet().removeIf(name -> name.startsWith("XIANGBAO_") || name.startsWith("LC_"));
        builder.environment().put("LANG", "C");
        builder.environment().putAll(environment);
        Process process = builder.start();
        assertThat(process.waitFor(300, TimeUnit.SECONDS)).isTrue();
        return new Spoken(process.exitValue(), Files.readString(answer), Files.readString(messages));
    }

    @Test
    void worksWhereItIsUnpackedWhateverThePathAndTheFolder() throws IOException, InterruptedException {
        Path installed = Files.createDirectories(folder.resolve("安装 目录"));
        Path elsewhere = Files.createDirectories(folder.resolve("别处"));
        Path archive = dist.resolve("one/xiangbao-" + Xiangbao.VERSION + ".tar.gz");
        assertThat(start(folder, Map.of(), "tar", "-xzf", archive.toString(), "-C", installed.toString())
                        .exit())
                .isZero();
        Path root = installed.resolve("xiangbao-" + Xiangbao.VERSION);
        String xiangbao = root.resolve("xiangbao").toString();
        Path samples = root.resolve("sample-inputs");

        Spoken version = start(elsewhere, Map.of(), xiangbao, "--version");
        assertThat(version.answer().strip()).isEqualTo("乡报 " + Xiangbao.VERSION);
        Spoken check = start(
                elsewhere,
                Map.of(),
                xiangbao,
                "check",
                samples.resolve("伍市镇/平31-1_厕所.xlsx").toString());
        assertThat(check.exit()).as(check.messages()).isEqualTo(1);
        assertThat(check.answer()).contains("31-T1");

        Map<String, String> environment = Map.of(
                "XIANGBAO_WORKSPACE", folder.resolve("数据").toString(),
                "XIANGBAO_CONFIG", root.resolve("config").toString(),
                "XIANGBAO_TEMPLATES", root.resolve("templates").toString());
        Spoken run = start(
                elsewhere,
                environment,
                xiangbao,
                "run",
                "--submit",
                samples.resolve("伍市镇").toString(),
                "--period",
                "2026-Q3");
        assertThat(run.exit()).as(run.messages()).isEqualTo(1);
        assertThat(run.messages()).isEmpty();
        assertThat(folder.resolve("数据/reports/2026-Q3/第1次")).isDirectory();
        assertThat(elsewhere).isEmptyDirectory();

        Path password = Files.writeString(folder.resolve("口令"), "geheim\n", StandardCharsets.UTF_8);
        Spoken refused = start(
                elsewhere,
                Map.of(
                        "XIANGBAO_WORKSPACE", folder.resolve("数据").toString(),
                        "SPRING_DATASOURCE_PASSWORD_FILE", password.toString()),
                xiangbao,
                "log");
        assertThat(refused.exit()).isEqualTo(3);
        assertThat(refused.messages())
                .startsWith("连不上数据库 jdbc:h2:file:")
                .contains("用户名或口令不对")
                .doesNotContain("geheim");
        assertThat(refused.messages().lines()).hasSize(1);
    }

    @Test
    void packsTheSameBytesAgain() throws IOException, InterruptedException {
        Path archive = pack(folder.resolve("two"), folder.resolve("tmp-two"));
        assertThat(archive.getFileName()).hasToString("xiangbao-" + Xiangbao.VERSION + ".tar.gz");
        try (Stream<Path> packed = Files.list(dist.resolve("one"))) {
            assertThat(packed.toList())
                    .hasSize(2)
                    .allSatisfy(file -> assertThat(folder.resolve("two").resolve(file.getFileName()))
                            .hasSameBinaryContentAs(file));
        }
    }
}

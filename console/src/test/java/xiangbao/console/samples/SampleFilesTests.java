package xiangbao.console.samples;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The committed samples are what the maker makes; with {@code -Dsamples.update=true} they are made anew. */
class SampleFilesTests {
    /** Encryption salts are random by design. */
    private static final List<String> NEVER_THE_SAME = List.of("其他/加密.xlsx");

    @Test
    void samplesAreReproducible(@TempDir Path folder) throws Exception {
        Path root = Path.of("..").toAbsolutePath().normalize();
        Path samples = root.resolve("sample-inputs");
        Path target = Boolean.getBoolean("samples.update") ? samples : folder;
        SampleMaker.main(new String[] {
            root.resolve("config").toString(),
            root.resolve("console/src/test/resources/baseline.csv").toString(),
            target.toString()
        });
        Map<String, byte[]> made = contents(target);
        Map<String, byte[]> committed = contents(samples);
        made.keySet().forEach(name -> assertThat(committed).as(name).containsKey(name));
        for (Map.Entry<String, byte[]> file : made.entrySet()) {
            if (!NEVER_THE_SAME.contains(file.getKey())) {
                assertThat(committed.get(file.getKey())).as(file.getKey()).isEqualTo(file.getValue());
            }
        }
    }

    private static Map<String, byte[]> contents(Path folder) throws Exception {
        Map<String, byte[]> contents = new TreeMap<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                contents.put(folder.relativize(file).toString().replace('\\', '/'), Files.readAllBytes(file));
            }
        }
        return contents;
    }
}

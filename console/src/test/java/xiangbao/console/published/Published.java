package xiangbao.console.published;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * What a run has published.
 *
 * @param folder with its reports
 * @param figures the answer of {@code figures --json}
 * @param progress the answer of {@code progress --json}
 */
public record Published(Path folder, JsonNode figures, JsonNode progress) {
    /** The code of the county, for whose figures it was asked. */
    String county() {
        return figures.get("figures").get(0).get("unit").asString();
    }

    /** Reports whose name ends so, in subfolders too. */
    public List<Path> reports(String ending) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.getFileName().toString().endsWith(ending))
                    .sorted()
                    .toList();
        }
    }
}

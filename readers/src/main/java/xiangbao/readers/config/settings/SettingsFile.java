package xiangbao.readers.config.settings;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import xiangbao.readers.config.documents.ConfigurationFile;
import xiangbao.readers.config.documents.Mistakes;
import xiangbao.readers.config.documents.YamlValue;

/** {@code application.yaml}, which need not be there. */
final class SettingsFile {
    static final String NAME = "application.yaml";

    private SettingsFile() {}

    static Optional<YamlValue> read(Path folder, Mistakes mistakes) {
        return Files.exists(folder.resolve(NAME))
                ? ConfigurationFile.read(folder, NAME, mistakes).flatMap(file -> file.yaml(mistakes))
                : Optional.empty();
    }
}

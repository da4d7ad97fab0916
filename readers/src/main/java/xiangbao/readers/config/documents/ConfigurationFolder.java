package xiangbao.readers.config.documents;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The configuration folder, and what has been read of it. */
public final class ConfigurationFolder {
    private final Path folder;
    private final Mistakes mistakes;
    private final SortedMap<String, ConfigurationFile> files = new TreeMap<>();

    public ConfigurationFolder(Path folder, Mistakes mistakes) {
        this.folder = folder;
        this.mistakes = mistakes;
    }

    public boolean exists() {
        return Files.isDirectory(folder);
    }

    /** A file that must be there. */
    public Optional<ConfigurationFile> file(String name) {
        Optional<ConfigurationFile> file = ConfigurationFile.read(folder, name, mistakes);
        file.ifPresent(read -> files.put(name, read));
        return file;
    }

    /** A file that need not be there. */
    public Optional<ConfigurationFile> optional(String name) {
        return Files.exists(folder.resolve(name)) ? file(name) : Optional.empty();
    }

    /** What lies in a folder within, in the order of the names; hidden files and the copies that editors leave behind are passed over. */
    public List<String> names(String inner) {
        Path place = folder.resolve(inner);
        if (!Files.isDirectory(place)) {
            return List.of();
        }
        try (Stream<Path> entries = Files.list(place)) {
            return entries.map(entry -> String.valueOf(entry.getFileName()))
                    .filter(name -> !name.startsWith(".") && !name.endsWith("~"))
                    .sorted()
                    .toList();
        } catch (IOException unreadable) {
            mistakes.add(inner, 0, "无法读取（" + unreadable.getClass().getSimpleName() + "），请检查文件权限");
            return List.of();
        }
    }

    /** What tells this configuration from another, by all that has been read of it. */
    public String digest() {
        return ConfigurationDigest.of(files);
    }
}

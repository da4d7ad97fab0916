package xiangbao.readers.cases;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import xiangbao.readers.config.documents.ConfigurationMistake;
import xiangbao.statistics.cases.AuditCase;
import xiangbao.statistics.definitions.Definitions;
import xiangbao.statistics.relations.FormRules;

/**
 * Reads {@code cases/表号.case}. Cases change no figure: they are read only where they are tried or checked, and their files are no part of the digest of the
 * configuration.
 */
public final class CasesReader {
    private static final String FOLDER = "cases";
    private static final String EXTENSION = ".case";
    private static final long LARGEST = 2L * 1024 * 1024;

    private final Definitions definitions;
    private final List<AuditCase> cases = new ArrayList<>();
    private final List<ConfigurationMistake> mistakes = new ArrayList<>();

    private CasesReader(Definitions definitions) {
        this.definitions = definitions;
    }

    /** All cases of a configuration; none where it has no such folder. */
    public static ReadCases read(Path configFolder, Definitions definitions) {
        CasesReader reader = new CasesReader(definitions);
        Path folder = configFolder.resolve(FOLDER);
        if (Files.isDirectory(folder)) {
            reader.readAll(folder);
        }
        return new ReadCases(
                reader.cases, reader.mistakes.stream().sorted().distinct().toList());
    }

    private void readAll(Path folder) {
        try (Stream<Path> entries = Files.list(folder)) {
            entries.filter(entry ->
                            !fileName(entry).startsWith(".") && !fileName(entry).endsWith("~"))
                    .sorted()
                    .forEach(this::read);
        } catch (IOException unreadable) {
            mistakes.add(new ConfigurationMistake(FOLDER, 0, "无法读取，请检查文件权限", ""));
        }
    }

    private void read(Path file) {
        String name = FOLDER + "/" + fileName(file);
        String stem = fileName(file).replace(EXTENSION, "");
        Optional<FormRules> rules =
                fileName(file).endsWith(EXTENSION) ? Neighbours.rules(definitions, stem) : Optional.empty();
        if (rules.isEmpty()) {
            mistakes.add(new ConfigurationMistake(name, 0, "这个文件夹里只放审核样例，文件名为“表号" + EXTENSION + "”，表号要有对应的报表", ""));
            return;
        }
        try {
            if (Files.size(file) > LARGEST) {
                mistakes.add(new ConfigurationMistake(name, 0, "文件超过2MB，不像是审核样例", ""));
                return;
            }
            String text = Files.readString(file, StandardCharsets.UTF_8);
            cases.addAll(new CaseFile(name, rules.get(), definitions, mistakes)
                    .read(text.startsWith("\uFEFF") ? text.substring(1) : text));
        } catch (CharacterCodingException notUtf8) {
            mistakes.add(new ConfigurationMistake(name, 0, "不是UTF-8编码，请在编辑器中另存为UTF-8", ""));
        } catch (IOException unreadable) {
            mistakes.add(new ConfigurationMistake(name, 0, "无法读取，请检查文件权限", ""));
        }
    }

    private static String fileName(Path path) {
        return String.valueOf(path.getFileName());
    }
}

package xiangbao.readers.config.documents;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A file of the configuration as it lies on the disk.
 *
 * @param name relative to the configuration folder, with forward slashes
 */
public record ConfigurationFile(String name, byte[] content) {
    private static final int LARGEST = 2 * 1024 * 1024;

    /** Reads a file that must exist; a mistake when it does not. */
    public static Optional<ConfigurationFile> read(Path folder, String name, Mistakes mistakes) {
        Path path = folder.resolve(name);
        if (!Files.isRegularFile(path)) {
            mistakes.add(name, 0, "缺少这个文件");
            return Optional.empty();
        }
        try {
            if (Files.size(path) > LARGEST) {
                mistakes.add(name, 0, "文件超过2MB，不像是配置文件");
                return Optional.empty();
            }
            return Optional.of(new ConfigurationFile(name, Files.readAllBytes(path)));
        } catch (IOException unreadable) {
            mistakes.add(name, 0, "无法读取（" + unreadable.getClass().getSimpleName() + "），请检查文件权限");
            return Optional.empty();
        }
    }

    /** The content as text, without the mark that some editors put in front of UTF-8. */
    public Optional<String> text(Mistakes mistakes) {
        CharsetDecoder decoder = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        ByteBuffer bytes = ByteBuffer.wrap(content);
        CharBuffer characters = CharBuffer.allocate(content.length + 1);
        if (decoder.decode(bytes, characters, true).isError()) {
            int line = 1;
            for (int index = 0; index < bytes.position(); index++) {
                line += content[index] == '\n' ? 1 : 0;
            }
            mistakes.add(name, line, "不是UTF-8编码，请在编辑器中另存为UTF-8");
            return Optional.empty();
        }
        String text = characters.flip().toString();
        return Optional.of(text.startsWith("\uFEFF") ? text.substring(1) : text);
    }

    /** The content as YAML: nodes with their lines, from which no object is ever constructed. */
    public Optional<YamlValue> yaml(Mistakes mistakes) {
        return text(mistakes).flatMap(text -> new YamlText(name, text, mistakes).read(LARGEST));
    }
}

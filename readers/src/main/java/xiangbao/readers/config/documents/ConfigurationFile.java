package xiangbao.readers.config.documents;

import java.io.IOException;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.events.CollectionStartEvent;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.events.NodeEvent;
import org.yaml.snakeyaml.events.ScalarEvent;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.reader.ReaderException;

/**
 * A file of the configuration as it lies on the disk.
 *
 * @param name relative to the configuration folder, with forward slashes
 */
public record ConfigurationFile(String name, byte[] content) {
    private static final int LARGEST = 2 * 1024 * 1024;
    private static final int DEEPEST = 20;

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
        Optional<String> text = text(mistakes);
        if (text.isEmpty()) {
            return Optional.empty();
        }
        Yaml yaml = new Yaml(bounds());
        try {
            if (!isPlain(yaml, text.get(), mistakes)) {
                return Optional.empty();
            }
            Node root = yaml.compose(new StringReader(text.get()));
            if (root == null) {
                mistakes.add(name, 0, "文件是空的");
                return Optional.empty();
            }
            return Optional.of(new YamlValue(name, "", root, root.getStartMark().getLine() + 1, mistakes));
        } catch (MarkedYAMLException broken) {
            int line = broken.getProblemMark() == null
                    ? 0
                    : broken.getProblemMark().getLine() + 1;
            mistakes.add(name, line, inChinese(broken));
        } catch (ReaderException broken) {
            int line = 1
                    + (int) text.get()
                            .codePoints()
                            .limit(broken.getPosition())
                            .filter(character -> character == '\n')
                            .count();
            mistakes.add(name, line, "含有不可见的控制字符，请删除后重新输入");
        } catch (YAMLException broken) {
            mistakes.add(name, 0, "不合YAML语法：嵌套过深或文件过大");
        }
        return Optional.empty();
    }

    private static LoaderOptions bounds() {
        LoaderOptions options = new LoaderOptions();
        options.setCodePointLimit(LARGEST);
        options.setNestingDepthLimit(DEEPEST);
        options.setMaxAliasesForCollections(0);
        options.setAllowDuplicateKeys(false);
        return options;
    }

    /** Anchors let a small file grow without bound and a figure be edited in a place where nobody looks, so there are none. */
    private boolean isPlain(Yaml yaml, String text, Mistakes mistakes) {
        boolean plain = true;
        for (Event event : yaml.parse(new StringReader(text))) {
            int line = event.getStartMark() == null ? 0 : event.getStartMark().getLine() + 1;
            if (event instanceof NodeEvent node && node.getAnchor() != null) {
                mistakes.add(name, line, "不支持锚点和引用（& 和 *），以这两个符号开头的文字请用引号括起来");
                plain = false;
            }
            boolean tagged = (event instanceof ScalarEvent scalar && scalar.getTag() != null)
                    || (event instanceof CollectionStartEvent collection && collection.getTag() != null);
            if (tagged) {
                mistakes.add(name, line, "不支持标签（!），以感叹号开头的文字请用引号括起来");
                plain = false;
            }
        }
        return plain;
    }

    private static String inChinese(MarkedYAMLException broken) {
        String problem = broken.getProblem() == null ? "" : broken.getProblem();
        if (problem.contains("\\t")) {
            return "不合YAML语法：缩进用了制表符，请改用空格";
        }
        if (problem.contains("mapping values are not allowed")) {
            return "不合YAML语法：这里不能有冒号，请检查缩进，或把文字用引号括起来";
        }
        if (problem.contains("unexpected end of stream") || problem.contains("stream end")) {
            return "不合YAML语法：引号或括号没有配对";
        }
        if (problem.contains("cannot start any token")) {
            return "不合YAML语法：文字不能以这个符号开头，请用引号括起来";
        }
        if (problem.contains("another document")) {
            return "不合YAML语法：一个文件里只能有一份内容，请删除“---”";
        }
        return "不合YAML语法，请检查缩进、冒号后的空格、引号和括号";
    }
}

package xiangbao.readers.config.documents;

import java.io.StringReader;
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

/** A text in YAML, in which neither anchors nor tags may be. */
record YamlText(String name, String text, Mistakes mistakes) {
    private static final int DEEPEST = 20;

    /** The value as which it reads; nothing when it is no YAML, or of more characters than it may have. */
    Optional<YamlValue> read(int most) {
        Yaml yaml = new Yaml(bounds(most));
        try {
            if (!isPlain(yaml)) {
                return Optional.empty();
            }
            Node root = yaml.compose(new StringReader(text));
            if (root == null) {
                mistakes.add(name, 0, "文件是空的");
                return Optional.empty();
            }
            return Optional.of(new YamlValue(name, "", root, root.getStartMark().getLine() + 1, mistakes));
        } catch (MarkedYAMLException broken) {
            int line = broken.getProblemMark() == null
                    ? 0
                    : broken.getProblemMark().getLine() + 1;
            mistakes.add(name, line, YamlFault.inChinese(broken));
        } catch (ReaderException broken) {
            int line = 1
                    + (int) text.codePoints()
                            .limit(broken.getPosition())
                            .filter(character -> character == '\n')
                            .count();
            mistakes.add(name, line, "含有不可见的控制字符，请删除后重新输入");
        } catch (YAMLException broken) {
            mistakes.add(name, 0, "不合YAML语法：嵌套过深或文件过大");
        }
        return Optional.empty();
    }

    private static LoaderOptions bounds(int most) {
        LoaderOptions options = new LoaderOptions();
        options.setCodePointLimit(most);
        options.setNestingDepthLimit(DEEPEST);
        options.setMaxAliasesForCollections(0);
        options.setAllowDuplicateKeys(false);
        return options;
    }

    /** Anchors let a small file grow without bound and a figure be edited in a place where nobody looks, so there are none. */
    private boolean isPlain(Yaml yaml) {
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
}

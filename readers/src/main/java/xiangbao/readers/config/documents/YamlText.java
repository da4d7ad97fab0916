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
            mistakes.add(name, line, inChinese(broken));
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

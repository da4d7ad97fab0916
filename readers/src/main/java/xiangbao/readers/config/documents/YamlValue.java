package xiangbao.readers.config.documents;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;
import xiangbao.statistics.text.Spelling;

/**
 * A value in a YAML file. Each way of reading it collects a mistake and gives nothing when the value is not of that kind.
 *
 * @param name the key under which it stands; empty for a whole file
 */
public record YamlValue(String file, String name, Node node, int line, Mistakes mistakes) {
    /** A key with its value, in a mapping whose keys are the author's own. */
    public record Entry(String key, int line, YamlValue value) {}

    public void wrong(String message) {
        mistakes.add(file, line, message);
    }

    public void wrong(String message, String suggestion) {
        mistakes.add(file, line, message, suggestion);
    }

    public boolean isEmpty() {
        return node.getTag().equals(Tag.NULL);
    }

    public boolean isList() {
        return node instanceof SequenceNode;
    }

    public boolean isMapping() {
        return node instanceof MappingNode;
    }

    public Optional<String> text() {
        if (isEmpty()) {
            wrong(quoted() + "没有值");
            return Optional.empty();
        }
        if (node instanceof ScalarNode scalar) {
            String text = scalar.getValue().strip();
            if (text.isEmpty()) {
                wrong(quoted() + "没有值");
                return Optional.empty();
            }
            return Optional.of(text);
        }
        wrong(quoted() + "应为文字，而这里是" + kind() + "；含有方括号或花括号的文字请用引号括起来");
        return Optional.empty();
    }

    public Optional<Integer> integer(int least, int most) {
        return scalar(
                text -> ScalarText.integer(text).filter(number -> number >= least && number <= most),
                "应为" + least + "到" + most + "之间的整数");
    }

    public Optional<BigDecimal> number() {
        return scalar(ScalarText::number, "应为数字");
    }

    public Optional<BigDecimal> number(BigDecimal least, BigDecimal most) {
        Optional<BigDecimal> number = number();
        if (number.isPresent()
                && (number.get().compareTo(least) < 0 || number.get().compareTo(most) > 0)) {
            wrong(quoted() + "应在" + least + "到" + most + "之间，而这里是“"
                    + number.get().toPlainString() + "”");
            return Optional.empty();
        }
        return number;
    }

    public Optional<Boolean> flag() {
        return choice(titled(new Boolean[] {true, false}, String::valueOf));
    }

    public Optional<LocalDate> day() {
        return scalar(ScalarText::day, "应为日期，如 2026-10-01");
    }

    public Optional<MonthDay> dayOfYear() {
        return scalar(ScalarText::monthDay, "应为月和日，如 11-20");
    }

    private <T> Optional<T> scalar(Function<String, Optional<T>> kind, String expected) {
        return text().flatMap(text -> {
            Optional<T> scalar = kind.apply(text);
            if (scalar.isEmpty()) {
                wrong(quoted() + expected + "，而这里是“" + text + "”");
            }
            return scalar;
        });
    }

    /** What may be chosen by its title, in order. */
    public static <T> Map<String, T> titled(T[] values, Function<T, String> title) {
        Map<String, T> choices = new LinkedHashMap<>();
        for (T value : values) {
            choices.put(title.apply(value), value);
        }
        return choices;
    }

    public <T> Optional<T> choice(Map<String, T> choices) {
        return text().flatMap(text -> {
            T choice = choices.get(text);
            if (choice == null) {
                wrong(
                        quoted() + "应为" + String.join("、", choices.keySet()) + "之一，而这里是“" + text + "”",
                        Spelling.nearest(text, choices.keySet()));
                return Optional.empty();
            }
            return Optional.of(choice);
        });
    }

    public List<YamlValue> list() {
        if (node instanceof SequenceNode sequence) {
            return sequence.getValue().stream()
                    .map(item ->
                            new YamlValue(file, name, item, item.getStartMark().getLine() + 1, mistakes))
                    .toList();
        }
        wrong(quoted() + (isEmpty() ? "没有值" : "应为列表，而这里是" + kind()));
        return List.of();
    }

    /** A list of texts of which none comes twice. */
    public List<String> texts() {
        List<String> texts = new ArrayList<>();
        for (YamlValue item : list()) {
            item.text().ifPresent(text -> {
                if (texts.contains(text)) {
                    item.wrong(quoted() + "中的“" + text + "”重复");
                } else {
                    texts.add(text);
                }
            });
        }
        return texts;
    }

    public List<Entry> entries() {
        if (!(node instanceof MappingNode mapping)) {
            wrong(quoted() + (isEmpty() ? "没有值" : "应为一组“键: 值”，而这里是" + kind()));
            return List.of();
        }
        Map<String, Entry> entries = new LinkedHashMap<>();
        for (NodeTuple tuple : mapping.getValue()) {
            int keyLine = tuple.getKeyNode().getStartMark().getLine() + 1;
            if (!(tuple.getKeyNode() instanceof ScalarNode keyNode)) {
                mistakes.add(file, keyLine, "键应为文字");
                continue;
            }
            String key = keyNode.getValue().strip();
            Entry earlier = entries.get(key);
            if (earlier != null) {
                mistakes.add(file, keyLine, "“" + key + "”重复，第" + earlier.line() + "行已有");
                continue;
            }
            Node content = tuple.getValueNode();
            int line = content instanceof ScalarNode ? content.getStartMark().getLine() + 1 : keyLine;
            entries.put(key, new Entry(key, keyLine, new YamlValue(file, key, content, line, mistakes)));
        }
        return List.copyOf(entries.values());
    }

    private String quoted() {
        return name.isEmpty() ? "文件内容" : "“" + name + "”";
    }

    private String kind() {
        return isList() ? "列表" : isMapping() ? "一组“键: 值”" : "“" + ((ScalarNode) node).getValue() + "”";
    }
}

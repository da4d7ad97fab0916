package xiangbao.readers.config.documents;

import org.yaml.snakeyaml.error.MarkedYAMLException;

/** What the parser of YAML found wrong, in Chinese. */
final class YamlFault {
    private YamlFault() {}

    static String inChinese(MarkedYAMLException broken) {
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

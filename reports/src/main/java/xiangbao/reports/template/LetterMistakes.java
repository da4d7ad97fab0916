package xiangbao.reports.template;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import xiangbao.statistics.text.Spelling;

/** What is wrong with the tokens of a letter, in Chinese. */
final class LetterMistakes {
    private final Set<String> markers;
    private final Set<String> words;
    private final Map<String, List<Told>> told;

    /**
     * @param markers names that stand alone and become paragraphs
     * @param words other names
     * @param told names that take words behind them, such as {@code 目标 S01}, and what these may be
     */
    LetterMistakes(Set<String> markers, Set<String> words, Map<String, List<Told>> told) {
        this.markers = markers;
        this.words = words;
        this.told = told;
    }

    /** @param body whether the paragraph stands in the letter's body */
    List<String> in(String text, boolean body) {
        List<String> mistakes = new ArrayList<>();
        Matcher matcher = Tokens.in(text);
        while (matcher.find()) {
            String name = matcher.group(1).strip();
            if (markers.contains(name)) {
                if (!text.strip().equals(matcher.group()) || !body) {
                    mistakes.add("标记 " + matcher.group() + " 应在正文中单独成段，前后不能有别的字");
                }
            } else if (!words.contains(name)) {
                List<String> parts = List.of(name.split("\\s+"));
                List<Told> wanted = told.get(parts.get(0));
                String wrong = wanted == null ? "不认识的标记 " + matcher.group() : wrong(matcher.group(), parts, wanted);
                if (!wrong.isEmpty()) {
                    mistakes.add(
                            wrong + "，所在段落为“" + shortened(text) + "”" + (wanted == null ? "" : meant(parts, wanted)));
                }
            }
        }
        return mistakes;
    }

    /** What is wrong with the words behind a name; a token with an unknown one would leave its paragraph out without a word. */
    private static String wrong(String token, List<String> parts, List<Told> wanted) {
        for (int index = 0; index < wanted.size(); index++) {
            Told one = wanted.get(index);
            if (parts.size() <= index + 1) {
                return one.required() ? "标记 " + token + " 后面要写" + one.title() : "";
            }
            if (isUnknown(parts.get(index + 1), one)) {
                return "标记 " + token + " 里的“" + parts.get(index + 1) + "”不是" + one.title();
            }
        }
        return parts.size() > wanted.size() + 1
                ? "标记 " + token + " 里多了“" + String.join(" ", parts.subList(wanted.size() + 1, parts.size())) + "”"
                : "";
    }

    private static boolean isUnknown(String word, Told wanted) {
        return wanted.known() != null && !wanted.known().contains(word);
    }

    private static String meant(List<String> parts, List<Told> wanted) {
        for (int index = 0; index < wanted.size() && index + 1 < parts.size(); index++) {
            Set<String> known = wanted.get(index).known();
            if (known != null && !known.contains(parts.get(index + 1))) {
                String nearest = Spelling.nearest(parts.get(index + 1), known);
                return nearest.isEmpty() ? "" : "，您是不是想写“" + nearest + "”？";
            }
        }
        return "";
    }

    private static String shortened(String text) {
        return text.length() <= 30 ? text : text.substring(0, 30) + "…";
    }
}

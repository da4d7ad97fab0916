package xiangbao.readers.config.reporting;

import java.util.ArrayList;
import java.util.List;
import xiangbao.readers.config.documents.Section;
import xiangbao.readers.config.documents.YamlValue;
import xiangbao.statistics.definitions.ExplanationMemory;
import xiangbao.statistics.definitions.ExplanationRules;

/** {@code explanations.yaml}: what a 审核说明 must say at least, and how far and how long one that was accepted holds. Where there is no such file, and for each key that it does not have, the usual rules hold. */
public final class ExplanationsFile {
    public static final String NAME = "explanations.yaml";
    static final List<String> KEYS = List.of("least", "phrases", "margin", "months");
    private static final int MOST = 100;
    private static final int LONGEST = 60;

    private ExplanationsFile() {}

    public static ExplanationRules read(YamlValue root) {
        Section section = new Section(root, KEYS);
        int least =
                section.value("least").flatMap(value -> value.integer(1, MOST)).orElse(ExplanationRules.USUAL.least());
        List<String> phrases = new ArrayList<>();
        for (YamlValue item : section.value("phrases").map(YamlValue::list).orElse(List.of())) {
            item.text().ifPresent(text -> {
                if (ExplanationRules.plain(text).length() < 2) {
                    item.wrong("“" + text + "”不足2个字：太短的话会从别的词里删去字，不用写，它本来就不够字数");
                } else {
                    phrases.add(text);
                }
            });
        }
        ExplanationMemory usual = ExplanationMemory.USUAL;
        return new ExplanationRules(
                least,
                phrases,
                new ExplanationMemory(
                        number(section, "margin", MOST, usual.margin()),
                        number(section, "months", LONGEST, usual.months())));
    }

    private static int number(Section section, String key, int most, int usual) {
        return section.value(key).flatMap(value -> value.integer(0, most)).orElse(usual);
    }
}

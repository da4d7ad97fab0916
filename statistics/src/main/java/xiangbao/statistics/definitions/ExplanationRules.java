package xiangbao.statistics.definitions;

import java.text.Normalizer;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import xiangbao.statistics.findings.Finding;
import xiangbao.statistics.findings.Severity;
import xiangbao.statistics.workbooks.Explanation;

/**
 * When a 审核说明 explains, and how long it does: it gives a reason of some length, beside phrases that only affirm the figure, in the unit's own words, and about a finding that can be
 * explained at all.
 *
 * @param least how many letters and digits a reason has at least
 * @param phrases what says nothing, such as 情况属实
 * @param memory how far and how long one that was accepted holds
 */
public record ExplanationRules(int least, List<String> phrases, ExplanationMemory memory) {
    /** Where nothing else is configured. */
    public static final ExplanationRules USUAL = new ExplanationRules(6, List.of(), ExplanationMemory.USUAL);

    /** The longest first: 核实无误 is one phrase, not what is left of it without 无误. */
    public ExplanationRules {
        phrases = phrases.stream()
                .map(ExplanationRules::plain)
                .distinct()
                .sorted(Comparator.comparing(String::length).reversed().thenComparing(Comparator.naturalOrder()))
                .toList();
    }

    /**
     * Why an explanation is not taken.
     *
     * @param code of the finding that tells its author
     * @param title in a few words
     * @param reply what its author is told
     */
    public record Shortcoming(String code, String title, String reply) {
        /** About those explanations in a file that are not taken for this reason. */
        public Finding finding(List<Explanation> said) {
            String what = "审核说明没有采用：" + title;
            String texts = said.stream()
                    .map(one -> "［" + one.code() + "］“" + one.text() + "”")
                    .collect(Collectors.joining("、"));
            String message = "[" + code + "] " + what + "\n" + texts + "\n" + reply;
            return Finding.of(code, Severity.HINT, what).reported(texts).saying(message, reply);
        }
    }

    /**
     * What is wanting in an explanation.
     *
     * @param sameAs name of another unit that has said just this about the same finding
     */
    public Optional<Shortcoming> shortcoming(Finding about, String text, Optional<String> sameAs) {
        if (about.severity() == Severity.MANDATORY) {
            return Optional.of(new Shortcoming(
                    "EXPLANATION-MANDATORY", "强制性问题不能用说明代替改正", "这是强制性问题，写说明不能通过：请按“怎么改”改好后重新报送；确实改不了的，请与县统计局联系。"));
        }
        if (about.refused()) {
            return Optional.of(new Shortcoming(
                    "EXPLANATION-REFUSED", "县统计局已经退回，不能用说明代替改正", "县统计局已经退回这一处，写说明不能通过：请改好后重新报送；确实没有错的，请与县统计局联系。"));
        }
        if (saysNothing(text)) {
            return Optional.of(new Shortcoming(
                    "EXPLANATION-EMPTY",
                    "说明没有说出原因",
                    "这句说明没有说出原因，不算说明：请写明具体的事实（什么事、什么时候、影响多少），去掉“属实”“无误”一类的话至少 " + least + " 个字；填错了的请改正。"));
        }
        return sameAs.map(other ->
                new Shortcoming("EXPLANATION-COPIED", "说明与别的单位一字不差", "这句说明与" + other + "的一字不差，不算说明：请写明本单位自己的原因和事实。"));
    }

    /** Whether a text gives no reason. */
    public boolean saysNothing(String text) {
        String reason = plain(text);
        for (String phrase : phrases) {
            reason = reason.replace(phrase, "");
        }
        return reason.codePointCount(0, reason.length()) < least;
    }

    /** Letters and digits alone: by this two texts are the same. */
    public static String plain(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC).replaceAll("[^\\p{L}\\p{N}]", "");
    }
}

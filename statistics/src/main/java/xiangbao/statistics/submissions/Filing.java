package xiangbao.statistics.submissions;

import java.util.List;
import java.util.Optional;

/** 填报情况: what a form declares about itself at its head. Who declares nothing and has figures means 有数; that there is nothing has to be declared. */
public enum Filing {
    /** It holds figures. */
    FIGURES("有数", "有", "有数据"),
    /** There is nothing to report: every figure is zero, a ledger has no line. */
    ZERO("零报告", "无", "没有", "本月无", "本期无", "本季无", "暂无", "零报"),
    /** The unit says that the form does not apply to it; the register and the form say who owes it, so that this is a doubt about them. */
    NOT_APPLICABLE("不适用");

    private final List<String> words;

    Filing(String... words) {
        this.words = List.of(words);
    }

    public String title() {
        return words.get(0);
    }

    /** What is meant by a word without blanks; empty when it is none of theirs. */
    public static Optional<Filing> meant(String word) {
        for (Filing filing : values()) {
            if (filing.words.contains(word)) {
                return Optional.of(filing);
            }
        }
        return Optional.empty();
    }
}

package xiangbao.readers.cases;

import java.util.Optional;
import java.util.regex.Pattern;
import xiangbao.statistics.definitions.Definitions;
import xiangbao.statistics.forms.FormCode;
import xiangbao.statistics.periods.Frequency;
import xiangbao.statistics.periods.ReferencePeriod;
import xiangbao.statistics.relations.FormRules;
import xiangbao.statistics.submissions.SubmissionKey;

/** 上期, 上年同期, 平01-1, 平11-1 2026年二季度: other figures of the same unit, by the names that cases give them. */
record Neighbours(Definitions definitions, SubmissionKey home) {
    private static final Pattern BLANKS = Pattern.compile("\\s+");

    /** Empty where it is no such name. */
    Optional<SubmissionKey> named(String text) throws CaseMistake {
        String[] words = BLANKS.split(text.strip(), 2);
        switch (words[0]) {
            case "上期" -> {
                return words.length > 1
                        ? Optional.empty()
                        : Optional.of(of(home.form(), home.period().previous()));
            }
            case "上年同期" -> {
                return words.length > 1
                        ? Optional.empty()
                        : Optional.of(of(home.form(), home.period().yearEarlier()));
            }
            default -> {
                return form(words);
            }
        }
    }

    private Optional<SubmissionKey> form(String[] words) throws CaseMistake {
        Optional<FormRules> rules =
                words[0].equals("本表") ? definitions.form(home.form()) : rules(definitions, words[0]);
        if (rules.isEmpty()) {
            return Optional.empty();
        }
        Frequency frequency = rules.get().form().frequency();
        ReferencePeriod then =
                words.length > 1 ? period(words[1]) : home.period().latestEnded(frequency);
        if (then.frequency() != frequency) {
            throw new CaseMistake(rules.get().form().code() + " 是" + frequency.title() + "，没有“" + words[1] + "”这一期");
        }
        return Optional.of(of(rules.get().form().code(), then));
    }

    static Optional<FormRules> rules(Definitions definitions, String code) {
        return definitions.forms().values().stream()
                .filter(rules -> rules.form().code().text().equals(code))
                .findFirst();
    }

    private SubmissionKey of(FormCode form, ReferencePeriod period) {
        return new SubmissionKey(form, home.unit(), period);
    }

    /** {@code 2026-Q3}, or as it is printed: {@code 2026年三季度}. */
    static ReferencePeriod period(String text) throws CaseMistake {
        Optional<ReferencePeriod> coded = ReferencePeriod.parse(text);
        if (coded.isPresent()) {
            return coded.get();
        }
        int year = text.matches("\\d{4}年.*") ? Integer.parseInt(text.substring(0, 4)) : 0;
        for (Frequency frequency : Frequency.values()) {
            for (int ordinal = 1; year > 0 && ordinal <= frequency.perYear(); ordinal++) {
                ReferencePeriod period = new ReferencePeriod(year, frequency, ordinal);
                if (period.title().equals(text)) {
                    return period;
                }
            }
        }
        throw new CaseMistake("“" + text + "”不是报告期，应如 2026年三季度 或 2026-Q3");
    }
}

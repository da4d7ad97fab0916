package xiangbao.statistics.evaluation;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/** Whether texts are written as a pattern asks, within bounds: some patterns look exponentially often. Safe for many threads. */
final class TextPattern {
    private static final int LONGEST_MATCHED = 1_000;
    private static final int MOST_LOOKS = 200_000;
    private static final Map<String, Pattern> PATTERNS = new ConcurrentHashMap<>();

    private TextPattern() {}

    /** Empty where finding out costs too much. */
    static Optional<Boolean> matches(String pattern, String text) {
        if (text.length() > LONGEST_MATCHED) {
            return Optional.empty();
        }
        try {
            return Optional.of(PATTERNS.computeIfAbsent(pattern, Pattern::compile)
                    .matcher(new Watched(text, new int[1]))
                    .matches());
        } catch (TooManyLooks | StackOverflowError costly) {
            return Optional.empty();
        }
    }

    private static final class TooManyLooks extends RuntimeException {
        private static final long serialVersionUID = 1;

        TooManyLooks() {
            super(null, null, false, false);
        }
    }

    /** A text that counts how often it is looked at. */
    private record Watched(String text, int[] looks) implements CharSequence {
        @Override
        public int length() {
            return text.length();
        }

        @Override
        public char charAt(int place) {
            if (++looks[0] > MOST_LOOKS) {
                throw new TooManyLooks();
            }
            return text.charAt(place);
        }

        @Override
        public CharSequence subSequence(int start, int end) {
            return new Watched(text.substring(start, end), looks);
        }

        @Override
        public String toString() {
            return text;
        }
    }
}

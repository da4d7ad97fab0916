package xiangbao.statistics.formula;

import java.util.Collection;

/** Finds what somebody probably meant. */
final class Nearest {
    private Nearest() {}

    /** The candidate with the smallest edit distance, if that is small enough to be a slip; otherwise empty. */
    static String to(String text, Collection<String> candidates) {
        String best = "";
        int least = Math.max(1, text.length() / 2) + 1;
        for (String candidate : candidates) {
            int distance = distance(text, candidate);
            if (distance < least && distance < Math.max(text.length(), candidate.length())) {
                least = distance;
                best = candidate;
            }
        }
        return best;
    }

    private static int distance(String one, String other) {
        int[] before = new int[other.length() + 1];
        for (int column = 0; column <= other.length(); column++) {
            before[column] = column;
        }
        for (int row = 1; row <= one.length(); row++) {
            int[] now = new int[other.length() + 1];
            now[0] = row;
            for (int column = 1; column <= other.length(); column++) {
                int swap = before[column - 1] + (one.charAt(row - 1) == other.charAt(column - 1) ? 0 : 1);
                now[column] = Math.min(swap, Math.min(before[column], now[column - 1]) + 1);
            }
            before = now;
        }
        return before[other.length()];
    }
}

package xiangbao.readers.forms.wording;

/** How alike two titles are that are not spelt the same. */
public final class TitleLikeness {
    private static final int LONGEST = 60;

    private TitleLikeness() {}

    /** From 0 to 1: twice the longest common subsequence over both lengths. */
    public static double of(String one, String other) {
        if (one.isEmpty() || other.isEmpty()) {
            return 0;
        }
        String first = one.length() > LONGEST ? one.substring(0, LONGEST) : one;
        String second = other.length() > LONGEST ? other.substring(0, LONGEST) : other;
        int[] row = new int[second.length() + 1];
        for (int i = 0; i < first.length(); i++) {
            int diagonal = 0;
            for (int j = 1; j <= second.length(); j++) {
                int above = row[j];
                row[j] = first.charAt(i) == second.charAt(j - 1) ? diagonal + 1 : Math.max(above, row[j - 1]);
                diagonal = above;
            }
        }
        return 2.0 * row[second.length()] / (first.length() + second.length());
    }
}

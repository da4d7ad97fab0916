package xiangbao.statistics.publication;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a published result is worth: 初步数 until the period is sealed, 定案数 when it is, 修订数 after each correction of the sealed result.
 *
 * @param revision 第n次 of a 修订数, otherwise 0
 */
public record Vintage(Kind kind, int revision) {
    public static final Vintage PRELIMINARY = new Vintage(Kind.PRELIMINARY, 0);
    public static final Vintage FINAL = new Vintage(Kind.FINAL, 0);

    private static final Pattern REVISED = Pattern.compile("修订数（第([1-9]\\d{0,3})次）");

    /** The three kinds, in the order in which a period goes through them. */
    public enum Kind {
        PRELIMINARY,
        FINAL,
        REVISED
    }

    public Vintage {
        if ((kind == Kind.REVISED) != (revision > 0)) {
            throw new IllegalArgumentException(kind + " with revision " + revision);
        }
    }

    public static Vintage revised(int revision) {
        return new Vintage(Kind.REVISED, revision);
    }

    /** Reads what {@link #title} writes. */
    public static Vintage of(String title) {
        if (title.equals(PRELIMINARY.title())) {
            return PRELIMINARY;
        }
        if (title.equals(FINAL.title())) {
            return FINAL;
        }
        Matcher revised = REVISED.matcher(title);
        if (!revised.matches()) {
            throw new IllegalArgumentException("not a vintage: '" + title + "'");
        }
        return revised(Integer.parseInt(revised.group(1)));
    }

    /** As printed and stored: 初步数, 定案数, 修订数（第1次）. */
    public String title() {
        return switch (kind) {
            case PRELIMINARY -> "初步数";
            case FINAL -> "定案数";
            case REVISED -> "修订数（第" + revision + "次）";
        };
    }

    /** What a figure is called to which not all have contributed: it may still change, or it was sealed as it is. */
    public String ofIncomplete() {
        return isSealed() ? "报送或审核不齐" : title();
    }

    public boolean isSealed() {
        return kind != Kind.PRELIMINARY;
    }

    @Override
    public String toString() {
        return title();
    }
}

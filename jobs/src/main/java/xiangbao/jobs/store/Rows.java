package xiangbao.jobs.store;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.support.GeneratedKeyHolder;

/** What the columns can hold. */
public final class Rows {
    private static final int LONGEST_TEXT = 60_000;
    private static final BigDecimal LARGEST = new BigDecimal("1E26");
    private static final int DECIMALS = 12;

    private Rows() {}

    public static long generated(GeneratedKeyHolder holder) {
        return Objects.requireNonNull(holder.getKey(), "no key was generated").longValue();
    }

    /** Shortens what is longer than a text column; nobody reads a cell of 60 kB. */
    public static String text(String text) {
        String sound = text.indexOf('\0') < 0 ? text : text.replace('\0', ' ');
        if (sound.length() * 3L <= LONGEST_TEXT || sound.getBytes(StandardCharsets.UTF_8).length <= LONGEST_TEXT) {
            return sound;
        }
        return sound.substring(0, LONGEST_TEXT / 4) + "…";
    }

    public static String text(String text, int characters) {
        String sound = text(text);
        return sound.length() <= characters ? sound : sound.substring(0, characters - 1) + "…";
    }

    /** The number for whoever queries the table; null where the column is too narrow for it. The exact one stands beside it as text. */
    public static @Nullable BigDecimal number(@Nullable BigDecimal number) {
        if (number == null
                || number.abs().compareTo(LARGEST) >= 0
                || number.stripTrailingZeros().scale() > DECIMALS) {
            return null;
        }
        return number;
    }
}

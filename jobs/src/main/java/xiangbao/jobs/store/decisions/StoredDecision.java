package xiangbao.jobs.store.decisions;

import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/**
 * What the statistician decided about a doubt.
 *
 * @param said digest of what the doubt says; with other figures it is another doubt
 * @param explanation on which it rests, or null where nothing was said
 * @param text why, or the question
 * @param remembered how it holds for later periods; null where it does not
 */
public record StoredDecision(
        long claim,
        FindingName about,
        String said,
        Kind kind,
        @Nullable Long explanation,
        String actor,
        LocalDateTime at,
        String text,
        @Nullable Remembered remembered) {
    /** How a doubt was decided. */
    public enum Kind {
        /** 认可: it holds nothing up any more. */
        ACCEPTED,
        /** 追问: the unit has to say more. */
        ASKED,
        /** 退回: the figure must be corrected. */
        REFUSED
    }

    /**
     * The band within which an accepted explanation holds.
     *
     * @param value what was reported when it was accepted
     * @param margin in per cent of that
     */
    public record Remembered(String value, int margin) {}
}

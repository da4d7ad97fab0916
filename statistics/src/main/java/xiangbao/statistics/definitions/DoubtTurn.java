package xiangbao.statistics.definitions;

import java.time.LocalDateTime;

/**
 * What was said about a doubt at one time.
 *
 * @param by name of the unit, or of who decided for the county
 * @param text the explanation, the question or the reason
 */
public record DoubtTurn(Kind kind, String by, LocalDateTime at, String text) {
    /** Who says what. */
    public enum Kind {
        EXPLAINED("说明"),
        ASKED("追问"),
        ACCEPTED("认可"),
        REFUSED("退回");

        private final String title;

        Kind(String title) {
            this.title = title;
        }

        public String title() {
            return title;
        }
    }
}

package xiangbao.jobs.rules;

import java.util.List;
import xiangbao.statistics.forms.FormCode;
import xiangbao.statistics.periods.ReferencePeriod;
import xiangbao.statistics.tuning.Screen;

/**
 * What each relation and default screen was good for: what it found in some periods, and what became of it.
 *
 * @param lines those that were never decided first, then those that found most
 */
public record HealthAnswer(List<ReferencePeriod> periods, List<Line> lines) {
    /**
     * One relation of one form.
     *
     * @param severity as people read it; 默认审核 for a screen
     * @param lacking what kept it from deciding, where it was never decided
     */
    public record Line(
            FormCode form, String relation, String label, String severity, Counts counts, List<String> lacking) {
        public Line {
            lacking = List.copyOf(lacking);
        }

        public boolean neverDecided() {
            return counts.decided() == 0;
        }

        /** Whether it is a default screen, which decides nothing until there is something earlier. */
        public boolean isScreen() {
            return Screen.coded(relation).isPresent();
        }
    }

    /**
     * Each unit's reports about a period count as one; what was found is corrected, explained, waived or stands.
     *
     * @param judged reports that it was confronted with
     * @param decided of these, those about which it could say anything
     * @param fired of these, those in which it found something in any round
     * @param corrected the newest round passes
     * @param explained the explanation is accepted
     * @param waived 不审
     * @param standing it is found in the newest round, and nobody has settled it
     */
    public record Counts(int judged, int decided, int fired, int corrected, int explained, int waived, int standing) {}

    public HealthAnswer {
        periods = List.copyOf(periods);
        lines = List.copyOf(lines);
    }

    /** The relations that were never decided; a screen is no fault of anybody. */
    public List<Line> neverDecided() {
        return lines.stream()
                .filter(one -> one.neverDecided() && !one.isScreen())
                .toList();
    }

    /** 0 when every relation was decided at least once; 1 otherwise. */
    public int exit() {
        return neverDecided().isEmpty() ? 0 : 1;
    }
}

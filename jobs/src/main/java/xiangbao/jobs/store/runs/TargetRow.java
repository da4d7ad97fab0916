package xiangbao.jobs.store.runs;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A target as a run saw it. */
public record TargetRow(
        String code,
        String title,
        String section,
        @Nullable String actual,
        @Nullable String goal,
        String comparison,
        String measure,
        String status,
        String light,
        boolean offTarget,
        List<String> below,
        List<String> responsible,
        String coverage,
        Details details) {
    public TargetRow {
        below = List.copyOf(below);
        responsible = List.copyOf(responsible);
    }

    /**
     * What else is said about it.
     *
     * @param elapsed what the calendar expects by now, in per cent
     * @param taskSum what the townships' tasks come to
     * @param official 核定数, with its document number
     * @param actualText 实际 as every output writes it; null for runs of earlier versions
     * @param goalText 目标 likewise
     * @param partOf the code of the target of which it is a part, or null
     */
    public record Details(
            @Nullable String completion,
            @Nullable String elapsed,
            @Nullable String deviation,
            boolean provisional,
            boolean forecast,
            @Nullable String taskSum,
            @Nullable String official,
            @Nullable String document,
            String note,
            List<TrendRow> trend,
            @Nullable String actualText,
            @Nullable String goalText,
            @Nullable String partOf) {
        public Details {
            trend = List.copyOf(trend);
        }
    }

    /** Where it stood at an earlier period of the year. */
    public record TrendRow(String period, String actual, String status) {
        /** As it is stored, one a line. */
        String line() {
            return period + " " + actual + " " + status;
        }

        static TrendRow of(String line) {
            String[] parts = line.split(" ", 3);
            return new TrendRow(parts[0], parts[1], parts[2]);
        }
    }
}

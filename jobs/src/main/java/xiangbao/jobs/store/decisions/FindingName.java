package xiangbao.jobs.store.decisions;

import java.util.Comparator;
import java.util.Optional;
import xiangbao.statistics.findings.Finding;
import xiangbao.statistics.forms.FormCode;
import xiangbao.statistics.periods.ReferencePeriod;
import xiangbao.statistics.submissions.SubmissionKey;
import xiangbao.statistics.units.UnitCode;

/** By what a finding is known through all rounds of its key, as far as a column holds it. */
public record FindingName(SubmissionKey key, String code, String instance) implements Comparable<FindingName> {
    private static final int LONGEST_CODE = 127;
    private static final int LONGEST_INSTANCE = 254;

    /** One less than the columns hold, so that a stored name, shortened or not, is the same name again. */
    public FindingName {
        code = code.substring(0, Math.min(LONGEST_CODE, code.length()));
        instance = instance.substring(0, Math.min(LONGEST_INSTANCE, instance.length()));
    }

    public static FindingName of(SubmissionKey key, Finding finding) {
        return new FindingName(key, finding.code(), finding.instance());
    }

    /** Reads {@code 430626111/2026-Q3/平31-1/31-R1}, with or without an instance. */
    public static Optional<FindingName> parse(String text) {
        String[] parts = text.strip().split("/", 5);
        if (parts.length < 4 || parts[0].isEmpty() || parts[2].isEmpty() || parts[3].isEmpty()) {
            return Optional.empty();
        }
        return ReferencePeriod.parse(parts[1])
                .map(period -> new FindingName(
                        new SubmissionKey(new FormCode(parts[2]), new UnitCode(parts[0]), period),
                        parts[3],
                        parts.length == 5 ? parts[4] : ""));
    }

    @Override
    public int compareTo(FindingName other) {
        return Comparator.comparing(FindingName::key)
                .thenComparing(FindingName::code)
                .thenComparing(FindingName::instance)
                .compare(this, other);
    }

    /** As people and scripts write it. */
    @Override
    public String toString() {
        return key + "/" + code + (instance.isEmpty() ? "" : "/" + instance);
    }
}

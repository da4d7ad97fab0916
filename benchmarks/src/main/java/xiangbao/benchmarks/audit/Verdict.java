package xiangbao.benchmarks.audit;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import xiangbao.statistics.findings.Diagnosis;
import xiangbao.statistics.findings.Finding;
import xiangbao.statistics.findings.Severity;
import xiangbao.statistics.submissions.CellReference;

/**
 * What the audit made of one error: what it said that it does not say of the correct report.
 *
 * @param revealable whether anything at hand could tell
 * @param level the gravest of what is said; null for silence
 * @param right whether the first finding names a wrong cell, or the form as a whole where that is wrong
 * @param named whether the likely cause is the one
 * @param cause what the first finding takes for the cause, or its code
 * @param said findings that stand for themselves
 */
record Verdict(
        Mistake mistake,
        boolean revealable,
        @Nullable Severity level,
        boolean right,
        boolean named,
        String cause,
        int said,
        String first) {
    static Verdict of(Mistake mistake, boolean revealable, List<Finding> before, List<Finding> after) {
        Set<String> known = new HashSet<>();
        before.forEach(finding -> known.add(name(finding)));
        List<Finding> fresh =
                after.stream().filter(finding -> !known.contains(name(finding))).toList();
        List<Finding> leading =
                fresh.stream().filter(finding -> !folds(finding)).toList();
        List<Finding> serious = leading.stream()
                .filter(finding -> finding.severity() != Severity.HINT)
                .toList();
        List<Finding> looked = serious.isEmpty() ? leading : serious;
        Severity level = fresh.isEmpty() ? null : fresh.get(0).severity();
        if (looked.isEmpty()) {
            return new Verdict(mistake, revealable, level, false, false, "", 0, "");
        }
        Finding first = looked.get(0);
        return new Verdict(
                mistake,
                revealable,
                level,
                points(mistake, first),
                names(mistake, first),
                cause(first),
                serious.size(),
                told(first));
    }

    boolean found() {
        return level == Severity.MANDATORY || level == Severity.QUERY;
    }

    private static String name(Finding finding) {
        return finding.code() + "/" + finding.instance();
    }

    private static boolean folds(Finding finding) {
        Diagnosis diagnosis = finding.diagnosis();
        return diagnosis != null && diagnosis.folds();
    }

    private static boolean points(Mistake mistake, Finding finding) {
        if (!mistake.key().isEmpty()
                && (finding.instance().contains(mistake.key())
                        || finding.message().contains(mistake.key()))
                && mistake.kind().ofLedgers()) {
            return true;
        }
        if (finding.place().cells().isEmpty()) {
            return mistake.whole();
        }
        CellReference cell = finding.place().cells().get(0);
        return mistake.spots().stream()
                        .anyMatch(spot -> mistake.report()
                                .cell(spot.line(), spot.column())
                                .equals(cell))
                || mistake.alsoRight().stream()
                        .anyMatch(spot -> mistake.report()
                                .cell(spot.line(), spot.column())
                                .equals(cell));
    }

    private static boolean names(Mistake mistake, Finding first) {
        String cause = cause(first);
        return mistake.kind().causes().stream()
                .anyMatch(expected -> cause.contains(expected) || first.code().contains(expected));
    }

    private static String cause(Finding first) {
        String kind = first.diagnosis() == null ? "" : first.diagnosis().kind();
        return kind.isEmpty() ? first.code() : kind;
    }

    private static String told(Finding finding) {
        Diagnosis diagnosis = finding.diagnosis();
        return finding.severity().title() + " " + finding.code()
                + (finding.place().cells().isEmpty()
                        ? ""
                        : "@" + finding.place().cells().get(0).address())
                + (diagnosis == null || diagnosis.kind().isEmpty() ? "" : " " + diagnosis.kind());
    }
}

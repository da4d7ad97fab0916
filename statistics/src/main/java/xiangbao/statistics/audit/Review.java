package xiangbao.statistics.audit;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import xiangbao.statistics.confrontation.RelationVerdict;
import xiangbao.statistics.findings.Diagnosis;
import xiangbao.statistics.findings.Finding;
import xiangbao.statistics.findings.Outcome;
import xiangbao.statistics.findings.Severity;

/** What reviewing a submission came to. */
public sealed interface Review {
    /** Mandatory ones first, each with its consequences behind it; otherwise as found: the reader's before the relations'. */
    List<Finding> findings();

    List<RelationVerdict> verdicts();

    Outcome outcome();

    /** Whether the figures go into the county's: not what was returned, and not what a doubt withholds. */
    boolean counts();

    /**
     * The same in the light of what was decided about its doubts: one that is explained stays and holds nothing up any more, and what follows from it is
     * explained with it.
     *
     * @param decided makes of a doubt what was decided about it
     */
    default Review deciding(UnaryOperator<Finding> decided) {
        List<Finding> all = findings().stream()
                .map(finding -> finding.severity() == Severity.QUERY ? decided.apply(finding) : finding)
                .toList();
        Set<String> leaders =
                all.stream().filter(Finding::explained).map(Finding::name).collect(Collectors.toSet());
        return of(
                all.stream()
                        .map(finding -> finding.isOpen() && follows(finding, leaders) ? finding.asExplained() : finding)
                        .toList(),
                verdicts());
    }

    /**
     * The same with the relations that are waived for the unit and the period: what they find stays, and returns nothing. What was folded beneath such a
     * finding stands for itself.
     *
     * @param waivers why each relation is waived, by its code
     */
    default Review waiving(Map<String, String> waivers) {
        Set<String> leaders = findings().stream()
                .filter(finding -> finding.severity() == Severity.MANDATORY && waivers.containsKey(finding.code()))
                .map(Finding::name)
                .collect(Collectors.toSet());
        if (leaders.isEmpty()) {
            return this;
        }
        return of(
                findings().stream()
                        .map(finding -> leaders.contains(finding.name())
                                ? finding.asWaived(waivers.getOrDefault(finding.code(), ""))
                                : follows(finding, leaders) ? finding.undiagnosed() : finding)
                        .toList(),
                verdicts());
    }

    private static boolean follows(Finding finding, Set<String> leaders) {
        Diagnosis cause = finding.diagnosis();
        return cause != null && leaders.contains(cause.leader());
    }

    /** Counts; there may be hints. */
    record Accepted(List<Finding> findings, List<RelationVerdict> verdicts) implements Review {
        public Accepted {
            findings = List.copyOf(findings);
            verdicts = List.copyOf(verdicts);
        }

        @Override
        public Outcome outcome() {
            return Outcome.ACCEPTED;
        }

        @Override
        public boolean counts() {
            return true;
        }
    }

    /** Counts and says so, until the unit has explained what is doubtful; what is gravely doubtful does not count until then. */
    record PendingExplanation(List<Finding> findings, List<RelationVerdict> verdicts) implements Review {
        public PendingExplanation {
            findings = List.copyOf(findings);
            verdicts = List.copyOf(verdicts);
        }

        @Override
        public Outcome outcome() {
            return Outcome.PENDING_EXPLANATION;
        }

        @Override
        public boolean counts() {
            return findings.stream().noneMatch(Finding::withholds);
        }
    }

    /** Does not count; the last good round does. */
    record Returned(List<Finding> findings, List<RelationVerdict> verdicts) implements Review {
        public Returned {
            findings = List.copyOf(findings);
            verdicts = List.copyOf(verdicts);
        }

        @Override
        public Outcome outcome() {
            return Outcome.RETURNED;
        }

        @Override
        public boolean counts() {
            return false;
        }
    }

    static Review of(List<Finding> findings, List<RelationVerdict> verdicts) {
        Map<String, Severity> leaders = new HashMap<>();
        findings.stream().filter(one -> !one.folds()).forEach(one -> leaders.putIfAbsent(one.name(), one.severity()));
        List<Finding> sorted = findings.stream()
                .sorted(Comparator.comparing(one -> standing(one, leaders)))
                .toList();
        if (findings.stream().anyMatch(Finding::returns)) {
            return new Returned(sorted, verdicts);
        }
        if (findings.stream().anyMatch(Finding::isOpen)) {
            return new PendingExplanation(sorted, verdicts);
        }
        return new Accepted(sorted, verdicts);
    }

    /** A consequence stands where its leader does. */
    private static Severity standing(Finding one, Map<String, Severity> leaders) {
        Diagnosis cause = one.diagnosis();
        return cause == null || !cause.folds() ? one.severity() : leaders.getOrDefault(cause.leader(), one.severity());
    }
}

package xiangbao.reports.review;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import xiangbao.reports.county.CountyResult;
import xiangbao.reports.county.Reporting;
import xiangbao.statistics.definitions.Definitions;
import xiangbao.statistics.findings.Finding;
import xiangbao.statistics.findings.Severity;
import xiangbao.statistics.forms.Form;
import xiangbao.statistics.forms.FormCode;
import xiangbao.statistics.relations.AuditRelation;
import xiangbao.statistics.units.ReportingUnit;

/**
 * 审核情况 of a county period: the findings that stand, which are those of each form's newest round, and those that a later round has put right.
 *
 * @param standing mandatory ones first, then in print order of the forms and units
 * @param byRelation in the same order
 * @param byUnit every unit that owes a form, in register order
 */
public record ReviewSummary(List<Standing> standing, List<RelationLine> byRelation, List<UnitLine> byUnit) {
    /** One finding in a newest round. */
    record Standing(Reporting reporting, int round, Finding finding) {}

    /**
     * What one relation, or one rule of the reader, has found in one form.
     *
     * @param relation empty for rules of the reader
     * @param units whose newest round has it
     * @param corrected how many findings are there no more
     */
    record RelationLine(
            Form form,
            String code,
            Severity severity,
            String title,
            Optional<AuditRelation> relation,
            int findings,
            List<ReportingUnit> units,
            int corrected) {}

    /** @param titles of what stands, with how often */
    record UnitLine(
            ReportingUnit unit,
            int received,
            Map<Severity, Integer> standing,
            int corrected,
            Map<String, Integer> titles) {
        public int of(Severity severity) {
            return standing.getOrDefault(severity, 0);
        }
    }

    public ReviewSummary {
        standing = List.copyOf(standing);
        byRelation = List.copyOf(byRelation);
        byUnit = List.copyOf(byUnit);
    }

    public static ReviewSummary of(CountyResult result) {
        List<Standing> standing = new ArrayList<>();
        Map<FormCode, Map<String, Tally>> relations = new LinkedHashMap<>();
        Map<ReportingUnit, List<Reporting>> units = new LinkedHashMap<>();
        for (Reporting one : result.reportings()) {
            units.computeIfAbsent(one.unit(), unit -> new ArrayList<>()).add(one);
            Map<String, Tally> ofForm = relations.computeIfAbsent(one.form().code(), form -> new LinkedHashMap<>());
            one.newest()
                    .ifPresent(round -> round.findings().forEach(finding -> {
                        standing.add(new Standing(one, round.number(), finding));
                        ofForm.computeIfAbsent(finding.code(), code -> new Tally(one.form(), finding))
                                .stands(one.unit());
                    }));
            corrected(one)
                    .forEach(finding ->
                            ofForm.computeIfAbsent(finding.code(), code -> new Tally(one.form(), finding)).corrected++);
        }
        standing.sort(Comparator.comparing(one -> one.finding().severity()));
        List<RelationLine> lines = new ArrayList<>();
        relations
                .values()
                .forEach(ofForm -> ofForm.values().forEach(tally -> lines.add(tally.line(result.definitions()))));
        lines.sort(Comparator.comparing(RelationLine::severity));
        List<UnitLine> byUnit = result.definitions().units().all().stream()
                .filter(units::containsKey)
                .map(unit -> line(unit, units.getOrDefault(unit, List.of())))
                .toList();
        return new ReviewSummary(standing, lines, byUnit);
    }

    /** Findings of earlier rounds that the newest one does not have, each once. */
    private static List<Finding> corrected(Reporting reporting) {
        Set<String> seen = new HashSet<>();
        reporting.newest().ifPresent(round -> round.findings().forEach(finding -> seen.add(key(finding))));
        List<Finding> corrected = new ArrayList<>();
        for (Reporting.Round round : reporting.rounds()) {
            for (Finding finding : round.findings()) {
                if (seen.add(key(finding))) {
                    corrected.add(finding);
                }
            }
        }
        return corrected;
    }

    private static String key(Finding finding) {
        return finding.code() + "/" + finding.instance();
    }

    private static UnitLine line(ReportingUnit unit, List<Reporting> reportings) {
        Map<Severity, Integer> bySeverity = new TreeMap<>();
        Map<String, Integer> titles = new LinkedHashMap<>();
        int received = 0;
        int corrected = 0;
        List<Finding> findings = new ArrayList<>();
        for (Reporting one : reportings) {
            received += one.isMissing() ? 0 : 1;
            corrected += corrected(one).size();
            one.newest().ifPresent(round -> findings.addAll(round.findings()));
        }
        findings.sort(Comparator.comparing(Finding::severity));
        for (Finding finding : findings) {
            if (!finding.waived()) {
                bySeverity.merge(finding.severity(), 1, Integer::sum);
            }
            titles.merge(finding.heading() + finding.title() + (finding.waived() ? "（不审）" : ""), 1, Integer::sum);
        }
        return new UnitLine(unit, received, bySeverity, corrected, titles);
    }

    public int count(Severity severity) {
        return (int) standing.stream()
                .filter(one ->
                        one.finding().severity() == severity && !one.finding().waived())
                .count();
    }

    /** Those whose relation is waived for the unit and the period. */
    List<Standing> waived() {
        return standing.stream().filter(one -> one.finding().waived()).toList();
    }

    public List<ReportingUnit> units(Severity severity) {
        return byUnit.stream()
                .filter(line -> line.of(severity) > 0)
                .map(UnitLine::unit)
                .toList();
    }

    public int corrected() {
        return byUnit.stream().mapToInt(UnitLine::corrected).sum();
    }

    /** Counts what one relation has found in one form. */
    private static final class Tally {
        private final Form form;
        private final Finding example;
        private final Set<ReportingUnit> units = new LinkedHashSet<>();
        private int findings;
        private int corrected;

        Tally(Form form, Finding example) {
            this.form = form;
            this.example = example;
        }

        void stands(ReportingUnit unit) {
            findings++;
            units.add(unit);
        }

        RelationLine line(Definitions definitions) {
            Optional<AuditRelation> relation =
                    definitions.form(form.code()).flatMap(rules -> rules.relation(example.code()));
            return new RelationLine(
                    form,
                    example.code(),
                    relation.map(AuditRelation::severity).orElse(example.severity()),
                    relation.map(AuditRelation::label).orElse(example.title()),
                    relation,
                    findings,
                    List.copyOf(units),
                    corrected);
        }
    }
}

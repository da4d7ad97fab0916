package xiangbao.readers.forms.heading;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import xiangbao.readers.forms.wording.SpanText;
import xiangbao.readers.forms.wording.UnitNames;
import xiangbao.statistics.definitions.Definitions;
import xiangbao.statistics.findings.Finding;
import xiangbao.statistics.periods.Frequency;
import xiangbao.statistics.periods.ReferencePeriod;
import xiangbao.statistics.relations.FormRules;
import xiangbao.statistics.submissions.SubmissionKey;
import xiangbao.statistics.units.ReportingUnit;
import xiangbao.statistics.units.UnitCode;
import xiangbao.statistics.workbooks.ReadSubmission;
import xiangbao.statistics.workbooks.ReadWorkbook;

/**
 * Whose a returned form is and what it is about, when its own heading does not say so or is contradicted: what folder, file name and the other sheets say, the
 * period that was ordered, or the one that is being reported. It came, so it is 退回 for that unit and not 未报. Immutable; safe for many threads.
 */
public final class Attribution {
    private static final String PERIOD_CONFLICT = "PERIOD-CONFLICT";

    private final Definitions definitions;
    private final UnitNames names;

    public Attribution(Definitions definitions) {
        this.definitions = definitions;
        this.names = new UnitNames(definitions.units());
    }

    /**
     * The key of a form whose own is not certain; empty when it is certain, or when nothing speaks for any that is owed.
     *
     * @param workbook all that was read of the file
     * @param ordered the county period that whoever submits has named
     */
    public Optional<SubmissionKey> of(
            ReadSubmission read,
            ReadWorkbook workbook,
            String inboxPath,
            Optional<ReferencePeriod> ordered,
            LocalDate received) {
        Optional<FormRules> known = definitions.form(read.form());
        if (isCertain(read) || known.isEmpty()) {
            return Optional.empty();
        }
        FormRules rules = known.get();
        List<String> path = List.of(inboxPath.split("/"));
        List<ReadSubmission> others =
                workbook.submissions().stream().filter(Attribution::isCertain).toList();
        Optional<ReportingUnit> unit = unit(read, rules, path, others);
        if (unit.isEmpty()) {
            return Optional.empty();
        }
        return period(read, rules, unit.get(), path, others, ordered, received)
                .filter(period -> definitions.owing(rules, period).contains(unit.get()))
                .map(period -> new SubmissionKey(read.form(), unit.get().code(), period));
    }

    private static boolean isCertain(ReadSubmission read) {
        return read.unit() != null && !isPeriodDoubtful(read);
    }

    private static boolean isPeriodDoubtful(ReadSubmission read) {
        return read.period() == null
                || read.findings().stream().anyMatch(finding -> finding.code().equals(PERIOD_CONFLICT));
    }

    private Optional<ReportingUnit> unit(
            ReadSubmission read, FormRules rules, List<String> path, List<ReadSubmission> others) {
        UnitCode said = read.unit();
        if (said != null) {
            return definitions.units().find(said);
        }
        Optional<ReportingUnit> named = path.stream()
                .map(names::mentioned)
                .flatMap(Optional::stream)
                .filter(rules.form().owedBy()::selects)
                .findFirst();
        return named.isPresent()
                ? named
                : only(others.stream().map(ReadSubmission::unit)).flatMap(definitions.units()::find);
    }

    private Optional<ReferencePeriod> period(
            ReadSubmission read,
            FormRules rules,
            ReportingUnit unit,
            List<String> path,
            List<ReadSubmission> others,
            Optional<ReferencePeriod> ordered,
            LocalDate received) {
        if (!isPeriodDoubtful(read)) {
            return Optional.ofNullable(read.period());
        }
        Frequency frequency = rules.form().frequency();
        // what the day or the order refutes is not borne out by a file name that says the same
        Optional<ReferencePeriod> refuted =
                Optional.ofNullable(read.period()).filter(period -> isRefuted(read.findings()));
        return Stream.of(
                        named(path, frequency),
                        ofOthers(others, frequency),
                        ordered.map(county -> county.latestEnded(frequency)),
                        definitions.newestTaken(rules, unit, received))
                .flatMap(Optional::stream)
                .filter(period -> !refuted.equals(Optional.of(period)))
                .findFirst();
    }

    private static boolean isRefuted(List<Finding> findings) {
        return findings.stream()
                .anyMatch(finding -> finding.code().equals(PERIOD_CONFLICT)
                        && !finding.instance().isEmpty());
    }

    /** By folders and file name, where they speak of one period. */
    private static Optional<ReferencePeriod> named(List<String> path, Frequency frequency) {
        return only(path.stream()
                .flatMap(segment -> SpanText.spans(segment).stream())
                .filter(span -> ReferencePeriod.isYear(span.year()))
                .filter(span -> frequency == Frequency.YEAR || !span.isWholeYear())
                .map(span -> span.as(frequency)
                        .orElseGet(() ->
                                new ReferencePeriod(span.year(), Frequency.MONTH, span.to()).latestEnded(frequency))));
    }

    /** By the other sheets: what those of the same frequency say, or else the period in which the newest of them are looked at. */
    private static Optional<ReferencePeriod> ofOthers(List<ReadSubmission> others, Frequency frequency) {
        List<ReferencePeriod> periods = others.stream()
                .map(ReadSubmission::period)
                .flatMap(Stream::ofNullable)
                .toList();
        List<ReferencePeriod> alike = periods.stream()
                .filter(period -> period.frequency() == frequency)
                .toList();
        return alike.isEmpty()
                ? periods.stream().map(period -> period.latestEnded(frequency)).max(ReferencePeriod::compareTo)
                : only(alike.stream());
    }

    private static <T> Optional<T> only(Stream<? extends @Nullable T> some) {
        Set<T> distinct = some.flatMap(Stream::ofNullable).collect(Collectors.toSet());
        return distinct.size() == 1 ? distinct.stream().findFirst() : Optional.empty();
    }
}

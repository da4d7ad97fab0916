package xiangbao.jobs.doubts;

import java.time.Clock;
import java.time.LocalDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import xiangbao.jobs.review.WaivedRelations;
import xiangbao.jobs.store.runs.Runs;
import xiangbao.jobs.store.runs.StoredRun;
import xiangbao.jobs.workspace.OrderedScope;
import xiangbao.statistics.definitions.Definitions;
import xiangbao.statistics.periods.ReferencePeriod;
import xiangbao.statistics.units.UnitCode;

/** Answers questions about the doubts of a county period. */
public final class DoubtInquiries {
    private final Definitions definitions;
    private final Doubts doubts;
    private final DoubtAnswers answers;
    private final UnfiledExplanations unfiled;
    private final Runs runs;
    private final WaivedRelations waived;
    private final Clock clock;

    DoubtInquiries(
            Definitions definitions,
            Doubts doubts,
            DoubtAnswers answers,
            UnfiledExplanations unfiled,
            Runs runs,
            WaivedRelations waived,
            Clock clock) {
        this.definitions = definitions;
        this.doubts = doubts;
        this.answers = answers;
        this.unfiled = unfiled;
        this.runs = runs;
        this.waived = waived;
        this.clock = clock;
    }

    /** The 核实性 findings of a county period, with what was said about them. */
    public DoubtsAnswer findings(DoubtsQuery query) {
        OrderedScope scope = new OrderedScope(definitions);
        query.form().ifPresent(scope::requireForm);
        Optional<UnitCode> whose = query.unit().map(scope::unit);
        DoubtsAnswer answer = answer(query, whose, LocalDateTime.now(clock));
        return answer.with(waived.within(query.period(), definitions).stream()
                .filter(one -> query.form().isEmpty() || query.form().get().equals(one.form()))
                .filter(one -> whose.isEmpty() || whose.get().equals(one.unit()))
                .toList());
    }

    private DoubtsAnswer answer(DoubtsQuery query, Optional<UnitCode> unit, LocalDateTime now) {
        ReferencePeriod county = query.period();
        List<Doubts.Doubt> those = doubts.of(county, query.form(), unit).stream()
                .filter(one -> !query.open() || !one.finding().explained())
                .toList();
        LocalDateTime today =
                query.today().map(day -> day.atTime(now.toLocalTime())).orElse(now);
        List<DoubtAnswer> told = answers.of(those, county, today);
        Optional<StoredRun> run = runs.latestAggregated(county);
        return new DoubtsAnswer(
                county,
                today.toLocalDate(),
                run.map(StoredRun::number).orElse(null),
                query.oldest() ? oldest(told) : told,
                unfiled.of(county, query.form(), unit));
    }

    /** Those first that wait longest; those last that wait for nobody. */
    private static List<DoubtAnswer> oldest(List<DoubtAnswer> answers) {
        return answers.stream()
                .sorted(Comparator.comparing(
                        one -> Optional.ofNullable(one.exchange().waiting())
                                .map(DoubtAnswer.Waiting::since)
                                .orElse(null),
                        Comparator.nullsLast(Comparator.naturalOrder())))
                .toList();
    }
}

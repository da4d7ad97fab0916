package xiangbao.jobs.seals;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import xiangbao.jobs.operations.Cause;
import xiangbao.jobs.store.runs.StoredRun;
import xiangbao.jobs.store.seals.SealEvent;
import xiangbao.jobs.store.seals.SealedPeriods;
import xiangbao.jobs.store.seals.Seals;
import xiangbao.jobs.workspace.OrderMistakeException;
import xiangbao.statistics.periods.Frequency;
import xiangbao.statistics.periods.ReferencePeriod;
import xiangbao.statistics.text.DateText;

/** The steps in the life of the county periods: which one stands, and the next one. */
final class SealEvents {
    private final Seals seals;
    private final Clock clock;

    SealEvents(Seals seals, Clock clock) {
        this.seals = seals;
        this.clock = clock;
    }

    /** The periods of a frequency that a seal of a county period covers. */
    static List<ReferencePeriod> covered(ReferencePeriod county, Frequency frequency) {
        List<ReferencePeriod> periods = new ArrayList<>();
        for (int ordinal = 1; ordinal <= frequency.perYear(); ordinal++) {
            ReferencePeriod one = new ReferencePeriod(county.year(), frequency, ordinal);
            if (SealedPeriods.holds(county, one)) {
                periods.add(one);
            }
        }
        return periods;
    }

    SealedPeriods sealed() {
        return seals.sealed();
    }

    void requireEnded(ReferencePeriod period) {
        if (period.lastDay().isAfter(LocalDate.now(clock))) {
            throw new OrderMistakeException(period.title() + "还没有结束，不能定案。");
        }
    }

    void requireOpen(ReferencePeriod period) {
        seals.standing(period).ifPresent(seal -> {
            throw new OrderMistakeException(period.title() + "已于" + DateText.moment(seal.at()) + "由"
                    + Cause.person(seal.actor()) + (seal.kind() == SealEvent.Kind.SEALED ? "定案" : "修订")
                    + "。要改数请办理更正（correct），要重新开放请解除定案（unseal）。");
        });
    }

    SealEvent requireSealed(ReferencePeriod period) {
        return seals.standing(period)
                .orElseThrow(() -> new OrderMistakeException(seals.sealed()
                        .over(period)
                        .map(longer ->
                                period.title() + "没有单独定案，它随" + longer.title() + "一起定案；请用 --period " + longer + " 办理。")
                        .orElse(period.title() + "没有定案，报表可以照常报送和汇总，不需要更正或解除。")));
    }

    void seal(ReferencePeriod period, StoredRun run, Cause cause, String lacking) {
        append(period, SealEvent.Kind.SEALED, revision(period), run.id(), cause, "", lacking);
    }

    void revise(ReferencePeriod period, int revision, StoredRun run, Cause cause, String approvedBy) {
        append(period, SealEvent.Kind.REVISED, revision, run.id(), cause, approvedBy, "");
    }

    void unseal(ReferencePeriod period, Cause cause) {
        append(period, SealEvent.Kind.UNSEALED, revision(period), null, cause, "", "");
    }

    private int revision(ReferencePeriod period) {
        return seals.newest(period).map(SealEvent::revision).orElse(0);
    }

    private void append(
            ReferencePeriod period,
            SealEvent.Kind kind,
            int revision,
            @Nullable Long run,
            Cause cause,
            String approvedBy,
            String lacking) {
        seals.append(new SealEvent(
                period,
                seals.newest(period).map(SealEvent::number).orElse(0) + 1,
                kind,
                revision,
                run,
                cause.actor(),
                LocalDateTime.now(clock),
                cause.reason(),
                approvedBy,
                lacking));
    }
}

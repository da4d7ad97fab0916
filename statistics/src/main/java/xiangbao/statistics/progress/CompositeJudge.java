package xiangbao.statistics.progress;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import xiangbao.statistics.aggregate.Contribution;
import xiangbao.statistics.aggregate.Coverage;
import xiangbao.statistics.plan.Target;
import xiangbao.statistics.plan.Wording;
import xiangbao.statistics.units.ReportingUnit;

/** Judges a target of several figures by how they stand: all must be reached, and the worst of them decides. */
final class CompositeJudge {
    /** From worst to best. What is missed is missed, even while another part is unknown. */
    private static final List<ProgressStatus> WORST_FIRST = List.of(
            ProgressStatus.NOT_MET,
            ProgressStatus.FAR_BEHIND,
            ProgressStatus.BEHIND,
            ProgressStatus.UNDECIDED,
            ProgressStatus.UNDER_WAY,
            ProgressStatus.NOT_YET_JUDGED,
            ProgressStatus.ON_PACE,
            ProgressStatus.MET,
            ProgressStatus.COMPLETED);

    /** What says nothing about whether the whole is reached, unless there is nothing else. */
    private static final List<ProgressStatus> BESIDE_THE_POINT =
            List.of(ProgressStatus.NO_TARGET, ProgressStatus.INFORMATION, ProgressStatus.NOT_APPLICABLE);

    private CompositeJudge() {}

    /** @param parts in the order in which the target names them */
    static Progress judge(Target target, CheckDate at, List<TrendPoint> trend, List<Progress> parts) {
        Account account = new Account(target, at, trend);
        account.status = status(target, parts);
        long toReach = parts.stream()
                .filter(part -> !BESIDE_THE_POINT.contains(part.status()))
                .count();
        if (toReach > 0) {
            account.goal = BigDecimal.valueOf(toReach);
        }
        if (parts.stream().anyMatch(part -> isJudged(part.status()))) {
            account.actual = BigDecimal.valueOf(
                    parts.stream().filter(part -> part.status().isReached()).count());
            account.exactActual = account.actual;
        }
        for (Progress part : parts) {
            if (!part.status().isReached() && part.status() != ProgressStatus.ON_PACE) {
                account.notes.add(part.target().code()
                        + part.target().title()
                        + part.status().title());
            }
        }
        Set<Contribution> contributions = new LinkedHashSet<>();
        Set<ReportingUnit> below = new LinkedHashSet<>();
        for (Progress part : parts) {
            contributions.addAll(part.grounds().contributions());
            below.addAll(part.byUnit().below());
            account.forecast |= part.grounds().forecast();
            account.provisional |= part.grounds().provisional();
        }
        account.contributions = List.copyOf(contributions);
        account.below = at.units().all().stream().filter(below::contains).toList();
        account.coverage = least(parts);
        return account.progress();
    }

    private static ProgressStatus status(Target target, List<Progress> parts) {
        List<ProgressStatus> all = parts.stream().map(Progress::status).toList();
        if (target.wording() == Wording.INFORMATION) {
            return ProgressStatus.INFORMATION;
        }
        List<ProgressStatus> order = new ArrayList<>(WORST_FIRST);
        order.addAll(BESIDE_THE_POINT);
        ProgressStatus worst = order.stream().filter(all::contains).findFirst().orElse(ProgressStatus.UNDECIDED);
        return worst.isOff() && target.wording() == Wording.EFFORT ? ProgressStatus.UNDER_WAY : worst;
    }

    private static boolean isJudged(ProgressStatus status) {
        return status.isReached()
                || status.isOff()
                || status == ProgressStatus.ON_PACE
                || status == ProgressStatus.UNDER_WAY;
    }

    /** The coverage of the part that the smallest share of its units has reported. */
    private static Coverage least(List<Progress> parts) {
        Coverage least = Coverage.NONE;
        for (Progress part : parts) {
            Coverage one = part.grounds().coverage();
            boolean less = (long) one.counted() * least.expected().size()
                    < (long) least.counted() * one.expected().size();
            if (!one.expected().isEmpty() && (least.expected().isEmpty() || less)) {
                least = one;
            }
        }
        return least;
    }
}

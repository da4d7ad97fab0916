package xiangbao.reports;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import xiangbao.statistics.aggregate.Contribution;
import xiangbao.statistics.aggregate.Figure;
import xiangbao.statistics.formula.Formula;
import xiangbao.statistics.model.ReferencePeriod;
import xiangbao.statistics.plan.Progress;
import xiangbao.statistics.plan.Target;

/**
 * A county figure of a report, whose sources are to be shown.
 *
 * @param code of the indicator or target
 * @param status 已核, 初步数, 未报 and the like
 * @param coverage such as 22/25
 * @param formula how it is computed from others; empty for a sum of what was reported
 */
record Sourced(
        String code,
        String title,
        ReferencePeriod period,
        @Nullable BigDecimal value,
        int decimals,
        String measure,
        String status,
        String coverage,
        String formula,
        List<Contribution> contributions) {
    Sourced {
        contributions = List.copyOf(contributions);
    }

    /** @param formula of a derived indicator, otherwise empty */
    static Sourced of(Figure figure, String formula) {
        return new Sourced(
                figure.indicator().code().toString(),
                figure.indicator().title(),
                figure.period(),
                figure.value(),
                figure.indicator().decimals(),
                figure.indicator().unit(),
                figure.status().title(),
                figure.coverage().expected().isEmpty() ? "—" : figure.coverage().fraction(),
                formula,
                figure.contributions());
    }

    static Sourced of(Progress progress) {
        BigDecimal actual = progress.actual();
        return new Sourced(
                progress.target().code(),
                progress.target().title(),
                progress.period(),
                actual,
                actual == null ? 0 : Math.max(actual.scale(), 0),
                progress.target().unit(),
                progress.status().title(),
                progress.coverage().expected().isEmpty()
                        ? "—"
                        : progress.coverage().fraction(),
                formula(progress.target()),
                progress.contributions());
    }

    private static String formula(Target target) {
        if (target.isComposite()) {
            return "各部分都达到才算达到：" + String.join("、", target.parts());
        }
        if (target.milestones() != null) {
            return "任务清单中任务 " + target.milestones() + " 的节点";
        }
        Formula actual = target.actual();
        return actual == null ? "" : actual.text();
    }
}

package xiangbao.jobs.runs;

import java.util.List;
import java.util.Optional;
import xiangbao.statistics.aggregate.OfficialGap;
import xiangbao.statistics.periods.ReferencePeriod;
import xiangbao.statistics.publication.Vintage;

/**
 * A run of one county period.
 *
 * @param run its number within the period, from 1
 * @param vintage what the result is worth
 * @param fresh whether this order made it; otherwise its basis had not changed and its reports were left alone
 * @param judgedOtherwise how many stored submissions of the period were judged with another configuration than today's and not since
 * @param coverage by form, in print order
 * @param gaps where the county's figures lie further from 核定数 than rounding explains
 * @param reports paths relative to the workspace, with forward slashes
 */
public record PeriodRun(
        int run,
        ReferencePeriod period,
        Vintage vintage,
        boolean fresh,
        int judgedOtherwise,
        List<CoverageAnswer> coverage,
        List<OfficialGap> gaps,
        List<String> reports) {
    public PeriodRun {
        coverage = List.copyOf(coverage);
        gaps = List.copyOf(gaps);
        reports = List.copyOf(reports);
    }

    /** What to do about verdicts that were given with an earlier configuration; empty where there are none. */
    public Optional<String> hint() {
        return judgedOtherwise == 0
                ? Optional.empty()
                : Optional.of("注意：本期有 " + judgedOtherwise + " 份报表是按以前的配置审核的，结论没有随配置改变。先看会变什么：rerun --period " + period
                        + " --from review --preview；确认后去掉 --preview 并写明 --reason 重新审核。");
    }
}

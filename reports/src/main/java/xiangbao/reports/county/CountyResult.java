package xiangbao.reports.county;

import java.time.LocalDateTime;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import xiangbao.statistics.aggregate.Counted;
import xiangbao.statistics.aggregate.FormSummary;
import xiangbao.statistics.definitions.Definitions;
import xiangbao.statistics.periods.ReferencePeriod;
import xiangbao.statistics.progress.Progress;
import xiangbao.statistics.publication.Vintage;
import xiangbao.statistics.scoring.Ranking;
import xiangbao.statistics.screening.Screening;

/**
 * What the reports of a county period are printed from.
 *
 * @param vintage what the result is worth; stands in every title block
 * @param summaries one 汇总表 each
 * @param progress one line each in the 目标任务完成情况表, in the plan's order; without any the table is not written
 * @param sources every submission behind the summaries, returned ones too
 * @param counted the submissions whose figures are in the summaries, those of other periods too
 * @param reportings every form that a unit owes in the period, in print order of the forms and then of the units
 * @param screening where to look first
 * @param originals the submitted files by their SHA-256: where in the workspace each can be opened
 */
public record CountyResult(
        Definitions definitions,
        ReferencePeriod period,
        Vintage vintage,
        List<FormSummary> summaries,
        List<Progress> progress,
        List<Source> sources,
        List<Counted> counted,
        List<Reporting> reportings,
        Screening screening,
        Map<String, String> originals) {
    public CountyResult {
        summaries = List.copyOf(summaries);
        progress = List.copyOf(progress);
        sources = List.copyOf(sources);
        counted = List.copyOf(counted);
        reportings = List.copyOf(reportings);
        originals = Map.copyOf(originals);
    }

    /** What stands in the titles of every sheet, and what one's own has besides. */
    public Map<String, String> titles(Map<String, String> more) {
        Map<String, String> titles = new HashMap<>(more);
        titles.put("综合机关", definitions.units().county().name());
        titles.put("报告期", period.title());
        titles.put("数据性质", vintage.title());
        return titles;
    }

    /** 考核排名 of each group. */
    public List<Ranking> rankings() {
        return definitions
                .scoring()
                .rank(
                        definitions.units(),
                        reportings.stream().map(Reporting::delivery).toList());
    }

    /** 收件截至: when the last file came of those that the result stands on; empty when none did. */
    public Optional<LocalDateTime> lastReceipt() {
        return reportings.stream()
                .flatMap(one -> one.rounds().stream())
                .map(Reporting.Round::received)
                .max(Comparator.naturalOrder());
    }
}

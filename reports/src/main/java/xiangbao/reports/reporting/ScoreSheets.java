package xiangbao.reports.reporting;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import xiangbao.reports.template.Listing;
import xiangbao.reports.template.TemplateSheet;
import xiangbao.reports.template.Written;
import xiangbao.statistics.forms.FormCode;
import xiangbao.statistics.scoring.Deduction;
import xiangbao.statistics.scoring.Ranking;
import xiangbao.statistics.scoring.Score;
import xiangbao.statistics.scoring.Scoring;

/** 评分排名 and 扣分明细: how punctual and sound reporting is scored, and what each point was taken off for. */
final class ScoreSheets {
    static final String RANKING = "评分排名";
    static final String EVIDENCE = "扣分明细";

    private final List<Ranking> rankings;
    /** As many as any of the points has. */
    private final int decimals;

    ScoreSheets(List<Ranking> rankings, Scoring rules) {
        this.rankings = rankings;
        this.decimals = decimals(rankings, rules);
    }

    void ranking(TemplateSheet sheet, Map<String, String> tokens) {
        List<String> pattern = new ArrayList<>();
        for (Ranking ranking : rankings) {
            if (!ranking.scores().isEmpty()) {
                pattern.add("rpt.group");
                ranking.scores().forEach(score -> pattern.add("rpt.rows"));
            }
        }
        Listing lines = Listing.grouped(sheet, pattern);
        for (Ranking ranking : rankings) {
            if (ranking.scores().isEmpty()) {
                continue;
            }
            lines.group(ranking.group().title() + "（" + ranking.scores().size() + "个）", 7);
            for (Score score : ranking.scores()) {
                int missing = score.count(Deduction.Kind.MISSING);
                int late = score.count(Deduction.Kind.LATE);
                lines.line(
                        score.rank(),
                        score.unit().name(),
                        score.owed(),
                        score.owed() - late - missing,
                        late,
                        missing,
                        score.count(Deduction.Kind.RETURNED),
                        score.points().setScale(decimals));
            }
        }
        sheet.fill(tokens);
    }

    void evidence(TemplateSheet sheet, OwedForms owed, Map<String, String> tokens) {
        List<Deduction> all = new ArrayList<>();
        List<String> groups = new ArrayList<>();
        for (Ranking ranking : rankings) {
            for (Score score : ranking.scores()) {
                for (Deduction one : score.deductions()) {
                    all.add(one);
                    groups.add(ranking.group().title());
                }
            }
        }
        Listing lines = Listing.of(sheet, all.size());
        for (int index = 0; index < all.size(); index++) {
            Deduction one = all.get(index);
            FormCode code = one.delivery().form();
            lines.line(
                    index + 1,
                    groups.get(index),
                    one.delivery().unit().name(),
                    code,
                    owed.title(code),
                    one.delivery().period().title(),
                    one.kind().title(),
                    Written.day(one.delivery().due()),
                    one.received() == null ? "未收到" : Written.time(one.received()),
                    one.round() == 0 ? "—" : "第" + one.round() + "次",
                    one.points().signum() == 0
                            ? BigDecimal.ZERO.setScale(decimals)
                            : one.points().negate().setScale(decimals),
                    one.reckoning());
        }
        sheet.fill(tokens);
    }

    private static int decimals(List<Ranking> rankings, Scoring rules) {
        int most = Written.points(rules.full()).scale();
        for (Ranking ranking : rankings) {
            for (Score score : ranking.scores()) {
                most = Math.max(most, Written.points(score.points()).scale());
                for (Deduction one : score.deductions()) {
                    most = Math.max(most, Written.points(one.points()).scale());
                }
            }
        }
        return most;
    }
}

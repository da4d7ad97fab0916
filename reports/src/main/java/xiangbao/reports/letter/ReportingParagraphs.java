package xiangbao.reports.letter;

import java.util.ArrayList;
import java.util.List;
import xiangbao.reports.county.CountyResult;
import xiangbao.reports.county.Reporting;
import xiangbao.reports.template.Written;
import xiangbao.statistics.scoring.Deduction;
import xiangbao.statistics.scoring.Ranking;
import xiangbao.statistics.scoring.Score;
import xiangbao.statistics.units.ReportingUnit;

/** What a letter says of who reported: how much of what was owed came, who is praised and who is urged. */
final class ReportingParagraphs {
    /** More forms than these are counted, not named: the tables name them. */
    private static final int NAMED = 3;

    private final CountyResult result;

    ReportingParagraphs(CountyResult result) {
        this.result = result;
    }

    List<String> reporting() {
        List<Reporting> all = result.reportings();
        long missing = all.stream().filter(Reporting::isMissing).count();
        long late = all.stream().filter(Reporting::isLate).count();
        int returns = all.stream().mapToInt(Reporting::timesReturned).sum();
        long open = all.stream().filter(Reporting::isReturned).count();
        long withheld = all.stream().filter(Reporting::isWithheld).count();
        StringBuilder text = new StringBuilder("本期各单位应报报表")
                .append(all.size())
                .append("份，已报")
                .append(all.size() - missing)
                .append("份");
        if (missing == all.size()) {
            return List.of(text.append("。").toString());
        }
        text.append(missing == 0 ? "，全部报齐" : "，未报" + missing + "份");
        text.append(late == 0 ? "，没有迟报" : "，迟报" + late + "份");
        text.append(returns == 0 ? "，没有退回" : "，先后退回" + returns + "次" + (open == 0 ? "、均已改正" : "、尚有" + open + "份待改正"));
        text.append(withheld == 0 ? "" : "，有重大疑问、说明认可之前暂不计入" + withheld + "份");
        return List.of(text.append("。").toString());
    }

    List<String> praise() {
        List<String> paragraphs = new ArrayList<>();
        for (Ranking ranking : result.rankings()) {
            List<ReportingUnit> flawless = ranking.scores().stream()
                    .filter(Score::isFlawless)
                    .map(Score::unit)
                    .toList();
            if (ranking.scores().isEmpty()) {
                continue;
            }
            String group = ranking.group().title();
            int all = ranking.scores().size();
            if (flawless.isEmpty()) {
                paragraphs.add(group + "中，没有全部按时报送且未被退回的单位。");
            } else if (flawless.size() == all) {
                paragraphs.add(
                        group + "应报的" + (all == 1 ? Written.names(flawless) : all + "个单位全部") + "按时报送、没有退回，予以表扬。");
            } else {
                paragraphs.add(group + "中，" + Written.names(flawless) + "等" + flawless.size() + "个单位按时报送、没有退回，予以表扬。");
            }
        }
        return paragraphs;
    }

    List<String> urge() {
        List<String> paragraphs = new ArrayList<>();
        for (Ranking ranking : result.rankings()) {
            List<String> units = new ArrayList<>();
            for (int index = ranking.scores().size() - 1; index >= 0; index--) {
                Score score = ranking.scores().get(index);
                if (!score.isFlawless()) {
                    units.add(score.unit().name() + faults(score));
                }
            }
            if (!units.isEmpty()) {
                paragraphs.add(ranking.group().title() + "中，" + String.join("；", units) + "。");
            }
        }
        return paragraphs.isEmpty() ? List.of("没有未报、迟报、退回的单位。") : paragraphs;
    }

    private static String faults(Score score) {
        List<String> faults = new ArrayList<>();
        for (Deduction.Kind kind : List.of(Deduction.Kind.MISSING, Deduction.Kind.LATE, Deduction.Kind.RETURNED)) {
            List<String> forms = score.deductions().stream()
                    .filter(one -> one.kind() == kind)
                    .map(one -> one.delivery().form().text())
                    .toList();
            if (!forms.isEmpty()) {
                boolean everything =
                        kind != Deduction.Kind.RETURNED && forms.size() == score.owed() && score.owed() > 1;
                List<String> distinct = forms.stream().distinct().toList();
                faults.add(
                        everything
                                ? "应报的" + forms.size() + "份全部" + kind.title()
                                : kind.title()
                                        + forms.size()
                                        + (kind == Deduction.Kind.RETURNED ? "次" : "份")
                                        + (distinct.size() > NAMED ? "" : "（" + String.join("、", distinct) + "）"));
            }
        }
        return String.join("、", faults);
    }
}

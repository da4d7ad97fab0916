package xiangbao.reports.letter;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import xiangbao.reports.county.CountyResult;
import xiangbao.reports.county.Reporting;
import xiangbao.reports.review.ReviewSummary;
import xiangbao.reports.template.TemplateNeeds;
import xiangbao.reports.template.Written;
import xiangbao.statistics.aggregate.Coverage;
import xiangbao.statistics.aggregate.Figure;
import xiangbao.statistics.aggregate.FormSummary;
import xiangbao.statistics.aggregate.MissingShare;
import xiangbao.statistics.figures.FigureText;
import xiangbao.statistics.findings.Severity;
import xiangbao.statistics.findings.Verdict;
import xiangbao.statistics.forms.Form;
import xiangbao.statistics.forms.FormCode;
import xiangbao.statistics.forms.Indicator;
import xiangbao.statistics.plan.Comparison;
import xiangbao.statistics.plan.Counting;
import xiangbao.statistics.plan.Target;
import xiangbao.statistics.progress.ComparatorResult;
import xiangbao.statistics.progress.Progress;
import xiangbao.statistics.progress.ProgressStatus;
import xiangbao.statistics.progress.ProgressText;
import xiangbao.statistics.progress.TargetCounts;
import xiangbao.statistics.scoring.Deduction;
import xiangbao.statistics.scoring.Ranking;
import xiangbao.statistics.scoring.Score;
import xiangbao.statistics.screening.OpenFinding;
import xiangbao.statistics.units.ReportingUnit;

/** What a 情况通报 says: sentences made from the result alone, with the figures of the workbooks. */
final class Bulletin {
    /** Markers, each of which becomes paragraphs. */
    static final Set<String> MARKERS = Set.of("主要指标", "目标总体", "滞后目标", "达标目标", "未定目标", "报送总体", "表扬", "督促", "未报", "数据质量");
    /** Words within a paragraph; those that begin with 有 or 无 keep or drop it and leave nothing behind. */
    static final Set<String> WORDS =
            Set.of("县", "落款", "报告期", "数据性质", "计划", "收件截至", "有滞后", "无滞后", "有未报", "无未报", "有退回", "有待核实");
    /** Words that name what they tell: a target with the change of an indicator, an indicator, the year-on-year change of one. */
    static final Map<String, List<TemplateNeeds.Named>> TOLD = Map.of(
            "目标",
            List.of(TemplateNeeds.Named.TARGET, TemplateNeeds.Named.INDICATOR),
            "指标",
            List.of(TemplateNeeds.Named.INDICATOR),
            "同比",
            List.of(TemplateNeeds.Named.INDICATOR));

    private static final List<ProgressStatus> OFF =
            List.of(ProgressStatus.NOT_MET, ProgressStatus.FAR_BEHIND, ProgressStatus.BEHIND);
    private static final int HEAVIEST = 3;
    /** More forms or units than these are counted, not named: the tables name them. */
    private static final int NAMED = 3;

    private final CountyResult result;
    private final List<Progress> wholes;
    private final ReviewSummary review;

    Bulletin(CountyResult result) {
        this.result = result;
        this.wholes = TargetCounts.whole(result.progress());
        this.review = ReviewSummary.of(result);
    }

    Map<String, List<String>> paragraphs() {
        Map<String, List<String>> paragraphs = new LinkedHashMap<>();
        paragraphs.put("主要指标", headlines());
        paragraphs.put("目标总体", targets());
        paragraphs.put("滞后目标", behind());
        paragraphs.put("达标目标", reached());
        paragraphs.put("未定目标", undecided());
        paragraphs.put("报送总体", reporting());
        paragraphs.put("表扬", praise());
        paragraphs.put("督促", urge());
        paragraphs.put("未报", missing());
        paragraphs.put("数据质量", quality());
        return paragraphs;
    }

    /** What a word stands for; nothing when the paragraph that has it is to be left out. */
    Optional<String> word(String word) {
        String[] parts = word.split("\\s+");
        return switch (parts[0]) {
            case "县" -> Optional.of(result.definitions().units().county().name());
            case "落款" ->
                Optional.of(result.definitions().units().county().name()
                        + result.definitions().plan().letter().office());
            case "报告期" -> Optional.of(result.period().title());
            case "数据性质" -> Optional.of(result.vintage().title());
            case "计划" -> Optional.of("《" + result.definitions().plan().title() + "》");
            case "收件截至" ->
                Optional.of(result.lastReceipt()
                        .map(time -> Written.day(time.toLocalDate()))
                        .orElse("本期尚未收到报表之时"));
            case "有滞后" -> kept(result.progress().stream().anyMatch(Bulletin::isOff));
            case "无滞后" -> kept(result.progress().stream().noneMatch(Bulletin::isOff));
            case "有未报" -> kept(result.reportings().stream().anyMatch(Reporting::isMissing));
            case "无未报" -> kept(result.reportings().stream().noneMatch(Reporting::isMissing));
            case "有退回" -> kept(result.reportings().stream().anyMatch(Reporting::isReturned));
            case "有待核实" -> kept(result.reportings().stream().anyMatch(Reporting::isPending));
            case "目标" -> parts.length < 2 ? Optional.empty() : target(parts[1], parts.length < 3 ? "" : parts[2]);
            case "指标" -> parts.length < 2 ? Optional.empty() : entry(parts[1]).map(this::told);
            case "同比" -> parts.length < 2 ? Optional.empty() : entry(parts[1]).map(YearOnYear::told);
            default -> Optional.of("{{" + word + "}}");
        };
    }

    private static Optional<String> kept(boolean kept) {
        return kept ? Optional.of("") : Optional.empty();
    }

    /** The county's entry in a 汇总表. */
    private Optional<FormSummary.Entry> entry(String indicator) {
        for (FormSummary summary : result.summaries()) {
            for (int index = 0; index < summary.columns().size(); index++) {
                if (summary.columns().get(index).code().toString().equals(indicator)) {
                    return Optional.of(summary.lines().get(0).entries().get(index));
                }
            }
        }
        return Optional.empty();
    }

    /** 卫生厕所户243,117户（初步数，已计入22/25），同比增长1.2%. */
    private String told(FormSummary.Entry entry) {
        Figure figure = entry.figure();
        Indicator indicator = figure.indicator();
        String title = indicator
                .title()
                .replaceFirst("^([一二三四五六七八九十]+、|[（(][一二三四五六七八九十]+[）)]|\\d+[.．]|其中：|补充：)", "")
                .replace(" ", "");
        BigDecimal value = figure.rounded();
        if (value == null) {
            return title
                    + (figure.status().title().equals("—")
                            ? "本期不适用"
                            : figure.status().title());
        }
        String text = title
                + FigureText.grouped(value)
                + indicator.unit()
                + remarks(figure.forecast(), !figure.coverage().isFinal(), figure.coverage());
        String change = YearOnYear.told(entry);
        return change.isEmpty() ? text : text + "，" + change;
    }

    private String remarks(boolean forecast, boolean provisional, Coverage coverage) {
        List<String> remarks = new ArrayList<>();
        if (forecast) {
            remarks.add("含预计");
        }
        if (provisional) {
            remarks.add(result.vintage().ofIncomplete());
            if (!coverage.expected().isEmpty()) {
                int pending = coverage.pending().size();
                int withheld = coverage.withheld().size();
                remarks.add("已计入" + coverage.fraction()
                        + (pending == 0 ? "" : "、其中待核实" + pending + "个")
                        + (withheld == 0 ? "" : "、另有" + withheld + "个待核实暂不计入"));
            }
        }
        return remarks.isEmpty() ? "" : "（" + String.join("，", remarks) + "）";
    }

    /** The targets that the plan puts first. */
    private List<String> headlines() {
        List<String> paragraphs = result.definitions().plan().letter().headlines().stream()
                .flatMap(one -> target(one.target(), one.compared()).stream())
                .map(text -> text + "。")
                .toList();
        return paragraphs.isEmpty() ? List.of("没有另列主要指标，各项目标任务情况如下。") : paragraphs;
    }

    private Optional<String> target(String code, String compared) {
        Optional<Progress> found = result.progress().stream()
                .filter(progress -> progress.target().code().equals(code))
                .findFirst();
        if (found.isEmpty()) {
            return Optional.empty();
        }
        Progress progress = found.get();
        List<String> clauses = new ArrayList<>();
        clauses.add(progress.target().title() + actual(progress));
        String change =
                compared.isEmpty() ? "" : entry(compared).map(YearOnYear::told).orElse("");
        if (!change.isEmpty()) {
            clauses.add(change);
        }
        clauses.addAll(held(progress));
        clauses.add(progress.status().title());
        return Optional.of(clauses.stream().distinct().collect(Collectors.joining("，")));
    }

    private String actual(Progress progress) {
        if (progress.actual() == null) {
            return progress.status() == ProgressStatus.NOT_APPLICABLE ? "本期不适用" : "尚无数据";
        }
        boolean figure = progress.target().counting() == Counting.FIGURE;
        return (figure
                        ? FigureText.grouped(progress.actual())
                                + progress.target().unit()
                        : ProgressText.actual(progress))
                + remarks(progress.forecast(), progress.provisional(), progress.coverage());
    }

    /** The goal, how much of it is done, and the calendar. */
    private static List<String> held(Progress progress) {
        List<String> clauses = new ArrayList<>();
        Target target = progress.target();
        BigDecimal goal = progress.goal();
        if (target.counting() != Counting.FIGURE) {
            clauses.add("目标为" + ProgressText.goal(progress));
        } else if (goal != null) {
            String number = ProgressText.bare(goal) + target.unit();
            clauses.add(target.aboveLastYear() ? "目标为高于上年同期的" + number : "目标为" + word(target.comparison()) + number);
        } else if (!progress.comparators().isEmpty()) {
            clauses.add("目标为高于"
                    + progress.comparators().stream()
                            .map(one -> one.title()
                                    + (one.value() == null
                                            ? "（缺数）"
                                            : "（" + FigureText.grouped(one.value()) + target.unit() + "）"))
                            .collect(Collectors.joining("、")));
            String under = progress.comparators().stream()
                    .filter(one -> one.verdict() == Verdict.FAILS)
                    .map(ComparatorResult::title)
                    .collect(Collectors.joining("、"));
            if (!under.isEmpty()) {
                clauses.add("其中未高于" + under);
            }
        }
        BigDecimal completion = progress.completion();
        if (completion != null && !target.unit().equals("%")) {
            clauses.add("完成率" + Written.share(completion) + "%");
        }
        if (progress.elapsed() != null) {
            if (completion != null && target.unit().equals("%")) {
                clauses.add("完成率" + Written.share(completion) + "%");
            }
            clauses.add("时间进度" + Written.share(progress.elapsed()) + "%");
        }
        BigDecimal deviation = progress.deviation();
        if (deviation != null) {
            String points = Written.share(deviation.abs()) + "个百分点";
            clauses.add(deviation.signum() == 0 ? "与时间进度持平" : deviation.signum() > 0 ? "超前" + points : "落后" + points);
        }
        return clauses;
    }

    private static String word(Comparison comparison) {
        return switch (comparison) {
            case AT_LEAST -> "不低于";
            case ABOVE -> "高于";
            case EQUAL -> "";
            case AT_MOST -> "不超过";
            case BELOW -> "低于";
        };
    }

    private static boolean isOff(Progress progress) {
        return progress.status().isOff();
    }

    /** Targets of which something holds; parts stand with their whole. */
    private List<Progress> of(Predicate<Progress> wanted) {
        return wholes.stream().filter(wanted).toList();
    }

    private List<String> targets() {
        TargetCounts counts = TargetCounts.of(result.progress());
        return List.of(
                counts.total() == 0 ? "方案没有列入目标任务。" : "纳入调度的目标任务" + counts.size() + "，其中：" + counts.states() + "。");
    }

    private List<String> behind() {
        List<Progress> off = new ArrayList<>();
        OFF.forEach(status -> off.addAll(of(progress -> progress.status() == status)));
        if (off.isEmpty()) {
            return List.of("没有未达标、滞后的目标任务。");
        }
        List<String> paragraphs = new ArrayList<>();
        paragraphs.add("未达标、滞后的目标任务" + off.size() + "项：");
        for (int index = 0; index < off.size(); index++) {
            Progress progress = off.get(index);
            StringBuilder text = new StringBuilder()
                    .append(index + 1)
                    .append("．")
                    .append(progress.target().title())
                    .append("（")
                    .append(progress.target().code())
                    .append("）：实际")
                    .append(actual(progress));
            held(progress).forEach(clause -> text.append("，").append(clause));
            text.append("，")
                    .append(progress.status().shape())
                    .append(progress.status().title())
                    .append("。");
            String parts = parts(progress);
            if (!parts.isEmpty()) {
                text.append("其中").append(parts).append("。");
            } else if (!progress.below().isEmpty() && progress.target().counting() != Counting.UNITS) {
                text.append(below(progress)).append("。");
            }
            text.append("责任单位：")
                    .append(String.join("、", progress.target().responsible()))
                    .append("。");
            paragraphs.add(text.toString());
        }
        return paragraphs;
    }

    /** What is off of a target with parts. */
    private String parts(Progress whole) {
        return result.progress().stream()
                .filter(one -> whole.target().parts().contains(one.target().code()))
                .filter(Bulletin::isOff)
                .map(part -> {
                    List<String> clauses = new ArrayList<>(List.of(part.target().title() + actual(part)));
                    clauses.addAll(held(part));
                    clauses.add(part.status().title());
                    if (!part.below().isEmpty()) {
                        clauses.add(below(part));
                    }
                    return String.join("，", clauses);
                })
                .collect(Collectors.joining("；"));
    }

    private static String below(Progress progress) {
        int below = progress.below().size();
        return below > NAMED && below == progress.units().size()
                ? "适用的" + below + "个单位均未达标"
                : "未达标的有" + below + "个：" + Written.names(progress.below());
    }

    private List<String> reached() {
        List<Progress> reached = of(progress -> progress.status() == ProgressStatus.COMPLETED
                || progress.status() == ProgressStatus.MET
                || progress.status() == ProgressStatus.ON_PACE);
        return List.of(
                reached.isEmpty()
                        ? "尚无判定为达标、达序时的目标任务。"
                        : "已完成、达标、达序时的目标任务" + reached.size() + "项：" + titles(reached) + "。");
    }

    private List<String> undecided() {
        List<String> paragraphs = new ArrayList<>();
        List<Progress> undecided = of(progress -> progress.status() == ProgressStatus.UNDECIDED);
        if (!undecided.isEmpty()) {
            paragraphs.add("数据不全、未判定的目标任务" + undecided.size() + "项：" + titles(undecided) + "。");
        }
        List<Progress> open = of(progress -> progress.status() == ProgressStatus.NO_TARGET);
        if (!open.isEmpty()) {
            paragraphs.add("方案没有数值、任务数待下达的目标任务" + open.size() + "项：" + titles(open) + "。");
        }
        return paragraphs;
    }

    private static String titles(List<Progress> progress) {
        return progress.stream().map(one -> one.target().title()).collect(Collectors.joining("、"));
    }

    private List<String> reporting() {
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

    private List<String> praise() {
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

    private List<String> urge() {
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

    private List<String> missing() {
        Map<FormCode, List<Reporting>> byForm = new LinkedHashMap<>();
        for (Reporting one : result.reportings()) {
            byForm.computeIfAbsent(one.form().code(), code -> new ArrayList<>()).add(one);
        }
        List<String> paragraphs = new ArrayList<>();
        byForm.forEach((code, owed) -> {
            List<ReportingUnit> missing = owed.stream()
                    .filter(Reporting::isMissing)
                    .map(Reporting::unit)
                    .toList();
            if (missing.isEmpty()) {
                return;
            }
            Form form = owed.get(0).form();
            StringBuilder text = new StringBuilder(code.text())
                    .append(form.title())
                    .append("（")
                    .append(owed.get(0).period().title())
                    .append("，")
                    .append(Written.day(owed.get(0).due()))
                    .append("到期）：应报")
                    .append(owed.size())
                    .append("个，");
            text.append(
                    missing.size() == owed.size()
                            ? "全部未报"
                            : "未报" + missing.size() + "个（" + Written.names(missing) + "）");
            share(code)
                    .ifPresent(share -> text.append("，未计入的单位占上年同期")
                            .append(share.indicator().title())
                            .append("的")
                            .append(FigureText.grouped(share.percent(1)))
                            .append("%"));
            paragraphs.add(text.append("。").toString());
        });
        return paragraphs.isEmpty() ? List.of("各表均已报齐，没有未报的单位。") : paragraphs;
    }

    private Optional<MissingShare> share(FormCode code) {
        return result.summaries().stream()
                .filter(summary -> summary.form().code().equals(code))
                .flatMap(summary -> Optional.ofNullable(summary.coverage().missingShare()).stream())
                .findFirst();
    }

    private List<String> quality() {
        List<String> paragraphs = new ArrayList<>();
        List<String> found = new ArrayList<>();
        for (Severity severity : Severity.values()) {
            int count = review.count(severity);
            if (count > 0) {
                found.add(severity.title() + "问题" + count + "条（涉及"
                        + review.units(severity).size() + "个单位）");
            }
        }
        int corrected = review.corrected();
        String standing = found.isEmpty() ? "各表最近一次报送中，审核没有发现问题" : "各表最近一次报送中，审核发现" + String.join("、", found);
        paragraphs.add(standing + (corrected == 0 ? "。" : "；以前各次报送中的" + corrected + "条问题已经改正。"));
        List<OpenFinding> heavy = result.screening().open().stream()
                .filter(one -> one.share() != null && one.value() != null)
                .limit(HEAVIEST)
                .toList();
        if (!heavy.isEmpty()) {
            paragraphs.add("待核实的数中，对全县合计影响较大的有："
                    + heavy.stream().map(Bulletin::weight).collect(Collectors.joining("、"))
                    + "。");
        }
        List<FormSummary> provisional =
                result.summaries().stream().filter(FormSummary::provisional).toList();
        int all = result.summaries().size();
        if (all > 0) {
            String forms = provisional.stream()
                    .map(one -> one.form().code() + "（" + one.coverage().fraction() + "）")
                    .collect(Collectors.joining("、"));
            int whole = all - provisional.size();
            paragraphs.add("汇总的" + all + "张报表"
                    + (provisional.isEmpty()
                            ? "均已报齐并通过审核。"
                            : (whole == 0
                                            ? "均为" + result.vintage().ofIncomplete() + "（括号内为计入数/应报数）："
                                            : "中，" + whole + "张已报齐并通过审核，" + provisional.size() + "张为"
                                                    + result.vintage().ofIncomplete() + "（括号内为计入数/应报数）：")
                                    + forms
                                    + "。"));
        }
        return paragraphs;
    }

    private static String weight(OpenFinding one) {
        BigDecimal value = one.value();
        BigDecimal share = one.share();
        return one.unit().name()
                + one.indicator().title().replace(" ", "")
                + (value == null
                        ? ""
                        : FigureText.grouped(value.setScale(one.indicator().decimals(), RoundingMode.HALF_UP)))
                + one.indicator().unit()
                + (share == null ? "" : "（占全县" + FigureText.grouped(share) + "%）");
    }
}

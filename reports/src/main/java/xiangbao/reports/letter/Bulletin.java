package xiangbao.reports.letter;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import xiangbao.reports.county.CountyResult;
import xiangbao.reports.county.Reporting;
import xiangbao.reports.template.TemplateNeeds;
import xiangbao.reports.template.Written;

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

    private final CountyResult result;
    private final FigureSentence figure;
    private final TargetSentence target;

    Bulletin(CountyResult result) {
        this.result = result;
        this.figure = new FigureSentence(result);
        this.target = new TargetSentence(result, figure);
    }

    Map<String, List<String>> paragraphs() {
        TargetParagraphs targets = new TargetParagraphs(result, target);
        ReportingParagraphs reporting = new ReportingParagraphs(result);
        Map<String, List<String>> paragraphs = new LinkedHashMap<>();
        paragraphs.put("主要指标", targets.headlines());
        paragraphs.put("目标总体", targets.targets());
        paragraphs.put("滞后目标", targets.behind());
        paragraphs.put("达标目标", targets.reached());
        paragraphs.put("未定目标", targets.undecided());
        paragraphs.put("报送总体", reporting.reporting());
        paragraphs.put("表扬", reporting.praise());
        paragraphs.put("督促", reporting.urge());
        paragraphs.put("未报", new MissingParagraphs(result).missing());
        paragraphs.put("数据质量", new QualityParagraphs(result).quality());
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
            case "有滞后" ->
                kept(result.progress().stream().anyMatch(one -> one.status().isOff()));
            case "无滞后" ->
                kept(result.progress().stream().noneMatch(one -> one.status().isOff()));
            case "有未报" -> kept(result.reportings().stream().anyMatch(Reporting::isMissing));
            case "无未报" -> kept(result.reportings().stream().noneMatch(Reporting::isMissing));
            case "有退回" -> kept(result.reportings().stream().anyMatch(Reporting::isReturned));
            case "有待核实" -> kept(result.reportings().stream().anyMatch(Reporting::isPending));
            case "目标" -> parts.length < 2 ? Optional.empty() : target.of(parts[1], parts.length < 3 ? "" : parts[2]);
            case "指标" -> parts.length < 2 ? Optional.empty() : figure.of(parts[1]);
            case "同比" -> parts.length < 2 ? Optional.empty() : figure.yearOnYear(parts[1]);
            default -> Optional.of("{{" + word + "}}");
        };
    }

    private static Optional<String> kept(boolean kept) {
        return kept ? Optional.of("") : Optional.empty();
    }
}

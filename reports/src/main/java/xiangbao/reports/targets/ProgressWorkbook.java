package xiangbao.reports.targets;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import xiangbao.reports.county.CountyResult;
import xiangbao.reports.county.Timeliness;
import xiangbao.reports.sources.Sourced;
import xiangbao.reports.sources.SourcesSheet;
import xiangbao.reports.template.Printed;
import xiangbao.reports.template.PrintedLine;
import xiangbao.reports.template.RowHeight;
import xiangbao.reports.template.Template;
import xiangbao.reports.template.TemplateNeeds;
import xiangbao.reports.template.TemplateSheet;
import xiangbao.statistics.figures.Fraction;
import xiangbao.statistics.periods.ReferencePeriod;
import xiangbao.statistics.progress.Light;
import xiangbao.statistics.progress.Progress;
import xiangbao.statistics.progress.ProgressStatus;
import xiangbao.statistics.progress.ProjectRanking;
import xiangbao.statistics.progress.TargetCounts;

/** 目标任务完成情况调度表: a front page with charts, all targets by field, and the numbers that the charts show. */
public final class ProgressWorkbook {
    static final String TEMPLATE = "目标任务完成情况表.xlsx";
    static final String OVERVIEW = "总览";
    static final String TABLE = "目标任务完成情况表";
    static final String NUMBERS = "图表数据";
    static final List<String> NUMBER_ANCHORS = List.of("rpt.fields", "rpt.tasks", "rpt.reporting", "rpt.trend");

    /** In titles and notes of all sheets. */
    public static final Set<String> TITLE_TOKENS = Set.of("综合机关", "报告期", "数据性质", "计划", "计划年度");

    static final Set<String> OVERVIEW_TOKENS = TemplateNeeds.union(
            TITLE_TOKENS, LightTokens.SHAPES.values(), Set.of("总数", "各状态项数", "报送情况", "滞后与未达标", "未排名"));

    static final Set<String> TABLE_TOKENS =
            TemplateNeeds.union(TITLE_TOKENS, TargetTable.GROUP_TOKENS, TargetLine.TOKENS);

    static final Set<String> NUMBER_TOKENS = TemplateNeeds.union(
            TITLE_TOKENS,
            LightTokens.SHAPES.values(),
            Set.of(
                    "总数", "领域", "乡镇", "任务数", "完成任务数", "任务完成率", "任务偏差", "名次", "应报", "按时", "迟报", "未报", "报告期次", "达标及完成",
                    "滞后项", "未达标项", "有数项"));

    private final Template template;
    private final CountyResult result;
    private final ProjectRanking ranking;

    ProgressWorkbook(Template template, CountyResult result) {
        this.template = template;
        this.result = result;
        this.ranking = ProjectRanking.of(result.progress());
    }

    byte[] fill() throws IOException {
        TemplateSheet table = template.sheet(TABLE);
        TargetTable targets = new TargetTable(table, result.vintage());
        targets.fill(result.progress());
        List<Sourced> figures = Sourced.of(result.progress());
        targets.link(
                SourcesSheet.fill(template, result, TEMPLATE, "目标任务完成情况", Sourced.files(result, figures), figures));
        numbers(template.sheet(NUMBERS));
        TemplateSheet overview = template.sheet(OVERVIEW);
        Map<String, String> told = overview();
        overview.fill(told);
        Map<String, String> titles = titles(result);
        for (TemplateSheet sheet : List.of(overview, table, template.sheet(NUMBERS))) {
            sheet.fill(titles);
            RowHeight.fitMerged(sheet);
        }
        return template.finish();
    }

    /** What stands in the titles of all sheets about targets. */
    public static Map<String, String> titles(CountyResult result) {
        var plan = result.definitions().plan();
        return result.titles(Map.of(
                "计划",
                "《" + plan.title() + "》",
                "计划年度",
                plan.year() == 0 ? "计划年度：方案未载明" : "计划年度：" + plan.year() + "年（口径待确认）"));
    }

    private Map<String, String> overview() {
        TargetCounts counts = TargetCounts.of(result.progress());
        Map<String, String> told = new HashMap<>();
        told.put("总数", counts.total() + "项");
        LightTokens.SHAPES.forEach((shape, token) -> told.put(token, counts.of(shape) + "项"));
        told.put("各状态项数", counts.told() + "。");
        told.put("报送情况", Timeliness.told(result.reportings()));
        told.put("滞后与未达标", behind());
        told.put("未排名", unranked());
        return told;
    }

    /** The targets to look after, by name. */
    private String behind() {
        List<String> parts = new ArrayList<>();
        for (String shape : List.of("■", "▲")) {
            List<Progress> such = TargetCounts.whole(result.progress()).stream()
                    .filter(one -> one.status().shape().equals(shape))
                    .toList();
            if (!such.isEmpty()) {
                parts.add((shape.equals("■") ? "■严重滞后、未达标：" : "▲滞后：")
                        + such.stream().map(one -> one.target().title()).collect(Collectors.joining("、"))
                        + "。");
            }
        }
        return parts.isEmpty() ? "没有滞后或未达标的目标任务。" : String.join("", parts);
    }

    private void numbers(TemplateSheet sheet) {
        List<Map<String, Printed>> fields = new ArrayList<>();
        Map<String, List<Progress>> byField = new LinkedHashMap<>();
        result.progress()
                .forEach(one -> byField.computeIfAbsent(one.target().passage().field(), field -> new ArrayList<>())
                        .add(one));
        byField.forEach((field, group) -> {
            Map<String, Printed> line = new HashMap<>(LightTokens.of(TargetCounts.of(group, result.progress())));
            line.put("领域", Printed.text(field));
            fields.add(line);
        });
        lines(sheet, "rpt.fields", fields);
        lines(sheet, "rpt.tasks", ranked());
        List<Map<String, Printed>> reporting = new ArrayList<>();
        Timeliness.of(result.reportings()).forEach(one -> reporting.add(one.printed()));
        lines(sheet, "rpt.reporting", reporting);
        lines(sheet, "rpt.trend", trend());
    }

    /** Townships by their project tasks; never by statistics. */
    private List<Map<String, Printed>> ranked() {
        List<Map<String, Printed>> lines = new ArrayList<>();
        for (ProjectRanking.Place place : ranking.places()) {
            Fraction deviation = place.deviation();
            lines.add(Map.of(
                    "乡镇",
                    Printed.text(place.unit().name()),
                    "名次",
                    Printed.number(place.rank()),
                    "任务数",
                    Printed.number(place.tasks()),
                    "完成任务数",
                    Printed.number(place.reached()),
                    "任务完成率",
                    TargetLine.share(place.completion().toBigDecimal(1)),
                    "任务偏差",
                    deviation == null ? Printed.NONE : TargetLine.share(deviation.toBigDecimal(1))));
        }
        return lines;
    }

    private String unranked() {
        if (ranking.places().isEmpty() && ranking.unranked().isEmpty()) {
            return "没有分到乡镇的项目任务。";
        }
        return ranking.unranked().isEmpty()
                ? "各乡镇都已参加排名。"
                : "未参加排名："
                        + ranking.unranked().stream()
                                .map(one -> one.unit().name() + "（" + one.reason() + "）")
                                .collect(Collectors.joining("、"))
                        + "。";
    }

    /** How many targets stood how at each period of the year of which there are figures; the one at hand last. */
    private List<Map<String, Printed>> trend() {
        Map<ReferencePeriod, List<ProgressStatus>> byPeriod = new TreeMap<>();
        for (Progress one : TargetCounts.whole(result.progress())) {
            one.counterparts()
                    .trend()
                    .forEach(point -> byPeriod.computeIfAbsent(point.period(), period -> new ArrayList<>())
                            .add(point.status()));
            if (one.attainment().actual() != null) {
                byPeriod.computeIfAbsent(result.period(), period -> new ArrayList<>())
                        .add(one.status());
            }
        }
        List<Map<String, Printed>> lines = new ArrayList<>();
        byPeriod.forEach((period, statuses) -> lines.add(Map.of(
                "报告期次",
                Printed.text(period.title()),
                "有数项",
                Printed.number(statuses.size()),
                "达标及完成",
                Printed.number(count(statuses, Light.BLUE) + count(statuses, Light.GREEN)),
                "滞后项",
                Printed.number(count(statuses, Light.YELLOW)),
                "未达标项",
                Printed.number(count(statuses, Light.RED)))));
        return lines;
    }

    private static long count(List<ProgressStatus> statuses, Light light) {
        return statuses.stream().filter(status -> status.light() == light).count();
    }

    /** Where there is nothing, one line says so. */
    private static void lines(TemplateSheet sheet, String anchor, List<Map<String, Printed>> values) {
        List<PrintedLine> lines = new ArrayList<>();
        values.forEach(one -> lines.add(new PrintedLine(anchor, one)));
        if (lines.isEmpty()) {
            Map<String, Printed> nothing = new HashMap<>();
            NUMBER_TOKENS.forEach(token -> nothing.put(token, Printed.text("（无）")));
            lines.add(new PrintedLine(anchor, nothing));
        }
        sheet.lay(List.of(anchor), lines);
    }
}

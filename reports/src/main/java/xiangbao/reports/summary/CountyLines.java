package xiangbao.reports.summary;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import xiangbao.reports.template.TemplateSheet;
import xiangbao.statistics.aggregate.Figure;
import xiangbao.statistics.aggregate.FigureStatus;
import xiangbao.statistics.aggregate.FormSummary;
import xiangbao.statistics.aggregate.OfficialGap;
import xiangbao.statistics.publication.OfficialFigure;

/**
 * The lines between the county's and the units': how complete its figures are, 核定数 beside them, 本年累计, 环比 and 同比. All but coverage, last year and the
 * change only where there is something to say.
 */
final class CountyLines {
    static final List<String> ANCHORS = List.of(
            "rpt.coverage",
            "rpt.official",
            "rpt.todate",
            "rpt.previous",
            "rpt.onprevious",
            "rpt.lastyear",
            "rpt.change");

    private static final String GAP = "gap";
    private static final String GAP_SHARE = "gap.share";

    private final TemplateSheet sheet;
    private final boolean sealed;
    private final Map<String, Integer> rows;

    private CountyLines(TemplateSheet sheet, boolean sealed, Map<String, Integer> rows) {
        this.sheet = sheet;
        this.sealed = sealed;
        this.rows = rows;
    }

    /** Lays out the lines that these columns call for. */
    static CountyLines lay(TemplateSheet sheet, FormSummary summary, List<SummaryColumn> columns, boolean sealed) {
        List<FormSummary.Entry> entries =
                columns.stream().map(SummaryColumn::county).toList();
        List<String> pattern = new ArrayList<>(List.of("rpt.coverage"));
        if (entries.stream().anyMatch(entry -> entry.official() != null)) {
            // 核定数, 差额 and 相差% look alike
            pattern.addAll(List.of("rpt.official", "rpt.official", "rpt.official"));
        }
        if (entries.stream().anyMatch(CountyLines::accumulates)) {
            pattern.add("rpt.todate");
        }
        if (entries.stream().anyMatch(entry -> entry.previous() != null)) {
            pattern.addAll(List.of("rpt.previous", "rpt.onprevious"));
        }
        pattern.addAll(List.of("rpt.lastyear", "rpt.change"));
        int row = sheet.repeatDown(ANCHORS, pattern);
        Map<String, Integer> rows = new LinkedHashMap<>();
        for (String anchor : pattern) {
            rows.put(rows.containsKey(anchor) ? rows.containsKey(GAP) ? GAP_SHARE : GAP : anchor, row++);
        }
        CountyLines lines = new CountyLines(sheet, sealed, rows);
        lines.label("rpt.coverage", "计入/应报", summary.provisional() ? (sealed ? "不齐" : "初步数") : "已核");
        lines.label("rpt.official", "核定数", "文号见注");
        lines.label(GAP, "差额", "汇总−核定");
        lines.label(GAP_SHARE, "相差%", "占核定数");
        lines.label("rpt.todate", "本年累计", "—");
        lines.label("rpt.previous", "上期", "同口径");
        lines.label("rpt.onprevious", "环比±", "%、百分点");
        lines.label("rpt.lastyear", "上年同期", "同口径");
        lines.label("rpt.change", "同比±", "%、百分点");
        return lines;
    }

    /** A flow whose sum over the year so far is something else than the figure of the period. */
    private static boolean accumulates(FormSummary.Entry entry) {
        BigDecimal value = entry.figure().value();
        return entry.yearToDate() != null
                && (value == null || entry.yearToDate().compareTo(value) != 0);
    }

    private void label(String anchor, String title, String kind) {
        Integer row = rows.get(anchor);
        if (row != null) {
            sheet.text(row, 0, title);
            sheet.text(row, 1, kind);
        }
    }

    /** Fills a column of them. */
    void column(int column, FormSummary.Entry entry) {
        rows.forEach((anchor, row) -> fill(row, column, anchor, entry));
    }

    private void fill(int row, int column, String anchor, FormSummary.Entry entry) {
        int decimals = entry.figure().indicator().decimals();
        String incomparable = entry.figure().value() == null ? "—" : "不可比";
        switch (anchor) {
            case "rpt.coverage" -> sheet.text(row, column, coverage(entry.figure()));
            case "rpt.official" -> official(row, column, entry);
            case GAP -> {
                BigDecimal gap = entry.gap().map(OfficialGap::difference).orElse(null);
                SummaryCell.number(sheet, row, column, gap, decimals, "—");
            }
            case GAP_SHARE -> {
                BigDecimal share = entry.gap()
                        .map(OfficialGap::percent)
                        .map(percent -> percent.setScale(2, RoundingMode.HALF_UP))
                        .orElse(null);
                SummaryCell.number(sheet, row, column, share, 2, "—");
            }
            case "rpt.todate" -> SummaryCell.number(sheet, row, column, entry.yearToDate(), decimals, "—");
            case "rpt.previous" -> SummaryCell.number(sheet, row, column, entry.previous(), decimals, incomparable);
            case "rpt.lastyear" -> SummaryCell.number(sheet, row, column, entry.lastYear(), decimals, incomparable);
            case "rpt.onprevious" ->
                SummaryCell.change(sheet, row, column, entry.changeOnPrevious(), entry.changeUnit());
            default -> SummaryCell.change(sheet, row, column, entry.change(), entry.changeUnit());
        }
    }

    private String coverage(Figure figure) {
        if (figure.coverage().expected().isEmpty()) {
            return "—";
        }
        String incomplete = sealed ? "不齐" : "初步";
        return figure.coverage().fraction() + (figure.status() == FigureStatus.PROVISIONAL ? incomplete : "");
    }

    private void official(int row, int column, FormSummary.Entry entry) {
        OfficialFigure official = entry.official();
        if (official == null) {
            sheet.text(row, column, "—");
        } else {
            int decimals = Math.max(
                    entry.figure().indicator().decimals(),
                    Math.min(official.value().stripTrailingZeros().scale(), 4));
            sheet.number(row, column, official.value(), decimals);
        }
    }
}

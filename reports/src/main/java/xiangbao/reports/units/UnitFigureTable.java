package xiangbao.reports.units;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import xiangbao.reports.county.CountyResult;
import xiangbao.reports.sources.Sourced;
import xiangbao.reports.template.Printed;
import xiangbao.reports.template.PrintedLine;
import xiangbao.reports.template.RowHeight;
import xiangbao.reports.template.TemplateSheet;
import xiangbao.statistics.aggregate.Figure;
import xiangbao.statistics.aggregate.FormSummary;
import xiangbao.statistics.forms.Form;
import xiangbao.statistics.forms.Indicator;
import xiangbao.statistics.forms.OverUnits;
import xiangbao.statistics.relations.FormRules;
import xiangbao.statistics.units.ReportingUnit;

/** 指标数据 of a township, form by form, beside last year's and the county's. */
final class UnitFigureTable {
    static final List<String> ANCHORS = List.of("rpt.group", "rpt.rows");
    static final Set<String> TOKENS =
            Set.of("表头", "代码", "指标", "计量单位", "本期数", "上年同期", "同比", "全县", "占全县", "全县上年同期", "全县同比");

    private final CountyResult result;
    private final ReportingUnit unit;
    private final List<PrintedLine> lines = new ArrayList<>();
    private final List<Sourced> sourced = new ArrayList<>();
    private final Map<String, Integer> rows = new LinkedHashMap<>();
    private int own = -1;

    UnitFigureTable(CountyResult result, ReportingUnit unit) {
        this.result = result;
        this.unit = unit;
    }

    void fill(TemplateSheet sheet) {
        for (FormSummary summary : result.summaries()) {
            summary.lines().stream()
                    .filter(line -> line.unit().equals(unit))
                    .findFirst()
                    .ifPresent(line -> form(summary, line));
        }
        if (lines.isEmpty()) {
            add("rpt.group", Map.of("表头", Printed.text("本期没有数据")));
        }
        own = sheet.column("rpt.rows", "本期数");
        int first = RowHeight.lay(sheet, ANCHORS, lines);
        rows.replaceAll((code, line) -> first + line);
    }

    /** Its figures that were made of something; after {@link #fill}. */
    List<Sourced> sourced() {
        return sourced;
    }

    /** Makes each of them a link to its sources. */
    void link(TemplateSheet sheet, Map<String, String> sources) {
        rows.forEach((code, row) -> {
            String source = sources.get(code);
            if (source != null && own >= 0) {
                sheet.link(row, own, source);
            }
        });
    }

    private void form(FormSummary summary, FormSummary.Line line) {
        Form form = summary.form();
        boolean own = form.owedBy().selects(unit);
        add(
                "rpt.group",
                Map.of(
                        "表头",
                        Printed.text(form.code() + "　" + form.title() + "　"
                                + summary.period().title() + (own ? "" : "（县直部门报送）"))));
        for (int index = 0; index < summary.columns().size(); index++) {
            Figure figure = line.entries().get(index).figure();
            if (!figure.contributions().isEmpty()) {
                rows.put(figure.indicator().code().toString(), lines.size());
                sourced.add(Sourced.of(
                        figure,
                        rules(figure.indicator())
                                .flatMap(rules -> rules.computationOfUnit(
                                        figure.indicator().code()))
                                .map(one -> one.formula().text())
                                .orElse("")));
            }
            add(
                    "rpt.rows",
                    line(
                            form,
                            line.entries().get(index),
                            summary.lines().get(0).entries().get(index)));
        }
    }

    private Map<String, Printed> line(Form form, FormSummary.Entry own, FormSummary.Entry county) {
        Indicator indicator = own.figure().indicator();
        Map<String, Printed> line = new HashMap<>();
        boolean cell = form.indicator(indicator.code()).isPresent();
        int indent = form.row(indicator.code().row()).map(row -> row.indent()).orElse(0);
        line.put("代码", Printed.text(cell ? indicator.code().item() : "—"));
        line.put("指标", Printed.text("　".repeat(indent) + indicator.title()));
        line.put("计量单位", Printed.text(indicator.unit().isEmpty() ? "—" : indicator.unit()));
        line.put("本期数", figure(own.figure()));
        line.put("上年同期", lastYear(own));
        line.put("同比", change(own));
        line.put("全县", figure(county.figure()));
        line.put("全县上年同期", lastYear(county));
        line.put("全县同比", change(county));
        line.put("占全县", share(own.figure(), county.figure()));
        return line;
    }

    private static Printed figure(Figure figure) {
        BigDecimal value = figure.value();
        return value == null
                ? Printed.text(figure.status().title())
                : Printed.number(value, figure.indicator().decimals());
    }

    private static Printed lastYear(FormSummary.Entry entry) {
        if (entry.lastYear() == null) {
            return Printed.text(entry.figure().value() == null ? "—" : "不可比");
        }
        return Printed.number(entry.lastYear(), entry.figure().indicator().decimals());
    }

    private static Printed change(FormSummary.Entry entry) {
        return entry.change() == null
                ? Printed.NONE
                : Printed.number(entry.change(), entry.changeUnit().equals("%") ? 1 : 2);
    }

    /** Only of what is added up. */
    private Printed share(Figure own, Figure county) {
        BigDecimal part = own.value();
        BigDecimal whole = county.value();
        Indicator indicator = own.indicator();
        boolean added = indicator.overUnits() == OverUnits.SUM && !isDerived(indicator);
        if (part == null || whole == null || whole.signum() == 0 || !added) {
            return Printed.NONE;
        }
        return Printed.number(part.multiply(BigDecimal.valueOf(100)).divide(whole, 1, RoundingMode.HALF_UP), 1);
    }

    private boolean isDerived(Indicator indicator) {
        return rules(indicator)
                .flatMap(rules -> rules.computation(indicator.code()))
                .isPresent();
    }

    private Optional<FormRules> rules(Indicator indicator) {
        return result.definitions().form(indicator.code().form());
    }

    private void add(String anchor, Map<String, Printed> values) {
        lines.add(new PrintedLine(anchor, values));
    }
}

package xiangbao.reports.summary;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import xiangbao.reports.template.TemplateSheet;
import xiangbao.statistics.aggregate.BalancedRounding;
import xiangbao.statistics.aggregate.Figure;
import xiangbao.statistics.aggregate.FormSummary;
import xiangbao.statistics.forms.OverUnits;
import xiangbao.statistics.publication.Vintage;
import xiangbao.statistics.units.ReportingUnit;

/** A table of a 汇总表: the county and what stands beside it, then every unit, by the columns chosen. */
final class SummaryTable {
    private static final int FIRST = SummaryPage.FIRST;

    private final TemplateSheet sheet;
    private final FormSummary summary;
    private final Vintage vintage;
    private final List<SummaryColumn> columns;
    private final boolean balanced;
    private final FormSummary.Line county;
    private final List<FormSummary.Line> units;

    /** @param balanced whether the units' figures are rounded so that they add up to the county's */
    SummaryTable(
            TemplateSheet sheet, FormSummary summary, Vintage vintage, List<SummaryColumn> columns, boolean balanced) {
        this.sheet = sheet;
        this.summary = summary;
        this.vintage = vintage;
        this.columns = columns;
        this.balanced = balanced;
        this.county = summary.lines().get(0);
        this.units = summary.lines().subList(1, summary.lines().size());
    }

    /**
     * @param wide whether it may be wider than a page
     * @param sources where in the workbook the sources of an indicator stand
     */
    void fill(boolean wide, Map<String, String> sources, Map<String, String> tokens) {
        sheet.repeatRight("rpt.columns", columns.size());
        int countyRow = sheet.anchor("rpt.county").getFirstRow();
        CountyLines beside = CountyLines.lay(sheet, summary, columns, vintage.isSealed());
        int first = sheet.repeatDown("rpt.rows", units.size());
        sheet.text(countyRow, 0, county.unit().name() + "合计");
        sheet.text(countyRow, 1, summary.coverage().fraction());
        for (int line = 0; line < units.size(); line++) {
            ReportingUnit unit = units.get(line).unit();
            sheet.text(first + line, 0, unit.name());
            sheet.text(first + line, 1, SummaryCell.state(summary.coverage(), unit));
        }
        CountyFormula formula = new CountyFormula(summary.form(), columns, countyRow, FIRST);
        for (int place = 0; place < columns.size(); place++) {
            SummaryColumn column = columns.get(place);
            column(column, FIRST + place, first, countyRow, formula);
            beside.column(FIRST + place, column.county());
            String source = sources.get(column.indicator().code().toString());
            if (source != null) {
                sheet.link(countyRow, FIRST + place, source);
            }
        }
        int total = new SummaryHeadings(sheet, summary, columns).fill(wide);
        SummaryPage page = new SummaryPage(sheet, FIRST + columns.size(), total);
        page.marks(county.unit().name());
        page.notes(SummaryNotes.of(summary, vintage, balanced));
        page.print(units.size());
        sheet.fill(tokens);
    }

    private void column(SummaryColumn column, int at, int first, int countyRow, CountyFormula formula) {
        int decimals = column.indicator().decimals();
        List<BigDecimal> parts = units.stream()
                .map(line -> column.of(line).figure().value())
                .flatMap(Stream::ofNullable)
                .toList();
        BigDecimal value = column.county().figure().value();
        boolean summed = isSum(column, parts);
        Iterator<BigDecimal> rounded =
                balanced && summed ? BalancedRounding.of(parts, decimals).iterator() : Collections.emptyIterator();
        for (int line = 0; line < units.size(); line++) {
            Figure figure = column.of(units.get(line)).figure();
            if (figure.value() != null && rounded.hasNext()) {
                sheet.number(first + line, at, rounded.next(), decimals);
            } else {
                SummaryCell.figure(sheet, first + line, at, figure);
            }
        }
        Optional<String> live = summed
                ? Optional.of(CountyFormula.sum(at, first, units.size()))
                : column.isDerived() ? formula.ratio(column) : Optional.empty();
        if (live.isPresent() && value != null) {
            BigDecimal shown = balanced && summed ? value.setScale(decimals, RoundingMode.HALF_UP) : value;
            sheet.formula(countyRow, at, live.get(), shown, decimals);
        } else {
            SummaryCell.figure(sheet, countyRow, at, column.county().figure());
        }
    }

    /** Whether the county's figure is what the units' add up to. */
    private static boolean isSum(SummaryColumn column, List<BigDecimal> parts) {
        BigDecimal value = column.county().figure().value();
        return value != null
                && !parts.isEmpty()
                && column.indicator().overUnits() == OverUnits.SUM
                && parts.stream().reduce(BigDecimal.ZERO, BigDecimal::add).compareTo(value) == 0
                && !column.isDerived();
    }
}

package xiangbao.statistics.bands;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import xiangbao.statistics.forms.Column;
import xiangbao.statistics.forms.ColumnKind;
import xiangbao.statistics.forms.Form;
import xiangbao.statistics.forms.FormCode;
import xiangbao.statistics.forms.Indicator;
import xiangbao.statistics.forms.IndicatorCode;
import xiangbao.statistics.forms.Layout;
import xiangbao.statistics.forms.LegalMarks;
import xiangbao.statistics.forms.Measure;
import xiangbao.statistics.forms.OverTime;
import xiangbao.statistics.forms.Row;
import xiangbao.statistics.periods.Due;
import xiangbao.statistics.periods.Frequency;
import xiangbao.statistics.periods.ReferencePeriod;
import xiangbao.statistics.periods.Validity;
import xiangbao.statistics.screens.Past;
import xiangbao.statistics.submissions.Observation;
import xiangbao.statistics.submissions.ObservationStatus;
import xiangbao.statistics.units.ReportingUnit;
import xiangbao.statistics.units.UnitCode;
import xiangbao.statistics.units.UnitKind;
import xiangbao.statistics.units.UnitSelector;

/** Nine townships with 100, 200 … 900 households, as many people as chance gives, and two small forms. */
public final class BandCounty {
    static final FormCode WASTE = new FormCode("平98-1");
    public static final FormCode ROADS = new FormCode("平98-2");
    private static final int[] PEOPLE = {350, 610, 1200, 1500, 1450, 2300, 2100, 3000, 2500};

    private BandCounty() {}

    public static ReportingUnit unit(int number) {
        return new ReportingUnit(
                code(number),
                null,
                "第" + number + "镇",
                UnitKind.TOWN,
                null,
                List.of(),
                Validity.ALWAYS,
                Map.of(
                        "农村户数", BigDecimal.valueOf(100L * number),
                        "农村人口", BigDecimal.valueOf(PEOPLE[number - 1]),
                        "社区数", BigDecimal.ONE));
    }

    public static UnitCode code(int number) {
        return new UnitCode("43062610" + number);
    }

    /** 01 公厕 (时点), 02 转运量 (累计), 03 普及率 (时点, %), 04 保洁员 (时点, 其中项). */
    public static Form waste() {
        return form(
                WASTE,
                Layout.MATRIX,
                List.of(column("1", "本期数", Measure.INHERITED)),
                List.of(
                        row("01", "公厕", "座", 0, OverTime.LAST, 0),
                        row("02", "转运量", "吨", 1, OverTime.CUMULATIVE, 0),
                        row("03", "普及率", "%", 1, OverTime.LAST, 0),
                        row("04", "保洁员", "人", 0, OverTime.LAST, 1)));
    }

    /** 01 编号, 02 里程, 03 总投资, 04 累计投资. */
    public static Form roads() {
        return form(
                ROADS,
                Layout.LEDGER,
                List.of(
                        new Column(
                                "01", "编号", "", List.of(), ColumnKind.KEY, Measure.INHERITED, List.of(), true, false),
                        column("02", "里程", new Measure("公里", 3, null, OverTime.LAST)),
                        column("03", "总投资", new Measure("万元", 1, null, OverTime.LAST)),
                        column("04", "累计投资", new Measure("万元", 1, null, OverTime.CUMULATIVE))),
                List.of());
    }

    private static Form form(FormCode code, Layout layout, List<Column> columns, List<Row> rows) {
        return new Form(
                code,
                "试验",
                Frequency.QUARTER,
                layout,
                UnitSelector.TOWNSHIPS,
                10,
                new LegalMarks("", "", "", null),
                Validity.ALWAYS,
                columns,
                rows,
                List.of());
    }

    private static Column column(String code, String title, Measure measure) {
        return new Column(code, title, "", List.of(), ColumnKind.NUMBER, measure, List.of(), true, false);
    }

    private static Row row(String code, String title, String unit, int decimals, OverTime time, int indent) {
        return new Row(
                code,
                title,
                indent,
                List.of(),
                new Measure(unit, decimals, null, time),
                Set.of(),
                Due.ALWAYS,
                true,
                false,
                null);
    }

    public static IndicatorCode indicator(String item) {
        return new IndicatorCode(WASTE, item);
    }

    /** @param figures such as {@code 01.1=12}; a ledger's with its line, {@code L1:02=1.5} */
    public static PastReport report(Form form, int unit, String period, String... figures) {
        return new PastReport(unit(unit), ReferencePeriod.of(period), observations(form, unit, figures));
    }

    public static List<Observation> observations(Form form, int unit, String... figures) {
        List<Observation> observations = new ArrayList<>();
        for (String figure : figures) {
            String[] parts = figure.split("=");
            String[] place = parts[0].split(":");
            observations.add(new Observation(
                    new IndicatorCode(form.code(), place[place.length - 1]),
                    place.length > 1 ? place[0] : "",
                    code(unit),
                    ObservationStatus.REPORTED,
                    new BigDecimal(parts[1]),
                    null,
                    parts[1],
                    null));
        }
        return observations;
    }

    /** Nothing but master data. */
    public static Past newcomer(int unit) {
        return new Past() {
            @Override
            public Optional<BigDecimal> figure(Indicator indicator, String line, ReferencePeriod period) {
                return Optional.empty();
            }

            @Override
            public Optional<BigDecimal> attribute(String name) {
                return unit(unit).attribute(name);
            }
        };
    }
}

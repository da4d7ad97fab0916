package xiangbao.statistics.aggregate;

import static org.assertj.core.api.Assertions.assertThat;
import static xiangbao.statistics.aggregate.SmallCounty.ANDING;
import static xiangbao.statistics.aggregate.SmallCounty.COUNTY;
import static xiangbao.statistics.aggregate.SmallCounty.JIAYI;
import static xiangbao.statistics.aggregate.SmallCounty.Q3;
import static xiangbao.statistics.aggregate.SmallCounty.TIANYUE;
import static xiangbao.statistics.aggregate.SmallCounty.WUSHI;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import xiangbao.statistics.forms.Column;
import xiangbao.statistics.forms.ColumnKind;
import xiangbao.statistics.forms.Form;
import xiangbao.statistics.forms.FormCode;
import xiangbao.statistics.forms.IndicatorCode;
import xiangbao.statistics.forms.Layout;
import xiangbao.statistics.forms.LegalMarks;
import xiangbao.statistics.forms.Measure;
import xiangbao.statistics.forms.OverTime;
import xiangbao.statistics.forms.OverUnits;
import xiangbao.statistics.forms.Row;
import xiangbao.statistics.formula.Formula;
import xiangbao.statistics.periods.Due;
import xiangbao.statistics.periods.Frequency;
import xiangbao.statistics.periods.Validity;
import xiangbao.statistics.relations.DerivedIndicator;
import xiangbao.statistics.relations.FormRules;
import xiangbao.statistics.units.ReportingUnit;
import xiangbao.statistics.units.UnitSelector;

/** A form whose yield may be left blank: what is blank is missing, and never computed beside what others reported. */
class OptionalCellTests {
    private static final FormCode RICE = new FormCode("稻1-1");

    private static FormRules rice() {
        Form form = new Form(
                RICE,
                "早稻",
                Frequency.QUARTER,
                Layout.MATRIX,
                UnitSelector.TOWNSHIPS,
                10,
                new LegalMarks("", "", "", null),
                Validity.ALWAYS,
                List.of(
                        column("1", "面积", OverUnits.SUM, true),
                        column("2", "产量", OverUnits.SUM, true),
                        column("3", "单产", OverUnits.NONE, false)),
                List.of(row("01", "早稻", true), row("02", "旱稻", false)),
                List.of());
        return new FormRules(
                form,
                true,
                List.of(),
                List.of(new DerivedIndicator(
                        form.indicator(new IndicatorCode(RICE, "01.3")).orElseThrow(),
                        Formula.of("1000 * [.2] / [.1]"))));
    }

    private static Column column(String code, String title, OverUnits overUnits, boolean required) {
        return new Column(
                code,
                title,
                "",
                List.of(),
                ColumnKind.NUMBER,
                new Measure("吨", 1, overUnits, OverTime.LAST),
                List.of(),
                required,
                false);
    }

    private static Row row(String code, String title, boolean required) {
        return new Row(code, title, 0, List.of(), Measure.INHERITED, Set.of(), Due.ALWAYS, required, false, null);
    }

    private static RollUp rollUp() {
        List<Counted> counted = List.of(
                rice(TIANYUE, "100", "40", "410", "1"),
                rice(ANDING, "200", "90", "?", "2"),
                rice(JIAYI, "300", "150", "500", "?"),
                rice(WUSHI, "400", "220", "550", "0"));
        return RollUp.of(List.of(rice()), SmallCounty.UNITS, new Basis(Q3, counted, Set.of()));
    }

    private static Counted rice(ReportingUnit unit, String area, String tons, String yield, String dry) {
        return Counted.accepted(SmallCounty.of(
                RICE,
                unit,
                "2026-Q3",
                "01.1=" + area,
                "01.2=" + tons,
                "01.3=" + yield,
                "02.1=" + dry,
                "02.2=" + dry,
                "02.3=?"));
    }

    private static Figure figure(String item, ReportingUnit unit) {
        return rollUp().figure(new IndicatorCode(RICE, item), unit.code()).orElseThrow();
    }

    @Test
    void aBlankOptionalCellIsMissingAndStaysAmongWhatIsOwed() {
        Figure dry = figure("02.1", COUNTY);

        assertThat(dry.value()).isEqualTo("3");
        assertThat(dry.coverage().fraction()).isEqualTo("3/4");
        assertThat(dry.coverage().missing()).containsExactly(JIAYI);
        assertThat(dry.status()).isEqualTo(FigureStatus.PROVISIONAL);
        assertThat(figure("02.1", JIAYI).status()).isEqualTo(FigureStatus.MISSING);
        assertThat(figure("02.1", WUSHI).value()).isEqualTo("0");
    }

    /** 天岳街道 has 400 by its sums and wrote 410; 安定镇 wrote nothing. */
    @Test
    void aColumnIsReportedForUnitsAndComputedForTheCounty() {
        assertThat(figure("01.3", TIANYUE).value()).isEqualTo("410");
        assertThat(figure("01.3", ANDING).value()).isNull();
        assertThat(figure("01.3", ANDING).status()).isEqualTo(FigureStatus.MISSING);
        assertThat(figure("01.3", ANDING).contributions()).isEmpty();
        assertThat(figure("01.3", WUSHI).contributions()).hasSize(1);
        assertThat(figure("01.3", COUNTY).value()).isEqualTo("500");
        assertThat(figure("01.3", COUNTY).status()).isEqualTo(FigureStatus.FINAL);

        FormRules rules = rice();
        IndicatorCode yield = new IndicatorCode(RICE, "01.3");
        assertThat(rules.computation(yield)).isPresent();
        assertThat(rules.computationOfUnit(yield)).isEmpty();
    }
}

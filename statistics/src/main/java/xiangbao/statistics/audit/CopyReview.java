package xiangbao.statistics.audit;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import xiangbao.statistics.bands.Against;
import xiangbao.statistics.confrontation.FindingText;
import xiangbao.statistics.confrontation.Surroundings;
import xiangbao.statistics.confrontation.UnitFigures;
import xiangbao.statistics.copies.CopiedPeriods;
import xiangbao.statistics.copies.CopiedUnits;
import xiangbao.statistics.copies.Copy;
import xiangbao.statistics.figures.FigureText;
import xiangbao.statistics.figures.Fraction;
import xiangbao.statistics.findings.Finding;
import xiangbao.statistics.findings.Severity;
import xiangbao.statistics.forms.Form;
import xiangbao.statistics.forms.Indicator;
import xiangbao.statistics.forms.IndicatorCode;
import xiangbao.statistics.periods.ReferencePeriod;
import xiangbao.statistics.submissions.CellReference;
import xiangbao.statistics.submissions.Observation;
import xiangbao.statistics.units.Units;

/** Asks about figures that repeat those of the last period or of last year (COPIED-PERIOD for a whole form, COPIED-BLOCK for a block of it), or another unit's. */
final class CopyReview {
    private static final String WHOLE = "COPIED-PERIOD";
    private static final String BLOCK = "COPIED-BLOCK";
    private static final String UNIT = "COPIED-UNIT";

    private final Form form;
    private final CopiedPeriods copies;
    private final UnitFigures figures;
    private final FindingText text;

    CopyReview(Form form, CopiedPeriods copies, UnitFigures figures, FindingText text) {
        this.form = form;
        this.copies = copies;
        this.figures = figures;
        this.text = text;
    }

    /** One source is enough: what repeats the last period is not held against last year. */
    Optional<Finding> find(ReferencePeriod period) {
        return against(period, Against.PREVIOUS, period.previous())
                .or(() -> against(period, Against.LAST_YEAR, period.yearEarlier()));
    }

    /** Who copied from whom nobody can tell from the figures, so both are asked. */
    Optional<Finding> find(List<Observation> observations, List<Surroundings.Neighbour> alike, Units units) {
        List<String> equal = List.of();
        List<String> names = new ArrayList<>();
        for (Surroundings.Neighbour neighbour : alike) {
            List<String> items = CopiedUnits.equal(observations, neighbour.figures());
            if (!items.isEmpty()) {
                names.add(units.name(neighbour.unit()));
                equal = items.size() > equal.size() ? items : equal;
            }
        }
        if (names.isEmpty()) {
            return Optional.empty();
        }
        String others = String.join("、", names);
        List<CellReference> cells = cells(equal);
        return Optional.of(finding(
                UNIT,
                "",
                "有 " + equal.size() + " 个数与" + others + "的相同",
                new IndicatorCode(form.code(), equal.get(0)),
                cells,
                "填报：" + equal.size() + " 个不为零的数与" + others + "同期的报表逐个相同。",
                "请核对是否用了别的单位的报表，或者两个单位的报表弄混了；属实请在审核说明中写明原因。"));
    }

    private List<CellReference> cells(List<String> items) {
        return items.stream()
                .map(item -> figures.own("", item))
                .filter(Objects::nonNull)
                .map(Observation::cell)
                .filter(Objects::nonNull)
                .toList();
    }

    private Optional<Finding> against(ReferencePeriod period, Against against, ReferencePeriod other) {
        return figures.held(form.code(), other)
                .flatMap(then -> copies.find(
                        period,
                        against,
                        item -> number(figures.own("", item)),
                        item -> number(then.observation("", item))))
                .map(copy -> copy.whole() ? whole(copy, against, other) : block(copy, against, other));
    }

    private static @Nullable BigDecimal number(@Nullable Observation observation) {
        return observation != null && observation.status().hasValue() ? observation.number() : null;
    }

    private Finding whole(Copy copy, Against against, ReferencePeriod other) {
        String title = "全部数字与" + against.title() + "相同";
        return finding(
                WHOLE,
                "",
                title,
                null,
                List.of(),
                "填报：" + copy.items().size() + " 个不为零的数字与" + other.title() + "逐个相同。",
                "请核对是否照抄了" + other.title() + "的报表，或报告期写错；属实请在审核说明中写明原因。");
    }

    private Finding block(Copy copy, Against against, ReferencePeriod other) {
        List<CellReference> cells = cells(copy.items());
        IndicatorCode first = new IndicatorCode(form.code(), copy.items().get(0));
        IndicatorCode last =
                new IndicatorCode(form.code(), copy.items().get(copy.items().size() - 1));
        return finding(
                BLOCK,
                first.item(),
                "连着 " + copy.items().size() + " 个数与" + against.title() + "相同",
                first,
                cells,
                "填报：从" + told(first) + "到" + told(last) + "，连着 " + copy.items().size() + " 个不为零的数与" + other.title()
                        + "逐个相同，而别的数有变动。",
                "请核对这一段是否照抄了" + other.title() + "的数；属实请在审核说明中写明原因。");
    }

    private Finding finding(
            String code,
            String instance,
            String title,
            @Nullable IndicatorCode indicator,
            List<CellReference> cells,
            String statement,
            String remedy) {
        return Finding.of(code, Severity.QUERY, title)
                .forInstance(instance)
                .at(indicator, cells)
                .saying(text.message(code, title, cells, "", statement, remedy), remedy);
    }

    private String told(IndicatorCode code) {
        Indicator indicator = form.indicator(code).orElseThrow();
        BigDecimal now = number(figures.own("", code.item()));
        return indicator.title().strip() + " [" + text.code(indicator) + "]"
                + (now == null ? "" : " = " + FigureText.measured(Fraction.of(now), indicator.unit()));
    }
}

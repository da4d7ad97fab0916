package xiangbao.readers.forms;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import xiangbao.readers.excel.RawCell;
import xiangbao.readers.excel.RawSheet;
import xiangbao.readers.excel.Recalculation;
import xiangbao.statistics.model.CellReference;
import xiangbao.statistics.model.Indicator;
import xiangbao.statistics.model.ObservationStatus;
import xiangbao.statistics.model.Severity;
import xiangbao.statistics.model.UnitOfMeasure;

/** Reads one figure from its cell, with all the care that hand-filled cells need: nothing is guessed, and no text becomes zero. */
final class CellReader {
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final int MOST_DIGITS = 20;

    private final KnownUnits units;
    private final Recalculation recalculation;
    private final FormFindings findings;

    CellReader(KnownUnits units, Recalculation recalculation, FormFindings findings) {
        this.units = units;
        this.recalculation = recalculation;
        this.findings = findings;
    }

    /**
     * What is expected in a cell.
     *
     * @param title as the clerk reads it, with the code behind it: 卫生厕所户 [05]
     * @param instance tells the findings of a form's cells apart
     * @param decimals as declared, or -1
     */
    record Place(Indicator indicator, String title, String instance, boolean required, boolean negative, int decimals) {
        boolean isPercentage() {
            return indicator.unit().equals("%") || indicator.unit().equals("％");
        }
    }

    record Reading(ObservationStatus status, @Nullable BigDecimal number) {
        static final Reading UNREADABLE = new Reading(ObservationStatus.UNREADABLE, null);
        static final Reading MISSING = new Reading(ObservationStatus.MISSING, null);
    }

    /** Whether anything stands there that means more than nothing. */
    static boolean isBlank(@Nullable RawCell cell) {
        return cell == null
                || !cell.isNumber()
                        && !cell.cachedValueAbsent()
                        && PlainText.of(cell.text()).isEmpty();
    }

    Reading figure(Place place, RawSheet sheet, CellReference reference, @Nullable RawCell cell) {
        if (cell == null || isBlank(cell)) {
            return missing(place, reference, "");
        }
        if (cell.struckThrough()) {
            mandatory(
                    "STRUCK-THROUGH",
                    place,
                    reference,
                    place.title + "带删除线，不知是否有效",
                    cell.text(),
                    "一个不带删除线的数",
                    "请删去作废的数，只保留正确的数并去掉删除线。");
            return Reading.UNREADABLE;
        }
        if (cell.cachedValueAbsent()) {
            return recalculated(place, sheet, reference, cell);
        }
        if (cell.isFormula()) {
            recalculation
                    .contradiction(sheet, cell)
                    .ifPresent(fresh -> findings.add(
                            "STALE-FORMULA",
                            place.instance,
                            Severity.QUERY,
                            place.title + "的公式结果与重新计算的不一致",
                            place.indicator.code(),
                            List.of(reference),
                            cell.text(),
                            "重新计算得 " + fresh.toPlainString(),
                            "请打开文件按 F9 重新计算并保存；确认无误的，请说明原因。"));
        }
        return switch (cell.kind()) {
            case ERROR -> error(place, reference, cell);
            case BOOLEAN -> notANumber(place, reference, cell.text());
            case NUMBER -> number(place, reference, cell);
            case TEXT -> text(place, reference, cell.text());
        };
    }

    private Reading recalculated(Place place, RawSheet sheet, CellReference reference, RawCell cell) {
        Optional<BigDecimal> fresh = recalculation.value(sheet, cell);
        if (fresh.isEmpty()) {
            mandatory(
                    "NO-CACHED-VALUE",
                    place,
                    reference,
                    place.title + "只有公式，没有计算结果",
                    "=" + cell.formula(),
                    "公式的计算结果或直接填写的数",
                    "请用 WPS 或 Excel 打开文件，重新计算并保存后再报送，或直接填写数字。");
            return Reading.UNREADABLE;
        }
        findings.group(
                "RECALCULATED",
                Severity.HINT,
                "公式没有保存计算结果，已按公式算出",
                reference,
                fresh.get().toPlainString(),
                "请核对；用 WPS 或 Excel 打开并保存一次，即可带上计算结果。");
        return checked(place, reference, fresh.get(), false);
    }

    private Reading error(Place place, CellReference reference, RawCell cell) {
        if (!cell.text().startsWith("#")) {
            return notANumber(place, reference, shortened(cell.text()));
        }
        mandatory(
                "ERROR-VALUE",
                place,
                reference,
                place.title + "是错误值",
                cell.text(),
                "一个数",
                "请改正公式（常见于引用的单元格被删除、除数为零），或直接填写数字。");
        return Reading.UNREADABLE;
    }

    private Reading number(Place place, CellReference reference, RawCell cell) {
        if (cell.dateFormatted()) {
            mandatory(
                    "DATE-IN-DATA",
                    place,
                    reference,
                    place.title + "被存成了日期",
                    cell.text(),
                    "一个数",
                    "多因输入 3-5、2026.1 之类被自动改成日期；请把单元格格式改为“数值”后重新填写。");
            return Reading.UNREADABLE;
        }
        BigDecimal figure = cell.decimal();
        if (isHuge(figure)) {
            return notANumber(place, reference, shortened(cell.text()));
        }
        if (cell.percentFormatted() && figure.signum() != 0) {
            if (!place.isPercentage()) {
                mandatory(
                        "UNIT-DIFFERS",
                        place,
                        reference,
                        place.title + "按百分数填写",
                        figure.multiply(HUNDRED).stripTrailingZeros().toPlainString() + "%",
                        "以“" + place.indicator.unit() + "”为计量单位的数",
                        "请把单元格格式改为“数值”，并按表中的计量单位填写。");
                return Reading.UNREADABLE;
            }
            return checked(place, reference, FigureText.normalised(figure.multiply(HUNDRED)), true);
        }
        return checked(place, reference, figure, false);
    }

    private static boolean isHuge(BigDecimal figure) {
        return figure.signum() != 0 && (long) figure.precision() - figure.scale() > MOST_DIGITS || figure.scale() > 400;
    }

    private Reading text(Place place, CellReference reference, String stored) {
        FigureText text = FigureText.of(stored);
        if (text instanceof FigureText.Missing) {
            return missing(place, reference, stored);
        }
        if (!(text instanceof FigureText.Number number)) {
            return notANumber(place, reference, stored);
        }
        boolean percent = number.unit().equals("%") && place.isPercentage();
        if (number.unit().isEmpty() || percent) {
            if (isHuge(number.value())) {
                return notANumber(place, reference, shortened(stored));
            }
            findings.group(
                    "NORMALISED",
                    Severity.HINT,
                    "数字以文本、全角或带分隔符的形式填写，已按数值读取",
                    reference,
                    shortened(stored),
                    "请核对；今后请直接填写半角数字，不加逗号、空格和引号。");
            return checked(place, reference, number.value(), percent);
        }
        if (!units.isUnit(number.unit())) {
            return notANumber(place, reference, stored);
        }
        if (units.same(number.unit(), place.indicator.unit())) {
            findings.add(
                    "UNIT-TYPED",
                    place.instance,
                    Severity.HINT,
                    place.title + "的数字后面写了计量单位",
                    place.indicator.code(),
                    List.of(reference),
                    shortened(stored),
                    number.value().toPlainString(),
                    "已按 " + number.value().toPlainString() + " 读取；单元格里只填数字。");
            return checked(place, reference, number.value(), percent);
        }
        mandatory(
                "UNIT-DIFFERS",
                place,
                reference,
                place.title + "所写的计量单位“" + number.unit() + "”与表中的“" + place.indicator.unit() + "”不同",
                shortened(stored),
                "以“" + place.indicator.unit() + "”为计量单位的数",
                "请换算成“" + place.indicator.unit() + "”后填写，单元格里只填数字；系统不代为换算。");
        return Reading.UNREADABLE;
    }

    private Reading checked(Place place, CellReference reference, BigDecimal figure, boolean saidPercent) {
        if (figure.signum() < 0 && !place.negative) {
            mandatory(
                    "NEGATIVE-VALUE",
                    place,
                    reference,
                    place.title + "是负数",
                    figure.stripTrailingZeros().toPlainString(),
                    "不小于 0 的数",
                    "这一项不会小于零，请核对后填写。");
        }
        if (place.isPercentage()
                && !saidPercent
                && figure.signum() != 0
                && figure.abs().compareTo(BigDecimal.ONE) <= 0) {
            findings.add(
                    "PERCENT-SUSPECTED",
                    place.instance,
                    Severity.QUERY,
                    place.title + "以“%”为计量单位，所填的数不大于 1",
                    place.indicator.code(),
                    List.of(reference),
                    figure.toPlainString(),
                    "",
                    "本栏以百分数填写，百分之九十九填 99。填写有误的请改正；确实不大于百分之一的请说明。");
        }
        if (figure.stripTrailingZeros().scale() > 0 && UnitOfMeasure.isWhole(place.indicator.unit(), place.decimals)) {
            mandatory(
                    "NOT-WHOLE",
                    place,
                    reference,
                    place.title + "按“" + place.indicator.unit() + "”计数，不会有小数",
                    figure.toPlainString(),
                    "整数",
                    "请核对是否填错了栏、多了小数点，或用了别的计量单位（如“万" + place.indicator.unit() + "”）。");
        } else if (place.decimals >= 0 && figure.stripTrailingZeros().scale() > place.decimals) {
            findings.group(
                    "DECIMALS",
                    Severity.HINT,
                    "小数位数多于规定",
                    reference,
                    figure.toPlainString(),
                    "数值照原样读取，印表时按规定位数四舍五入；请核对是否填写有误。");
        }
        return new Reading(ObservationStatus.REPORTED, figure);
    }

    private Reading missing(Place place, CellReference reference, String stored) {
        if (place.required) {
            mandatory(
                    "MISSING-VALUE",
                    place,
                    reference,
                    place.title + "没有填数",
                    shortened(stored),
                    "一个数；没有发生的填 0",
                    "请填写数字；确实没有的请填 0，不要留空，也不要填“—”“无”“不详”。");
        }
        return Reading.MISSING;
    }

    private Reading notANumber(Place place, CellReference reference, String stored) {
        mandatory(
                "NOT-A-NUMBER",
                place,
                reference,
                place.title + "不是一个确定的数",
                shortened(stored),
                "一个数",
                "请只填一个准确的半角数字，不写“约”“左右”、范围、字母、括号或汉字；说明请写在备注里。");
        return Reading.UNREADABLE;
    }

    private void mandatory(
            String code,
            Place place,
            CellReference reference,
            String what,
            String actual,
            String expected,
            String remedy) {
        findings.add(
                code,
                place.instance,
                Severity.MANDATORY,
                what,
                place.indicator.code(),
                List.of(reference),
                actual,
                expected,
                remedy);
    }

    static String shortened(String text) {
        String plain = text.strip();
        return plain.length() <= 40 ? plain : plain.substring(0, 40) + "…";
    }
}

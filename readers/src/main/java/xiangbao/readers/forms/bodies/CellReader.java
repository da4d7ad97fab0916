package xiangbao.readers.forms.bodies;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import xiangbao.readers.excel.format.Shown;
import xiangbao.readers.excel.formula.Recalculation;
import xiangbao.readers.excel.workbook.RawCell;
import xiangbao.readers.excel.workbook.RawSheet;
import xiangbao.readers.forms.findings.FormFindings;
import xiangbao.readers.forms.wording.KnownUnits;
import xiangbao.readers.forms.wording.PlainText;
import xiangbao.readers.forms.wording.TypedFigure;
import xiangbao.statistics.forms.Indicator;
import xiangbao.statistics.measures.UnitOfMeasure;
import xiangbao.statistics.submissions.CellReference;
import xiangbao.statistics.submissions.ObservationStatus;

/** Reads one figure from its cell, with all the care that hand-filled cells need: nothing is guessed, and no text becomes zero. */
public final class CellReader {
    private static final int MOST_DIGITS = 20;
    /** How accounts write that there is nothing: a blank or a dash, with a currency perhaps. */
    private static final Pattern NOTHING = Pattern.compile("[\\s\\p{Z}¥￥$]*[-–—−]*[\\s\\p{Z}¥￥$]*");

    private final KnownUnits units;
    private final Recalculation recalculation;
    private final FormFindings findings;

    public CellReader(KnownUnits units, Recalculation recalculation, FormFindings findings) {
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
                    .ifPresent(fresh -> findings.query(
                                    "STALE-FORMULA", place.title + "的公式结果与重新计算的不一致", "请打开文件按 F9 重新计算并保存；确认无误的，请说明原因。")
                            .instance(place.instance)
                            .about(place.indicator.code())
                            .at(reference)
                            .read(cell.text())
                            .expected("重新计算得 " + fresh.toPlainString()));
        }
        return switch (cell.kind()) {
            case ERROR -> error(place, reference, cell);
            case BOOLEAN -> notANumber(place, reference, cell.text());
            case NUMBER -> number(place, reference, cell, cell.decimal());
            case TEXT -> text(place, reference, cell);
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
                "公式没有保存计算结果，已按公式算出",
                reference,
                fresh.get().toPlainString(),
                "请核对；用 WPS 或 Excel 打开并保存一次，即可带上计算结果。");
        return number(place, reference, cell, fresh.get());
    }

    private Reading error(Place place, CellReference reference, RawCell cell) {
        if (!cell.text().startsWith("#")) {
            return notANumber(place, reference, PlainText.shortened(cell.text()));
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

    private Reading number(Place place, CellReference reference, RawCell cell, BigDecimal figure) {
        if (cell.format().isDate(figure)) {
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
        if (isHuge(figure)) {
            return notANumber(place, reference, PlainText.shortened(cell.text()));
        }
        Shown shown = cell.format().shown(figure);
        return shown == null ? checked(place, reference, figure, false) : shown(place, reference, figure, shown);
    }

    /** What the cell shows counts: a unit that its format writes is held against the form as if it had been typed. */
    private Reading shown(Place place, CellReference reference, BigDecimal figure, Shown shown) {
        TypedFigure text = TypedFigure.of(shown.text());
        if (figure.signum() == 0 && (NOTHING.matcher(shown.text()).matches() || shown.isPercentage())) {
            return zero(place, reference, shown);
        }
        if (text instanceof TypedFigure.Missing || !shown.holdsContent() && !isThat(text, shown, figure)) {
            return hidden(place, reference, figure.toPlainString(), shown);
        }
        if (!(text instanceof TypedFigure.Number number)) {
            return byFormat("NOT-A-NUMBER", place, reference, figure, shown, "不是一个确定的数");
        }
        if (!isThat(number, shown, figure)) {
            return hidden(place, reference, figure.toPlainString(), shown);
        }
        if (shown.isPercentage() && number.unit().equals("%")) {
            return place.isPercentage()
                    ? checked(place, reference, TypedFigure.normalised(shown.looks(figure)), true)
                    : byFormat("UNIT-DIFFERS", place, reference, figure, shown, "按百分数显示");
        }
        if (shown.power() != 0 && (figure.signum() != 0 || !number.unit().isEmpty())) {
            return byFormat("UNIT-DIFFERS", place, reference, figure, shown, "显示的数与所存的数大小不同");
        }
        return typed(place, reference, new TypedFigure.Number(figure, number.unit()), shown.text(), true);
    }

    private static boolean isThat(TypedFigure text, Shown shown, BigDecimal figure) {
        return text instanceof TypedFigure.Number number && shown.agrees(number.value(), figure);
    }

    /** Zero may be shown as nothing or as a dash: so many tables are drawn. */
    private Reading zero(Place place, CellReference reference, Shown shown) {
        if (shown.text().isBlank()) {
            findings.group(
                    "ZERO-HIDDEN",
                    "单元格存的是 0，但按单元格格式没有显示出来，已按 0 读取",
                    reference,
                    "",
                    "请核对；确实没有的填 0，并把单元格格式改为“数值”，让 0 显示出来。");
        }
        return checked(place, reference, BigDecimal.ZERO, false);
    }

    private Reading hidden(Place place, CellReference reference, String stored, Shown shown) {
        String seen = shown.text().isBlank() ? "什么也没有" : "“" + PlainText.shortened(shown.text()) + "”";
        mandatory(
                "HIDDEN-VALUE",
                place,
                reference,
                place.title + "的单元格没有显示所存的内容",
                "显示" + seen + "，所存“" + PlainText.shortened(stored) + "”",
                "显示的就是所存的数",
                "请把单元格格式改为“数值”或“常规”，核对后重新填写。");
        return Reading.UNREADABLE;
    }

    private Reading byFormat(
            String code, Place place, CellReference reference, BigDecimal figure, Shown shown, String what) {
        String unit = place.indicator.unit();
        mandatory(
                code,
                place,
                reference,
                place.title + what,
                "显示“" + PlainText.shortened(shown.text()) + "”，所存 " + figure.toPlainString(),
                unit.isEmpty() ? "一个数" : "以“" + unit + "”为计量单位的数",
                "请把单元格格式改为“数值”，按表中的计量单位填写，单元格里只填数字；系统不代为换算。");
        return Reading.UNREADABLE;
    }

    private static boolean isHuge(BigDecimal figure) {
        return figure.signum() != 0 && (long) figure.precision() - figure.scale() > MOST_DIGITS || figure.scale() > 400;
    }

    private Reading text(Place place, CellReference reference, RawCell cell) {
        Shown shown = cell.shown();
        String text = shown == null ? cell.text() : shown.text();
        TypedFigure read = TypedFigure.of(text);
        if (shown != null && !shown.holdsContent() && !(TypedFigure.of(cell.text()) instanceof TypedFigure.Missing)) {
            return hidden(place, reference, cell.text(), shown);
        }
        if (read instanceof TypedFigure.Missing) {
            return missing(place, reference, text);
        }
        return read instanceof TypedFigure.Number number
                ? typed(place, reference, number, text, false)
                : notANumber(place, reference, text);
    }

    /**
     * A number with what stands behind it.
     *
     * @param byFormat the cell's format has written that, the number alone is stored
     */
    private Reading typed(
            Place place, CellReference reference, TypedFigure.Number number, String text, boolean byFormat) {
        String figure = number.value().toPlainString();
        if (isHuge(number.value())) {
            return notANumber(place, reference, PlainText.shortened(text));
        }
        boolean percent = number.unit().equals("%") && place.isPercentage();
        if (number.unit().isEmpty() || percent && !byFormat) {
            if (!byFormat) {
                findings.group(
                        "NORMALISED",
                        "数字以文本、全角或带分隔符的形式填写，已按数值读取",
                        reference,
                        "“" + PlainText.shortened(text) + "”读作 " + figure,
                        "请核对；今后请直接填写半角数字，不加逗号、空格和引号。");
            }
            return checked(place, reference, number.value(), percent);
        }
        if (!units.isUnit(number.unit())) {
            return byFormat
                    ? notANumber(place, reference, PlainText.shortened(text) + "（由单元格格式显示，所存 " + figure + "）")
                    : notANumber(place, reference, text);
        }
        String unit = place.indicator.unit();
        // a price is a sum of money for each of something
        boolean price = number.unit().equals("元")
                && unit.startsWith("元/")
                && PlainText.of(text).contains("¥");
        if (units.same(number.unit(), unit) || price) {
            if (byFormat) {
                findings.group(
                        "UNIT-TYPED",
                        "单元格格式在数字后面显示了计量单位，与表中的相同，已按数字读取",
                        reference,
                        PlainText.shortened(text),
                        "请核对；单元格格式用“数值”即可。");
            } else {
                findings.hint("UNIT-TYPED", place.title + "的数字后面写了计量单位", "已按 " + figure + " 读取；单元格里只填数字。")
                        .instance(place.instance)
                        .about(place.indicator.code())
                        .at(reference)
                        .read(PlainText.shortened(text))
                        .expected(figure);
            }
            return checked(place, reference, number.value(), percent);
        }
        mandatory(
                "UNIT-DIFFERS",
                place,
                reference,
                place.title + (byFormat ? "的单元格格式所显示的" : "所写的") + "计量单位“" + number.unit() + "”与表中的“" + unit + "”不同",
                byFormat ? "显示“" + PlainText.shortened(text) + "”，所存 " + figure : PlainText.shortened(text),
                "以“" + unit + "”为计量单位的数",
                "请换算成“" + unit + "”后填写，" + (byFormat ? "并把单元格格式改为“数值”" : "单元格里只填数字") + "；系统不代为换算。");
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
            findings.query(
                            "PERCENT-SUSPECTED",
                            place.title + "以“%”为计量单位，所填的数不大于 1",
                            "本栏以百分数填写，百分之九十九填 99。填写有误的请改正；确实不大于百分之一的请说明。")
                    .instance(place.instance)
                    .about(place.indicator.code())
                    .at(reference)
                    .read(figure.toPlainString());
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
                    "DECIMALS", "小数位数多于规定", reference, figure.toPlainString(), "数值照原样读取，印表时按规定位数四舍五入；请核对是否填写有误。");
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
                    PlainText.shortened(stored),
                    "一个数；没有发生的填 0",
                    "请填写数字；确实没有的请填 0，不要留空，也不要填“—”“无”“不详”。");
        }
        return Reading.MISSING;
    }

    private Reading notANumber(Place place, CellReference reference, String stored) {
        boolean broken = TypedFigure.isBroken(stored);
        mandatory(
                "NOT-A-NUMBER",
                place,
                reference,
                place.title + (broken ? "里有换行、制表符、全角空格或看不见的控制字符，不知是几个数" : "不是一个确定的数"),
                PlainText.shortened(stored),
                "一个数",
                broken ? "请清除这一格的内容，重新手工录入一个半角数字，不换行，数字中间不加空格。" : "请只填一个准确的半角数字，不写“约”“左右”、范围、字母、括号或汉字；说明请写在备注里。");
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
        findings.mandatory(code, what, remedy)
                .instance(place.instance)
                .about(place.indicator.code())
                .at(reference)
                .read(actual)
                .expected(expected);
    }
}

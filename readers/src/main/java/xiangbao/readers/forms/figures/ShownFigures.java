package xiangbao.readers.forms.figures;

import java.math.BigDecimal;
import java.util.regex.Pattern;
import xiangbao.readers.excel.format.Shown;
import xiangbao.readers.forms.wording.PlainText;
import xiangbao.readers.forms.wording.TypedFigure;

/** Figures that a cell shows in another way than it stores them. What is shown counts: a unit that the format writes is held against the form as if typed. */
final class ShownFigures {
    /** How accounts write that there is nothing: a blank or a dash, with a currency perhaps. */
    private static final Pattern NOTHING = Pattern.compile("[\\s\\p{Z}¥￥$]*[-–—−]*[\\s\\p{Z}¥￥$]*");

    private final TypedUnits units;
    private final FigureRules rules;
    private final FigureFindings findings;

    ShownFigures(TypedUnits units, FigureRules rules, FigureFindings findings) {
        this.units = units;
        this.rules = rules;
        this.findings = findings;
    }

    FigureReading shown(FigurePlace place, BigDecimal figure, Shown shown) {
        TypedFigure text = TypedFigure.of(shown.text());
        if (figure.signum() == 0 && (NOTHING.matcher(shown.text()).matches() || shown.isPercentage())) {
            return zero(place, shown);
        }
        if (text instanceof TypedFigure.Missing || !shown.holdsContent() && !isThat(text, shown, figure)) {
            return hidden(place, figure.toPlainString(), shown);
        }
        if (!(text instanceof TypedFigure.Number number)) {
            return byFormat(place, "NOT-A-NUMBER", figure, shown, "不是一个确定的数");
        }
        if (!isThat(number, shown, figure)) {
            return hidden(place, figure.toPlainString(), shown);
        }
        if (shown.isPercentage() && number.unit().equals("%")) {
            return place.isPercentage()
                    ? rules.checked(place, TypedFigure.normalised(shown.looks(figure)), true)
                    : byFormat(place, "UNIT-DIFFERS", figure, shown, "按百分数显示");
        }
        if (shown.power() != 0 && (figure.signum() != 0 || !number.unit().isEmpty())) {
            return byFormat(place, "UNIT-DIFFERS", figure, shown, "显示的数与所存的数大小不同");
        }
        return units.formatted(place, figure, number.unit(), shown.text());
    }

    private static boolean isThat(TypedFigure text, Shown shown, BigDecimal figure) {
        return text instanceof TypedFigure.Number number && shown.agrees(number.value(), figure);
    }

    /** Zero may be shown as nothing or as a dash: so many tables are drawn. */
    private FigureReading zero(FigurePlace place, Shown shown) {
        if (shown.text().isBlank()) {
            findings.group(
                    place, "ZERO-HIDDEN", "单元格存的是 0，但按单元格格式没有显示出来，已按 0 读取", "", "请核对；确实没有的填 0，并把单元格格式改为“数值”，让 0 显示出来。");
        }
        return rules.checked(place, BigDecimal.ZERO, false);
    }

    /** The cell shows something else than it stores, or nothing. */
    FigureReading hidden(FigurePlace place, String stored, Shown shown) {
        String seen = shown.text().isBlank() ? "什么也没有" : "“" + PlainText.shortened(shown.text()) + "”";
        return findings.unreadable(
                place,
                "HIDDEN-VALUE",
                "的单元格没有显示所存的内容",
                "显示" + seen + "，所存“" + PlainText.shortened(stored) + "”",
                "显示的就是所存的数",
                "请把单元格格式改为“数值”或“常规”，核对后重新填写。");
    }

    private FigureReading byFormat(FigurePlace place, String code, BigDecimal figure, Shown shown, String what) {
        return findings.unreadable(
                place,
                code,
                what,
                "显示“" + PlainText.shortened(shown.text()) + "”，所存 " + figure.toPlainString(),
                place.unit().isEmpty() ? "一个数" : "以“" + place.unit() + "”为计量单位的数",
                "请把单元格格式改为“数值”，按表中的计量单位填写，单元格里只填数字；系统不代为换算。");
    }
}

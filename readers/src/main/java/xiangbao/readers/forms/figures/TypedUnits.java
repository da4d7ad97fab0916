package xiangbao.readers.forms.figures;

import java.math.BigDecimal;
import xiangbao.readers.forms.wording.KnownUnits;
import xiangbao.readers.forms.wording.PlainText;
import xiangbao.readers.forms.wording.TypedFigure;

/** Numbers with a unit behind them, typed by the clerk or written by the cell's format, held against the unit of the form. Nothing is converted. */
final class TypedUnits {
    private final KnownUnits units;
    private final FigureRules rules;
    private final FigureFindings findings;

    TypedUnits(KnownUnits units, FigureRules rules, FigureFindings findings) {
        this.units = units;
        this.rules = rules;
        this.findings = findings;
    }

    FigureReading typed(FigurePlace place, TypedFigure.Number number, String text) {
        if (FigureRules.isHuge(number.value())) {
            return findings.notANumber(place, PlainText.shortened(text));
        }
        boolean percent = number.unit().equals("%") && place.isPercentage();
        String figure = number.value().toPlainString();
        if (number.unit().isEmpty() || percent) {
            findings.group(
                    place,
                    "NORMALISED",
                    "数字以文本、全角或带分隔符的形式填写，已按数值读取",
                    "“" + PlainText.shortened(text) + "”读作 " + figure,
                    "请核对；今后请直接填写半角数字，不加逗号、空格和引号。");
            return rules.checked(place, number.value(), percent);
        }
        if (!units.isUnit(number.unit())) {
            return findings.notANumber(place, text);
        }
        if (isMeant(place, number, text)) {
            findings.hint(place, "UNIT-TYPED", "的数字后面写了计量单位", "已按 " + figure + " 读取；单元格里只填数字。")
                    .read(PlainText.shortened(text))
                    .expected(figure);
            return rules.checked(place, number.value(), false);
        }
        return another(place, number, "所写的", PlainText.shortened(text), "单元格里只填数字");
    }

    /** A number that is stored alone, with what the cell's format writes behind it. */
    FigureReading formatted(FigurePlace place, BigDecimal stored, String unit, String text) {
        TypedFigure.Number number = new TypedFigure.Number(stored, unit);
        if (FigureRules.isHuge(stored)) {
            return findings.notANumber(place, PlainText.shortened(text));
        }
        boolean percent = unit.equals("%") && place.isPercentage();
        if (unit.isEmpty()) {
            return rules.checked(place, stored, percent);
        }
        String figure = stored.toPlainString();
        if (!units.isUnit(unit)) {
            return findings.notANumber(place, PlainText.shortened(text) + "（由单元格格式显示，所存 " + figure + "）");
        }
        if (isMeant(place, number, text)) {
            findings.group(
                    place,
                    "UNIT-TYPED",
                    "单元格格式在数字后面显示了计量单位，与表中的相同，已按数字读取",
                    PlainText.shortened(text),
                    "请核对；单元格格式用“数值”即可。");
            return rules.checked(place, stored, percent);
        }
        return another(
                place, number, "的单元格格式所显示的", "显示“" + PlainText.shortened(text) + "”，所存 " + figure, "并把单元格格式改为“数值”");
    }

    /** Whether the unit is the form's own; a price is a sum of money for each of something. */
    private boolean isMeant(FigurePlace place, TypedFigure.Number number, String text) {
        boolean price = number.unit().equals("元")
                && place.unit().startsWith("元/")
                && PlainText.of(text).contains("¥");
        return price || units.same(number.unit(), place.unit());
    }

    private FigureReading another(
            FigurePlace place, TypedFigure.Number number, String whose, String actual, String how) {
        String unit = place.unit();
        return findings.unreadable(
                place,
                "UNIT-DIFFERS",
                whose + "计量单位“" + number.unit() + "”与表中的“" + unit + "”不同",
                actual,
                "以“" + unit + "”为计量单位的数",
                "请换算成“" + unit + "”后填写，" + how + "；系统不代为换算。");
    }
}

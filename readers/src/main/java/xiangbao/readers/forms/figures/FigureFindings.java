package xiangbao.readers.forms.figures;

import xiangbao.readers.forms.findings.FindingDraft;
import xiangbao.readers.forms.findings.FormFindings;
import xiangbao.readers.forms.wording.PlainText;
import xiangbao.readers.forms.wording.TypedFigure;

/** Words what is wrong with a figure: its place is said in every finding. */
final class FigureFindings {
    private final FormFindings findings;

    FigureFindings(FormFindings findings) {
        this.findings = findings;
    }

    /** @param what is said behind the figure's title */
    void mandatory(FigurePlace place, String code, String what, String actual, String expected, String remedy) {
        at(place, findings.mandatory(code, place.title() + what, remedy))
                .read(actual)
                .expected(expected);
    }

    FindingDraft query(FigurePlace place, String code, String what, String remedy) {
        return at(place, findings.query(code, place.title() + what, remedy));
    }

    FindingDraft hint(FigurePlace place, String code, String what, String remedy) {
        return at(place, findings.hint(code, place.title() + what, remedy));
    }

    /** A harmless thing that many cells have in common. */
    void group(FigurePlace place, String code, String what, String text, String remedy) {
        findings.group(code, what, place.cell(), text, remedy);
    }

    /** The same as {@link #mandatory}, where nothing can be read. */
    FigureReading unreadable(
            FigurePlace place, String code, String what, String actual, String expected, String remedy) {
        mandatory(place, code, what, actual, expected, remedy);
        return FigureReading.UNREADABLE;
    }

    FigureReading notANumber(FigurePlace place, String stored) {
        boolean broken = TypedFigure.isBroken(stored);
        return unreadable(
                place,
                "NOT-A-NUMBER",
                broken ? "里有换行、制表符、全角空格或看不见的控制字符，不知是几个数" : "不是一个确定的数",
                PlainText.shortened(stored),
                "一个数",
                broken ? "请清除这一格的内容，重新手工录入一个半角数字，不换行，数字中间不加空格。" : "请只填一个准确的半角数字，不写“约”“左右”、范围、字母、括号或汉字；说明请写在备注里。");
    }

    FigureReading missing(FigurePlace place, String stored) {
        if (place.required()) {
            mandatory(
                    place,
                    "MISSING-VALUE",
                    "没有填数",
                    PlainText.shortened(stored),
                    "一个数；没有发生的填 0",
                    "请填写数字；确实没有的请填 0，不要留空，也不要填“—”“无”“不详”。");
        }
        return FigureReading.MISSING;
    }

    private static FindingDraft at(FigurePlace place, FindingDraft draft) {
        return draft.instance(place.instance()).about(place.indicator().code()).at(place.cell());
    }
}

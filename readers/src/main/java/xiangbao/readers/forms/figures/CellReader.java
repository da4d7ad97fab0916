package xiangbao.readers.forms.figures;

import java.math.BigDecimal;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import xiangbao.readers.excel.format.Shown;
import xiangbao.readers.excel.formula.Recalculation;
import xiangbao.readers.excel.workbook.RawCell;
import xiangbao.readers.excel.workbook.RawSheet;
import xiangbao.readers.forms.findings.FormFindings;
import xiangbao.readers.forms.wording.KnownUnits;
import xiangbao.readers.forms.wording.PlainText;
import xiangbao.readers.forms.wording.TypedFigure;

/**
 * Reads one figure from its cell, with all the care that hand-filled cells need: nothing is guessed, and no text becomes zero. Not thread-safe: each form
 * that is read has its own.
 */
public final class CellReader {
    private final Recalculation recalculation;
    private final FigureFindings findings;
    private final FigureRules rules;
    private final TypedUnits typed;
    private final ShownFigures shown;

    public CellReader(KnownUnits units, Recalculation recalculation, FormFindings findings) {
        this.recalculation = recalculation;
        this.findings = new FigureFindings(findings);
        this.rules = new FigureRules(this.findings);
        this.typed = new TypedUnits(units, rules, this.findings);
        this.shown = new ShownFigures(typed, rules, this.findings);
    }

    /** Whether anything stands there that means more than nothing. */
    public static boolean isBlank(@Nullable RawCell cell) {
        return cell == null
                || !cell.isNumber()
                        && !cell.cachedValueAbsent()
                        && PlainText.of(cell.text()).isEmpty();
    }

    public FigureReading figure(FigurePlace place, RawSheet sheet, @Nullable RawCell cell) {
        if (cell == null || isBlank(cell)) {
            return findings.missing(place, "");
        }
        if (cell.struckThrough()) {
            return findings.unreadable(
                    place, "STRUCK-THROUGH", "带删除线，不知是否有效", cell.text(), "一个不带删除线的数", "请删去作废的数，只保留正确的数并去掉删除线。");
        }
        if (cell.cachedValueAbsent()) {
            return recalculated(place, sheet, cell);
        }
        if (cell.isFormula()) {
            recalculation
                    .contradiction(sheet, cell)
                    .ifPresent(fresh -> findings.query(
                                    place, "STALE-FORMULA", "的公式结果与重新计算的不一致", "请打开文件按 F9 重新计算并保存；确认无误的，请说明原因。")
                            .read(cell.text())
                            .expected("重新计算得 " + fresh.toPlainString()));
        }
        return switch (cell.kind()) {
            case ERROR -> error(place, cell);
            case BOOLEAN -> findings.notANumber(place, cell.text());
            case NUMBER -> number(place, cell, cell.decimal());
            case TEXT -> text(place, cell);
        };
    }

    private FigureReading recalculated(FigurePlace place, RawSheet sheet, RawCell cell) {
        Optional<BigDecimal> fresh = recalculation.value(sheet, cell);
        if (fresh.isEmpty()) {
            return findings.unreadable(
                    place,
                    "NO-CACHED-VALUE",
                    "只有公式，没有计算结果",
                    "=" + cell.formula(),
                    "公式的计算结果或直接填写的数",
                    "请用 WPS 或 Excel 打开文件，重新计算并保存后再报送，或直接填写数字。");
        }
        findings.group(
                place,
                "RECALCULATED",
                "公式没有保存计算结果，已按公式算出",
                fresh.get().toPlainString(),
                "请核对；用 WPS 或 Excel 打开并保存一次，即可带上计算结果。");
        return number(place, cell, fresh.get());
    }

    private FigureReading error(FigurePlace place, RawCell cell) {
        if (!cell.text().startsWith("#")) {
            return findings.notANumber(place, PlainText.shortened(cell.text()));
        }
        return findings.unreadable(
                place, "ERROR-VALUE", "是错误值", cell.text(), "一个数", "请改正公式（常见于引用的单元格被删除、除数为零），或直接填写数字。");
    }

    private FigureReading number(FigurePlace place, RawCell cell, BigDecimal figure) {
        if (cell.format().isDate(figure)) {
            return findings.unreadable(
                    place,
                    "DATE-IN-DATA",
                    "被存成了日期",
                    cell.text(),
                    "一个数",
                    "多因输入 3-5、2026.1 之类被自动改成日期；请把单元格格式改为“数值”后重新填写。");
        }
        if (FigureRules.isHuge(figure)) {
            return findings.notANumber(place, PlainText.shortened(cell.text()));
        }
        Shown seen = cell.format().shown(figure);
        return seen == null ? rules.checked(place, figure, false) : shown.shown(place, figure, seen);
    }

    private FigureReading text(FigurePlace place, RawCell cell) {
        Shown seen = cell.shown();
        String text = seen == null ? cell.text() : seen.text();
        if (seen != null && !seen.holdsContent() && !(TypedFigure.of(cell.text()) instanceof TypedFigure.Missing)) {
            return shown.hidden(place, cell.text(), seen);
        }
        TypedFigure read = TypedFigure.of(text);
        if (read instanceof TypedFigure.Missing) {
            return findings.missing(place, text);
        }
        return read instanceof TypedFigure.Number number
                ? typed.typed(place, number, text)
                : findings.notANumber(place, text);
    }
}

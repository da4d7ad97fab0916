package xiangbao.readers.forms.ledger;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import xiangbao.readers.excel.format.Shown;
import xiangbao.readers.excel.workbook.RawCell;
import xiangbao.readers.forms.bodies.FormContext;
import xiangbao.readers.forms.sheet.SheetView;
import xiangbao.readers.forms.wording.PlainText;
import xiangbao.readers.forms.wording.TypedFigure;
import xiangbao.statistics.forms.ColumnKind;
import xiangbao.statistics.submissions.CellReference;
import xiangbao.statistics.submissions.Observation;
import xiangbao.statistics.submissions.ObservationStatus;

/** The cells of a 台账 that hold no figure: whether anything readable stands there. */
final class LedgerTexts {
    /** Embeddings, overrides and isolates: what stands behind them is shown in another order than it is stored. */
    private static final Pattern TURNED = Pattern.compile("[\\u202a-\\u202e\\u2066-\\u2069]");

    private final LedgerFindings findings;
    private final LedgerValues values;

    LedgerTexts(FormContext context) {
        this.findings = new LedgerFindings(context.findings());
        this.values = new LedgerValues(context.workbook(), findings);
    }

    Observation observation(LedgerLine line, LedgerColumn column, CellReference cell, @Nullable RawCell raw) {
        String text = SheetView.text(raw);
        String value = null;
        ObservationStatus status = ObservationStatus.UNREADABLE;
        if (raw == null || !isUncertain(line, column, cell, raw, text)) {
            if (isNothing(column, text)) {
                missing(line, column, cell, text);
                status = ObservationStatus.MISSING;
            } else {
                value = values.value(line, column, cell, raw, text);
                status = value == null ? ObservationStatus.UNREADABLE : ObservationStatus.REPORTED;
            }
        }
        return new Observation(
                column.indicator().code(),
                line.key(),
                line.subject(),
                status,
                null,
                value,
                raw == null ? "" : raw.text(),
                cell);
    }

    /** Whether nobody can tell what is meant: it is struck through, not shown, or shown in another order. */
    private boolean isUncertain(LedgerLine line, LedgerColumn column, CellReference cell, RawCell raw, String text) {
        if (raw.struckThrough() && !text.isEmpty()) {
            findings.mandatory(line, column, cell, "STRUCK-THROUGH", "带删除线，不知是否有效", "请删去作废的内容并去掉删除线。")
                    .read(PlainText.shortened(text));
            return true;
        }
        String stored = SheetView.stored(raw);
        Shown shown = raw.shown();
        if (shown != null && !shown.holdsContent() && !stored.isEmpty() && !stored.equals("0")) {
            findings.mandatory(line, column, cell, "HIDDEN-VALUE", "的单元格没有显示所存的内容", "请把单元格格式改为“常规”，核对后重新填写。")
                    .read(PlainText.shortened("显示“" + text + "”，所存“" + stored + "”"))
                    .expected("显示的就是所存的内容");
            return true;
        }
        if (TURNED.matcher(raw.text()).find()) {
            findings.mandatory(line, column, cell, "HIDDEN-VALUE", "含有改变显示次序的控制字符", "请清除这一格的内容，重新手工录入。")
                    .read(PlainText.shortened(raw.text()))
                    .expected("显示的就是所存的内容");
            return true;
        }
        return false;
    }

    private static boolean isNothing(LedgerColumn column, String text) {
        return text.isEmpty()
                || column.column().kind() != ColumnKind.TEXT && TypedFigure.of(text) instanceof TypedFigure.Missing;
    }

    private void missing(LedgerLine line, LedgerColumn column, CellReference cell, String text) {
        if (column.column().required()) {
            findings.mandatory(line, column, cell, "MISSING-VALUE", "没有填写", "请填写后重新报送。")
                    .read(PlainText.shortened(text))
                    .expected(column.column().title());
        }
    }
}

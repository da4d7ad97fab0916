package xiangbao.readers.forms.ledger;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import xiangbao.readers.excel.workbook.CellKind;
import xiangbao.readers.excel.workbook.RawCell;
import xiangbao.readers.excel.workbook.RawWorkbook;
import xiangbao.readers.forms.wording.DayText;
import xiangbao.readers.forms.wording.PlainText;
import xiangbao.statistics.submissions.CellReference;

/** What texts of a 台账 mean: days, choices, units and keys as they are kept. */
final class LedgerValues {
    private final RawWorkbook workbook;
    private final LedgerFindings findings;

    LedgerValues(RawWorkbook workbook, LedgerFindings findings) {
        this.workbook = workbook;
        this.findings = findings;
    }

    /** The content as text, or null when it is not what the column holds. */
    @Nullable
    String value(LedgerLine line, LedgerColumn column, CellReference cell, @Nullable RawCell raw, String text) {
        if (text.startsWith("#") && raw != null && raw.kind() == CellKind.ERROR) {
            findings.mandatory(line, column, cell, "ERROR-VALUE", "是错误值", "请改正公式，或直接填写。")
                    .read(PlainText.shortened(text));
            return null;
        }
        return switch (column.column().kind()) {
            case DAY -> day(line, column, cell, raw, text);
            case CHOICE -> choice(line, column, cell, text);
            case UNIT -> line.about() == null ? null : line.about().code().text();
            case KEY -> text.replace(" ", "");
            default -> text;
        };
    }

    private @Nullable String day(
            LedgerLine line, LedgerColumn column, CellReference cell, @Nullable RawCell raw, String text) {
        Optional<LocalDate> day =
                raw != null && raw.isNumber() && raw.dateFormatted() ? workbook.date(raw) : DayText.day(text);
        if (day.isEmpty()) {
            findings.mandatory(line, column, cell, "NOT-A-DATE", "不是确定的日期", "请填写年、月、日齐全的日期。")
                    .read(PlainText.shortened(text))
                    .expected("如 2026-09-30");
        }
        return day.map(LocalDate::toString).orElse(null);
    }

    private @Nullable String choice(LedgerLine line, LedgerColumn column, CellReference cell, String text) {
        String title = PlainText.title(text);
        List<String> choices = column.column().choices();
        for (String choice : choices) {
            if (PlainText.title(choice).equals(title)) {
                return choice;
            }
        }
        findings.mandatory(line, column, cell, "NOT-A-CHOICE", "不在可选范围内", "请从列出的选项中选一个填写。")
                .read(PlainText.shortened(text))
                .expected(String.join("、", choices));
        return null;
    }
}

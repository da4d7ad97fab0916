package xiangbao.readers.cases;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import xiangbao.statistics.cases.CaseCells;
import xiangbao.statistics.cases.CaseValue;
import xiangbao.statistics.forms.Column;
import xiangbao.statistics.forms.ColumnKind;
import xiangbao.statistics.forms.Form;
import xiangbao.statistics.forms.Layout;
import xiangbao.statistics.submissions.ObservationStatus;

/** How figures are written in cases. */
final class CaseWords {
    private CaseWords() {}

    /** A name before the sign and what it is given. */
    record Given(String name, String value) {}

    static Given given(String text) throws CaseMistake {
        int sign = text.indexOf('=');
        if (sign < 0) {
            throw new CaseMistake("看不懂“" + text + "”，应如 04 = 12958");
        }
        return new Given(
                text.substring(0, sign).strip(), text.substring(sign + 1).strip());
    }

    static CaseCells.Cell cell(Form form, String name) throws CaseMistake {
        Optional<CaseCells.Cell> cell = CaseCells.named(form, name);
        if (cell.isEmpty()) {
            throw new CaseMistake(
                    form.layout() == Layout.LEDGER
                            ? form.code() + " 没有“" + name + "”，应如 编号.05（编号、点、栏号）"
                            : form.code() + " 没有“" + name + "”这一格，应如 05 或 05.1（行、点、栏）");
        }
        return cell.get();
    }

    static CaseValue value(Form form, CaseCells.Cell cell, String text) throws CaseMistake {
        switch (text) {
            case "空" -> {
                return CaseValue.BLANK;
            }
            case "读不出" -> {
                return new CaseValue(ObservationStatus.UNREADABLE, null, null);
            }
            case "不适用" -> {
                return new CaseValue(ObservationStatus.NOT_APPLICABLE, null, null);
            }
            default -> {
                return reported(form, cell, text);
            }
        }
    }

    private static CaseValue reported(Form form, CaseCells.Cell cell, String text) throws CaseMistake {
        Column column =
                form.layout() == Layout.LEDGER ? form.column(cell.item()).orElse(null) : null;
        ColumnKind kind = column == null ? ColumnKind.NUMBER : column.kind();
        if (text.isEmpty()) {
            throw new CaseMistake("“=”后面没有写数；空着的格写“空”");
        }
        switch (kind) {
            case NUMBER -> {
                boolean forecast = text.startsWith("预计");
                BigDecimal number = number(forecast ? text.substring(2).strip() : text);
                return new CaseValue(forecast ? ObservationStatus.FORECAST : ObservationStatus.REPORTED, number, null);
            }
            case DAY -> {
                try {
                    return CaseValue.of(LocalDate.parse(text).toString());
                } catch (DateTimeParseException noDay) {
                    throw new CaseMistake("“" + text + "”不是日期，应如 2026-09-15");
                }
            }
            case CHOICE -> {
                if (column != null && !column.choices().contains(text)) {
                    throw new CaseMistake(
                            "“" + column.title() + "”没有“" + text + "”，只有" + String.join("、", column.choices()));
                }
                return CaseValue.of(text);
            }
            default -> {
                return CaseValue.of(text);
            }
        }
    }

    static BigDecimal number(String text) throws CaseMistake {
        try {
            return new BigDecimal(text.replaceAll("[ ,\u2009\u00A0]", ""));
        } catch (NumberFormatException noNumber) {
            throw new CaseMistake("“" + text + "”不是数");
        }
    }
}

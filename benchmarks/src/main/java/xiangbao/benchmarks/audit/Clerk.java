package xiangbao.benchmarks.audit;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.OptionalInt;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jspecify.annotations.Nullable;
import xiangbao.reports.blank.BlankForm;
import xiangbao.reports.blank.BlankForms;
import xiangbao.reports.blank.BlankWorkbook;
import xiangbao.statistics.definitions.Definitions;
import xiangbao.statistics.forms.Column;
import xiangbao.statistics.relations.FormRules;
import xiangbao.statistics.submissions.CellReference;
import xiangbao.statistics.units.UnitCode;

/** Fills the county's blank workbooks with reports, cell by cell. */
final class Clerk {
    private final Definitions definitions;
    private final BlankForms blanks;

    Clerk(Definitions definitions, Path templates) {
        this.definitions = definitions;
        this.blanks = new BlankForms(templates);
    }

    /** A workbook with a sheet for each report of one unit; each report learns where its cells lie. */
    Path write(String name, List<Report> reports, Path folder) throws IOException {
        List<BlankForm> forms = new ArrayList<>();
        for (Report report : reports) {
            FormRules rules = Objects.requireNonNull(definitions.forms().get(report.form.code()));
            forms.add(new BlankForm(
                    report.form,
                    report.key.period(),
                    definitions.dueDay(rules, report.key.period()),
                    1,
                    report.isLedger() ? OptionalInt.of(report.lines.size()) : OptionalInt.empty(),
                    null,
                    null));
        }
        Path file = blanks.write(new BlankWorkbook(name, reports.get(0).unit, definitions.units(), forms), folder);
        try (InputStream in = Files.newInputStream(file);
                XSSFWorkbook workbook = new XSSFWorkbook(in)) {
            for (int index = 0; index < reports.size(); index++) {
                // the guide stands first
                fill(workbook.getSheetAt(index + 1), reports.get(index));
            }
            try (OutputStream out = Files.newOutputStream(file)) {
                workbook.write(out);
            }
        }
        return file;
    }

    private void fill(Sheet sheet, Report report) {
        List<Column> columns = report.form.columns();
        int head = 0;
        int first = -1;
        while (first < 0) {
            first = codes(sheet.getRow(head++), columns);
        }
        int row = head;
        for (int line = 0; line < report.lines.size(); line++) {
            if (!report.isLedger()) {
                int found =
                        rowOf(sheet, head, first, report.form.rows().get(line).code());
                if (found < 0) {
                    continue;
                }
                row = found;
            }
            for (int column = 0; column < report.columns.size(); column++) {
                int at = first + columns.indexOf(report.columns.get(column));
                report.place(line, column, new CellReference(sheet.getSheetName(), row, at));
                Object value = report.get(line, column);
                if (report.owes(line, column)) {
                    put(cell(sheet, row, at), value, report.columns.get(column));
                }
            }
            row++;
        }
    }

    /** Where the codes of a form's columns begin in a row; −1 where it is not that row. */
    private static int codes(@Nullable Row row, List<Column> columns) {
        if (row == null) {
            return -1;
        }
        int last = row.getLastCellNum() - columns.size();
        for (int at = 0; at <= last; at++) {
            boolean all = true;
            for (int index = 0; index < columns.size() && all; index++) {
                all = text(row, at + index).equals(columns.get(index).code());
            }
            if (all) {
                return at;
            }
        }
        return -1;
    }

    private static int rowOf(Sheet sheet, int from, int firstColumn, String code) {
        for (int row = from; row <= sheet.getLastRowNum(); row++) {
            if (sheet.getRow(row) != null
                    && text(sheet.getRow(row), firstColumn - 1).equals(code)) {
                return row;
            }
        }
        return -1;
    }

    private static String text(Row row, int column) {
        Cell cell = column < 0 ? null : row.getCell(column);
        return cell == null || cell.getCellType() != CellType.STRING
                ? ""
                : cell.getStringCellValue().strip();
    }

    private static Cell cell(Sheet sheet, int row, int column) {
        Row line = sheet.getRow(row) == null ? sheet.createRow(row) : sheet.getRow(row);
        return line.getCell(column) == null ? line.createCell(column) : line.getCell(column);
    }

    private void put(Cell cell, @Nullable Object value, Column column) {
        if (value instanceof BigDecimal number) {
            cell.setCellValue(number.doubleValue());
        } else if (value instanceof LocalDate day) {
            cell.setCellValue(day);
        } else if (value != null) {
            boolean unit = column.kind() == xiangbao.statistics.forms.ColumnKind.UNIT;
            cell.setCellValue(unit ? definitions.units().name(new UnitCode(value.toString())) : value.toString());
        } else {
            cell.setBlank();
        }
    }
}

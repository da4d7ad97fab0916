package xiangbao.readers.cases;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import xiangbao.statistics.cases.CaseCells;
import xiangbao.statistics.cases.CaseScene;
import xiangbao.statistics.cases.CaseSheet;
import xiangbao.statistics.cases.CaseValue;
import xiangbao.statistics.forms.Column;
import xiangbao.statistics.forms.Form;
import xiangbao.statistics.forms.Layout;
import xiangbao.statistics.submissions.SubmissionKey;

/** The figures of one form as they are written: {@code 04 = 12958} one by one, or a table with {@code |} between its cells whose first line names the columns. */
final class SheetLines {
    private final Form form;
    private final SubmissionKey key;
    private List<String> columns = List.of();

    SheetLines(Form form, SubmissionKey key) {
        this.form = form;
        this.key = key;
    }

    CaseScene add(CaseScene scene, String content) throws CaseMistake {
        if (!content.contains("|")) {
            return change(scene, content);
        }
        List<String> cells =
                Stream.of(content.split("\\|", -1)).map(String::strip).toList();
        if (columns.isEmpty()) {
            columns = heading(cells);
            return scene;
        }
        if (cells.size() != columns.size()) {
            throw new CaseMistake("这一行有 " + cells.size() + " 格，表头有 " + columns.size() + " 格");
        }
        String line = cells.get(0);
        CaseScene filled = form.layout() == Layout.LEDGER ? withLine(scene, line) : scene;
        for (int index = 1; index < cells.size(); index++) {
            if (!cells.get(index).isEmpty()) {
                CaseCells.Cell cell = CaseWords.cell(form, line + "." + columns.get(index));
                filled = with(filled, cell, CaseWords.value(form, cell, cells.get(index)));
            }
        }
        return filled;
    }

    private List<String> heading(List<String> cells) throws CaseMistake {
        String first = form.layout() == Layout.LEDGER
                ? form.lineKey().map(Column::code).orElse("行")
                : "行";
        if (!cells.get(0).equals(first)) {
            throw new CaseMistake("表头的第一格应为“" + first + "”，其余为栏号");
        }
        for (String cell : cells.subList(1, cells.size())) {
            if (form.column(cell).isEmpty()) {
                throw new CaseMistake(form.code() + " 没有第“" + cell + "”栏");
            }
        }
        return cells;
    }

    /** {@code 04 = 12958}, {@code XM-01.07 = 3.2} or {@code 删 XM-01}. */
    CaseScene change(CaseScene scene, String text) throws CaseMistake {
        if (text.startsWith("删 ")) {
            String line = text.substring(2).strip();
            if (!scene.sheet(key).lines().containsKey(line)) {
                throw new CaseMistake("没有编号“" + line + "”的行可删");
            }
            return scene.with(key, scene.sheet(key).without(line));
        }
        CaseWords.Given given = CaseWords.given(text);
        CaseCells.Cell cell = CaseWords.cell(form, given.name());
        CaseScene there = form.layout() == Layout.LEDGER ? withLine(scene, cell.line()) : scene;
        return with(there, cell, CaseWords.value(form, cell, given.value()));
    }

    private CaseScene with(CaseScene scene, CaseCells.Cell cell, CaseValue value) {
        return scene.with(key, scene.sheet(key).with(cell.line(), cell.item(), value));
    }

    /** A new line bears its number. */
    private CaseScene withLine(CaseScene scene, String line) {
        CaseSheet sheet = scene.sheet(key);
        Map<String, Map<String, CaseValue>> lines = sheet.lines();
        String column = form.lineKey().map(Column::code).orElse("");
        return lines.containsKey(line) || column.isEmpty()
                ? scene
                : scene.with(key, sheet.with(line, column, CaseValue.of(line)));
    }
}

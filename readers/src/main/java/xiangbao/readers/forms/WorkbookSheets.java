package xiangbao.readers.forms;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import xiangbao.readers.excel.workbook.RawSheet;
import xiangbao.readers.excel.workbook.RawWorkbook;
import xiangbao.readers.excel.workbook.Visibility;
import xiangbao.readers.forms.findings.FormFindings;
import xiangbao.readers.forms.recognition.FormFinder;
import xiangbao.readers.forms.recognition.SheetForms;
import xiangbao.readers.forms.sheet.SheetView;
import xiangbao.readers.forms.wording.PlainText;
import xiangbao.statistics.workbooks.Explanation;
import xiangbao.statistics.workbooks.ReturnMarks;

/** The sheets of a workbook by who is meant to look at them: ours that comes back, those that are shown, those that are hidden. */
final class WorkbookSheets {
    private final Map<SheetView, SheetForms> visible = new LinkedHashMap<>();
    private final Map<SheetView, SheetForms> hidden = new LinkedHashMap<>();
    private final List<Explanation> explanations = new ArrayList<>();
    private final boolean shown;

    WorkbookSheets(RawWorkbook workbook, FormFinder finder, FormFindings file) {
        for (RawSheet sheet : workbook.sheets()) {
            SheetView view = new SheetView(sheet);
            if (isOurs(sheet)) {
                explanations.addAll(ExplanationSheet.read(view, file));
            } else {
                (sheet.visibility() == Visibility.VISIBLE ? visible : hidden).put(view, finder.look(view));
            }
        }
        shown = visible.keySet().stream().anyMatch(view -> !view.isBlank() && !view.isProse());
    }

    /** What the clerk explains. */
    List<Explanation> explanations() {
        return explanations;
    }

    /** What nobody sees is sent by nobody, unless there is nothing else to be seen. */
    Map<SheetView, SheetForms> sent() {
        Map<SheetView, SheetForms> sent = new LinkedHashMap<>(visible);
        if (!shown) {
            sent.putAll(hidden);
        }
        return sent;
    }

    /** Hidden sheets beside others that are shown. */
    Map<SheetView, SheetForms> notSent() {
        return shown ? hidden : Map.of();
    }

    private static boolean isOurs(RawSheet sheet) {
        if (!sheet.name().startsWith(ReturnMarks.SHEET)) {
            return false;
        }
        return sheet.rows().stream()
                .limit(3)
                .flatMap(row -> row.cells().stream())
                .anyMatch(cell -> PlainText.of(cell.text()).startsWith(ReturnMarks.TITLE));
    }
}

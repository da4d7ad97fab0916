package xiangbao.readers.forms;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import xiangbao.readers.excel.WorkbookOpener;
import xiangbao.readers.excel.workbook.Opened;
import xiangbao.readers.excel.workbook.RawWorkbook;
import xiangbao.readers.excel.workbook.Rejection;
import xiangbao.readers.forms.findings.FormFindings;
import xiangbao.readers.forms.recognition.FormFinder;
import xiangbao.readers.forms.recognition.FormRegion;
import xiangbao.readers.forms.recognition.SheetForms;
import xiangbao.readers.forms.sheet.SheetView;
import xiangbao.statistics.definitions.Definitions;
import xiangbao.statistics.relations.FormRules;
import xiangbao.statistics.workbooks.ReadWorkbook;

/** Reads a workbook into its submissions, by the forms and units of the definitions. Immutable; safe for many threads. */
public final class WorkbookReader {
    private final WorkbookOpener opener = new WorkbookOpener();
    private final FormFinder finder;
    private final FormReader forms;

    public WorkbookReader(Definitions definitions) {
        finder = new FormFinder(definitions);
        forms = new FormReader(definitions);
    }

    /**
     * Opens the file and recognises the forms in it.
     *
     * @param inboxPath the path below the inbox with forward slashes, such as {@code 伍市镇/2026年三季度报表.xlsx}; its folder and file names are hints for
     *     unit and period that must not contradict the sheet
     */
    public ReadWorkbook read(Path file, String inboxPath) {
        Opened opened = opener.open(file);
        if (opened instanceof RawWorkbook workbook) {
            return recognise(workbook, inboxPath);
        }
        return refused((Rejection) opened, inboxPath);
    }

    /** The answer about a file of this size, if it is too large to be opened at all. */
    public static Optional<ReadWorkbook> refusedBySize(long bytes, String inboxPath) {
        return WorkbookOpener.refusal(bytes).map(rejection -> refused(rejection, inboxPath));
    }

    private static ReadWorkbook refused(Rejection rejection, String inboxPath) {
        FormFindings findings = new FormFindings();
        findings.mandatory(rejection.code(), rejection.message(), rejection.remedy());
        return new ReadWorkbook("", List.of(), findings.all("文件“" + inboxPath + "”"));
    }

    /** Recognises the forms of a workbook that is already open. */
    public ReadWorkbook recognise(RawWorkbook workbook, String inboxPath) {
        FormFindings file = new FormFindings();
        WorkbookSheets sheets = new WorkbookSheets(workbook, finder, file);
        List<String> path = List.of(inboxPath.split("/"));
        SheetRemarks remarks = new SheetRemarks(finder, file);
        List<Found> found = new ArrayList<>();
        boolean ambiguous = false;
        for (Map.Entry<SheetView, SheetForms> sheet : sheets.sent().entrySet()) {
            for (FormRegion region : sheet.getValue().regions()) {
                FormRules rules = region.rules();
                if (rules == null) {
                    remarks.foreign(region.anchor(), sheet.getValue());
                } else {
                    Optional<Found> form = forms.read(workbook, path, sheet.getKey(), region, rules, file);
                    form.ifPresent(found::add);
                    ambiguous |= form.isEmpty();
                }
            }
            if (sheet.getValue().regions().isEmpty()) {
                remarks.other(sheet.getKey(), sheet.getValue());
            }
        }
        List<Found> kept = SheetCopies.without(found, file);
        sheets.notSent()
                .forEach((view, sheet) -> sheet.regions().forEach(region -> {
                    FormRules rules = region.rules();
                    remarks.hidden(
                            view,
                            region.anchor(),
                            rules == null
                                    ? Optional.empty()
                                    : forms.read(workbook, path, view, region, rules, new FormFindings()));
                }));
        remarks.tell(
                kept.isEmpty() && !ambiguous && found.isEmpty(),
                !sheets.explanations().isEmpty(),
                found.stream().filter(Found::isCoded).map(Found::form).toList());
        if (workbook.externalLinks() && !kept.isEmpty()) {
            file.hint("EXTERNAL-LINKS", "工作簿引用了其他文件，只读取已保存的数值", "请把引用其他文件的公式改为数值后再报送。");
        }
        return new ReadWorkbook(
                workbook.format(),
                kept.stream().map(Found::submission).toList(),
                file.all("文件“" + inboxPath + "”"),
                sheets.explanations());
    }
}

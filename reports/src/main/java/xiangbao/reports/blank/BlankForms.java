package xiangbao.reports.blank;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.poi.common.usermodel.HyperlinkType;
import org.apache.poi.ss.usermodel.Hyperlink;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import xiangbao.reports.template.ReportFile;
import xiangbao.reports.template.SteadyZip;
import xiangbao.reports.template.Template;
import xiangbao.reports.template.TemplateNeeds;
import xiangbao.reports.template.TemplateSheet;
import xiangbao.reports.template.Written;
import xiangbao.statistics.forms.Layout;
import xiangbao.statistics.periods.ReferencePeriod;

/** Makes blank workbooks to fill. */
public final class BlankForms {
    private static final String TEMPLATE = "空白表.xlsx";
    private static final String GUIDE = "填表说明";
    private static final List<String> GUIDE_ANCHORS = List.of("rpt.rows");

    private final Path templates;

    /** @param templates the folder with {@code 空白表.xlsx} */
    public BlankForms(Path templates) {
        this.templates = templates;
    }

    /** Says what the template must have. */
    public static void check(TemplateNeeds needs) {
        needs.sheet(TEMPLATE, GUIDE, GUIDE_ANCHORS);
        needs.sheet(TEMPLATE, BlankCanvas.SAMPLES, BlankCanvas.ANCHORS);
    }

    /**
     * Writes a workbook into a folder; the same workbook gives the same bytes. A file of that name that somebody has opened and saved may hold his figures:
     * it stays, and the new one gets a number.
     *
     * @return the file, which may have stood there already
     */
    public Path write(BlankWorkbook workbook, Path folder) throws IOException {
        Files.createDirectories(folder);
        byte[] bytes = make(workbook);
        String name = ReportFile.name(workbook.name());
        Path file = folder.resolve(name + ".xlsx");
        for (int number = 2; Files.exists(file) && !SteadyZip.isUntouchedReport(Files.readAllBytes(file)); number++) {
            file = folder.resolve(name + "（" + number + "）.xlsx");
        }
        return ReportFile.put(file, bytes);
    }

    private byte[] make(BlankWorkbook workbook) throws IOException {
        try (Template template = Template.open(templates.resolve(TEMPLATE))) {
            guide(template.sheet(GUIDE), workbook);
            List<BlankSheet.Drawn> sheets = new ArrayList<>();
            for (BlankForm blank : workbook.forms()) {
                sheets.add(new BlankSheet(template, workbook, blank).draw());
            }
            template.remove(BlankCanvas.SAMPLES);
            link(template, sheets);
            XSSFWorkbook made = template.workbook();
            for (BlankSheet.Drawn sheet : sheets) {
                made.setPrintArea(made.getSheetIndex(sheet.sheet()), 0, sheet.lastColumn(), 0, sheet.lastRow());
            }
            return template.finish();
        }
    }

    private static void guide(TemplateSheet sheet, BlankWorkbook workbook) {
        List<BlankForm> forms = workbook.forms();
        String periods = forms.stream()
                .map(BlankForm::period)
                .distinct()
                .map(ReferencePeriod::title)
                .collect(Collectors.joining("、"));
        int row = sheet.repeatDown("rpt.rows", forms.size());
        for (int index = 0; index < forms.size(); index++) {
            BlankForm blank = forms.get(index);
            sheet.text(row + index, 0, Integer.toString(index + 1));
            sheet.text(row + index, 1, blank.form().code() + " " + blank.form().title());
            sheet.text(row + index, 2, blank.period().title());
            sheet.text(row + index, 3, Written.day(blank.dueDay()));
            sheet.text(row + index, 4, blank.form().layout() == Layout.LEDGER ? "台账（一行一项）" : "综合表");
        }
        sheet.fill(Map.of("单位", workbook.unit().name(), "报告期", periods, "张数", Integer.toString(forms.size())));
    }

    private static void link(Template template, List<BlankSheet.Drawn> sheets) {
        TemplateSheet guide = template.sheet(GUIDE);
        int row = guide.anchor("rpt.rows").getFirstRow();
        for (int index = 0; index < sheets.size(); index++) {
            Hyperlink link = template.workbook().getCreationHelper().createHyperlink(HyperlinkType.DOCUMENT);
            link.setAddress("'" + sheets.get(index).sheet().getSheetName().replace("'", "''") + "'!A1");
            guide.sheet().getRow(row + index).getCell(1).setHyperlink(link);
        }
    }
}

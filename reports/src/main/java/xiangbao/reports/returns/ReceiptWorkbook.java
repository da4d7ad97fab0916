package xiangbao.reports.returns;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import xiangbao.reports.template.ReportFile;
import xiangbao.reports.template.Template;
import xiangbao.reports.template.TemplateNeeds;
import xiangbao.reports.template.TemplateSheet;
import xiangbao.reports.template.TextWidth;
import xiangbao.statistics.figures.FigureText;
import xiangbao.statistics.findings.Finding;
import xiangbao.statistics.findings.Severity;
import xiangbao.statistics.workbooks.ReturnMarks;

/** Writes 暂存回执. It bears the marks of a return, so that it is not read as a form when it comes back. */
public final class ReceiptWorkbook {
    private static final String TABLE = "暂存回执";
    private static final String FILE = "暂存回执.xlsx";
    private static final List<String> ANCHORS = List.of("rpt.rows", "rpt.faults");
    private static final int MOST = 500;

    private final Path templates;

    /** @param templates the folder with {@code 暂存回执.xlsx} */
    public ReceiptWorkbook(Path templates) {
        this.templates = templates;
    }

    /** Says what the template must have. */
    public static void check(TemplateNeeds needs) {
        needs.sheet(FILE, TABLE, ANCHORS);
    }

    /**
     * Writes the receipt; the same receipt gives the same bytes.
     *
     * @param baseName its name without the extension
     */
    public Path write(Receipt receipt, Path folder, String baseName) throws IOException {
        Files.createDirectories(folder);
        try (Template template = Template.open(templates.resolve(FILE))) {
            fill(template.sheet(TABLE), receipt);
            template.workbook().createName().setNameName(ReturnMarks.DEFINED_NAME);
            template.workbook().getName(ReturnMarks.DEFINED_NAME).setRefersToFormula(TABLE + "!$A$1");
            return ReportFile.put(folder.resolve(ReportFile.name(baseName) + ".xlsx"), template.finish());
        }
    }

    private static void fill(TemplateSheet sheet, Receipt receipt) {
        int row = sheet.repeatDown("rpt.rows", receipt.forms().size());
        int number = 0;
        List<String[]> faults = new ArrayList<>();
        for (Receipt.HeldForm form : receipt.forms()) {
            texts(
                    sheet,
                    row + number,
                    Integer.toString(++number),
                    form.form(),
                    form.period().title(),
                    form.sealedAt() + "定案",
                    audit(form.findings()));
            for (Severity severity : Severity.values()) {
                for (Finding finding : form.findings()) {
                    if (finding.severity() == severity) {
                        faults.add(new String[] {
                            form.form(),
                            ReturnMarks.place(finding, "整张表"),
                            ReturnMarks.label(finding)
                                    + (finding.title().isEmpty() ? finding.message() : finding.title())
                                    + compared(finding),
                            finding.remedy()
                        });
                    }
                }
            }
        }
        int shown = Math.min(MOST, faults.size());
        int first = sheet.repeatDown("rpt.faults", shown);
        for (int index = 0; index < shown; index++) {
            String[] fault = faults.get(index);
            texts(sheet, first + index, Integer.toString(index + 1), fault[0], fault[1], fault[2], fault[3]);
        }
        if (shown == 0) {
            sheet.text(first, 1, "没有发现问题。");
        }
        String periods = receipt.forms().stream()
                .map(form -> form.period().title())
                .distinct()
                .collect(Collectors.joining("、"));
        boolean faulty = receipt.forms().stream()
                .flatMap(form -> form.findings().stream())
                .anyMatch(finding -> finding.severity() == Severity.MANDATORY);
        sheet.fill(Map.of(
                "单位",
                receipt.unitName(),
                "第1行",
                receipt.unitName() + "：" + receipt.fileName() + "　" + receipt.received() + "收到。",
                "第2行",
                periods + "的数已经定案公布。您这次报来的表已原样保存（暂存），没有计入汇总，已公布的数不变。",
                "第3行",
                "怎么办：确需改数的，请联系" + receipt.county() + "统计局（专班办公室）办理“更正通知单”，说明改哪个数、为什么改；批准后直接采用这份文件，不用重报。"
                        + (faulty ? "自审发现有必须改正的问题，这样的表不能采用，请先改好再报一次。" : "不需要改数的，不用再做什么。")));
        for (int line = 1; line <= 3; line++) {
            String text = sheet.sheet().getRow(line).getCell(0).getStringCellValue();
            sheet.height(line, 16.0 * TextWidth.lines(text, 128) + 5);
        }
    }

    private static void texts(TemplateSheet sheet, int row, String... texts) {
        int lines = 1;
        for (int column = 0; column < texts.length; column++) {
            sheet.text(row, column, texts[column]);
            lines = Math.max(lines, TextWidth.lines(texts[column], sheet.sheet().getColumnWidth(column) / 256.0 - 1));
        }
        sheet.height(row, Math.min(400, 14.0 * lines + 6));
    }

    private static String audit(List<Finding> findings) {
        List<String> parts = new ArrayList<>();
        count(parts, findings, Severity.MANDATORY, "必须改正");
        count(parts, findings, Severity.QUERY, "需要核实、改正或说明");
        count(parts, findings, Severity.HINT, "供参考");
        return parts.isEmpty() ? "没有发现问题" : String.join("，", parts);
    }

    private static void count(List<String> parts, List<Finding> findings, Severity severity, String word) {
        long count = findings.stream()
                .filter(finding -> finding.severity() == severity && !finding.settled())
                .count();
        if (count > 0) {
            parts.add(word + " " + count + " 处");
        }
    }

    private static String compared(Finding finding) {
        if (finding.comparison().actual().isEmpty()) {
            return "";
        }
        return "。填报：" + FigureText.grouped(finding.comparison().actual())
                + (finding.comparison().expected().isEmpty()
                        ? ""
                        // only what must hold is what it should be; the rest is a band
                        : (finding.severity() == Severity.MANDATORY ? "；应为：" : "；参考范围：")
                                + FigureText.grouped(finding.comparison().expected()));
    }
}

package xiangbao.reports.returns;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import xiangbao.reports.template.Template;
import xiangbao.reports.template.TemplateSheet;
import xiangbao.reports.template.TextWidth;
import xiangbao.statistics.figures.FigureText;
import xiangbao.statistics.findings.Finding;
import xiangbao.statistics.findings.Severity;
import xiangbao.statistics.workbooks.ReturnMarks;

/** The sheet 审核结果, filled from a letter into the template. */
final class LetterSheet {
    /** Who would read more than this starts with the first ones; a million lines would not open. */
    private static final int MOST = 2000;

    /** Behind the columns that people see, and hidden. */
    static final int FINDING_ID = ReturnMarks.COLUMNS.size();

    private final ReturnLetter letter;
    private final List<LetterLine> lines = new ArrayList<>();

    LetterSheet(ReturnLetter letter) {
        this.letter = letter;
    }

    /** @param marked whether it stands in the clerk's own workbook, with its cells marked */
    List<LetterLine> fill(Template template, boolean marked) {
        TemplateSheet sheet = template.sheet(ReturnMarks.SHEET);
        List<LetterLine> all = LetterLine.of(letter);
        int shown = Math.min(MOST, all.size());
        List<String> pattern = new ArrayList<>();
        for (LetterLine line : all.subList(0, shown)) {
            pattern.add(anchor(line.finding().severity()));
        }
        int start = layOut(sheet, pattern);
        sheet.text(start - 1, FINDING_ID, ReturnMarks.FINDING_ID);
        sheet.sheet().setColumnHidden(FINDING_ID, true);
        for (int index = 0; index < shown; index++) {
            lines.add(all.get(index).at(start + index));
            write(sheet, lines.get(index), index + 1);
        }
        if (shown == 0) {
            sheet.text(start, 1, "没有发现问题。");
        }
        LetterHeading heading = new LetterHeading(letter);
        sheet.fill(Map.of(
                "标题",
                heading.title(),
                "第1行",
                heading.about(),
                "第2行",
                heading.todo(shown, all.size() - shown),
                "第3行",
                heading.handling(marked)));
        for (int row = 1; row <= 3; row++) {
            String text = sheet.sheet().getRow(row).getCell(0).getStringCellValue();
            sheet.height(row, 16.0 * TextWidth.lines(text, 200) + 5);
        }
        return lines;
    }

    private static int layOut(TemplateSheet sheet, List<String> pattern) {
        return sheet.repeatDown(
                List.of("rpt.mandatory", "rpt.query", "rpt.hint"), pattern.isEmpty() ? List.of("rpt.hint") : pattern);
    }

    private static String anchor(Severity severity) {
        return switch (severity) {
            case MANDATORY -> "rpt.mandatory";
            case QUERY -> "rpt.query";
            case HINT -> "rpt.hint";
        };
    }

    private static void write(TemplateSheet sheet, LetterLine line, int number) {
        Finding finding = line.finding();
        int row = line.row();
        sheet.text(row, 0, Integer.toString(number));
        sheet.text(row, FINDING_ID, line.id());
        String[] texts = {
            line.problem(),
            ReturnMarks.place(finding, line.form()),
            FigureText.grouped(finding.comparison().actual()),
            FigureText.grouped(finding.comparison().expected()),
            FigureText.grouped(finding.comparison().difference()),
            FigureText.grouped(finding.comparison().previous()),
            LikelyCause.of(finding),
            line.remedy(),
            ""
        };
        int lines = 1;
        for (int index = 0; index < texts.length; index++) {
            sheet.text(row, index + 1, texts[index]);
            lines = Math.max(lines, TextWidth.lines(texts[index], sheet.sheet().getColumnWidth(index + 1) / 256.0));
        }
        sheet.height(row, Math.min(400, 14.0 * lines + 6));
    }
}

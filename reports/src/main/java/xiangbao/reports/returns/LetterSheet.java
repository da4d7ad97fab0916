package xiangbao.reports.returns;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import xiangbao.reports.template.Template;
import xiangbao.reports.template.TemplateSheet;
import xiangbao.reports.template.TextWidth;
import xiangbao.reports.template.Written;
import xiangbao.statistics.figures.FigureText;
import xiangbao.statistics.findings.Finding;
import xiangbao.statistics.findings.Folded;
import xiangbao.statistics.findings.Outcome;
import xiangbao.statistics.findings.Severity;
import xiangbao.statistics.submissions.SubmissionKey;
import xiangbao.statistics.workbooks.ReturnMarks;

/** The sheet 审核结果, filled from a letter into the template. */
final class LetterSheet {
    /** Who would read more than this starts with the first ones; a million lines would not open. */
    private static final int MOST = 2000;

    /** So many consequences are named; the rest are counted. */
    private static final int MOST_BENEATH = 6;

    /** Behind the columns that people see, and hidden. */
    static final int FINDING_ID = ReturnMarks.COLUMNS.size();

    private final ReturnLetter letter;
    private final List<Line> lines = new ArrayList<>();

    /**
     * A finding with the row in which it stands.
     *
     * @param id by which it is known when the sheet comes back; empty where nothing can be said about it
     * @param explanation what the unit has said about it so far, or empty
     * @param reply why that is not taken as an explanation, or empty
     * @param beneath what goes away when this is mended
     */
    record Line(
            Finding finding, String form, String id, String explanation, String reply, List<Finding> beneath, int row) {
        private Line at(int other) {
            return new Line(finding, form, id, explanation, reply, beneath, other);
        }
    }

    LetterSheet(ReturnLetter letter) {
        this.letter = letter;
    }

    /** @param marked whether it stands in the clerk's own workbook, with its cells marked */
    List<Line> fill(Template template, boolean marked) {
        TemplateSheet sheet = template.sheet(ReturnMarks.SHEET);
        List<Line> all = new ArrayList<>();
        for (Severity severity : Severity.values()) {
            for (Finding finding : letter.fileFindings()) {
                if (finding.severity() == severity) {
                    all.add(new Line(finding, "", "", "", "", List.of(), 0));
                }
            }
            for (ReturnLetter.ReturnedForm form : letter.forms()) {
                for (Folded<Finding> one : Folded.of(form.findings(), Function.identity())) {
                    if (one.leader().severity() == severity) {
                        all.add(line(form, one));
                    }
                }
            }
        }
        int shown = Math.min(MOST, all.size());
        List<String> pattern = new ArrayList<>();
        for (Line line : all.subList(0, shown)) {
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
        sheet.fill(Map.of(
                "标题",
                (letter.unitName().isEmpty() ? "" : letter.unitName() + "　")
                        + letter.outcome().title(),
                "第1行",
                about(),
                "第2行",
                todo(all.size() - shown),
                "第3行",
                handling(marked)));
        for (int row = 1; row <= 3; row++) {
            String text = sheet.sheet().getRow(row).getCell(0).getStringCellValue();
            sheet.height(row, 16.0 * TextWidth.lines(text, 200) + 5);
        }
        return lines;
    }

    private static Line line(ReturnLetter.ReturnedForm form, Folded<Finding> one) {
        Finding finding = one.leader();
        SubmissionKey key = form.key();
        String id = key == null ? "" : finding.id(key);
        return new Line(
                finding,
                form.form(),
                id,
                form.explanations().getOrDefault(id, ""),
                form.replies().getOrDefault(id, ""),
                one.beneath(),
                0);
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

    private static void write(TemplateSheet sheet, Line line, int number) {
        Finding finding = line.finding();
        int row = line.row();
        sheet.text(row, 0, Integer.toString(number));
        sheet.text(row, FINDING_ID, line.id());
        String[] texts = {
            finding.title().isEmpty() ? finding.message() : finding.title(),
            ReturnMarks.place(finding, line.form()),
            FigureText.grouped(finding.comparison().actual()),
            FigureText.grouped(finding.comparison().expected()),
            FigureText.grouped(finding.comparison().difference()),
            FigureText.grouped(finding.comparison().previous()),
            LikelyCause.of(finding),
            remedy(line),
            ""
        };
        texts[0] = ReturnMarks.label(finding) + texts[0] + beneath(line.beneath());
        int lines = 1;
        for (int index = 0; index < texts.length; index++) {
            sheet.text(row, index + 1, texts[index]);
            lines = Math.max(lines, TextWidth.lines(texts[index], sheet.sheet().getColumnWidth(index + 1) / 256.0));
        }
        sheet.height(row, Math.min(400, 14.0 * lines + 6));
    }

    /** What fails of the same error, so that nobody looks for a second one. */
    private static String beneath(List<Finding> findings) {
        if (findings.isEmpty()) {
            return "";
        }
        List<String> titles = findings.stream()
                .limit(MOST_BENEATH)
                .map(one -> one.heading() + (one.title().isEmpty() ? one.code() : one.title()))
                .toList();
        return "\n由此引起的还有 " + findings.size() + " 处，改好这一处就不用再改：" + String.join("；", titles)
                + (findings.size() > titles.size() ? "等" : "") + "。";
    }

    /** What was said already is shown here, so that the column to write into is empty. */
    private static String remedy(Line line) {
        String said = line.explanation().isEmpty() ? "" : "“" + line.explanation() + "”";
        if (line.finding().remembered()) {
            return line.finding().remedy();
        }
        if (line.finding().explained()) {
            return said.isEmpty() ? "县里已经认可，不用再改。" : "说明已经认可，不用再改。说明是：" + said;
        }
        if (!line.reply().isEmpty()) {
            return line.finding().remedy() + "\n上次写的说明是：" + said + "。" + line.reply();
        }
        return line.finding().remedy() + (said.isEmpty() ? "" : "\n已收到说明：" + said + "，待县里认可；有补充的再写在最右一栏。");
    }

    private String about() {
        List<String> parts = new ArrayList<>();
        parts.add((letter.unitName().isEmpty() ? "填报单位未能确定" : letter.unitName()) + "：" + letter.fileName());
        for (ReturnLetter.ReturnedForm form : letter.forms()) {
            parts.add(form.form()
                    + (form.period() == null ? "" : " " + form.period().title())
                    + (form.round() == 0 ? "" : " 第" + form.round() + "次") + " "
                    + form.outcome().title());
        }
        if (!letter.received().isEmpty()) {
            parts.add(letter.received() + "收到");
        }
        return String.join("　", parts) + "。";
    }

    private String todo(int notShown) {
        if (letter.outcome() == Outcome.UNREADABLE) {
            return "这个文件无法识别，没有收下任何数据。" + until("请改好后于", "前重新报送。");
        }
        List<String> parts = new ArrayList<>();
        long mandatory = letter.mandatory();
        long query = letter.doubts();
        long hints = letter.hints();
        if (mandatory > 0) {
            parts.add("必须改正 " + mandatory + " 处");
        }
        if (query > 0) {
            long withholding = letter.withholding();
            parts.add("需要核实、改正或说明 " + query + " 处"
                    + (withholding == 0 ? "" : "（其中 " + withholding + " 处有重大疑问，改正或者说明认可之前，这张表暂不计入）"));
        }
        if (hints > 0) {
            parts.add("供参考 " + hints + " 处");
        }
        if (letter.explained() > 0) {
            parts.add("已认可 " + letter.explained() + " 处");
        }
        if (letter.waived() > 0) {
            parts.add("本期不审 " + letter.waived() + " 处");
        }
        return (parts.isEmpty() ? "没有需要改正的地方" : String.join("，", parts)) + "。"
                + (mandatory + query > 0 ? until("请于", "前报回。") : "")
                + (notShown > 0 ? "下表只列前 " + MOST + " 处，另有 " + notShown + " 处同样需要处理。" : "");
    }

    private String until(String before, String after) {
        LocalDate due = letter.due();
        return due == null ? "" : before + Written.day(due) + after;
    }

    private String handling(boolean marked) {
        if (letter.outcome() == Outcome.UNREADABLE) {
            return "怎么办：看“怎么改”一栏，把表另存或重填为 .xlsx 后放回收件夹即可。";
        }
        if (!marked) {
            return "怎么办：原文件不便加批注，原样附在旁边；请在原文件里按下表改好，把原文件放回收件夹即可。";
        }
        return "怎么办：点“位置”跳到单元格（已加底色和批注）；改好后把本文件放回收件夹即可，本工作表不用删；需要说明的写在最右一栏。";
    }
}

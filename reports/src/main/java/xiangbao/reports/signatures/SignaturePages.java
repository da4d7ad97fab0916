package xiangbao.reports.signatures;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.PageMargin;
import org.apache.poi.ss.usermodel.PrintSetup;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.apache.poi.xssf.usermodel.XSSFRow;
import xiangbao.reports.county.CountyResult;
import xiangbao.reports.template.Printed;
import xiangbao.reports.template.PrintedLine;
import xiangbao.reports.template.RowHeight;
import xiangbao.reports.template.TemplateSheet;
import xiangbao.reports.template.TextWidth;
import xiangbao.statistics.aggregate.Counted;
import xiangbao.statistics.forms.Form;
import xiangbao.statistics.submissions.Filing;
import xiangbao.statistics.submissions.Submission;
import xiangbao.statistics.units.ReportingUnit;
import xiangbao.statistics.units.Units;

/**
 * 签字盖章页: a printed page for each submission that counts, with all its figures, their digest, and where to sign and stamp. What is too long goes on on
 * the next page, what is too wide in a second table below; every page bears the heading, the digest and the signatures.
 */
public final class SignaturePages {
    public static final String SHEET = "签字盖章页";

    public static final List<String> ANCHORS = List.of(
            "rpt.title",
            "rpt.marks",
            "rpt.about",
            "rpt.heading",
            "rpt.rows",
            "rpt.space",
            "rpt.note",
            "rpt.digest",
            "rpt.claim",
            "rpt.sign",
            "rpt.stamp");
    public static final Set<String> TOKENS =
            Set.of("单位", "单位代码", "表名", "表号", "制定机关", "报告期次", "次数", "审核", "附注", "摘要", "页次", "页数");

    private static final List<String> HEAD = List.of("rpt.title", "rpt.marks", "rpt.about");
    private static final List<String> FOOT = List.of("rpt.note", "rpt.digest", "rpt.claim", "rpt.sign", "rpt.stamp");
    private static final double A4_LONG = 841.9;
    private static final double A4_SHORT = 595.3;
    private static final double A3_LONG = 1190.6;

    /** What printers differ by. */
    private static final double SPARE = 12;

    /** Rows are never set closer than this part of their height. */
    private static final double CLOSEST = 0.75;

    /** In columns of the sheet: a long text may be broken to this width before the table is. */
    private static final int NARROWEST_TEXT = 4;

    private final TemplateSheet sheet;
    private final Map<String, Double> heights = new HashMap<>();
    private final double[] widths;
    private final XSSFCellStyle headingLook;
    private final XSSFCellStyle textLook;
    private final XSSFCellStyle centredLook;
    private final XSSFCellStyle numberLook;
    private final double room;
    private final List<Line> lines = new ArrayList<>();
    private final List<Integer> pageEnds = new ArrayList<>();

    /** A row of the sheet: of which kind, what its tokens say, and in the table which cells it has. */
    private record Line(String anchor, Map<String, Printed> tokens, List<Span> cells, double height) {}

    /** A cell of the table over some columns of the sheet. */
    private record Span(int from, int to, Printed content, boolean numeric, boolean centred) {}

    public SignaturePages(TemplateSheet sheet) {
        this.sheet = sheet;
        for (String anchor : ANCHORS) {
            XSSFRow row = sheet.sheet().getRow(sheet.anchor(anchor).getFirstRow());
            heights.put(anchor, row == null ? 15.0 : row.getHeightInPoints());
        }
        CellRangeAddress grid = sheet.anchor("rpt.rows");
        widths = new double[grid.getLastColumn() + 1];
        for (int column = 0; column < widths.length; column++) {
            widths[column] = sheet.sheet().getColumnWidth(column) / 256.0;
        }
        headingLook = look("rpt.heading", 0);
        textLook = look("rpt.rows", 0);
        centredLook = look("rpt.rows", 1);
        numberLook = look("rpt.rows", widths.length - 1);
        PrintSetup setup = sheet.sheet().getPrintSetup();
        boolean large = setup.getPaperSize() == PrintSetup.A3_PAPERSIZE;
        double paper = setup.getLandscape() ? (large ? A4_LONG : A4_SHORT) : (large ? A3_LONG : A4_LONG);
        double margins =
                72 * (sheet.sheet().getMargin(PageMargin.TOP) + sheet.sheet().getMargin(PageMargin.BOTTOM));
        room = (paper - margins) * 100 / setup.getScale() - SPARE;
    }

    private XSSFCellStyle look(String anchor, int column) {
        XSSFRow row = sheet.sheet().getRow(sheet.anchor(anchor).getFirstRow());
        CellStyle style = row.getCell(column) == null
                ? sheet.sheet().getWorkbook().getCellStyleAt(0)
                : row.getCell(column).getCellStyle();
        return (XSSFCellStyle) style;
    }

    /** One after the other, in the order given; there must be at least one. */
    public void fill(CountyResult result, ReportingUnit unit, List<Counted> submissions) {
        for (Counted one : submissions) {
            result.definitions()
                    .form(one.submission().key().form())
                    .ifPresent(rules -> add(rules.form(), result.definitions().units(), unit, one));
        }
        int first = sheet.lay(
                ANCHORS,
                lines.stream()
                        .map(line -> new PrintedLine(line.anchor(), line.tokens()))
                        .toList());
        List<CellRangeAddress> merged = new ArrayList<>();
        for (int index = 0; index < lines.size(); index++) {
            write(first + index, lines.get(index), merged);
        }
        sheet.merge(merged);
        for (int end : pageEnds.subList(0, Math.max(0, pageEnds.size() - 1))) {
            sheet.sheet().setRowBreak(first + end);
        }
        var workbook = sheet.sheet().getWorkbook();
        workbook.setPrintArea(workbook.getSheetIndex(sheet.sheet()), 0, widths.length - 1, 0, first + lines.size() - 1);
    }

    private void write(int row, Line line, List<CellRangeAddress> merged) {
        for (Span span : line.cells()) {
            sheet.style(row, span.from(), look(line, span));
            if (span.content() instanceof Printed.Number number) {
                sheet.number(row, span.from(), number.value(), number.decimals());
            } else {
                sheet.text(row, span.from(), ((Printed.Text) span.content()).text());
            }
            if (span.from() != span.to()) {
                merged.add(new CellRangeAddress(row, row, span.from(), span.to()));
            }
        }
        if (line.height() > 0) {
            sheet.height(row, line.height());
        }
    }

    private XSSFCellStyle look(Line line, Span span) {
        if (line.anchor().equals("rpt.heading")) {
            return headingLook;
        }
        return span.numeric() ? numberLook : span.centred() ? centredLook : textLook;
    }

    private void add(Form form, Units units, ReportingUnit unit, Counted counted) {
        Submission submission = counted.submission();
        Map<String, Printed> tokens = new HashMap<>();
        tokens.put("单位", Printed.text(unit.name()));
        tokens.put("单位代码", Printed.text(unit.code().text()));
        tokens.put("表名", Printed.text(form.title()));
        tokens.put("表号", Printed.text(form.code().text()));
        tokens.put("制定机关", Printed.text(form.marks().maker()));
        tokens.put("报告期次", Printed.text(submission.key().period().title()));
        tokens.put("次数", Printed.text("第" + submission.round() + "次报送"));
        tokens.put("审核", Printed.text(counted.outcome().title()));
        tokens.put("附注", Printed.text(note(counted)));
        tokens.put("摘要", Printed.text(SubmissionDigest.of(submission)));
        double free = room;
        for (String anchor : HEAD) {
            free -= heights.getOrDefault(anchor, 0.0);
        }
        for (String anchor : FOOT) {
            free -= heights.getOrDefault(anchor, 0.0);
        }
        List<List<Line>> pages = pages(SignedTable.of(form, submission, units), free);
        for (int page = 0; page < pages.size(); page++) {
            Map<String, Printed> its = new HashMap<>(tokens);
            its.put("页次", Printed.text(Integer.toString(page + 1)));
            its.put("页数", Printed.text(Integer.toString(pages.size())));
            HEAD.forEach(anchor -> lines.add(new Line(anchor, its, List.of(), 0)));
            lines.addAll(pages.get(page));
            FOOT.forEach(anchor -> lines.add(new Line(anchor, its, List.of(), 0)));
            pageEnds.add(lines.size() - 1);
        }
    }

    private static String note(Counted counted) {
        Filing filing = counted.submission().filing();
        return (filing == Filing.FIGURES ? "" : "填报情况：" + filing.title() + "。")
                + "“未报”为未报送，“—”为不适用或没有填，“0”为实报为零。"
                + (counted.returnedLater() == 0
                        ? ""
                        : "第" + counted.returnedLater() + (counted.withheld() ? "次报送待核实，" : "次报送被退回，") + "汇总仍用本次。");
    }

    /** On one page if that can be with rows that stand closer. */
    private List<List<Line>> pages(SignedTable table, double free) {
        List<List<Line>> pages = pages(table, free, 1);
        for (double closer = 0.9; pages.size() > 1 && closer > CLOSEST; closer -= 0.1) {
            List<List<Line>> fewer = pages(table, free, closer);
            pages = fewer.size() == 1 ? fewer : pages;
        }
        return pages;
    }

    private List<List<Line>> pages(SignedTable table, double free, double closeness) {
        List<List<Line>> pages = new ArrayList<>();
        List<Line> page = new ArrayList<>();
        double left = free;
        List<Band> bands = bands(table);
        for (Band band : table.lines().isEmpty() ? bands.subList(0, 1) : bands) {
            Line heading = heading(table, band, closeness);
            List<Line> rows = rows(table, band, closeness);
            double needed = heading.height() + (page.isEmpty() ? 0 : heights.getOrDefault("rpt.space", 0.0));
            if (!page.isEmpty() && left < needed + rows.get(0).height()) {
                pages.add(page);
                page = new ArrayList<>();
                left = free;
            }
            if (!page.isEmpty()) {
                page.add(new Line("rpt.space", Map.of(), List.of(), 0));
            }
            page.add(heading);
            left -= needed;
            for (Line row : rows) {
                if (left < row.height() && page.size() > 1) {
                    pages.add(page);
                    page = new ArrayList<>();
                    page.add(heading);
                    left = free - heading.height();
                }
                page.add(row);
                left -= row.height();
            }
        }
        pages.add(page);
        return pages;
    }

    /** Columns of the table that stand side by side, and how many columns of the sheet each takes. */
    private record Band(List<Integer> columns, int[] units) {}

    private List<Band> bands(SignedTable table) {
        int[] wanted = new int[table.headings().size()];
        double unit = java.util.Arrays.stream(widths).average().orElse(1);
        for (int column = 0; column < wanted.length; column++) {
            double width = 0;
            for (List<Printed> line : table.lines()) {
                width = Math.max(width, width(line.get(column)));
            }
            SignedTable.Heading heading = table.headings().get(column);
            double most = heading.wide() ? 30 : 16;
            width = Math.max(Math.min(width, heading.numeric() ? 24 : most), Math.min(10, longest(heading.title())));
            wanted[column] = Math.max(1, (int) Math.ceil((width + 2) / unit));
        }
        int[] least = new int[wanted.length];
        for (int column = 0; column < wanted.length; column++) {
            int most = table.headings().get(column).wide() ? NARROWEST_TEXT : widths.length / 2;
            least[column] = Math.min(wanted[column], most);
        }
        List<Band> bands = new ArrayList<>();
        List<Integer> keys = new ArrayList<>();
        for (int column = 0; column < Math.min(table.keys(), wanted.length); column++) {
            keys.add(column);
        }
        List<Integer> columns = new ArrayList<>(keys);
        for (int column = keys.size(); column < wanted.length; column++) {
            int used = columns.stream().mapToInt(each -> least[each]).sum();
            if (used + least[column] > widths.length && columns.size() > keys.size()) {
                bands.add(band(table, columns, least, wanted));
                columns = new ArrayList<>(keys);
            }
            columns.add(column);
        }
        bands.add(band(table, columns, least, wanted));
        return bands;
    }

    /** What is left over goes to the columns with long texts, first to those that want it, or else to all in turn. */
    private Band band(SignedTable table, List<Integer> columns, int[] least, int[] wanted) {
        int[] units = columns.stream().mapToInt(column -> least[column]).toArray();
        List<Integer> wide = new ArrayList<>();
        for (int index = 0; index < units.length; index++) {
            if (table.headings().get(columns.get(index)).wide()) {
                wide.add(index);
            }
        }
        int left = widths.length - java.util.Arrays.stream(units).sum();
        for (boolean given = true; given && left > 0; ) {
            given = false;
            for (int index : wide) {
                if (left > 0 && units[index] < wanted[columns.get(index)]) {
                    units[index]++;
                    left--;
                    given = true;
                }
            }
        }
        for (int turn = 0; left > 0; turn++, left--) {
            units[wide.isEmpty() ? units.length - 1 - turn % units.length : wide.get(turn % wide.size())]++;
        }
        for (; left < 0; left++) {
            int widest = 0;
            for (int index = 1; index < units.length; index++) {
                widest = units[index] > units[widest] ? index : widest;
            }
            units[widest]--;
        }
        return new Band(List.copyOf(columns), units);
    }

    private static int longest(String text) {
        return text.lines().mapToInt(TextWidth::of).max().orElse(0);
    }

    private static double width(Printed content) {
        return content instanceof Printed.Number number
                ? TextWidth.of(number.value(), number.decimals())
                : TextWidth.of(((Printed.Text) content).text());
    }

    private Line heading(SignedTable table, Band band, double closeness) {
        List<Printed> titles = band.columns().stream()
                .map(column -> Printed.text(table.headings().get(column).title()))
                .toList();
        return line("rpt.heading", table, band, titles, headingLook, closeness);
    }

    private List<Line> rows(SignedTable table, Band band, double closeness) {
        List<Line> rows = new ArrayList<>();
        for (List<Printed> line : table.lines()) {
            rows.add(line(
                    "rpt.rows",
                    table,
                    band,
                    band.columns().stream().map(line::get).toList(),
                    textLook,
                    closeness));
        }
        if (rows.isEmpty()) {
            Span all = new Span(0, widths.length - 1, Printed.text(table.nothing()), false, true);
            rows.add(new Line("rpt.rows", Map.of(), List.of(all), heights.getOrDefault("rpt.rows", 15.0)));
        }
        return rows;
    }

    private Line line(
            String anchor, SignedTable table, Band band, List<Printed> contents, XSSFCellStyle look, double closeness) {
        List<Span> cells = new ArrayList<>();
        double height = heights.getOrDefault(anchor, 15.0);
        int from = 0;
        for (int index = 0; index < band.units().length; index++) {
            int to = from + band.units()[index] - 1;
            double width = 0;
            for (int column = from; column <= to; column++) {
                width += widths[column];
            }
            Printed content = contents.get(index);
            SignedTable.Heading heading = table.headings().get(band.columns().get(index));
            if (content instanceof Printed.Text text && (look == headingLook || !heading.numeric())) {
                height = Math.max(height, RowHeight.of(text.text(), width, look));
            }
            cells.add(new Span(from, to, content, heading.numeric(), !heading.numeric() && !heading.wide()));
            from = to + 1;
        }
        return new Line(anchor, Map.of(), cells, height * closeness);
    }
}

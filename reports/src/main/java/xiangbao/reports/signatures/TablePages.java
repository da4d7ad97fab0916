package xiangbao.reports.signatures;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import xiangbao.reports.template.Printed;

/** Breaks a table into pages: by bands where it is too wide, by rows where it is too long. */
final class TablePages {
    /** Rows are never set closer than this part of their height. */
    private static final double CLOSEST = 0.75;

    private final SignedTable table;
    private final PageLooks looks;

    TablePages(SignedTable table, PageLooks looks) {
        this.table = table;
        this.looks = looks;
    }

    /** On one page if that can be with rows that stand closer. */
    List<List<PageLine>> of(double free) {
        List<List<PageLine>> pages = pages(free, 1);
        for (double closer = 0.9; pages.size() > 1 && closer > CLOSEST; closer -= 0.1) {
            List<List<PageLine>> fewer = pages(free, closer);
            pages = fewer.size() == 1 ? fewer : pages;
        }
        return pages;
    }

    private List<List<PageLine>> pages(double free, double closeness) {
        List<List<PageLine>> pages = new ArrayList<>();
        List<PageLine> page = new ArrayList<>();
        double left = free;
        List<TableBand> bands = TableBand.of(table, looks.columns(), looks.columnWidth());
        for (TableBand band : table.lines().isEmpty() ? bands.subList(0, 1) : bands) {
            PageLine heading = heading(band, closeness);
            List<PageLine> rows = rows(band, closeness);
            double needed = heading.height() + (page.isEmpty() ? 0 : looks.height("rpt.space"));
            if (!page.isEmpty() && left < needed + rows.get(0).height()) {
                pages.add(page);
                page = new ArrayList<>();
                left = free;
            }
            if (!page.isEmpty()) {
                page.add(PageLine.of("rpt.space", Map.of()));
            }
            page.add(heading);
            left -= needed;
            for (PageLine row : rows) {
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

    private PageLine heading(TableBand band, double closeness) {
        List<Printed> titles = band.columns().stream()
                .map(column -> Printed.text(table.headings().get(column).title()))
                .toList();
        return line("rpt.heading", band, titles, closeness);
    }

    private List<PageLine> rows(TableBand band, double closeness) {
        List<PageLine> rows = new ArrayList<>();
        for (List<Printed> line : table.lines()) {
            rows.add(line(
                    "rpt.rows", band, band.columns().stream().map(line::get).toList(), closeness));
        }
        if (rows.isEmpty()) {
            PageLine.Span all = new PageLine.Span(0, looks.columns() - 1, Printed.text(table.nothing()), false, true);
            rows.add(new PageLine("rpt.rows", Map.of(), List.of(all), looks.height("rpt.rows")));
        }
        return rows;
    }

    private PageLine line(String anchor, TableBand band, List<Printed> contents, double closeness) {
        List<PageLine.Span> cells = new ArrayList<>();
        double height = looks.height(anchor);
        int from = 0;
        for (int index = 0; index < band.units().length; index++) {
            int to = from + band.units()[index] - 1;
            Printed content = contents.get(index);
            SignedTable.Heading heading = table.headings().get(band.columns().get(index));
            if (content instanceof Printed.Text text && (anchor.equals("rpt.heading") || !heading.numeric())) {
                height = Math.max(height, looks.height(anchor, text.text(), from, to));
            }
            cells.add(new PageLine.Span(from, to, content, heading.numeric(), !heading.numeric() && !heading.wide()));
            from = to + 1;
        }
        return new PageLine(anchor, Map.of(), cells, height * closeness);
    }
}

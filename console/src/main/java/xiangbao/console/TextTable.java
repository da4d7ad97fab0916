package xiangbao.console;

import java.util.ArrayList;
import java.util.List;
import xiangbao.statistics.figures.FigureText;
import xiangbao.statistics.text.VisibleText;

/**
 * A table for the terminal, where a Chinese character is two columns wide. Columns whose title ends with {@code >} are right-aligned, and decimals in them
 * are written as people read them.
 */
final class TextTable {
    private final List<String> titles = new ArrayList<>();
    private final List<Boolean> right = new ArrayList<>();
    private final List<List<String>> rows = new ArrayList<>();

    TextTable(String... titles) {
        for (String title : titles) {
            boolean number = title.endsWith(">");
            right.add(number);
            this.titles.add(number ? title.substring(0, title.length() - 1) : title);
        }
    }

    void add(String... cells) {
        List<String> row = new ArrayList<>();
        for (int column = 0; column < cells.length; column++) {
            row.add(right.get(column) ? FigureText.grouped(cells[column]) : VisibleText.of(cells[column]));
        }
        rows.add(row);
    }

    boolean isEmpty() {
        return rows.isEmpty();
    }

    List<String> lines() {
        int[] widths = new int[titles.size()];
        widen(widths, titles);
        rows.forEach(row -> widen(widths, row));
        List<String> lines = new ArrayList<>();
        lines.add(line(widths, titles));
        int all = 0;
        for (int width : widths) {
            all += width + 2;
        }
        lines.add("─".repeat(Math.max(1, all - 2)));
        rows.forEach(row -> lines.add(line(widths, row)));
        return lines;
    }

    private static void widen(int[] widths, List<String> cells) {
        for (int column = 0; column < widths.length && column < cells.size(); column++) {
            widths[column] = Math.max(widths[column], width(cells.get(column)));
        }
    }

    private String line(int[] widths, List<String> cells) {
        StringBuilder line = new StringBuilder();
        for (int column = 0; column < cells.size(); column++) {
            String cell = cells.get(column);
            String gap = " ".repeat(Math.max(0, widths[column] - width(cell)));
            line.append(right.get(column) ? gap + cell : cell + gap).append("  ");
        }
        return line.toString().stripTrailing();
    }

    /** How many columns of a terminal a text takes. */
    static int width(String text) {
        int width = 0;
        for (int index = 0; index < text.length(); index++) {
            char character = text.charAt(index);
            boolean wide = character >= 0x1100
                    && (character <= 0x115F
                            || (character >= 0x2E80 && character <= 0xA4CF)
                            || (character >= 0xAC00 && character <= 0xD7A3)
                            || (character >= 0xF900 && character <= 0xFAFF)
                            || (character >= 0xFE30 && character <= 0xFE4F)
                            || (character >= 0xFF00 && character <= 0xFF60)
                            || (character >= 0xFFE0 && character <= 0xFFE6));
            width += wide ? 2 : 1;
        }
        return width;
    }
}

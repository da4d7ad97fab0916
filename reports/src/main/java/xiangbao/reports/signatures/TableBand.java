package xiangbao.reports.signatures;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import xiangbao.reports.template.Printed;
import xiangbao.reports.template.TextWidth;

/** Columns of a table that stand side by side on a page, and how many columns of the sheet each takes; what is too wide goes on in another band. */
record TableBand(List<Integer> columns, int[] units) {
    /** In columns of the sheet: a long text may be broken to this width before the table is. */
    private static final int NARROWEST_TEXT = 4;

    /**
     * @param room how many columns the sheet has
     * @param columnWidth of one of them, in digits
     */
    static List<TableBand> of(SignedTable table, int room, double columnWidth) {
        int[] wanted = wanted(table, columnWidth);
        int[] least = new int[wanted.length];
        for (int column = 0; column < wanted.length; column++) {
            int most = table.headings().get(column).wide() ? NARROWEST_TEXT : room / 2;
            least[column] = Math.min(wanted[column], most);
        }
        List<TableBand> bands = new ArrayList<>();
        List<Integer> keys = new ArrayList<>();
        for (int column = 0; column < Math.min(table.keys(), wanted.length); column++) {
            keys.add(column);
        }
        List<Integer> columns = new ArrayList<>(keys);
        for (int column = keys.size(); column < wanted.length; column++) {
            int used = columns.stream().mapToInt(each -> least[each]).sum();
            if (used + least[column] > room && columns.size() > keys.size()) {
                bands.add(of(table, columns, room, least, wanted));
                columns = new ArrayList<>(keys);
            }
            columns.add(column);
        }
        bands.add(of(table, columns, room, least, wanted));
        return bands;
    }

    /** What is left over goes to the columns with long texts, first to those that want it, or else to all in turn. */
    private static TableBand of(SignedTable table, List<Integer> columns, int room, int[] least, int[] wanted) {
        int[] units = columns.stream().mapToInt(column -> least[column]).toArray();
        List<Integer> wide = new ArrayList<>();
        for (int index = 0; index < units.length; index++) {
            if (table.headings().get(columns.get(index)).wide()) {
                wide.add(index);
            }
        }
        int left = room - Arrays.stream(units).sum();
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
        return new TableBand(List.copyOf(columns), units);
    }

    /** How many columns of the sheet each column would take if there were room. */
    private static int[] wanted(SignedTable table, double columnWidth) {
        int[] wanted = new int[table.headings().size()];
        for (int column = 0; column < wanted.length; column++) {
            double width = 0;
            for (List<Printed> line : table.lines()) {
                width = Math.max(width, width(line.get(column)));
            }
            SignedTable.Heading heading = table.headings().get(column);
            double most = heading.wide() ? 30 : 16;
            width = Math.max(Math.min(width, heading.numeric() ? 24 : most), Math.min(10, longest(heading.title())));
            wanted[column] = Math.max(1, (int) Math.ceil((width + 2) / columnWidth));
        }
        return wanted;
    }

    private static int longest(String text) {
        return text.lines().mapToInt(TextWidth::of).max().orElse(0);
    }

    private static double width(Printed content) {
        return content instanceof Printed.Number number
                ? TextWidth.of(number.value(), number.decimals())
                : TextWidth.of(((Printed.Text) content).text());
    }
}

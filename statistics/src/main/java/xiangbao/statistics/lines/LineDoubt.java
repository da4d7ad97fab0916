package xiangbao.statistics.lines;

import java.util.List;
import xiangbao.statistics.tuning.Screen;

/**
 * What the screens of a ledger, or a plausible range, say about cells.
 *
 * @param mandatory whether it is certain enough to return the form
 * @param gross whether a figure is so far off that it should not count before it is explained
 * @param instance tells doubts of one screen apart: a line, a cell; empty where there is only one
 * @param spots the cells that it is about, the offending one first
 * @param title the doubt in a few words, in Chinese
 * @param actual what was reported, plain; empty where several cells differ
 * @param previous what stood there in the last period, plain; empty where that is not what it is about
 * @param statement what was filled in and what it is held against, in Chinese, with its full stop
 */
public record LineDoubt(
        Screen screen,
        boolean mandatory,
        boolean gross,
        String instance,
        List<Spot> spots,
        String title,
        String actual,
        String previous,
        String statement) {
    public LineDoubt {
        spots = List.copyOf(spots);
    }

    /** A cell, by its place in the form; the line is empty in a matrix. */
    public record Spot(String line, String item) {}

    /** The line that it is about; empty where there are several. */
    public String line() {
        List<String> lines = spots.stream().map(Spot::line).distinct().toList();
        return lines.size() == 1 ? lines.get(0) : "";
    }
}

package xiangbao.console.samples;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** A sheet as a clerk made it, before a program writes it: contents, merges and the habits that matter to a reader. */
final class Grid {
    /** What stands in a cell. */
    record Content(
            @Nullable BigDecimal number,
            String text,
            @Nullable String formula,
            boolean cached,
            boolean error,
            boolean struck,
            boolean percent,
            boolean date) {
        static Content of(String text) {
            return new Content(null, text, null, true, false, false, false, false);
        }

        static Content of(BigDecimal number) {
            return new Content(number, "", null, true, false, false, false, false);
        }

        Content withFormula(String expression) {
            return new Content(number, text, expression, true, error, struck, percent, date);
        }

        Content withoutCache() {
            return new Content(null, "", formula, false, error, struck, percent, date);
        }

        Content asError() {
            return new Content(null, "", formula, true, true, struck, percent, date);
        }

        Content asStruck() {
            return new Content(number, text, formula, cached, error, true, percent, date);
        }

        Content asDate() {
            return new Content(number, text, formula, cached, error, struck, percent, true);
        }

        Content asPercent() {
            return new Content(number, text, formula, cached, error, struck, true, date);
        }
    }

    final TreeMap<Integer, TreeMap<Integer, Content>> rows = new TreeMap<>();
    final List<int[]> merges = new ArrayList<>();
    final TreeSet<Integer> hiddenRows = new TreeSet<>();
    final Map<String, int[]> places = new LinkedHashMap<>();
    String name;
    boolean hidden;
    int headerRow;
    int firstDataRow;
    int lastDataRow;

    Grid(String name) {
        this.name = name;
    }

    Grid put(int row, int column, String text) {
        return put(row, column, Content.of(text));
    }

    Grid put(int row, int column, BigDecimal number) {
        return put(row, column, Content.of(number));
    }

    Grid put(int row, int column, Content content) {
        rows.computeIfAbsent(row, ignored -> new TreeMap<>()).put(column, content);
        return this;
    }

    @Nullable
    Content get(int row, int column) {
        TreeMap<Integer, Content> cells = rows.get(row);
        return cells == null ? null : cells.get(column);
    }

    Content content(String place) {
        int[] cell = place(place);
        Content content = get(cell[0], cell[1]);
        if (content == null) {
            throw new IllegalStateException("nothing at " + place + " of " + name);
        }
        return content;
    }

    int[] place(String place) {
        int[] cell = places.get(place);
        if (cell == null) {
            throw new IllegalStateException("no place " + place + " in " + name + ": " + places.keySet());
        }
        return cell;
    }

    /** Replaces what stands at a place such as {@code 05.1} of a matrix or {@code XM001.08} of a ledger. */
    Grid set(String place, Content content) {
        int[] cell = place(place);
        return put(cell[0], cell[1], content);
    }

    Grid set(String place, String text) {
        return set(place, Content.of(text));
    }

    Grid set(String place, BigDecimal number) {
        return set(place, Content.of(number));
    }

    Grid clear(String place) {
        int[] cell = place(place);
        TreeMap<Integer, Content> cells = rows.get(cell[0]);
        if (cells != null) {
            cells.remove(cell[1]);
        }
        return this;
    }

    /** Replaces a text wherever it stands. */
    Grid replace(String from, String to) {
        rows.values()
                .forEach(cells ->
                        cells.replaceAll((column, content) -> content.text().contains(from)
                                ? Content.of(content.text().replace(from, to))
                                : content));
        return this;
    }

    void merge(int firstRow, int lastRow, int firstColumn, int lastColumn) {
        merges.add(new int[] {firstRow, lastRow, firstColumn, lastColumn});
    }

    /** Moves everything from a row on downwards, as inserting rows does. */
    void insertRows(int at, int count) {
        TreeMap<Integer, TreeMap<Integer, Content>> moved = new TreeMap<>();
        rows.forEach((row, cells) -> moved.put(row >= at ? row + count : row, cells));
        rows.clear();
        rows.putAll(moved);
        for (int[] merge : merges) {
            for (int end = 0; end < 2; end++) {
                if (merge[end] >= at) {
                    merge[end] += count;
                }
            }
        }
        places.values().forEach(place -> {
            if (place[0] >= at) {
                place[0] += count;
            }
        });
        if (lastDataRow >= at) {
            lastDataRow += count;
        }
    }

    void removeRow(int row) {
        rows.remove(row);
        TreeMap<Integer, TreeMap<Integer, Content>> moved = new TreeMap<>();
        rows.forEach((index, cells) -> moved.put(index > row ? index - 1 : index, cells));
        rows.clear();
        rows.putAll(moved);
        merges.removeIf(merge -> merge[0] == row && merge[1] == row);
        for (int[] merge : merges) {
            for (int end = 0; end < 2; end++) {
                if (merge[end] > row) {
                    merge[end]--;
                }
            }
        }
        places.values().removeIf(place -> place[0] == row);
        places.values().forEach(place -> {
            if (place[0] > row) {
                place[0]--;
            }
        });
        lastDataRow--;
    }
}

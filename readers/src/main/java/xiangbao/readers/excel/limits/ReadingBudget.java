package xiangbao.readers.excel.limits;

import java.util.HashSet;
import java.util.Set;
import xiangbao.readers.excel.workbook.Rejection;
import xiangbao.readers.excel.workbook.Unreadable;

/** What the reading of one workbook may come to; whoever reads pays here, and what costs more than a report can cost ends in a rejection. */
public final class ReadingBudget {
    private final Limits limits;
    private final Set<String> names = new HashSet<>();
    private final long started = System.nanoTime();
    private int cells;
    private int merges;
    private long inflated;
    private long characters;
    private long events;

    public ReadingBudget(Limits limits) {
        this.limits = limits;
    }

    public Limits limits() {
        return limits;
    }

    public void cell() throws Unreadable {
        if (++cells > limits.cells()) {
            throw new Unreadable(Rejection.tooMuch("单元格超过 " + limits.cells() + " 个"));
        }
    }

    public void merge() throws Unreadable {
        if (++merges > limits.merges()) {
            throw new Unreadable(Rejection.merges(limits.merges()));
        }
    }

    public void text(int length) throws Unreadable {
        characters += length;
        if (characters > limits.totalCharacters()) {
            throw new Unreadable(Rejection.tooMuch("文字过多"));
        }
    }

    /**
     * More bytes of a part that is inflated.
     *
     * @param part how many it has given so far
     */
    public void inflated(long part, int count) throws Unreadable {
        inflated += count;
        if (part > limits.partBytes() || inflated > limits.totalBytes()) {
            throw new Unreadable(Rejection.bomb());
        }
    }

    /** A name of an element or attribute: a spreadsheet has some hundred, and a parser gets slow with many. */
    public void name(String name) throws Unreadable {
        if (names.add(name) && names.size() > limits.names()) {
            throw new Unreadable(Rejection.bomb("标记的种类过多"));
        }
    }

    public void attributes(int count) throws Unreadable {
        if (count > limits.attributes()) {
            throw new Unreadable(Rejection.bomb("标记的属性过多"));
        }
    }

    /** More steps of a parser. */
    public void events(int count) throws Unreadable {
        events += count;
        if (events > limits.events()
                || System.nanoTime() - started > limits.time().toNanos()) {
            throw new Unreadable(Rejection.tooMuch("内容过多，读取时间过长"));
        }
    }
}

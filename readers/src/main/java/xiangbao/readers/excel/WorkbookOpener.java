package xiangbao.readers.excel;

import java.nio.file.Path;

/** Opens a file as a workbook: its content decides what it is, never its name, and nothing in it is believed. */
public final class WorkbookOpener {
    private final Limits limits;

    public WorkbookOpener() {
        this(Limits.DEFAULT);
    }

    public WorkbookOpener(Limits limits) {
        this.limits = limits;
    }

    /** The workbook, or why the file is none; never an exception for what a file holds or is. */
    public Opened open(Path file) {
        throw new UnsupportedOperationException("not built yet: " + file + limits);
    }

    /** The same for content that is at hand. */
    public Opened open(byte[] content) {
        throw new UnsupportedOperationException("not built yet: " + content.length);
    }
}

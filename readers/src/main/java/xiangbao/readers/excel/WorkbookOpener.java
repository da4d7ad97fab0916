package xiangbao.readers.excel;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import xiangbao.readers.excel.limits.Limits;
import xiangbao.readers.excel.workbook.Opened;
import xiangbao.readers.excel.workbook.Rejection;
import xiangbao.readers.excel.workbook.Unreadable;
import xiangbao.readers.excel.xls.XlsReader;
import xiangbao.readers.excel.xlsx.XlsxReader;

/** Opens a file as a workbook: its content decides what it is, never its name, and nothing in it is believed. Immutable; safe for many threads. */
public final class WorkbookOpener {
    private final Limits limits;

    public WorkbookOpener() {
        this(Limits.DEFAULT);
    }

    public WorkbookOpener(Limits limits) {
        this.limits = limits;
    }

    /** Why a file of this size is not even opened; looked at before anyone copies it or computes its digest. */
    public static Optional<Rejection> refusal(long bytes) {
        return bytes > Limits.DEFAULT.fileBytes()
                ? Optional.of(Rejection.fileTooLarge(Limits.DEFAULT.fileBytes() >> 20))
                : Optional.empty();
    }

    /** The workbook, or why the file is none; never an exception for what a file holds or is. */
    public Opened open(Path file) {
        try {
            return open(FileBytes.of(file, limits.fileBytes()));
        } catch (Unreadable unreadable) {
            return unreadable.rejection();
        } catch (IOException failure) {
            return Rejection.inaccessible();
        }
    }

    /** The same for content that is at hand. */
    public Opened open(byte[] content) {
        try {
            return switch (FileContent.of(content)) {
                case EMPTY -> Rejection.emptyFile();
                case ZIP -> new XlsxReader(content, limits).read();
                case OLE2 -> new XlsReader(content, limits).read();
                case OLD_BIFF -> Rejection.oldWorkbook();
                case HTML -> Rejection.html();
                case XML_SPREADSHEET -> Rejection.xmlSpreadsheet();
                case PDF -> Rejection.pdf();
                case ARCHIVE -> Rejection.archive();
                case TEXT -> Rejection.text();
                case OTHER -> Rejection.notAWorkbook();
            };
        } catch (Unreadable unreadable) {
            return unreadable.rejection();
        } catch (IOException | RuntimeException malformed) {
            // parsers answer broken input with whatever exception their code stumbles into
            return Rejection.damaged("内部结构错误");
        } catch (OutOfMemoryError | StackOverflowError exhausted) {
            // the limits are meant to prevent this; should one be missed, a single file must still not end the run
            return Rejection.tooMuch("内容过多");
        }
    }
}

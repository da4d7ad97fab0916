package xiangbao.readers.excel.workbook;

import java.io.IOException;

/** Ends the reading of a file; never leaves the opener. It is an IOException, so that it passes through streams and the XML parser. */
public final class Unreadable extends IOException {
    private static final long serialVersionUID = 1L;

    private final transient Rejection rejection;

    public Unreadable(Rejection rejection) {
        super(rejection.code());
        this.rejection = rejection;
    }

    public Rejection rejection() {
        return rejection;
    }

    /** Nothing looks at where it was thrown. */
    @Override
    public synchronized Throwable fillInStackTrace() {
        return this;
    }
}

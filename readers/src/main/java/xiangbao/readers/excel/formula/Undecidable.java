package xiangbao.readers.excel.formula;

/** The formula is not simple enough to be computed here. */
final class Undecidable extends Exception {
    private static final long serialVersionUID = 1L;

    @Override
    public synchronized Throwable fillInStackTrace() {
        return this;
    }
}

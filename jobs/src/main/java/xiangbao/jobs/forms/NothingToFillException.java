package xiangbao.jobs.forms;

/** Blank forms were wanted that nobody owes: no such unit, no such form, or a form of another frequency. */
public final class NothingToFillException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    NothingToFillException(String message) {
        super(message);
    }
}

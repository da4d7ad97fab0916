package xiangbao.jobs.workspace;

/** An order that makes no sense as things stand, such as sealing what is sealed; the message says so to whoever gave it. Nothing was done. */
public final class OrderMistakeException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public OrderMistakeException(String message) {
        super(message);
    }
}

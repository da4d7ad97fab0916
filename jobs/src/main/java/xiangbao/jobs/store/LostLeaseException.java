package xiangbao.jobs.store;

/** What this process held is another's by now; nothing of the transaction was done. Who held it stops and lets the other finish. */
public final class LostLeaseException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public LostLeaseException(String message) {
        super(message);
    }
}

package xiangbao.jobs.workspace;

/** A backup cannot be taken or restored as things are; nothing was changed. The message is for the operator. */
public final class UnusableBackupException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public UnusableBackupException(String message) {
        super(message);
    }
}

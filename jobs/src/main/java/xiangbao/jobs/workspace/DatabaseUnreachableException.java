package xiangbao.jobs.workspace;

/** The database does not let us in. The message is for the operator; it holds no password. */
public final class DatabaseUnreachableException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public DatabaseUnreachableException(String message, Throwable cause) {
        super(message, cause);
    }
}

package xiangbao.jobs.workspace;

/** Something about settings and environment that keeps an office from opening. The message is for the operator. */
public final class SettingsException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public SettingsException(String message) {
        super(message);
    }
}

package xiangbao.console;

/** Something about the command line that only shows when the command runs, such as a folder that is not there. */
final class UsageException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UsageException(String message) {
        super(message);
    }
}

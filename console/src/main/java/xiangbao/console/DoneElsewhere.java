package xiangbao.console;

/** The process that serves has done the command; there is nothing left to do here but to end with its exit code. */
final class DoneElsewhere extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final int exit;

    DoneElsewhere(int exit) {
        super(null, null, false, false);
        this.exit = exit;
    }

    int exit() {
        return exit;
    }
}

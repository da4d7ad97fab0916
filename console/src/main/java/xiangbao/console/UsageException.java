package xiangbao.console;

/** Something about the command line that only shows when the command runs, such as a folder that is not there. */
final class UsageException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UsageException(String message) {
        super(message);
    }

    /** The value of an option that has to say something. */
    static String stated(String option, String value) {
        if (value.isBlank()) {
            throw new UsageException("选项 " + option + " 不能为空，请写明。");
        }
        return value.strip();
    }
}

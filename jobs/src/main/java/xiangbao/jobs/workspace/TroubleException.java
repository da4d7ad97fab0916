package xiangbao.jobs.workspace;

import org.jspecify.annotations.Nullable;

/** Something outside the program stands in the way. The message is a whole sentence for the operator: where, what, and what to do. */
public class TroubleException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public TroubleException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}

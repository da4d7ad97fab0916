package xiangbao.jobs.operations;

import java.util.List;
import java.util.Optional;
import xiangbao.statistics.periods.ReferencePeriod;

/**
 * Something that changes the state, as the operator log names it.
 *
 * @param command as on the command line
 * @param cause who has it done and why
 * @param arguments what it is about; never a secret
 * @param period the county period that it is about, if it is about one
 */
public record OperatorAction(String command, Cause cause, String arguments, Optional<ReferencePeriod> period) {
    /**
     * How it ended.
     *
     * @param idle whether there was nothing to do, so that a schedule is not worth a line
     */
    public record End(int exit, String detail, List<String> runs, boolean idle) {
        public End {
            runs = List.copyOf(runs);
        }

        public static End good(String detail) {
            return new End(0, detail, List.of(), false);
        }
    }
}

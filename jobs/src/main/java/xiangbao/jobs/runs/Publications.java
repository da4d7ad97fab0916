package xiangbao.jobs.runs;

import java.io.IOException;
import xiangbao.jobs.feedback.Returns;

/** Prints what was decided about sealed periods: their reports, the correction notices, and the answers to what was let in; those of a process that died too. */
public final class Publications {
    private final Printing printing;
    private final CorrectionNotices notices;
    private final Returns returns;

    Publications(Printing printing, CorrectionNotices notices, Returns returns) {
        this.printing = printing;
        this.notices = notices;
        this.returns = returns;
    }

    /** Whoever calls it holds the {@code OfficeLock}. */
    public void print() throws IOException {
        printing.printVintages();
        notices.write();
        returns.write();
    }
}

package xiangbao.jobs.reminders;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import java.util.TreeMap;
import xiangbao.jobs.intake.Delivery;
import xiangbao.jobs.operations.OperatorLog;
import xiangbao.jobs.worker.StopRequest;
import xiangbao.jobs.workspace.OrderMistakeException;
import xiangbao.jobs.workspace.Workspace;

/**
 * 催报: finds who has not reported what is due, and tells them, and nobody else. Who has reported, or may have (what came is not judged yet, or is held), and
 * who owes nothing is left in peace; so is a sealed period.
 */
public final class Reminding {
    private final Workspace workspace;
    private final Clock clock;
    private final Debts debts;
    private final ReminderMail mail;
    private final ReminderDelivery delivery;
    private final StopRequest stop;
    private final OperatorLog log;

    Reminding(
            Workspace workspace,
            Clock clock,
            Debts debts,
            ReminderMail mail,
            ReminderDelivery delivery,
            StopRequest stop,
            OperatorLog log) {
        this.workspace = workspace;
        this.clock = clock;
        this.debts = debts;
        this.mail = mail;
        this.delivery = delivery;
        this.stop = stop;
        this.log = log;
    }

    /**
     * 催报: tells those who owe something, and nobody else.
     *
     * @throws OrderMistakeException when there is no such unit or form, or mails are asked for and no mail server is configured
     */
    public RemindAnswer remind(RemindOrder order) {
        return log.keep(order.action(), line -> reminded(order), RemindAnswer::end);
    }

    private RemindAnswer reminded(RemindOrder order) {
        try (StopRequest.Busy busy = stop.busy()) {
            LocalDate today = LocalDate.now(clock);
            Optional<ReminderMail.Post> post = order.send() ? mail.post(order) : Optional.empty();
            Debts.Owed owed = debts.on(today, order);
            return delivery.write(order, today, post.orElse(null), owed, waiting());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private int waiting() throws IOException {
        return Delivery.list(workspace.inbox(), new TreeMap<>()).size();
    }
}

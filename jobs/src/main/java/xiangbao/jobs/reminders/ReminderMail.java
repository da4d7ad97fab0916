package xiangbao.jobs.reminders;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.core.env.Environment;
import xiangbao.jobs.store.operations.StoredReminder;
import xiangbao.jobs.workspace.ConfigurationMistakesException;
import xiangbao.jobs.workspace.OfficeSettings;
import xiangbao.jobs.workspace.OrderMistakeException;
import xiangbao.jobs.workspace.Workspace;
import xiangbao.readers.config.units.ContactsReader;
import xiangbao.readers.config.units.ReadContacts;
import xiangbao.statistics.definitions.Definitions;

/** Mails the reminders, each at most once. */
final class ReminderMail {
    private final Workspace workspace;
    private final OfficeSettings settings;
    private final Definitions definitions;
    private final Environment environment;
    private final Clock clock;
    private final ToldItems told;

    ReminderMail(
            Workspace workspace,
            OfficeSettings settings,
            Definitions definitions,
            Environment environment,
            Clock clock,
            ToldItems told) {
        this.workspace = workspace;
        this.settings = settings;
        this.definitions = definitions;
        this.environment = environment;
        this.clock = clock;
        this.told = told;
    }

    /** What is needed to send: the server, and who is written to. */
    record Post(Mailer room, ReadContacts contacts) {}

    /**
     * What an order's mails go through; empty when a scheduled order finds no mail server.
     *
     * @throws OrderMistakeException when mails are asked for and no mail server is configured
     */
    Optional<Post> post(RemindOrder order) {
        Mailer room = Mailer.of(environment).orElse(null);
        if (room == null) {
            if (order.scheduled()) {
                return Optional.empty();
            }
            throw new OrderMistakeException(
                    "没有配置邮件服务器，不能用 --send：请在 config/application.yaml 里写 spring.mail.host 和 xiangbao.mail.from；不发邮件就不写 --send。");
        }
        if (room.from().isEmpty()) {
            throw new OrderMistakeException("没有写发件邮箱：请在 config/application.yaml 里写 xiangbao.mail.from。");
        }
        ReadContacts contacts = ContactsReader.read(settings.config(), definitions.units());
        ConfigurationMistakesException.refuse(contacts.mistakes());
        return Optional.of(new Post(room, contacts));
    }

    /** What became of a unit's mail. */
    record Sent(UnitReminder.Sending sending, String note) {}

    /** At most once: noted before it goes, so that a crash in between sends nothing twice. */
    Sent send(
            RemindOrder order,
            @Nullable Post post,
            Debt debt,
            ReminderText texts,
            @Nullable Path workbook,
            LocalDate today) {
        if (post == null) {
            return new Sent(UnitReminder.Sending.NOT_ASKED, "");
        }
        List<String> addresses = post.contacts().of(debt.unit().code());
        if (addresses.isEmpty()) {
            return new Sent(UnitReminder.Sending.NO_ADDRESS, "config/contacts.csv 里没有这个单位的邮箱");
        }
        List<ReminderItem> items = told.fresh(order, debt, StoredReminder.MAIL);
        if (items.isEmpty()) {
            return alreadySent(debt, today);
        }
        if (!post.room().closed().isEmpty()) {
            return new Sent(UnitReminder.Sending.FAILED, post.room().closed());
        }
        StoredReminder stored = told.reminder(order, debt, items, StoredReminder.MAIL, Letter.shortened(addresses));
        if (!told.intend(stored, order.again())) {
            return alreadySent(debt, today);
        }
        Mailer.Receipt receipt = post.room().send(letter(stored.message(), addresses, debt, items, texts, workbook));
        if (receipt.fate() != Mailer.Fate.UNCERTAIN) {
            told.became(stored, receipt.fate() == Mailer.Fate.SENT, receipt.note());
        }
        return new Sent(
                receipt.fate() == Mailer.Fate.SENT ? UnitReminder.Sending.SENT : UnitReminder.Sending.FAILED,
                receipt.note());
    }

    private Sent alreadySent(Debt debt, LocalDate today) {
        return new Sent(
                UnitReminder.Sending.ALREADY_SENT,
                told.isUncertain(debt, today) ? "上次发送中途断了，不知是否送到；确实没有收到的，用 --again 再发" : "");
    }

    /** The workbook to fill, and the returns to correct. */
    private Letter letter(
            String id,
            List<String> addresses,
            Debt debt,
            List<ReminderItem> items,
            ReminderText texts,
            @Nullable Path workbook) {
        boolean missing = items.stream().anyMatch(item -> item.kind() == ReminderItem.Kind.MISSING);
        List<Path> attachments = new ArrayList<>();
        String name = "";
        if (missing && workbook != null) {
            attachments.add(workbook);
            name = String.valueOf(workbook.getFileName());
        }
        items.stream()
                .map(ReminderItem::feedback)
                .filter(path -> !path.isEmpty() && debt.returns().contains(path))
                .distinct()
                .map(workspace.root()::resolve)
                .filter(Files::isRegularFile)
                .forEach(attachments::add);
        return new Letter(
                id,
                addresses,
                texts.subject(debt.unit().name(), items),
                texts.text(debt.unit().name(), items, name),
                attachments,
                clock.instant());
    }
}

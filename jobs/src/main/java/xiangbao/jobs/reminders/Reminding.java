package xiangbao.jobs.reminders;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.core.env.Environment;
import xiangbao.jobs.doubts.UnansweredDoubts;
import xiangbao.jobs.feedback.FileStates;
import xiangbao.jobs.forms.FormsToFill;
import xiangbao.jobs.intake.Delivery;
import xiangbao.jobs.operations.OperatorLog;
import xiangbao.jobs.runs.FormRounds;
import xiangbao.jobs.store.operations.Effect;
import xiangbao.jobs.store.operations.Outbox;
import xiangbao.jobs.store.operations.Reminders;
import xiangbao.jobs.store.operations.StoredReminder;
import xiangbao.jobs.store.seals.SealedPeriods;
import xiangbao.jobs.store.seals.Seals;
import xiangbao.jobs.store.submissions.Reviews;
import xiangbao.jobs.store.submissions.StoredReview;
import xiangbao.jobs.store.submissions.StoredSubmission;
import xiangbao.jobs.store.submissions.Submissions;
import xiangbao.jobs.worker.OfficeStoppedException;
import xiangbao.jobs.worker.StopRequest;
import xiangbao.jobs.workspace.ConfigurationMistakesException;
import xiangbao.jobs.workspace.OfficeSettings;
import xiangbao.jobs.workspace.OrderMistakeException;
import xiangbao.jobs.workspace.OrderedScope;
import xiangbao.jobs.workspace.Workspace;
import xiangbao.readers.config.documents.ConfigurationMistake;
import xiangbao.readers.config.settings.ReadSchedule;
import xiangbao.readers.config.settings.ReminderPolicy;
import xiangbao.readers.config.settings.ScheduleReader;
import xiangbao.readers.config.units.ContactsReader;
import xiangbao.readers.config.units.ReadContacts;
import xiangbao.reports.blank.BlankForm;
import xiangbao.statistics.definitions.Definitions;
import xiangbao.statistics.findings.Outcome;
import xiangbao.statistics.forms.FormCode;
import xiangbao.statistics.periods.Frequency;
import xiangbao.statistics.periods.ReferencePeriod;
import xiangbao.statistics.relations.FormRules;
import xiangbao.statistics.units.ReportingUnit;
import xiangbao.statistics.units.UnitCode;

/**
 * 催报: finds who has not reported what is due, and tells them, and nobody else. Who has reported, or may have (what came is not judged yet, or is held), and
 * who owes nothing is left in peace; so is a sealed period.
 */
public final class Reminding {
    static final String SUMMARY = "催报名单.txt";
    private static final String TEXT_ENDING = "_催报.txt";
    /** Windows' Notepad of old takes a text without it for GBK. */
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private final Workspace workspace;
    private final OfficeSettings settings;
    private final Definitions definitions;
    private final Clock clock;
    private final Submissions submissions;
    private final Reviews reviews;
    private final UnansweredDoubts unanswered;
    private final Outbox outbox;
    private final FileStates states;
    private final Seals seals;
    private final Reminders reminders;
    private final FormsToFill blanks;
    private final Environment environment;
    private final StopRequest stop;
    private final OperatorLog log;

    Reminding(
            Workspace workspace,
            OfficeSettings settings,
            Definitions definitions,
            Clock clock,
            Submissions submissions,
            Reviews reviews,
            UnansweredDoubts unanswered,
            Outbox outbox,
            FileStates states,
            Seals seals,
            Reminders reminders,
            FormsToFill blanks,
            Environment environment,
            StopRequest stop,
            OperatorLog log) {
        this.workspace = workspace;
        this.settings = settings;
        this.definitions = definitions;
        this.clock = clock;
        this.submissions = submissions;
        this.reviews = reviews;
        this.unanswered = unanswered;
        this.outbox = outbox;
        this.states = states;
        this.seals = seals;
        this.reminders = reminders;
        this.blanks = blanks;
        this.environment = environment;
        this.stop = stop;
        this.log = log;
    }

    /** A form about a period that somebody may have to be reminded of. */
    private record FormPeriod(FormRules rules, ReferencePeriod period, LocalDate due) {
        FormCode code() {
            return rules.form().code();
        }
    }

    /**
     * What a unit owes.
     *
     * @param missing the forms to fill
     * @param returns those that may be sent by mail: none that names persons
     */
    private record Debt(ReportingUnit unit, List<ReminderItem> items, List<FormPeriod> missing, Set<String> returns) {
        Debt(ReportingUnit unit) {
            this(unit, new ArrayList<>(), new ArrayList<>(), new LinkedHashSet<>());
        }
    }

    /** What is needed to send: the server, and who is written to. */
    private record Post(Mailer room, ReadContacts contacts) {}

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
            Optional<Post> post = order.send() ? post(order) : Optional.empty();
            List<ReminderText.FormStanding> standings = new ArrayList<>();
            List<Debt> debts = debts(order, today, standings);
            ReminderText texts = new ReminderText(definitions.units().county().name(), today);
            String summary = texts.summary(standings, waiting());
            Path folder = order.folder()
                    .map(given -> given.toAbsolutePath().normalize())
                    .orElse(workspace.reminders().resolve(today.toString()));
            return write(order, today, post.orElse(null), debts, texts, summary, folder);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private Optional<Post> post(RemindOrder order) {
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
        refuse(contacts.mistakes());
        return Optional.of(new Post(room, contacts));
    }

    public static void refuse(List<ConfigurationMistake> mistakes) {
        if (!mistakes.isEmpty()) {
            throw new ConfigurationMistakesException(
                    mistakes.stream().map(ConfigurationMistake::toString).toList());
        }
    }

    private int waiting() throws IOException {
        return Delivery.list(workspace.inbox(), new TreeMap<>()).size();
    }

    private List<Debt> debts(RemindOrder order, LocalDate today, List<ReminderText.FormStanding> standings) {
        Set<UnitCode> wanted = units(order);
        SealedPeriods sealed = seals.sealed();
        Map<UnitCode, Debt> debts = new LinkedHashMap<>();
        definitions.units().all().forEach(unit -> debts.put(unit.code(), new Debt(unit)));
        for (FormPeriod one : formPeriods(order, today)) {
            List<ReportingUnit> owing = definitions.owing(one.rules(), one.period()).stream()
                    .filter(unit -> wanted.contains(unit.code()))
                    .toList();
            if (owing.isEmpty() || sealed.cover(one.period())) {
                continue;
            }
            standings.add(standing(one, owing, today, debts));
        }
        List<Debt> owed =
                debts.values().stream().filter(debt -> !debt.items().isEmpty()).toList();
        owed.forEach(debt -> debt.items().sort(Comparator.comparing(ReminderItem::due)));
        return owed;
    }

    private ReminderText.FormStanding standing(
            FormPeriod one, List<ReportingUnit> owing, LocalDate today, Map<UnitCode, Debt> debts) {
        FormRounds rounds = FormRounds.of(one.code(), one.period(), submissions, reviews);
        Set<UnitCode> unsettled = submissions.unsettled(one.code(), one.period());
        List<String> missing = new ArrayList<>();
        List<String> returned = new ArrayList<>();
        List<String> unexplained = new ArrayList<>();
        for (ReportingUnit unit : owing) {
            StoredSubmission round = rounds.newest(unit.code()).orElse(null);
            if (unsettled.contains(unit.code())) {
                continue;
            }
            if (round == null) {
                missing.add(unit.name());
                Debt debt = owed(debts, unit);
                debt.items().add(item(ReminderItem.Kind.MISSING, one, today, ""));
                debt.missing().add(one);
            } else if (isReturned(rounds.review(unit.code()))) {
                returned.add(unit.name());
                answerable(owed(debts, unit), round, ReminderItem.Kind.RETURNED, one, today);
            } else if (rounds.review(unit.code())
                    .filter(review -> unanswered.in(round.certainKey(), review))
                    .isPresent()) {
                unexplained.add(unit.name());
                answerable(owed(debts, unit), round, ReminderItem.Kind.UNEXPLAINED, one, today);
            }
        }
        return new ReminderText.FormStanding(
                one.code(),
                one.rules().form().title(),
                one.period(),
                one.due(),
                owing.size(),
                missing,
                returned,
                unexplained);
    }

    private void answerable(
            Debt debt, StoredSubmission round, ReminderItem.Kind kind, FormPeriod one, LocalDate today) {
        String feedback = feedback(round);
        debt.items().add(item(kind, one, today, feedback));
        if (!states.read(round.file()).namesPersons()) {
            debt.returns().add(feedback);
        }
    }

    private static boolean isReturned(Optional<StoredReview> review) {
        return review.filter(one -> one.outcome() == Outcome.RETURNED).isPresent();
    }

    private static Debt owed(Map<UnitCode, Debt> debts, ReportingUnit unit) {
        Debt debt = debts.get(unit.code());
        if (debt == null) {
            throw new IllegalStateException(unit.code() + " is not in the register");
        }
        return debt;
    }

    private static ReminderItem item(ReminderItem.Kind kind, FormPeriod one, LocalDate today, String feedback) {
        return new ReminderItem(
                kind,
                one.code(),
                one.rules().form().title(),
                one.period(),
                one.due(),
                ChronoUnit.DAYS.between(today, one.due()),
                feedback);
    }

    private String feedback(StoredSubmission round) {
        return outbox.newest(round.file()).map(Effect::result).orElse("");
    }

    private Set<UnitCode> units(RemindOrder order) {
        String wanted = order.unit().orElse(null);
        List<ReportingUnit> meant =
                wanted == null ? definitions.units().all() : definitions.units().meant(wanted);
        if (wanted != null && meant.isEmpty()) {
            throw new OrderMistakeException(OrderedScope.unknownUnit(definitions.units(), wanted));
        }
        return meant.stream().map(ReportingUnit::code).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private List<FormPeriod> formPeriods(RemindOrder order, LocalDate today) {
        FormCode form = order.form().orElse(null);
        if (form != null && definitions.form(form).filter(FormRules::enabled).isEmpty()) {
            throw new OrderMistakeException(OrderedScope.unknownForm(definitions, form));
        }
        ReferencePeriod county = order.period().orElse(null);
        if (county != null && county.firstDay().isAfter(today)) {
            throw new OrderMistakeException(county.title() + "还没有开始，没有要催的。");
        }
        ReminderPolicy policy = policy();
        List<FormPeriod> found = new ArrayList<>();
        for (FormRules rules : definitions.enabledForms()) {
            if (form != null && !rules.form().code().equals(form)) {
                continue;
            }
            Frequency frequency = rules.form().frequency();
            if (county != null) {
                ReferencePeriod period = county.latestEnded(frequency);
                found.add(new FormPeriod(rules, period, definitions.dueDay(rules, period)));
            } else {
                found.addAll(byPolicy(rules, policy, today));
            }
        }
        return found;
    }

    private ReminderPolicy policy() {
        // what is wrong with a cron expression concerns only those who serve
        ReadSchedule read = ScheduleReader.read(settings.config(), cron -> "");
        refuse(read.mistakes());
        return read.reminders();
    }

    /** The periods of a form of which somebody is reminded today: those whose due day is near, before or after the period's end, the longest overdue first. */
    private List<FormPeriod> byPolicy(FormRules rules, ReminderPolicy policy, LocalDate today) {
        List<FormPeriod> found = new ArrayList<>();
        Frequency frequency = rules.form().frequency();
        ReferencePeriod period =
                new ReferencePeriod(today.getYear(), frequency, (today.getMonthValue() - 1) / frequency.months() + 1);
        // a due day may lie up to a year behind its period, in “次年”
        LocalDate oldest = today.minusDays(policy.atMostDays()).minusYears(1);
        for (ReferencePeriod one = period.next(); !one.lastDay().isBefore(oldest); one = one.previous()) {
            LocalDate due = definitions.dueDay(rules, one);
            if (policy.reminds(today, due, definitions.calendar())) {
                found.add(0, new FormPeriod(rules, one, due));
            }
        }
        return found;
    }

    private RemindAnswer write(
            RemindOrder order,
            LocalDate today,
            @Nullable Post post,
            List<Debt> debts,
            ReminderText texts,
            String summary,
            Path folder)
            throws IOException {
        Path list = folder.resolve(SUMMARY);
        if (debts.isEmpty() && !Files.exists(list)) {
            return new RemindAnswer(today, folder, List.of(), summary, List.of());
        }
        Files.createDirectories(folder);
        // the day's list of the county is not replaced by one of a part
        boolean whole = order.unit().isEmpty() && order.form().isEmpty();
        List<String> lists = whole || order.folder().isPresent() ? List.of(SUMMARY) : List.of();
        if (!lists.isEmpty()) {
            put(list, summary);
        }
        Map<FormPeriod, FormsToFill.FormHistory> histories = new HashMap<>();
        List<UnitReminder> told = new ArrayList<>();
        Set<String> names = new LinkedHashSet<>();
        for (Debt debt : debts) {
            if (stop.isUp()) {
                throw new OfficeStoppedException();
            }
            List<String> files = new ArrayList<>();
            Path workbook = workbook(order, debt, folder, histories);
            String name = workbook == null ? "" : String.valueOf(workbook.getFileName());
            String text = texts.text(debt.unit().name(), debt.items(), name);
            String file = fileName(debt.unit().name()) + TEXT_ENDING;
            put(folder.resolve(file), text);
            names.add(file);
            files.add(file);
            if (workbook != null) {
                files.add(name);
            }
            noteText(order, debt);
            Sent sent = send(order, post, debt, texts, workbook, today);
            told.add(new UnitReminder(
                    debt.unit().code(),
                    debt.unit().name(),
                    debt.items(),
                    texts.subject(debt.unit().name(), debt.items()),
                    text,
                    sent.sending(),
                    sent.note(),
                    files));
        }
        if (order.folder().isEmpty() && whole) {
            removeOutdated(folder, names);
        }
        Workspace.forceFolder(folder);
        return new RemindAnswer(today, folder, told, summary, lists);
    }

    /** The day's folder says what the last order of the day said: nobody must be told by hand what he has done meanwhile. */
    private static void removeOutdated(Path folder, Set<String> written) throws IOException {
        List<Path> texts;
        try (Stream<Path> entries = Files.list(folder)) {
            texts = entries.filter(one -> one.getFileName().toString().endsWith(TEXT_ENDING))
                    .filter(one -> !written.contains(one.getFileName().toString()))
                    .toList();
        }
        for (Path text : texts) {
            Files.delete(text);
        }
    }

    /** The forms of which nothing has come, to be filled; null when there are none. */
    private @Nullable Path workbook(
            RemindOrder order, Debt debt, Path folder, Map<FormPeriod, FormsToFill.FormHistory> histories)
            throws IOException {
        if (debt.missing().isEmpty()) {
            return null;
        }
        List<BlankForm> forms = new ArrayList<>();
        for (FormPeriod one : debt.missing()) {
            FormsToFill.FormHistory history =
                    histories.computeIfAbsent(one, any -> blanks.history(one.rules(), one.period()));
            forms.add(blanks.blank(history, debt.unit()));
        }
        List<ReferencePeriod> periods =
                debt.missing().stream().map(FormPeriod::period).distinct().toList();
        String about = order.period()
                .or(() -> periods.size() == 1 ? Optional.of(periods.get(0)) : Optional.empty())
                .map(ReferencePeriod::title)
                .orElse("");
        return blanks.write(debt.unit(), debt.unit().name() + "_" + about + "待报报表", forms, folder);
    }

    private static String fileName(String name) {
        return name.replaceAll("[\\\\/:*?\"<>|\\p{Cntrl}]", "_");
    }

    private static void put(Path file, String text) throws IOException {
        Path beside = file.resolveSibling("." + file.getFileName() + ".tmp");
        Files.writeString(beside, BYTE_ORDER_MARK + text.replace("\n", "\r\n") + "\r\n", StandardCharsets.UTF_8);
        Workspace.move(beside, file);
    }

    private static StoredReminder.Item stored(ReminderItem item) {
        return new StoredReminder.Item(
                item.form().text(), item.period().toString(), item.kind().name(), item.due());
    }

    /** Those that have not been told today. */
    private List<ReminderItem> fresh(RemindOrder order, Debt debt, String channel) {
        if (order.again()) {
            return debt.items();
        }
        Set<StoredReminder.Item> told = reminders.told(debt.unit().code().text(), channel, LocalDate.now(clock));
        return debt.items().stream()
                .filter(item -> !told.contains(stored(item)))
                .toList();
    }

    private StoredReminder reminder(
            RemindOrder order, Debt debt, List<ReminderItem> items, String channel, String recipients) {
        return new StoredReminder(
                debt.unit().code().text(),
                channel,
                recipients,
                UUID.randomUUID() + "@xiangbao",
                order.actor(),
                LocalDateTime.now(clock),
                items.stream().map(Reminding::stored).toList());
    }

    private void noteText(RemindOrder order, Debt debt) {
        List<ReminderItem> items = fresh(order, debt, StoredReminder.FILE);
        if (!items.isEmpty()) {
            reminders.intend(reminder(order, debt, items, StoredReminder.FILE, ""), order.again());
        }
    }

    /** What became of a unit's mail. */
    private record Sent(UnitReminder.Sending sending, String note) {}

    /** At most once: noted before it goes, so that a crash in between sends nothing twice. */
    private Sent send(
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
        List<ReminderItem> items = fresh(order, debt, StoredReminder.MAIL);
        if (items.isEmpty()) {
            return alreadySent(debt, today);
        }
        if (!post.room().closed().isEmpty()) {
            return new Sent(UnitReminder.Sending.FAILED, post.room().closed());
        }
        StoredReminder stored = reminder(order, debt, items, StoredReminder.MAIL, Letter.shortened(addresses));
        if (!reminders.intend(stored, order.again())) {
            return alreadySent(debt, today);
        }
        Mailer.Receipt receipt = post.room().send(letter(stored.message(), addresses, debt, items, texts, workbook));
        if (receipt.fate() != Mailer.Fate.UNCERTAIN) {
            reminders.became(stored, receipt.fate() == Mailer.Fate.SENT, receipt.note(), LocalDateTime.now(clock));
        }
        return new Sent(
                receipt.fate() == Mailer.Fate.SENT ? UnitReminder.Sending.SENT : UnitReminder.Sending.FAILED,
                receipt.note());
    }

    private Sent alreadySent(Debt debt, LocalDate today) {
        return new Sent(
                UnitReminder.Sending.ALREADY_SENT,
                reminders.isUncertain(debt.unit().code().text(), today) ? "上次发送中途断了，不知是否送到；确实没有收到的，用 --again 再发" : "");
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

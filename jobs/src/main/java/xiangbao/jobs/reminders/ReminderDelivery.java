package xiangbao.jobs.reminders;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import xiangbao.jobs.forms.FormsToFill;
import xiangbao.jobs.worker.OfficeStoppedException;
import xiangbao.jobs.worker.StopRequest;
import xiangbao.jobs.workspace.Workspace;
import xiangbao.reports.blank.BlankForm;
import xiangbao.statistics.definitions.Definitions;
import xiangbao.statistics.periods.ReferencePeriod;

/** Puts the day's list, and each unit's text and forms to fill, into a folder, and has them mailed where that is asked for. */
final class ReminderDelivery {
    private static final String SUMMARY = "催报名单.txt";
    private static final String TEXT_ENDING = "_催报.txt";
    /** Windows' Notepad of old takes a text without it for GBK. */
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private final Workspace workspace;
    private final Definitions definitions;
    private final FormsToFill blanks;
    private final ReminderMail mail;
    private final ToldItems noted;
    private final StopRequest stop;

    ReminderDelivery(
            Workspace workspace,
            Definitions definitions,
            FormsToFill blanks,
            ReminderMail mail,
            ToldItems noted,
            StopRequest stop) {
        this.workspace = workspace;
        this.definitions = definitions;
        this.blanks = blanks;
        this.mail = mail;
        this.noted = noted;
        this.stop = stop;
    }

    /** Tells everybody, with the post where there is one; {@code waiting} files in the inbox are not read yet. */
    RemindAnswer write(
            RemindOrder order, LocalDate today, ReminderMail.@Nullable Post post, Debts.Owed owed, int waiting)
            throws IOException {
        ReminderText texts = new ReminderText(definitions.units().county().name(), today);
        String summary = texts.summary(owed.standings(), waiting);
        Path folder = order.folder()
                .map(given -> given.toAbsolutePath().normalize())
                .orElse(workspace.reminders().resolve(today.toString()));
        List<Debt> debts = owed.debts();
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
        Map<DueForm, FormsToFill.FormHistory> histories = new HashMap<>();
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
            noted.noteText(order, debt);
            ReminderMail.Sent sent = mail.send(order, post, debt, texts, workbook, today);
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
            RemindOrder order, Debt debt, Path folder, Map<DueForm, FormsToFill.FormHistory> histories)
            throws IOException {
        if (debt.missing().isEmpty()) {
            return null;
        }
        List<BlankForm> forms = new ArrayList<>();
        for (DueForm one : debt.missing()) {
            FormsToFill.FormHistory history =
                    histories.computeIfAbsent(one, any -> blanks.history(one.rules(), one.period()));
            forms.add(blanks.blank(history, debt.unit()));
        }
        List<ReferencePeriod> periods =
                debt.missing().stream().map(DueForm::period).distinct().toList();
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
}

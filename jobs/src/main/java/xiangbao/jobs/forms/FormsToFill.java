package xiangbao.jobs.forms;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import xiangbao.jobs.store.submissions.Reviews;
import xiangbao.jobs.store.submissions.StoredReview;
import xiangbao.jobs.store.submissions.StoredSubmission;
import xiangbao.jobs.store.submissions.Submissions;
import xiangbao.jobs.workspace.OrderedScope;
import xiangbao.jobs.workspace.Workspace;
import xiangbao.reports.blank.BlankForm;
import xiangbao.reports.blank.BlankForms;
import xiangbao.reports.blank.BlankWorkbook;
import xiangbao.reports.blank.PastRound;
import xiangbao.statistics.definitions.Definitions;
import xiangbao.statistics.forms.FormCode;
import xiangbao.statistics.periods.ReferencePeriod;
import xiangbao.statistics.relations.FormRules;
import xiangbao.statistics.submissions.Observation;
import xiangbao.statistics.units.ReportingUnit;
import xiangbao.statistics.units.UnitCode;

/** Hands out blank workbooks: each unit its own, with the forms that it owes and what it reported before. */
public final class FormsToFill {
    private static final int FORMS_NAMED = 3;

    private final Workspace workspace;
    private final Definitions definitions;
    private final Submissions submissions;
    private final Reviews reviews;
    private final BlankForms blanks;

    FormsToFill(
            Workspace workspace, Definitions definitions, Submissions submissions, Reviews reviews, BlankForms blanks) {
        this.workspace = workspace;
        this.definitions = definitions;
        this.submissions = submissions;
        this.reviews = reviews;
        this.blanks = blanks;
    }

    public FormsAnswer write(FormsOrder order) {
        List<FormRules> forms = forms(order);
        Map<ReportingUnit, List<BlankForm>> byUnit = byUnit(order, units(order.unit()), forms);
        if (byUnit.isEmpty()) {
            throw new NothingToFillException(nothing(order, forms));
        }
        Path folder = order.folder() == null
                ? workspace.forms().resolve(order.period().toString())
                : order.folder().toAbsolutePath().normalize();
        List<FormsAnswer.BlankFile> files = new ArrayList<>();
        try {
            Files.createDirectories(folder);
            for (Map.Entry<ReportingUnit, List<BlankForm>> one : byUnit.entrySet()) {
                ReportingUnit unit = one.getKey();
                String name = name(unit, order, one.getValue());
                Path path = write(unit, name, one.getValue(), folder);
                files.add(new FormsAnswer.BlankFile(
                        unit.code(),
                        unit.name(),
                        path,
                        path.startsWith(workspace.root()) ? workspace.relative(path) : path.toString(),
                        one.getValue().stream()
                                .map(blank -> blank.form().code())
                                .toList()));
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return new FormsAnswer(order.period(), folder, files);
    }

    private List<ReportingUnit> units(@Nullable String wanted) {
        if (wanted == null) {
            return definitions.units().all();
        }
        List<ReportingUnit> found = definitions.units().meant(wanted);
        if (found.isEmpty()) {
            throw new NothingToFillException(OrderedScope.unknownUnit(definitions.units(), wanted));
        }
        return found;
    }

    private List<FormRules> forms(FormsOrder order) {
        if (order.forms().isEmpty()) {
            return definitions.enabledForms().stream()
                    .filter(rules -> rules.form().frequency() == order.period().frequency())
                    .toList();
        }
        for (FormCode code : new TreeSet<>(order.forms())) {
            if (definitions.form(code).filter(FormRules::enabled).isEmpty()) {
                throw new NothingToFillException(OrderedScope.unknownForm(definitions, code));
            }
        }
        return definitions.enabledForms().stream()
                .filter(rules -> order.forms().contains(rules.form().code()))
                .toList();
    }

    private Map<ReportingUnit, List<BlankForm>> byUnit(
            FormsOrder order, List<ReportingUnit> wanted, List<FormRules> forms) {
        Map<ReportingUnit, List<BlankForm>> byUnit = new LinkedHashMap<>();
        wanted.forEach(unit -> byUnit.put(unit, new ArrayList<>()));
        for (FormRules rules : forms) {
            ReferencePeriod period = order.period().latestEnded(rules.form().frequency());
            FormHistory history = history(rules, period);
            for (ReportingUnit unit : definitions.owing(rules, period)) {
                List<BlankForm> own = byUnit.get(unit);
                if (own != null) {
                    own.add(blank(history, unit));
                }
            }
        }
        byUnit.values().removeIf(List::isEmpty);
        return byUnit;
    }

    /** What every unit has said so far in a form. */
    public record FormHistory(
            FormRules rules,
            ReferencePeriod period,
            Map<UnitCode, Integer> rounds,
            Map<UnitCode, PastRound> previous,
            Map<UnitCode, PastRound> yearEarlier) {}

    public FormHistory history(FormRules rules, ReferencePeriod period) {
        FormCode code = rules.form().code();
        Map<UnitCode, Integer> rounds = new LinkedHashMap<>();
        for (StoredSubmission round : submissions.rounds(code, period)) {
            rounds.merge(round.certainKey().unit(), round.roundNumber(), Math::max);
        }
        return new FormHistory(
                rules, period, rounds, pastRounds(code, period.previous()), pastRounds(code, period.yearEarlier()));
    }

    /** The form for a unit to fill. */
    public BlankForm blank(FormHistory history, ReportingUnit unit) {
        return new BlankForm(
                history.rules().form(),
                history.period(),
                definitions.dueDay(history.rules(), history.period()),
                history.rounds().getOrDefault(unit.code(), 0) + 1,
                history.rules().linesOf(unit),
                history.previous().get(unit.code()),
                history.yearEarlier().get(unit.code()));
    }

    /** Writes a workbook for a unit to fill; one that somebody has begun to fill stays. */
    public Path write(ReportingUnit unit, String name, List<BlankForm> forms, Path folder) throws IOException {
        return blanks.write(new BlankWorkbook(name, unit, definitions.units(), forms), folder);
    }

    /** The last good round of every unit. */
    private Map<UnitCode, PastRound> pastRounds(FormCode form, ReferencePeriod period) {
        List<StoredSubmission> rounds = submissions.rounds(form, period);
        Map<Long, StoredReview> newest =
                reviews.newest(rounds.stream().map(StoredSubmission::id).toList());
        Map<UnitCode, Long> good = new LinkedHashMap<>();
        for (StoredSubmission round : rounds) {
            StoredReview review = newest.get(round.id());
            if (review != null && review.counts()) {
                good.put(round.certainKey().unit(), round.id());
            }
        }
        Map<Long, List<Observation>> figures = submissions.observations(good.values());
        Map<UnitCode, PastRound> past = new LinkedHashMap<>();
        good.forEach((unit, id) -> past.put(unit, new PastRound(period, figures.getOrDefault(id, List.of()))));
        return past;
    }

    private static String name(ReportingUnit unit, FormsOrder order, List<BlankForm> forms) {
        List<ReferencePeriod> periods =
                forms.stream().map(BlankForm::period).distinct().toList();
        ReferencePeriod period = periods.size() == 1 ? periods.get(0) : order.period();
        String which = "报表";
        if (!order.forms().isEmpty()) {
            which = forms.size() <= FORMS_NAMED
                    ? "_"
                            + forms.stream()
                                    .map(blank -> blank.form().code().text())
                                    .collect(Collectors.joining("、"))
                    : "_" + forms.size() + "张报表";
        }
        return unit.name() + "_" + period.title() + which;
    }

    private String nothing(FormsOrder order, List<FormRules> forms) {
        String who = order.unit() == null ? "各单位" : "“" + order.unit() + "”";
        String what = order.forms().isEmpty()
                ? order.period().title() + "没有要报的" + order.period().frequency().title()
                : "不用报 "
                        + forms.stream()
                                .map(rules -> rules.form().code().text())
                                .collect(Collectors.joining("、"));
        String owed = definitions.enabledForms().stream()
                .filter(rules -> units(order.unit()).stream()
                        .anyMatch(unit -> rules.form().owedBy().selects(unit)))
                .map(rules ->
                        rules.form().code() + "（" + rules.form().frequency().title() + "）")
                .collect(Collectors.joining("、"));
        return who + what + "。"
                + (owed.isEmpty() ? "这个单位没有报表要报。" : "要报的有 " + owed + "；请用相应的报告期，如月报用 2026-09、季报用 2026-Q3、年报用 2026。");
    }
}

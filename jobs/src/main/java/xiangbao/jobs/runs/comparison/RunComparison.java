package xiangbao.jobs.runs.comparison;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import xiangbao.jobs.review.VerdictChange;
import xiangbao.jobs.review.VerdictChanges;
import xiangbao.jobs.runs.BasisReader;
import xiangbao.jobs.runs.BasisReader.Entry;
import xiangbao.jobs.runs.BasisReader.LoadedBasis;
import xiangbao.jobs.runs.FigureAnswer;
import xiangbao.jobs.runs.RunTables;
import xiangbao.jobs.runs.TargetAnswer;
import xiangbao.jobs.runs.comparison.ChangeCause.Kind;
import xiangbao.jobs.store.decisions.Explanations;
import xiangbao.jobs.store.decisions.FindingName;
import xiangbao.jobs.store.decisions.StoredExplanation;
import xiangbao.jobs.store.runs.FigureRow;
import xiangbao.jobs.store.runs.Runs;
import xiangbao.jobs.store.runs.StoredRun;
import xiangbao.jobs.store.runs.TargetRow;
import xiangbao.jobs.store.submissions.Findings;
import xiangbao.jobs.store.submissions.Reviews;
import xiangbao.jobs.store.submissions.StoredReview;
import xiangbao.jobs.store.submissions.StoredSubmission;
import xiangbao.jobs.workspace.Configurations;
import xiangbao.statistics.aggregate.Basis;
import xiangbao.statistics.aggregate.Contribution;
import xiangbao.statistics.aggregate.Counted;
import xiangbao.statistics.aggregate.Coverage;
import xiangbao.statistics.aggregate.Figure;
import xiangbao.statistics.definitions.CountyResult;
import xiangbao.statistics.definitions.Definitions;
import xiangbao.statistics.forms.FormCode;
import xiangbao.statistics.forms.IndicatorCode;
import xiangbao.statistics.progress.Progress;
import xiangbao.statistics.submissions.Observation;
import xiangbao.statistics.submissions.SubmissionKey;
import xiangbao.statistics.units.ReportingUnit;
import xiangbao.statistics.units.UnitCode;

/**
 * Compares two runs of a period and finds the cause of every difference. Nothing is guessed: each run's basis is computed again, also with the other run's
 * configuration, and only what makes a figure come out otherwise is its cause.
 */
public final class RunComparison {
    /** Beyond this many rounds that changed, trying each by itself takes too long. */
    private static final int TRIED_ONE_BY_ONE = 40;

    private final Configurations configurations;
    private final BasisReader bases;
    private final Runs runs;
    private final Reviews reviews;
    private final Findings findings;
    private final Explanations explanations;

    RunComparison(
            Configurations configurations,
            BasisReader bases,
            Runs runs,
            Reviews reviews,
            Findings findings,
            Explanations explanations) {
        this.configurations = configurations;
        this.bases = bases;
        this.runs = runs;
        this.reviews = reviews;
        this.findings = findings;
        this.explanations = explanations;
    }

    /** @param unit whose figures are compared; empty for the county's */
    public DiffAnswer compare(StoredRun from, StoredRun to, Optional<UnitCode> unit) {
        return new Comparison(from, to).answer(unit);
    }

    /** Everything that changed in what two runs were made of and with. */
    List<ChangeCause> changes(StoredRun from, StoredRun to) {
        return new Comparison(from, to).changes();
    }

    /** What came out of a basis with definitions. */
    private static final class Outcome {
        final CountyResult result;
        final Map<FigureKey, FigureRow> figures = new HashMap<>();
        final Map<String, TargetRow> targets = new HashMap<>();
        final Map<String, Progress> progress = new HashMap<>();

        Outcome(Definitions definitions, LoadedBasis loaded) {
            result = CountyResult.of(definitions, loaded.basis());
            RunTables tables = RunTables.of(result, loaded);
            tables.figures().forEach(row -> figures.put(FigureKey.of(row), row));
            tables.targets().forEach(row -> targets.put(row.code(), row));
            result.progress().forEach(one -> progress.put(one.target().code(), one));
        }

        @Nullable
        Figure figure(FigureKey key) {
            return result.rollUp().figure(key.indicator(), key.unit()).orElse(null);
        }
    }

    private record FigureKey(UnitCode unit, IndicatorCode indicator) {
        static FigureKey of(FigureRow row) {
            return new FigureKey(row.unit(), row.indicator());
        }
    }

    private static boolean differ(@Nullable FigureRow one, @Nullable FigureRow other) {
        if (one == null || other == null) {
            return one != other;
        }
        return !Objects.equals(one.value(), other.value())
                || !one.status().equals(other.status())
                || one.forecast() != other.forecast()
                || one.reported() != other.reported()
                || one.expected() != other.expected()
                || one.pending() != other.pending();
    }

    private static boolean differ(@Nullable TargetRow one, @Nullable TargetRow other) {
        if (one == null || other == null) {
            return one != other;
        }
        return !Objects.equals(one.actual(), other.actual())
                || !Objects.equals(one.goal(), other.goal())
                || !one.comparison().equals(other.comparison())
                || !one.status().equals(other.status())
                || !one.light().equals(other.light())
                || !one.below().equals(other.below())
                || !Objects.equals(one.details().taskSum(), other.details().taskSum())
                || !Objects.equals(one.details().official(), other.details().official())
                || !one.coverage().equals(other.coverage());
    }

    private final class Comparison {
        private final StoredRun from;
        private final StoredRun to;
        private final LoadedBasis fromBasis;
        private final LoadedBasis toBasis;
        private final Definitions fromDefinitions;
        private final Definitions toDefinitions;
        /** Whether both configurations could be read. */
        private final boolean known;

        private final DefinitionChanges definitions;
        private final Map<SubmissionKey, List<ChangeCause>> changedKeys = new TreeMap<>();

        /** The earlier basis under the earlier definitions, the later under the earlier, and so on. */
        private final Outcome before;

        private final Outcome laterBasis;
        private final Outcome laterDefinitions;
        private final Outcome after;
        private final Map<SubmissionKey, Outcome> tried = new HashMap<>();

        Comparison(StoredRun from, StoredRun to) {
            this.from = from;
            this.to = to;
            fromBasis = bases.read(from);
            toBasis = bases.read(to);
            Optional<Definitions> earlier = configurations.of(from.configuration());
            Optional<Definitions> later = configurations.of(to.configuration());
            known = earlier.isPresent() && later.isPresent();
            toDefinitions = later.or(() -> earlier).orElseGet(configurations::today);
            fromDefinitions = earlier.orElse(toDefinitions);
            definitions = new DefinitionChanges(fromDefinitions, toDefinitions);
            boolean sameBasis = from.basisDigest().equals(to.basisDigest());
            boolean sameDefinitions = fromDefinitions == toDefinitions;
            before = new Outcome(fromDefinitions, fromBasis);
            laterBasis = sameBasis ? before : new Outcome(fromDefinitions, toBasis);
            laterDefinitions = sameDefinitions ? before : new Outcome(toDefinitions, fromBasis);
            if (sameDefinitions) {
                after = laterBasis;
            } else {
                after = sameBasis ? laterDefinitions : new Outcome(toDefinitions, toBasis);
            }
            Set<SubmissionKey> keys = new TreeSet<>(fromBasis.entries().keySet());
            keys.addAll(toBasis.entries().keySet());
            for (SubmissionKey key : keys) {
                List<ChangeCause> causes = keyCauses(
                        key, fromBasis.entries().get(key), toBasis.entries().get(key));
                if (!causes.isEmpty()) {
                    changedKeys.put(key, causes);
                }
            }
        }

        List<ChangeCause> changes() {
            Set<ChangeCause> all = new LinkedHashSet<>();
            changedKeys.values().forEach(all::addAll);
            all.addAll(definitions.all());
            if (!from.configuration().equals(to.configuration())
                    && (!known || definitions.all().isEmpty())) {
                all.add(files());
            }
            // of a run of 0.1.0 it is not known what it was printed with
            if (!from.templates().isEmpty() && !from.templates().equals(to.templates())) {
                List<String> files = configurations.changedTemplates(from.templates(), to.templates());
                Map<String, Object> details = new LinkedHashMap<>();
                details.put("files", files);
                all.add(new ChangeCause(
                        Kind.TEMPLATE,
                        files.isEmpty() ? "报表模板有改动。" : "报表模板有改动：" + String.join("、", files) + "。",
                        details));
            }
            if (!from.programVersion().equals(to.programVersion())) {
                all.add(program());
            }
            if (!from.vintage().equals(to.vintage())) {
                all.add(new ChangeCause(
                        Kind.VINTAGE,
                        "由" + from.vintage() + "变为" + to.vintage() + "。",
                        fromTo(from.vintage(), to.vintage())));
            }
            explanations().ifPresent(all::add);
            return all.stream().sorted(Comparator.comparing(ChangeCause::kind)).toList();
        }

        /** What units have said in between. */
        private Optional<ChangeCause> explanations() {
            Set<Long> ids = new TreeSet<>(runs.explanations(to.id()));
            ids.removeAll(runs.explanations(from.id()));
            Set<String> about = new TreeSet<>();
            Set<String> units = new LinkedHashSet<>();
            for (StoredExplanation one : explanations.byId(ids)) {
                FindingName name = one.about();
                if (name != null) {
                    about.add(name.toString());
                    units.add(name(name.key().unit()));
                }
            }
            if (about.isEmpty()) {
                return Optional.empty();
            }
            Map<String, Object> details = new LinkedHashMap<>();
            details.put("findings", List.copyOf(about));
            return Optional.of(new ChangeCause(
                    Kind.EXPLANATION, "收到审核说明 " + about.size() + " 条：" + String.join("、", units) + "。", details));
        }

        private ChangeCause program() {
            return new ChangeCause(
                    Kind.PROGRAM,
                    "程序版本由 " + from.programVersion() + " 变为 " + to.programVersion() + "。",
                    fromTo(from.programVersion(), to.programVersion()));
        }

        private static Map<String, Object> fromTo(String from, String to) {
            Map<String, Object> details = new LinkedHashMap<>();
            details.put("from", from);
            details.put("to", to);
            return details;
        }

        /** The files that differ, where nothing closer can be told. */
        private ChangeCause files() {
            List<String> files = configurations.changedFiles(from.configuration(), to.configuration());
            Map<String, Object> details = fromTo(from.configuration(), to.configuration());
            details.put("files", files);
            return new ChangeCause(
                    Kind.DEFINITION, "配置有改动" + (files.isEmpty() ? "" : "：" + String.join("、", files)) + "。", details);
        }

        DiffAnswer answer(Optional<UnitCode> unit) {
            UnitCode county = toDefinitions.units().county().code();
            UnitCode whose = unit.orElse(county);
            Map<FigureKey, FigureRow> one = byKey(runs.allFigures(from.id()));
            Map<FigureKey, FigureRow> other = byKey(runs.allFigures(to.id()));
            Set<FigureKey> keys = new LinkedHashSet<>(other.keySet());
            keys.addAll(one.keySet());
            List<DiffAnswer.FigureChange> changed = new ArrayList<>();
            int unitFigures = 0;
            for (FigureKey key : keys) {
                FigureRow was = one.get(key);
                FigureRow is = other.get(key);
                if (!differ(was, is)) {
                    continue;
                }
                unitFigures += key.unit().equals(county) ? 0 : 1;
                if (key.unit().equals(whose)) {
                    changed.add(change(key, was, is));
                }
            }
            List<DiffAnswer.TargetChange> targets = new ArrayList<>();
            Map<String, TargetRow> wereTargets = new LinkedHashMap<>();
            Map<String, TargetRow> areTargets = new LinkedHashMap<>();
            runs.targets(from.id()).forEach(row -> wereTargets.put(row.code(), row));
            runs.targets(to.id()).forEach(row -> areTargets.put(row.code(), row));
            Set<String> codes = new LinkedHashSet<>(areTargets.keySet());
            codes.addAll(wereTargets.keySet());
            for (String code : codes) {
                TargetRow was = wereTargets.get(code);
                TargetRow is = areTargets.get(code);
                if (differ(was, is)) {
                    TargetRow shown = is != null ? is : Objects.requireNonNull(was);
                    targets.add(new DiffAnswer.TargetChange(
                            code,
                            shown.title(),
                            shown.measure(),
                            was == null ? null : TargetAnswer.of(was),
                            is == null ? null : TargetAnswer.of(is),
                            targetCauses(code, was, is)));
                }
            }
            return new DiffAnswer(to.period(), from.number(), to.number(), changes(), changed, targets, unitFigures);
        }

        private static Map<FigureKey, FigureRow> byKey(List<FigureRow> rows) {
            Map<FigureKey, FigureRow> found = new LinkedHashMap<>();
            rows.forEach(row -> found.put(FigureKey.of(row), row));
            return found;
        }

        private DiffAnswer.FigureChange change(FigureKey key, @Nullable FigureRow was, @Nullable FigureRow is) {
            FigureRow shown = is != null ? is : Objects.requireNonNull(was);
            return new DiffAnswer.FigureChange(
                    key.unit(),
                    name(key.unit()),
                    key.indicator(),
                    shown.title(),
                    shown.period(),
                    shown.measure(),
                    was == null ? null : FigureAnswer.of(was, name(key.unit()), fromDefinitions),
                    is == null ? null : FigureAnswer.of(is, name(key.unit()), toDefinitions),
                    figureCauses(key, was, is));
        }

        private String name(UnitCode unit) {
            return toDefinitions
                    .units()
                    .find(unit)
                    .or(() -> fromDefinitions.units().find(unit))
                    .map(ReportingUnit::name)
                    .orElse(unit.text());
        }

        private List<ChangeCause> figureCauses(FigureKey key, @Nullable FigureRow was, @Nullable FigureRow is) {
            FigureRow one = before.figures.get(key);
            FigureRow two = laterBasis.figures.get(key);
            FigureRow three = laterDefinitions.figures.get(key);
            FigureRow four = after.figures.get(key);
            Set<ChangeCause> causes = new LinkedHashSet<>();
            if (differ(one, two) || differ(three, four)) {
                boolean first = differ(one, two);
                Figure figure = first ? before.figure(key) : laterDefinitions.figure(key);
                Figure other = first ? laterBasis.figure(key) : after.figure(key);
                Set<SubmissionKey> keys = new TreeSet<>();
                keys.addAll(between(contributions(figure), contributions(other)));
                keys.addAll(standing(
                        figure == null ? Coverage.NONE : figure.coverage(),
                        other == null ? Coverage.NONE : other.coverage(),
                        definitions.formsOf(key.indicator())));
                keys.retainAll(changedKeys.keySet());
                if (keys.isEmpty()) {
                    keys.addAll(byTrial(outcome -> differ(one, outcome.figures.get(key))));
                }
                keys.forEach(changed -> causes.addAll(changedKeys.getOrDefault(changed, List.of())));
            }
            if (differ(two, four) || differ(one, three)) {
                addDefinitions(definitions.of(key.indicator()), causes);
            }
            addProgram(differ(was, one) || differ(is, four), causes);
            return causes.isEmpty() ? List.of(ChangeCause.unknown()) : new ArrayList<>(causes);
        }

        private List<ChangeCause> targetCauses(String code, @Nullable TargetRow was, @Nullable TargetRow is) {
            TargetRow one = before.targets.get(code);
            TargetRow two = laterBasis.targets.get(code);
            TargetRow three = laterDefinitions.targets.get(code);
            TargetRow four = after.targets.get(code);
            Set<ChangeCause> causes = new LinkedHashSet<>();
            if (differ(one, two) || differ(three, four)) {
                boolean first = differ(one, two);
                Progress progress = (first ? before : laterDefinitions).progress.get(code);
                Progress other = (first ? laterBasis : after).progress.get(code);
                Set<SubmissionKey> keys = new TreeSet<>();
                keys.addAll(between(
                        progress == null ? List.of() : progress.grounds().contributions(),
                        other == null ? List.of() : other.grounds().contributions()));
                keys.addAll(standing(
                        progress == null ? Coverage.NONE : progress.grounds().coverage(),
                        other == null ? Coverage.NONE : other.grounds().coverage(),
                        definitions.formsOfTarget(code)));
                keys.retainAll(changedKeys.keySet());
                if (keys.isEmpty()) {
                    keys.addAll(byTrial(outcome -> differ(one, outcome.targets.get(code))));
                }
                keys.forEach(changed -> causes.addAll(changedKeys.getOrDefault(changed, List.of())));
            }
            if (differ(two, four) || differ(one, three)) {
                addDefinitions(definitions.ofTarget(code), causes);
            }
            addProgram(differ(was, one) || differ(is, four), causes);
            return causes.isEmpty() ? List.of(ChangeCause.unknown()) : new ArrayList<>(causes);
        }

        private void addDefinitions(List<ChangeCause> close, Set<ChangeCause> causes) {
            List<ChangeCause> found = close;
            if (found.isEmpty()) {
                found = definitions.units();
            }
            causes.addAll(found.isEmpty() ? List.of(files()) : found);
        }

        /** Where a run does not come out as it was published, it was another program, or a configuration that is lost. */
        private void addProgram(boolean otherwise, Set<ChangeCause> causes) {
            if (!otherwise) {
                return;
            }
            if (!known && !from.configuration().equals(to.configuration())) {
                causes.add(files());
            } else if (!from.programVersion().equals(to.programVersion())) {
                causes.add(program());
            }
        }

        private static List<Contribution> contributions(@Nullable Figure figure) {
            return figure == null ? List.of() : figure.contributions();
        }

        /** The submissions of which other observations went in. */
        private static Set<SubmissionKey> between(List<Contribution> one, List<Contribution> other) {
            Map<SubmissionKey, List<String>> first = values(one);
            Map<SubmissionKey, List<String>> second = values(other);
            Set<SubmissionKey> keys = new TreeSet<>(first.keySet());
            keys.addAll(second.keySet());
            keys.removeIf(key -> Objects.equals(first.get(key), second.get(key)));
            return keys;
        }

        private static Map<SubmissionKey, List<String>> values(List<Contribution> contributions) {
            Map<SubmissionKey, List<String>> values = new HashMap<>();
            for (Contribution one : contributions) {
                Observation observation = one.observation();
                values.computeIfAbsent(one.key(), any -> new ArrayList<>())
                        .add(observation.indicator() + "|" + observation.line() + "|" + observation.subject() + "|"
                                + observation.status() + "|" + observation.text() + "|"
                                + (observation.number() == null ? "" : RunTables.plain(observation.number())));
            }
            return values;
        }

        /** The submissions of units that stand otherwise in the coverage. */
        private Set<SubmissionKey> standing(Coverage one, Coverage other, Set<FormCode> forms) {
            Map<UnitCode, String> first = standings(one);
            Map<UnitCode, String> second = standings(other);
            Set<SubmissionKey> found = new TreeSet<>();
            for (SubmissionKey key : changedKeys.keySet()) {
                if (forms.contains(key.form()) && !Objects.equals(first.get(key.unit()), second.get(key.unit()))) {
                    found.add(key);
                }
            }
            return found;
        }

        private static Map<UnitCode, String> standings(Coverage coverage) {
            Map<UnitCode, String> standings = new HashMap<>();
            put(standings, coverage.accepted(), "A");
            put(standings, coverage.pending(), "P");
            put(standings, coverage.withheld(), "W");
            put(standings, coverage.returned(), "R");
            put(standings, coverage.missing(), "M");
            coverage.standIns().forEach(unit -> standings.merge(unit.code(), "S", String::concat));
            return standings;
        }

        private static void put(Map<UnitCode, String> standings, Collection<ReportingUnit> units, String standing) {
            units.forEach(unit -> standings.put(unit.code(), standing));
        }

        /** The submissions each of which, changed by itself, makes a difference. */
        private Set<SubmissionKey> byTrial(java.util.function.Predicate<Outcome> makesDifference) {
            Set<SubmissionKey> found = new TreeSet<>();
            if (changedKeys.size() <= TRIED_ONE_BY_ONE) {
                for (SubmissionKey key : changedKeys.keySet()) {
                    if (makesDifference.test(tried.computeIfAbsent(key, this::withOnly))) {
                        found.add(key);
                    }
                }
            }
            return found;
        }

        private Outcome withOnly(SubmissionKey key) {
            List<Counted> counted = new ArrayList<>(fromBasis.basis().counted());
            counted.removeIf(one -> one.submission().key().equals(key));
            toBasis.basis().counted().stream()
                    .filter(one -> one.submission().key().equals(key))
                    .forEach(counted::add);
            Basis was = fromBasis.basis();
            Basis is = toBasis.basis();
            return new Outcome(
                    fromDefinitions,
                    new LoadedBasis(
                            new Basis(
                                    from.period(),
                                    counted,
                                    withOnly(key, was.returned(), is.returned()),
                                    withOnly(key, was.withheld(), is.withheld())),
                            fromBasis.entries(),
                            fromBasis.sources()));
        }

        private static Set<SubmissionKey> withOnly(SubmissionKey key, Set<SubmissionKey> was, Set<SubmissionKey> is) {
            Set<SubmissionKey> some = new TreeSet<>(was);
            some.remove(key);
            if (is.contains(key)) {
                some.add(key);
            }
            return some;
        }

        private List<ChangeCause> keyCauses(SubmissionKey key, @Nullable Entry was, @Nullable Entry is) {
            List<ChangeCause> causes = new ArrayList<>();
            StoredSubmission one = was == null ? null : was.counted();
            StoredSubmission other = is == null ? null : is.counted();
            int lastKnown = was == null ? 0 : newestRound(was);
            if (is == null) {
                // the later run did not look at it at all
                causes.add(notLookedAt(key));
                return causes;
            }
            if (was == null && !isLookedAt(fromDefinitions, key)) {
                causes.add(notLookedAt(key));
                return causes;
            }
            int newest = newestRound(is);
            if (newest > lastKnown) {
                causes.add(resubmission(key, one, lastKnown, is, newest));
            }
            StoredSubmission wasReturned = was == null ? null : was.returned();
            StoredSubmission isReturned = is.returned();
            if (wasReturned != null && isReturned != null && wasReturned.id() == isReturned.id()) {
                verdict(key, isReturned, Objects.requireNonNull(was).returnedReview(), is.returnedReview(), causes);
            }
            if (one != null && other != null && one.id() == other.id()) {
                verdict(key, one, Objects.requireNonNull(was).countedReview(), is.countedReview(), causes);
            } else {
                if (one != null && (other == null || other.roundNumber() < one.roundNumber())) {
                    verdict(key, one, Objects.requireNonNull(was).countedReview(), newestReview(one), causes);
                }
                if (other != null && wasReturned != null && wasReturned.id() == other.id()) {
                    verdict(key, other, Objects.requireNonNull(was).returnedReview(), is.countedReview(), causes);
                } else if (other != null
                        && other.roundNumber() <= lastKnown
                        && (one == null || other.roundNumber() > one.roundNumber())) {
                    List<StoredReview> history = history(other);
                    verdict(key, other, history.get(0), is.countedReview(), causes);
                }
            }
            return causes;
        }

        private static int newestRound(Entry entry) {
            int counted = entry.counted() == null ? 0 : entry.counted().roundNumber();
            int returned = entry.returned() == null ? 0 : entry.returned().roundNumber();
            return Math.max(Math.max(counted, returned), entry.returnedLater());
        }

        private static boolean isLookedAt(Definitions definitions, SubmissionKey key) {
            return definitions
                    .form(key.form())
                    .filter(rules -> rules.enabled()
                            && rules.form().frequency() == key.period().frequency())
                    .isPresent();
        }

        private ChangeCause notLookedAt(SubmissionKey key) {
            List<ChangeCause> form =
                    new DefinitionChanges(fromDefinitions, toDefinitions).of(new IndicatorCode(key.form(), ""));
            return form.isEmpty() ? files() : form.get(0);
        }

        private List<StoredReview> history(StoredSubmission submission) {
            return reviews.history(List.of(submission.id())).getOrDefault(submission.id(), List.of());
        }

        private @Nullable StoredReview newestReview(StoredSubmission submission) {
            List<StoredReview> history = history(submission);
            return history.isEmpty() ? null : history.get(history.size() - 1);
        }

        private static boolean isWithheld(Entry entry) {
            StoredReview review = entry.returnedReview();
            return review != null && review.withheld();
        }

        private ChangeCause resubmission(
                SubmissionKey key, @Nullable StoredSubmission counted, int lastKnown, Entry is, int newest) {
            StoredSubmission other = is.counted();
            StoredSubmission returned = is.returned();
            StoredSubmission shown = other != null && other.roundNumber() == newest ? other : returned;
            Map<String, Object> details = about(key);
            details.put("fromRound", counted == null ? lastKnown : counted.roundNumber());
            details.put("toRound", newest);
            StringBuilder text = new StringBuilder(where(key));
            text.append(
                    lastKnown == 0
                            ? "首次报送：第" + newest + "次"
                            : "重新报送：第" + (counted == null ? lastKnown : counted.roundNumber()) + "次 → 第" + newest
                                    + "次");
            if (shown != null) {
                details.put("file", shown.path());
                details.put("sha256", shown.sha256());
                text.append("（").append(shown.path()).append("）");
            }
            boolean bad = other == null || other.roundNumber() != newest;
            details.put("counts", !bad);
            if (bad) {
                text.append(isWithheld(is) ? "，待核实，暂不计入" : "，被退回")
                        .append(other == null ? "" : "，仍用第" + other.roundNumber() + "次");
            }
            return new ChangeCause(Kind.RESUBMISSION, text.append("。").toString(), details);
        }

        private Map<String, Object> about(SubmissionKey key) {
            Map<String, Object> details = new LinkedHashMap<>();
            details.put("unit", key.unit().text());
            details.put("unitName", name(key.unit()));
            details.put("form", key.form().text());
            details.put("period", key.period().toString());
            return details;
        }

        private String where(SubmissionKey key) {
            return name(key.unit()) + " " + key.form() + " " + key.period().title() + " ";
        }

        /** What is said otherwise about one submission, and why. */
        private void verdict(
                SubmissionKey key,
                StoredSubmission submission,
                @Nullable StoredReview was,
                @Nullable StoredReview is,
                List<ChangeCause> causes) {
            if (was == null || is == null || was.digest().equals(is.digest())) {
                return;
            }
            List<VerdictChange.RelationChange> relations = VerdictChanges.relations(
                    findings.of(Findings.Owner.REVIEW, was.id()), findings.of(Findings.Owner.REVIEW, is.id()));
            Map<String, Object> details = about(key);
            details.put("round", submission.roundNumber());
            details.put("from", was.outcome().name());
            details.put("to", is.outcome().name());
            details.put(
                    "relations",
                    relations.stream()
                            .map(VerdictChange.RelationChange::code)
                            .distinct()
                            .toList());
            List<String> named = relations.stream()
                    .map(one -> one.code() + " " + one.title()
                            + (one.to().endsWith("（已说明）") ? "（说明已认可）" : one.to().equals("不审") ? "（不审）" : ""))
                    .distinct()
                    .toList();
            String said = was.outcome() == is.outcome()
                    ? "仍为“" + is.outcome().title() + "”，审核意见或所用的数有变"
                    : "由“" + was.outcome().title() + "”变为“" + is.outcome().title() + "”";
            causes.add(new ChangeCause(
                    Kind.VERDICT,
                    where(key) + "第" + submission.roundNumber() + "次的审核结论" + said
                            + (named.isEmpty() ? "" : "：" + String.join("；", named)) + "。",
                    details));
            if (was.configuration().equals(is.configuration())) {
                return;
            }
            Optional<Definitions> then = configurations.of(was.configuration());
            Optional<Definitions> now = configurations.of(is.configuration());
            if (then.isPresent() && now.isPresent()) {
                DefinitionChanges since = new DefinitionChanges(then.get(), now.get());
                int size = causes.size();
                relations.forEach(one -> since.relation(key.form(), one.code()).ifPresent(causes::add));
                if (causes.size() == size) {
                    since.unit(key.unit()).ifPresent(causes::add);
                }
            }
        }
    }
}

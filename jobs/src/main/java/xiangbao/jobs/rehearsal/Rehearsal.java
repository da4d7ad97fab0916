package xiangbao.jobs.rehearsal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import xiangbao.jobs.feedback.FileStates;
import xiangbao.jobs.intake.Delivery;
import xiangbao.jobs.intake.FileReading;
import xiangbao.jobs.intake.NotTaken;
import xiangbao.jobs.intake.RoundAllotment;
import xiangbao.jobs.outcomes.FileAnswer;
import xiangbao.jobs.outcomes.IntakeFindings;
import xiangbao.jobs.review.UnitReview;
import xiangbao.jobs.store.claims.ManifestRow;
import xiangbao.jobs.store.submissions.StoredReview;
import xiangbao.jobs.store.submissions.StoredSubmission;
import xiangbao.readers.forms.WorkbookReader;
import xiangbao.readers.forms.heading.Attribution;
import xiangbao.statistics.audit.Review;
import xiangbao.statistics.copies.FigurePrints;
import xiangbao.statistics.definitions.Definitions;
import xiangbao.statistics.definitions.ExplanationRules.Shortcoming;
import xiangbao.statistics.findings.Finding;
import xiangbao.statistics.relations.Dependencies;
import xiangbao.statistics.submissions.CellReference;
import xiangbao.statistics.submissions.Observation;
import xiangbao.statistics.submissions.SubmissionKey;
import xiangbao.statistics.units.UnitCode;
import xiangbao.statistics.workbooks.Explanation;
import xiangbao.statistics.workbooks.ReadSubmission;
import xiangbao.statistics.workbooks.ReadWorkbook;

/**
 * What a run would say about some files, if they came together into an empty workspace: the same reading, rounds, reviews and outcomes, in memory and without
 * a trace. What only the county's store knows stays undecided.
 */
public final class Rehearsal {
    private static final long CLAIM = 1;
    private static final ReadWorkbook NOTHING = new ReadWorkbook("", List.of(), List.of());

    private final Definitions definitions;
    private final FileReading reading;
    private final UnitReview.Rules rules;
    private final LocalDateTime now;

    public Rehearsal(Definitions definitions, LocalDateTime now) {
        this.definitions = definitions;
        this.rules = UnitReview.Rules.of(definitions, new Dependencies(definitions.forms(), definitions.units()));
        this.reading = new FileReading(new WorkbookReader(definitions), rules.periods(), new Attribution(definitions));
        this.now = now;
    }

    /**
     * A file that is to be judged.
     *
     * @param path below the inbox, where it will lie
     * @param sha256 of its bytes; empty where nobody has looked
     */
    public record Exhibit(Path file, String path, String sha256) {}

    /** The answers to the files, in their order; to one that a run would leave where it lies, why. */
    public List<FileAnswer> answers(List<Exhibit> files) {
        List<Optional<NotTaken>> objections =
                files.stream().map(Rehearsal::objection).toList();
        List<ReadWorkbook> read = IntStream.range(0, files.size())
                .parallel()
                .mapToObj(index -> objections.get(index).isPresent() ? NOTHING : read(files.get(index)))
                .toList();
        // a run lists its files by their paths
        List<Integer> order = IntStream.range(0, files.size())
                .boxed()
                .sorted(Comparator.comparing(index -> files.get(index).path()))
                .toList();
        Stage stage = new Stage();
        order.forEach(index -> stage.take(index, files.get(index), read.get(index)));
        stage.allot();
        stage.judge();
        Map<Integer, FileAnswer> answers = new TreeMap<>();
        for (int index : order) {
            Exhibit file = files.get(index);
            answers.put(
                    index,
                    objections
                            .get(index)
                            .map(objection -> objection.answer(file.path()))
                            .orElseGet(() -> FileStates.answer(stage.state(index, file, read.get(index)))));
        }
        return List.copyOf(answers.values());
    }

    private static Optional<NotTaken> objection(Exhibit file) {
        try {
            return Delivery.objection(
                    file.file(),
                    Files.readAttributes(file.file(), BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS));
        } catch (IOException unreachable) {
            return Optional.of(NotTaken.LOCKED_AWAY);
        }
    }

    private ReadWorkbook read(Exhibit file) {
        return reading.read(file.file(), file.path(), now.toLocalDate(), Optional.empty());
    }

    /** The store of one rehearsal. */
    private final class Stage extends UnitReview {
        private final Map<Long, StoredSubmission> submissions = new TreeMap<>();
        private final Map<Long, ReadSubmission> read = new HashMap<>();
        private final Map<Long, List<Finding>> readings = new HashMap<>();
        private final Map<SubmissionKey, List<StoredSubmission>> rounds = new TreeMap<>(rules.order());
        private final Map<Long, Review> reviews = new HashMap<>();
        private final Map<Long, Set<Long>> prints = new HashMap<>();
        private final List<FileStates.FileState> answered = new ArrayList<>();

        Stage() {
            super(Rehearsal.this.rules);
        }

        void take(long file, Exhibit exhibit, ReadWorkbook workbook) {
            int sheet = 1;
            for (ReadSubmission form : workbook.submissions()) {
                FileReading.Filed filed = reading.filed(
                        form, workbook, exhibit.path(), exhibit.sha256(), now.toLocalDate(), Optional.empty());
                ReadSubmission one = filed.form();
                long id = submissions.size() + 1L;
                submissions.put(
                        id,
                        new StoredSubmission(
                                id,
                                file,
                                exhibit.path(),
                                exhibit.sha256(),
                                now,
                                sheet++,
                                one.sheet(),
                                one.form(),
                                one.unit(),
                                one.period(),
                                one.printedRound(),
                                one.filing(),
                                one.heading(),
                                filed.attributed(),
                                filed.digest(),
                                null,
                                null,
                                null));
                read.put(id, one);
                readings.put(id, one.findings());
            }
        }

        void allot() {
            Map<SubmissionKey, List<StoredSubmission>> arrived = new TreeMap<>();
            for (StoredSubmission one : List.copyOf(submissions.values())) {
                SubmissionKey key = one.key();
                if (key == null) {
                    submissions.put(one.id(), allotted(one, 0, one.digest(), null));
                } else {
                    arrived.computeIfAbsent(key, any -> new ArrayList<>()).add(one);
                }
            }
            arrived.forEach((key, some) -> {
                List<StoredSubmission> certain =
                        some.stream().filter(one -> !one.attributed()).toList();
                apply(key, RoundAllotment.plan(List.of(), certain));
                some.stream()
                        .filter(StoredSubmission::attributed)
                        .sorted(RoundAllotment.ARRIVAL)
                        .forEach(one -> {
                            if (certain.isEmpty()) {
                                apply(key, RoundAllotment.planAttributed(seen(key), one));
                            }
                        });
            });
        }

        private void apply(SubmissionKey key, RoundAllotment.Plan plan) {
            for (RoundAllotment.Plan.Round round : plan.opened()) {
                StoredSubmission opened = allotted(submission(round.id()), round.number(), round.digest(), null);
                submissions.put(round.id(), opened);
                rounds.computeIfAbsent(key, any -> new ArrayList<>()).add(opened);
                if (plan.ambiguous()) {
                    List<Finding> more = new ArrayList<>(readFindings(round.id()));
                    more.add(IntakeFindings.ambiguousRound());
                    readings.put(round.id(), more);
                }
            }
            plan.repeated().forEach((id, first) -> {
                StoredSubmission copy = submission(id);
                submissions.put(id, allotted(copy, null, copy.digest(), first));
            });
        }

        private static StoredSubmission allotted(
                StoredSubmission one, @Nullable Integer round, String digest, @Nullable Long duplicateOf) {
            return new StoredSubmission(
                    one.id(),
                    one.file(),
                    one.path(),
                    one.sha256(),
                    one.received(),
                    one.sheetNumber(),
                    one.sheet(),
                    one.form(),
                    one.unit(),
                    one.period(),
                    one.printedRound(),
                    one.filing(),
                    one.heading(),
                    one.attributed(),
                    digest,
                    round,
                    duplicateOf,
                    null);
        }

        /** In the order of reviews each sees what is judged before it as it was judged, and of the rest what could be read. */
        public void judge() {
            submissions.values().stream()
                    .filter(one -> one.duplicateOf() == null && one.roundNumber() == 0)
                    .forEach(one -> reviews.put(one.id(), returned(readFindings(one.id()))));
            rounds.forEach((key, some) -> some.forEach(round -> {
                Review review = judge(key, round);
                reviews.put(round.id(), review);
                counting.put(round.id(), review.counts());
            }));
        }

        FileStates.FileState state(long file, Exhibit exhibit, ReadWorkbook workbook) {
            ManifestRow row = new ManifestRow(
                    file,
                    CLAIM,
                    exhibit.path(),
                    0,
                    exhibit.sha256(),
                    workbook.isUnreadable() ? ManifestRow.State.UNREADABLE : ManifestRow.State.READ,
                    null);
            List<FileStates.FormState> forms = submissions.values().stream()
                    .filter(one -> one.file() == file)
                    .map(this::state)
                    .toList();
            List<Finding> said = new ArrayList<>(workbook.findings());
            said.addAll(notExplained(forms, workbook.explanations()));
            boolean told = FileStates.mayBeAnswered(forms)
                    && answered.stream()
                            .anyMatch(
                                    one -> FileStates.tells(one.forms(), one.findings(), forms, said, this::isNewest));
            FileStates.FileState state = new FileStates.FileState(row, forms, said, told, null);
            if (state.needsAnswer()) {
                answered.add(state);
            }
            return state;
        }

        /** What is wanting in explanations of what the newest rounds still say; what other units have written is not known. */
        private List<Finding> notExplained(List<FileStates.FormState> forms, List<Explanation> explanations) {
            Map<String, Finding> open = new HashMap<>();
            for (FileStates.FormState form : forms) {
                SubmissionKey key = form.submission().key();
                if (key != null && isNewest(form.original())) {
                    form.findings().forEach(finding -> open.put(finding.id(key), finding));
                }
            }
            Map<Shortcoming, List<Explanation>> wanting = new LinkedHashMap<>();
            for (Explanation one : explanations) {
                Finding about = open.get(one.finding());
                if (about != null) {
                    definitions
                            .explanations()
                            .shortcoming(about, one.text(), Optional.empty())
                            .ifPresent(what -> wanting.computeIfAbsent(what, any -> new ArrayList<>())
                                    .add(one));
                }
            }
            return wanting.entrySet().stream()
                    .map(entry -> entry.getKey().finding(entry.getValue()))
                    .toList();
        }

        private boolean isNewest(StoredSubmission one) {
            SubmissionKey key = one.key();
            List<StoredSubmission> all = key == null ? List.of() : seen(key);
            return all.isEmpty() || all.get(all.size() - 1).id() == one.id();
        }

        private FileStates.FormState state(StoredSubmission one) {
            Long repeated = one.duplicateOf();
            StoredSubmission original = repeated == null ? one : submission(repeated);
            Review review = Objects.requireNonNull(reviews.get(original.id()));
            UnitCode unit = one.unit();
            return new FileStates.FormState(
                    one,
                    original,
                    new StoredReview(
                            original.id(),
                            original.id(),
                            CLAIM,
                            review.outcome(),
                            !review.counts(),
                            "",
                            definitions.digest()),
                    unit == null ? "" : definitions.units().name(unit),
                    repeated == null
                            ? review.findings()
                            : FileStates.moved(one, original, review.findings(), moved(one.id(), repeated)));
        }

        /** Equal contents have their figures in the same order. */
        private Map<CellReference, CellReference> moved(long id, long repeated) {
            Map<CellReference, CellReference> moved = new HashMap<>();
            List<Observation> here = readFigures(id);
            List<Observation> there = readFigures(repeated);
            for (int index = 0; index < Math.min(here.size(), there.size()); index++) {
                CellReference from = there.get(index).cell();
                CellReference to = here.get(index).cell();
                if (from != null && to != null && !from.equals(to)) {
                    moved.putIfAbsent(from, to);
                }
            }
            return moved;
        }

        private StoredSubmission submission(long id) {
            return Objects.requireNonNull(submissions.get(id));
        }

        @Override
        protected List<StoredSubmission> seen(SubmissionKey key) {
            return rounds.getOrDefault(key, List.of());
        }

        @Override
        protected Map<Long, Boolean> verdicts(Set<Long> some) {
            return Map.of();
        }

        @Override
        protected List<Observation> readFigures(long round) {
            return Objects.requireNonNull(read.get(round)).observations();
        }

        @Override
        protected List<Finding> readFindings(long round) {
            return readings.getOrDefault(round, List.of());
        }

        @Override
        protected List<StoredSubmission> alike(SubmissionKey key, StoredSubmission round) {
            Set<Long> own = printsOf(round.id());
            return own.isEmpty()
                    ? List.of()
                    : rounds.entrySet().stream()
                            .filter(entry -> entry.getKey().form().equals(key.form())
                                    && entry.getKey().period().equals(key.period())
                                    && !entry.getKey().unit().equals(key.unit()))
                            .flatMap(entry -> entry.getValue().stream())
                            .filter(other -> !Collections.disjoint(own, printsOf(other.id())))
                            .toList();
        }

        private Set<Long> printsOf(long round) {
            return prints.computeIfAbsent(round, id -> FigurePrints.of(readFigures(id)));
        }

        @Override
        protected Review decided(SubmissionKey key, Review review, StoredSubmission round) {
            return review;
        }
    }
}

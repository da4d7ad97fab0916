package xiangbao.jobs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import xiangbao.jobs.store.ManifestRow;
import xiangbao.jobs.store.StoredReview;
import xiangbao.jobs.store.StoredSubmission;
import xiangbao.readers.forms.WorkbookReader;
import xiangbao.statistics.audit.Dependencies;
import xiangbao.statistics.audit.Review;
import xiangbao.statistics.definitions.Definitions;
import xiangbao.statistics.model.Finding;
import xiangbao.statistics.model.Observation;
import xiangbao.statistics.model.ReadSubmission;
import xiangbao.statistics.model.ReadWorkbook;
import xiangbao.statistics.model.SubmissionKey;
import xiangbao.statistics.model.UnitCode;

/**
 * What a run would say about some files, if they came together into an empty workspace: the same reading, rounds, reviews and outcomes, in memory and without
 * a trace. What only the county's store knows stays undecided.
 */
public final class Rehearsal {
    private static final long CLAIM = 1;
    private static final ReadWorkbook NOTHING = new ReadWorkbook("", List.of(), List.of());

    private final Definitions definitions;
    private final FileReading reading;
    private final Bench.Rules rules;
    private final LocalDateTime now;

    public Rehearsal(Definitions definitions, LocalDateTime now) {
        this.definitions = definitions;
        this.rules = Bench.Rules.of(definitions, new Dependencies(definitions.forms(), definitions.units()));
        this.reading = new FileReading(new WorkbookReader(definitions), rules.periods());
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
        Stage stage = new Stage();
        for (int index = 0; index < files.size(); index++) {
            stage.take(index, files.get(index), read.get(index));
        }
        stage.allot();
        stage.judge();
        List<FileAnswer> answers = new ArrayList<>();
        for (int index = 0; index < files.size(); index++) {
            Exhibit file = files.get(index);
            Optional<NotTaken> objection = objections.get(index);
            answers.add(
                    objection.isPresent()
                            ? objection.get().answer(file.path())
                            : stage.answer(index, file, read.get(index)));
        }
        return answers;
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
    private final class Stage extends Bench {
        private final Map<Long, StoredSubmission> submissions = new TreeMap<>();
        private final Map<Long, ReadSubmission> read = new HashMap<>();
        private final Map<Long, List<Finding>> readings = new HashMap<>();
        private final Map<SubmissionKey, List<StoredSubmission>> rounds = new TreeMap<>(rules.order());
        private final Map<Long, Review> reviews = new HashMap<>();

        Stage() {
            super(Rehearsal.this.rules);
        }

        void take(long file, Exhibit exhibit, ReadWorkbook workbook) {
            int sheet = 1;
            for (ReadSubmission one : workbook.submissions()) {
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
                                one.heading(),
                                Digests.content(one),
                                null,
                                null,
                                null));
                read.put(id, FileReading.kept(one));
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
                RoundAllotment.Plan plan = RoundAllotment.plan(List.of(), some);
                for (RoundAllotment.Plan.Round round : plan.opened()) {
                    StoredSubmission opened =
                            allotted(submissions.get(round.id()), round.number(), round.digest(), null);
                    submissions.put(round.id(), opened);
                    rounds.computeIfAbsent(key, any -> new ArrayList<>()).add(opened);
                    if (plan.ambiguous()) {
                        List<Finding> more = new ArrayList<>(readFindings(round.id()));
                        more.add(Remarks.ambiguousRound());
                        readings.put(round.id(), more);
                    }
                }
                plan.repeated().forEach((id, first) -> {
                    StoredSubmission copy = submissions.get(id);
                    submissions.put(id, allotted(copy, null, copy.digest(), first));
                });
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
                    one.heading(),
                    digest,
                    round,
                    duplicateOf,
                    null);
        }

        /** In the order of reviews each sees what is judged before it as it was judged, and of the rest what could be read. */
        void judge() {
            submissions.values().stream()
                    .filter(one -> one.key() == null)
                    .forEach(one -> reviews.put(one.id(), keyless(readFindings(one.id()))));
            rounds.forEach((key, some) -> some.forEach(round -> {
                Review review = judge(key, round);
                reviews.put(round.id(), review);
                counting.put(round.id(), review.counts());
            }));
        }

        FileAnswer answer(long file, Exhibit exhibit, ReadWorkbook workbook) {
            ManifestRow row = new ManifestRow(
                    file,
                    CLAIM,
                    exhibit.path(),
                    0,
                    exhibit.sha256(),
                    workbook.isUnreadable() ? ManifestRow.State.UNREADABLE : ManifestRow.State.READ,
                    null);
            List<Dossiers.FormState> forms = submissions.values().stream()
                    .filter(one -> one.file() == file)
                    .map(this::state)
                    .toList();
            return Dossiers.answer(new Dossiers.FileState(row, forms, workbook.findings(), null));
        }

        private Dossiers.FormState state(StoredSubmission one) {
            Long repeated = one.duplicateOf();
            StoredSubmission original = repeated == null ? one : submissions.get(repeated);
            Review review = reviews.get(original.id());
            UnitCode unit = one.unit();
            return new Dossiers.FormState(
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
                    review.findings());
        }

        @Override
        List<StoredSubmission> seen(SubmissionKey key) {
            return rounds.getOrDefault(key, List.of());
        }

        @Override
        Map<Long, Boolean> verdicts(Set<Long> some) {
            return Map.of();
        }

        @Override
        List<Observation> readFigures(long round) {
            return read.get(round).observations();
        }

        @Override
        List<Finding> readFindings(long round) {
            return readings.getOrDefault(round, List.of());
        }

        @Override
        Review explained(SubmissionKey key, Review review, StoredSubmission round) {
            return review;
        }
    }
}

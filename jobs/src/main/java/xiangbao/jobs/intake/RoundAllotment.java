package xiangbao.jobs.intake;

import java.time.Clock;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.transaction.annotation.Transactional;
import xiangbao.jobs.outcomes.IntakeFindings;
import xiangbao.jobs.store.claims.Manifest;
import xiangbao.jobs.store.claims.ManifestRow;
import xiangbao.jobs.store.seals.SealedPeriods;
import xiangbao.jobs.store.seals.Seals;
import xiangbao.jobs.store.submissions.Findings;
import xiangbao.jobs.store.submissions.StoredSubmission;
import xiangbao.jobs.store.submissions.Submissions;
import xiangbao.jobs.workspace.Digests;
import xiangbao.statistics.findings.Finding;
import xiangbao.statistics.submissions.SubmissionKey;

/** Allots rounds to what a claim brought, once all of it is read. */
public class RoundAllotment {
    /**
     * One version of a form, as it came or as it is stored.
     *
     * @param printed 第n次报送 as printed, 0 when it does not say
     */
    record Version(long id, int printed, String digest) {}

    /**
     * What becomes of the versions that came together.
     *
     * @param repeated by version, the stored round that it repeats
     * @param opened the versions that open new rounds, in order, under the digest that they are stored with
     */
    record Allotment(Map<Version, Version> repeated, List<Version> opened, boolean ambiguous) {}

    public static final Comparator<StoredSubmission> ARRIVAL = Comparator.comparing(StoredSubmission::printedRound)
            .thenComparing(StoredSubmission::path)
            .thenComparing(StoredSubmission::sheetNumber);

    private final Manifest manifest;
    private final Submissions submissions;
    private final Findings findings;
    private final Seals seals;
    private final Clock clock;

    RoundAllotment(Manifest manifest, Submissions submissions, Findings findings, Seals seals, Clock clock) {
        this.manifest = manifest;
        this.submissions = submissions;
        this.findings = findings;
        this.seals = seals;
        this.clock = clock;
    }

    @Transactional
    public void allot(long claim) {
        Map<SubmissionKey, List<StoredSubmission>> byKey = new TreeMap<>();
        for (StoredSubmission one : submissions.ofClaim(claim)) {
            if (one.round() != null || one.duplicateOf() != null || one.isHeld()) {
                continue;
            }
            SubmissionKey key = one.key();
            if (key == null) {
                allotKeyless(one);
            } else {
                byKey.computeIfAbsent(key, any -> new ArrayList<>()).add(one);
            }
        }
        SealedPeriods sealed = seals.sealed();
        byKey.forEach((key, arrived) -> {
            List<StoredSubmission> certain =
                    arrived.stream().filter(one -> !one.attributed()).toList();
            boolean held = sealed.cover(key.period());
            if (!certain.isEmpty()) {
                allot(claim, key, certain, held);
            }
            arrived.stream()
                    .filter(StoredSubmission::attributed)
                    .sorted(ARRIVAL)
                    .forEach(one -> allotAttributed(claim, one, key, !certain.isEmpty() || held));
        });
        for (ManifestRow file : manifest.files(claim)) {
            if (file.state() == ManifestRow.State.UNREADABLE && file.duplicateOf() == null && file.sha256() != null) {
                repeatUnreadable(file);
            }
        }
    }

    /** One with a damaged heading is a round of its own, but never stands in the way of one that says itself what it is, nor behind a seal. */
    private void allotAttributed(long claim, StoredSubmission one, SubmissionKey key, boolean aside) {
        if (aside) {
            // it stays without a round: several of a key may be put aside, and no two can have the same
            return;
        }
        apply(planAttributed(submissions.rounds(key), one), claim, false);
    }

    /** @param rounds stored so far, the first one first */
    public static Plan planAttributed(List<StoredSubmission> rounds, StoredSubmission one) {
        StoredSubmission newest = rounds.isEmpty() ? null : rounds.get(rounds.size() - 1);
        return newest != null && newest.digest().equals(one.digest())
                ? new Plan(List.of(), Map.of(one.id(), newest.id()), false)
                : new Plan(List.of(new Plan.Round(one.id(), rounds.size() + 1, one.digest())), Map.of(), false);
    }

    private void allotKeyless(StoredSubmission one) {
        for (StoredSubmission earlier : submissions.earlierKeyless(one)) {
            if (earlier.path().equals(one.path()) && earlier.digest().equals(one.digest())) {
                submissions.repeats(one.id(), earlier.id());
                return;
            }
        }
        submissions.allot(one.id(), 0, one.digest());
    }

    private void repeatUnreadable(ManifestRow file) {
        List<String> reasons = reasons(file.id());
        for (ManifestRow earlier : manifest.earlierUnreadable(file)) {
            if (reasons(earlier.id()).equals(reasons)) {
                manifest.repeats(file.id(), earlier.id());
                return;
            }
        }
    }

    private List<String> reasons(long file) {
        return findings.of(Findings.Owner.FILE, file).stream()
                .map(Finding::code)
                .sorted()
                .toList();
    }

    /**
     * Allots what a key brought. In a sealed period the rounds are the same, but are held: they follow on what is held already, and open when they are let
     * in.
     */
    private void allot(long claim, SubmissionKey key, List<StoredSubmission> arrived, boolean held) {
        List<StoredSubmission> before = new ArrayList<>(submissions.rounds(key));
        if (held) {
            before.addAll(submissions.held(key));
            before.sort(Comparator.comparing(RoundAllotment::number));
        }
        apply(plan(before, arrived), claim, held);
    }

    private void apply(Plan plan, long claim, boolean held) {
        for (Plan.Round round : plan.opened()) {
            // what names persons is not kept, so it cannot wait: it goes back at once
            boolean kept = !FileReading.namesPersons(findings.of(Findings.Owner.READING, round.id()));
            if (held && kept) {
                submissions.hold(round.id(), claim, round.number(), round.digest(), LocalDateTime.now(clock));
            } else {
                submissions.allot(round.id(), round.number(), round.digest());
            }
            if (plan.ambiguous()) {
                findings.add(Findings.Owner.READING, round.id(), IntakeFindings.ambiguousRound());
            }
        }
        plan.repeated().forEach(submissions::repeats);
    }

    /**
     * What becomes of the submissions of one key.
     *
     * @param opened those that open rounds, in their order
     * @param repeated by the id of one that opens none, the submission that it repeats
     * @param ambiguous nobody can tell which of the opened ones is the newest
     */
    public record Plan(List<Round> opened, Map<Long, Long> repeated, boolean ambiguous) {
        public record Round(long id, int number, String digest) {}
    }

    /** @param before rounds stored so far, the first one first */
    public static Plan plan(List<StoredSubmission> before, List<StoredSubmission> arrived) {
        Map<String, StoredSubmission> distinct = new LinkedHashMap<>();
        Map<Long, Long> copies = new LinkedHashMap<>();
        arrived.stream().sorted(ARRIVAL).forEach(one -> {
            StoredSubmission same = distinct.putIfAbsent(one.digest(), one);
            if (same != null) {
                copies.put(one.id(), same.id());
            }
        });
        List<Version> rounds = versions(before);
        Allotment allotment = decide(rounds, versions(new ArrayList<>(distinct.values())));
        Map<Long, Long> repeated = new LinkedHashMap<>();
        allotment.repeated().forEach((version, round) -> repeated.put(version.id(), round.id()));
        int number = rounds.size();
        List<Plan.Round> opened = new ArrayList<>();
        for (Version version : allotment.opened()) {
            opened.add(new Plan.Round(version.id(), ++number, version.digest()));
        }
        Map<Long, Long> standsFor = Map.copyOf(repeated);
        copies.forEach((copy, first) -> repeated.put(copy, standsFor.getOrDefault(first, first)));
        return new Plan(opened, repeated, allotment.ambiguous());
    }

    /** Lets held submissions in as the rounds that they were to be. */
    public void admit(List<StoredSubmission> held) {
        for (StoredSubmission one : held) {
            submissions.allot(
                    one.id(), java.util.Objects.requireNonNull(one.heldRound(), "it was never held"), one.digest());
        }
    }

    private static int number(StoredSubmission one) {
        Integer held = one.heldRound();
        return held != null && one.isHeld() ? held : one.roundNumber();
    }

    private static List<Version> versions(List<StoredSubmission> stored) {
        return stored.stream()
                .map(one -> new Version(one.id(), one.printedRound(), one.digest()))
                .toList();
    }

    /**
     * Orders versions that came together by their printed round, or calls them ambiguous, and finds those that only repeat the newest rounds. A single
     * version repeats the newest round or opens the next, so that A, B, A again is a correction.
     *
     * @param rounds stored so far, the first one first
     * @param arrived distinct versions
     */
    static Allotment decide(List<Version> rounds, List<Version> arrived) {
        boolean printed = arrived.stream().allMatch(version -> version.printed() > 0)
                && arrived.stream().map(Version::printed).distinct().count() == arrived.size();
        boolean ambiguous = arrived.size() > 1 && !printed;
        List<Version> ordered = new ArrayList<>();
        for (Version version : arrived) {
            // under another digest, because either of them alone is a clear statement later
            ordered.add(
                    ambiguous
                            ? new Version(
                                    version.id(),
                                    version.printed(),
                                    Digests.of(List.of(version.digest(), "AMBIGUOUS-ROUND")))
                            : version);
        }
        ordered.sort(
                ambiguous
                        ? Comparator.comparing(Version::digest)
                        : Comparator.comparing(Version::printed).thenComparing(Version::digest));
        int overlap = Math.min(rounds.size(), ordered.size());
        while (overlap > 0 && !sameDigests(rounds.subList(rounds.size() - overlap, rounds.size()), ordered)) {
            overlap--;
        }
        Map<Version, Version> repeated = new LinkedHashMap<>();
        for (int index = 0; index < overlap; index++) {
            repeated.put(ordered.get(index), rounds.get(rounds.size() - overlap + index));
        }
        return new Allotment(repeated, List.copyOf(ordered.subList(overlap, ordered.size())), ambiguous);
    }

    private static boolean sameDigests(List<Version> tail, List<Version> arrived) {
        for (int index = 0; index < tail.size(); index++) {
            if (!tail.get(index).digest().equals(arrived.get(index).digest())) {
                return false;
            }
        }
        return true;
    }
}

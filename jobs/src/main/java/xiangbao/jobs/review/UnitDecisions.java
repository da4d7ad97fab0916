package xiangbao.jobs.review;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import xiangbao.jobs.store.decisions.FindingName;
import xiangbao.jobs.store.decisions.StoredDecision;
import xiangbao.jobs.workspace.Digests;
import xiangbao.statistics.audit.Review;
import xiangbao.statistics.confrontation.RelationVerdict;
import xiangbao.statistics.definitions.AcceptedBand;
import xiangbao.statistics.definitions.ExplanationMemory;
import xiangbao.statistics.definitions.Precedent;
import xiangbao.statistics.findings.Finding;
import xiangbao.statistics.periods.ReferencePeriod;
import xiangbao.statistics.submissions.SubmissionKey;
import xiangbao.statistics.text.DateText;

/** What was decided about the doubts of one unit, and what follows from it for later periods. It looks back only. */
public final class UnitDecisions {
    /** The verdict on the round that counts of an earlier period. */
    interface Earlier {
        Optional<Standing> of(SubmissionKey key);
    }

    /** @param content digest of the submission */
    record Standing(Review review, String content) {}

    private final ExplanationMemory memory;
    private final List<StoredDecision> all;
    private final Map<Long, String> texts;
    private final WaivedRelations waived;

    /** @param texts of the explanations on which decisions rest, by their ids */
    UnitDecisions(ExplanationMemory memory, List<StoredDecision> all, Map<Long, String> texts, WaivedRelations waived) {
        this.memory = memory;
        this.all = List.copyOf(all);
        this.texts = Map.copyOf(texts);
        this.waived = waived;
    }

    /**
     * A review in the light of what was decided, now or about an earlier period.
     *
     * @param content digest of the submission
     */
    public Review applied(SubmissionKey key, Review audited, String content, Earlier earlier) {
        Review review = waived.applied(key, audited);
        return all.isEmpty()
                ? review
                : review.deciding(
                        finding -> applied(key, finding, Digests.said(finding, review.verdicts(), content), earlier));
    }

    private Finding applied(SubmissionKey key, Finding finding, String said, Earlier earlier) {
        FindingName name = FindingName.of(key, finding);
        Finding told = precedent(name, earlier)
                .map(one -> one.applied(finding, key.period(), memory))
                .orElse(finding);
        for (StoredDecision one : about(name)) {
            if (one.kind() == StoredDecision.Kind.ASKED) {
                told = told.noted(question(one));
            } else if (one.said().equals(said)) {
                told = one.kind() == StoredDecision.Kind.ACCEPTED ? told.asExplained() : told.asRefused(refusal(one));
            }
        }
        return told;
    }

    private static String question(StoredDecision one) {
        return "县统计局 " + DateText.day(one.at()) + "追问：" + ended(one.text()) + "请在审核说明里答复。";
    }

    private static String refusal(StoredDecision one) {
        return "县统计局 " + DateText.day(one.at()) + "退回：" + ended(one.text()) + "请改正后重新报送，写说明不能通过。";
    }

    private static String ended(String text) {
        return text.matches("(?s).*[。！？!?.]") ? text : text + "。";
    }

    /** All about a doubt, with whatever figures, the first first. */
    List<StoredDecision> about(FindingName name) {
        return all.stream().filter(one -> one.about().equals(name)).toList();
    }

    /** Whether a question was asked after a claim in which the unit said something. */
    boolean isAskedSince(FindingName name, long claim) {
        return about(name).stream().anyMatch(one -> one.kind() == StoredDecision.Kind.ASKED && one.claim() > claim);
    }

    /** By whom, when and why a doubt was last let pass. */
    public Optional<StoredDecision> acceptance(FindingName name, String said) {
        return last(name, said).filter(one -> one.kind() == StoredDecision.Kind.ACCEPTED);
    }

    private Optional<StoredDecision> last(FindingName name, String said) {
        return about(name).stream()
                .filter(one ->
                        one.kind() != StoredDecision.Kind.ASKED && one.said().equals(said))
                .reduce((first, second) -> second);
    }

    /** Whether what becomes of a key may matter to later periods. */
    public boolean reachBeyond(SubmissionKey key) {
        return all.stream().anyMatch(one -> one.about().key().equals(key) && one.remembered() != null);
    }

    /** The later periods to which that matters. */
    public Stream<ReferencePeriod> beyond(ReferencePeriod period) {
        return Stream.iterate(period.next(), ReferencePeriod::next).takeWhile(later -> memory.isTold(period, later));
    }

    /** The newest explanation of an earlier period that was accepted about the same doubt, and still stands there. */
    Optional<Precedent> precedent(FindingName name, Earlier earlier) {
        return all.stream()
                .filter(one -> one.remembered() != null && isBefore(one.about(), name))
                .map(one -> one.about().key())
                .distinct()
                .sorted(Comparator.comparing(SubmissionKey::period).reversed())
                .flatMap(key -> earlier
                        .of(key)
                        .flatMap(standing -> accepted(new FindingName(key, name.code(), name.instance()), standing))
                        .stream())
                .findFirst();
    }

    private boolean isBefore(FindingName one, FindingName later) {
        ReferencePeriod period = one.key().period();
        ReferencePeriod other = later.key().period();
        return one.key().form().equals(later.key().form())
                && one.code().equals(later.code())
                && one.instance().equals(later.instance())
                && period.frequency() == other.frequency()
                && period.compareTo(other) < 0
                && memory.isTold(period, other);
    }

    private Optional<Precedent> accepted(FindingName name, Standing standing) {
        List<RelationVerdict> verdicts = standing.review().verdicts();
        return standing.review().findings().stream()
                .filter(finding -> finding.explained()
                        && FindingName.of(name.key(), finding).equals(name))
                .findFirst()
                .flatMap(finding -> acceptance(name, Digests.said(finding, verdicts, standing.content())))
                .flatMap(one -> precedent(name.key().period(), one));
    }

    private Optional<Precedent> precedent(ReferencePeriod period, StoredDecision one) {
        StoredDecision.Remembered remembered = one.remembered();
        return remembered == null
                ? Optional.empty()
                : AcceptedBand.around(remembered.value(), remembered.margin())
                        .map(band -> new Precedent(
                                period,
                                band,
                                Optional.ofNullable(one.explanation())
                                        .map(texts::get)
                                        .orElse(one.text())));
    }
}

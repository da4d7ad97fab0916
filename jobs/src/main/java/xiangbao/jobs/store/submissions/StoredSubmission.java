package xiangbao.jobs.store.submissions;

import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;
import xiangbao.statistics.forms.FormCode;
import xiangbao.statistics.periods.ReferencePeriod;
import xiangbao.statistics.submissions.CellReference;
import xiangbao.statistics.submissions.Filing;
import xiangbao.statistics.submissions.SubmissionKey;
import xiangbao.statistics.units.UnitCode;

/**
 * A form in a file, without its figures.
 *
 * @param received when its file was taken out of the inbox
 * @param filing 填报情况
 * @param heading the cell that says the period; null where it was not kept
 * @param attributed whether unit and period are not those of its heading, which does not say them or says them wrongly; it has no figures and never counts
 * @param round null until it is allotted, and for one with a damaged heading beside a sound one; 0 for one without a certain key, or that repeats another
 * @param duplicateOf the submission that it repeats, or null
 * @param heldRound the round that it was to become when it came for a sealed period, or null
 */
public record StoredSubmission(
        long id,
        long file,
        String path,
        String sha256,
        LocalDateTime received,
        int sheetNumber,
        String sheet,
        FormCode form,
        @Nullable UnitCode unit,
        @Nullable ReferencePeriod period,
        int printedRound,
        Filing filing,
        @Nullable CellReference heading,
        boolean attributed,
        String digest,
        @Nullable Integer round,
        @Nullable Long duplicateOf,
        @Nullable Integer heldRound) {
    public @Nullable SubmissionKey key() {
        return unit == null || period == null ? null : new SubmissionKey(form, unit, period);
    }

    /** The key of one that has a round. */
    public SubmissionKey certainKey() {
        SubmissionKey key = key();
        if (key == null) {
            throw new IllegalStateException("submission " + id + " has no certain key");
        }
        return key;
    }

    /** 封存期暂存: kept, and in no round until a correction or the end of the seal lets it in. */
    public boolean isHeld() {
        return heldRound != null && round == null && duplicateOf == null;
    }

    public int roundNumber() {
        return round == null ? 0 : round;
    }
}

package xiangbao.jobs.answers.rules;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import xiangbao.jobs.rules.BandChange;
import xiangbao.jobs.rules.BandsAnswer;
import xiangbao.statistics.bands.Against;
import xiangbao.statistics.bands.Band;
import xiangbao.statistics.forms.FormCode;
import xiangbao.statistics.forms.IndicatorCode;
import xiangbao.statistics.periods.ReferencePeriod;

/** What was learned of what is usual. */
public record BandsJson(
        ReferencePeriod from,
        ReferencePeriod to,
        Path file,
        boolean written,
        List<Learned> forms,
        List<Usual> bands,
        List<Change> changes) {
    public static BandsJson of(BandsAnswer answer) {
        return new BandsJson(
                answer.order().from(),
                answer.order().to(),
                answer.file(),
                answer.written(),
                answer.forms().stream().map(Learned::of).toList(),
                answer.bands().stream().map(Usual::of).toList(),
                answer.changes().stream().map(Change::of).toList());
    }

    /** How much a form taught. */
    public record Learned(FormCode form, String title, int periods, int reports, int bands) {
        private static Learned of(BandsAnswer.FormLearned form) {
            return new Learned(
                    form.form(),
                    form.title(),
                    form.periods(),
                    form.reports(),
                    form.bands().size());
        }
    }

    /** A band that differs from that in force. */
    public record Change(@Nullable Usual before, @Nullable Usual after) {
        private static Change of(BandChange change) {
            Band before = change.before();
            Band after = change.after();
            return new Change(before == null ? null : Usual.of(before), after == null ? null : Usual.of(after));
        }
    }

    /** What is usual of an indicator. */
    public record Usual(
            IndicatorCode indicator,
            Against against,
            @Nullable String base,
            @Nullable Integer season,
            BigDecimal median,
            BigDecimal lower,
            BigDecimal upper,
            @Nullable BigDecimal size,
            int cases) {
        private static Usual of(Band band) {
            return new Usual(
                    band.indicator(),
                    band.against(),
                    base(band),
                    band.season() == 0 ? null : band.season(),
                    plain(band.median()),
                    plain(band.lower()),
                    plain(band.upper()),
                    band.against().isChange() ? plain(band.size()) : null,
                    band.cases());
        }

        private static @Nullable String base(Band band) {
            if (band.base().isEmpty()) {
                return null;
            }
            return band.against() == Against.FIGURE ? "[" + band.base() + "]" : band.base();
        }

        private static BigDecimal plain(double number) {
            return BigDecimal.valueOf(number).stripTrailingZeros();
        }
    }
}

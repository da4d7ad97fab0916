package xiangbao.jobs.answers.figures;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.math.BigDecimal;
import java.math.MathContext;
import org.jspecify.annotations.Nullable;
import xiangbao.statistics.aggregate.OfficialGap;
import xiangbao.statistics.periods.ReferencePeriod;

/** 核定数 beside a figure, and how far the figure lies from it. */
public record OfficialJson(
        BigDecimal official,
        String document,
        BigDecimal difference,
        @Nullable BigDecimal differencePercent,
        boolean beyondRounding) {
    private static final MathContext FIFTEEN_DIGITS = new MathContext(15);

    static OfficialJson of(OfficialGap gap) {
        BigDecimal percent = gap.percent();
        return new OfficialJson(
                plain(gap.official().value()),
                gap.official().document(),
                plain(gap.difference()),
                percent == null ? null : plain(percent.round(FIFTEEN_DIGITS)),
                gap.beyondRounding());
    }

    private static BigDecimal plain(BigDecimal number) {
        return number.signum() == 0 ? BigDecimal.ZERO : number.stripTrailingZeros();
    }

    /** The figure that it stands beside, with it. */
    public record Gap(
            String code,
            String title,
            ReferencePeriod period,
            BigDecimal value,
            String unitOfMeasure,
            @JsonUnwrapped OfficialJson official) {
        public static Gap of(OfficialGap gap) {
            return new Gap(gap.code(), gap.title(), gap.period(), plain(gap.value()), gap.unit(), OfficialJson.of(gap));
        }
    }
}

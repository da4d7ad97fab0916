package xiangbao.jobs.answers.seals;

import java.util.List;
import org.jspecify.annotations.Nullable;
import xiangbao.jobs.seals.SealAnswer;
import xiangbao.statistics.periods.ReferencePeriod;
import xiangbao.statistics.publication.Vintage;

/** A period that is sealed, or what it lacks. */
public record SealJson(
        ReferencePeriod period,
        boolean sealed,
        @Nullable Integer run,
        Vintage vintage,
        int exit,
        List<SealAnswer.Lack> lacking,
        List<String> reports) {
    public static SealJson of(SealAnswer answer) {
        return new SealJson(
                answer.period(),
                answer.sealed(),
                answer.run(),
                answer.vintage(),
                answer.exit(),
                answer.lacking(),
                answer.reports());
    }
}

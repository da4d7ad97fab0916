package xiangbao.jobs.answers.doubts;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import xiangbao.jobs.doubts.DoubtsAnswer;
import xiangbao.statistics.periods.ReferencePeriod;

/** The doubts of a period, with what could not be filed and what is waived. */
public record DoubtsJson(
        ReferencePeriod period,
        LocalDate today,
        @Nullable Integer run,
        List<DoubtJson> findings,
        List<DoubtsAnswer.Unfiled> unfiled,
        List<WaiverJson> waivers) {
    public static DoubtsJson of(DoubtsAnswer answer) {
        return new DoubtsJson(
                answer.period(),
                answer.today(),
                answer.run(),
                DoubtJson.all(answer.doubts()),
                answer.unfiled(),
                answer.waivers().stream().map(WaiverJson::of).toList());
    }
}

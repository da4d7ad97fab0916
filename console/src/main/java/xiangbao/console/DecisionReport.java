package xiangbao.console;

import xiangbao.jobs.Office;
import xiangbao.jobs.answers.doubts.DecisionJson;
import xiangbao.jobs.doubts.DecisionAnswer;
import xiangbao.jobs.doubts.DecisionOrder;
import xiangbao.jobs.doubts.DoubtDecisions;

/** Has it decided about doubts and tells what came of it. */
final class DecisionReport {
    private DecisionReport() {}

    /** Returns the exit code. */
    static int of(Place place, DecisionOrder order) {
        try (Office office = place.standingOffice()) {
            DecisionAnswer answer = office.entry(DoubtDecisions.class).decide(order);
            if (place.json()) {
                place.terminal().json(DecisionJson.of(answer));
            } else {
                new DoubtScreen(place.terminal()).decided(answer);
            }
            return answer.exit();
        }
    }
}

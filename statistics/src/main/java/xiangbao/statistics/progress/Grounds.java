package xiangbao.statistics.progress;

import java.util.List;
import xiangbao.statistics.aggregate.Contribution;
import xiangbao.statistics.aggregate.Coverage;

/**
 * On which reported figures an actual rests.
 *
 * @param coverage that of the least covered figure
 * @param contributions the reported figures one by one
 * @param forecast whether some of them are 预计
 * @param provisional whether not all of them have passed
 */
public record Grounds(Coverage coverage, List<Contribution> contributions, boolean forecast, boolean provisional) {
    /** Nothing is reported. */
    public static final Grounds NONE = new Grounds(Coverage.NONE, List.of(), false, false);

    public Grounds {
        contributions = List.copyOf(contributions);
    }
}

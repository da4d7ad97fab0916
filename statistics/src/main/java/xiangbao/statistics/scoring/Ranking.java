package xiangbao.statistics.scoring;

import java.util.List;

/**
 * 考核排名 of one group.
 *
 * @param scores the best first, equal ones in register order; who owes nothing is not among them
 */
public record Ranking(RankedGroup group, List<Score> scores) {
    public Ranking {
        scores = List.copyOf(scores);
    }
}

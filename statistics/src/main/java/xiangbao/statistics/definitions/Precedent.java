package xiangbao.statistics.definitions;

import xiangbao.statistics.figures.FigureText;
import xiangbao.statistics.findings.Finding;
import xiangbao.statistics.periods.ReferencePeriod;

/**
 * 沿用: an explanation that was accepted about the same doubt of the same figure in an earlier period.
 *
 * @param explanation what was said
 */
public record Precedent(ReferencePeriod period, AcceptedBand band, String explanation) {
    /** What becomes of a later period's doubt: it rests on this one as long as its value and its period are within reach, and otherwise says why it does not. */
    public Finding applied(Finding doubt, ReferencePeriod later, ExplanationMemory memory) {
        if (!memory.reaches(period, later)) {
            return doubt.noted(
                    period.title() + "的说明是：“" + explanation + "”。已超过 " + memory.months() + " 个月，不再沿用，请重新说明。");
        }
        if (!band.holds(doubt.comparison().actual())) {
            return doubt.noted("上次（" + period.title() + "）说明的范围是 " + band + "，本期是 "
                    + FigureText.grouped(doubt.comparison().actual()) + "，不能沿用。上次的说明是：“" + explanation + "”。请重新说明。");
        }
        return doubt.asRemembered("已说明（沿用" + period.title() + "说明）：“" + explanation + "”；认可的范围是 " + band + "，不用再写。");
    }
}

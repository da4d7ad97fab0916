package xiangbao.statistics.screens;

import java.math.BigDecimal;
import java.util.Optional;
import xiangbao.statistics.forms.Indicator;
import xiangbao.statistics.periods.ReferencePeriod;

/** What is known about a unit beside the submission at hand: its earlier figures and its master data. */
public interface Past {
    /** A figure of an earlier period, of all that the unit came of together; empty where it was not reported or is not comparable. */
    Optional<BigDecimal> figure(Indicator indicator, String line, ReferencePeriod period);

    /** Master data 底册 of the unit. */
    Optional<BigDecimal> attribute(String name);
}

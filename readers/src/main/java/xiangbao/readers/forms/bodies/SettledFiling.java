package xiangbao.readers.forms.bodies;

import java.util.List;
import xiangbao.statistics.submissions.Filing;
import xiangbao.statistics.submissions.Observation;

/** The 填报情况 that counts, and what the form says under it. */
public record SettledFiling(Filing filing, List<Observation> observations) {}

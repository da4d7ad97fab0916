package xiangbao.jobs.answers.figures;

import java.util.List;
import xiangbao.jobs.inquiries.UnitStatus;

/** Who owes what, and what became of it. */
public record StatusJson(List<UnitStatus> units) {}

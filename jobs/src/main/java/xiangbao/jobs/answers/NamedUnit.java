package xiangbao.jobs.answers;

import org.jspecify.annotations.Nullable;
import xiangbao.statistics.units.UnitCode;

/** A reporting unit by its code and its name. */
public record NamedUnit(@Nullable UnitCode unit, String unitName) {}

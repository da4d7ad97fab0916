package xiangbao.console;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;
import xiangbao.statistics.periods.ReferencePeriod;

/** Reads a period from the command line. */
final class PeriodOption implements ITypeConverter<ReferencePeriod> {
    @Override
    public ReferencePeriod convert(String text) {
        return ReferencePeriod.parse(text.strip())
                .orElseThrow(() -> new TypeConversionException("报告期“" + text
                        + "”不对：应写成 2026-09（月）、2026-Q3（季）、2026-S1（半年）或 2026（年）。" + PeriodSpelling.suggestion(text)));
    }
}

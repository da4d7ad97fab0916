package xiangbao.console;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;
import xiangbao.jobs.runs.RunName;

/** Reads the name of a run from the command line. */
final class RunOption implements ITypeConverter<RunName> {
    @Override
    public RunName convert(String text) {
        return RunName.parse(text)
                .orElseThrow(() -> new TypeConversionException(
                        "汇总次数“" + text + "”不对：应写成 2026-Q3/7（报告期/次数），有 --period 时只写 7 也行。" + suggestion(text)));
    }

    private static String suggestion(String text) {
        int slash = text.indexOf('/');
        return slash < 0
                ? ""
                : PeriodSpelling.meant(text.substring(0, slash))
                        .map(period -> "您是不是想写 " + period + text.substring(slash) + "？")
                        .orElse("");
    }
}

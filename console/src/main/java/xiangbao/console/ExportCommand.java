package xiangbao.console;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;
import xiangbao.jobs.Office;
import xiangbao.jobs.answers.figures.ExportJson;
import xiangbao.jobs.inquiries.ExportAnswer;
import xiangbao.jobs.inquiries.ExportOrder;
import xiangbao.jobs.inquiries.Exports;
import xiangbao.jobs.runs.RunName;
import xiangbao.jobs.workspace.OrderedScope;
import xiangbao.reports.export.ExportFormat;
import xiangbao.statistics.forms.FormCode;
import xiangbao.statistics.periods.ReferencePeriod;

/** {@code xiangbao export}: the figures of a run for other programs. */
@Command(name = "export", description = "导出汇总数：csv 给 Excel，sdmx-csv（另附结构文件）给统计系统。", sortOptions = false)
final class ExportCommand implements Callable<Integer> {
    @Mixin
    @SuppressWarnings("NullAway.Init")
    private Place place;

    @Option(
            names = "--format",
            required = true,
            paramLabel = "格式",
            converter = FormatOption.class,
            description = "csv 或 sdmx-csv")
    @SuppressWarnings("NullAway.Init")
    private ExportFormat format;

    @Option(names = "--period", paramLabel = "报告期", converter = PeriodOption.class, description = "如 2026-Q3")
    private @Nullable ReferencePeriod period;

    @Option(
            names = "--run",
            paramLabel = "次数",
            converter = RunOption.class,
            description = "以前某次汇总，如 2026-Q3/7，有 --period 时写 7；不写则最近一次")
    private @Nullable RunName run;

    @Option(names = "--form", paramLabel = "表号", description = "如 平31-1；不写则全部报表")
    private @Nullable String form;

    @Option(names = "--unit", paramLabel = "单位", description = "单位代码或名称；all 为全县和全部单位；不写则只导出全县")
    private @Nullable String unit;

    @Option(names = "--out", paramLabel = "文件或目录", description = "写到哪里；默认工作目录下的 exports")
    private @Nullable Path out;

    @Override
    public Integer call() {
        if (run == null && period == null) {
            throw new UsageException("缺少必需的选项或参数：--period（或 --run 2026-Q3/7）。");
        }
        Optional<ReferencePeriod> asked = Optional.ofNullable(period);
        Optional<FormCode> only = Optional.ofNullable(form).map(FormsCommand::formCode);
        try (Office office = place.standingOffice()) {
            ExportAnswer answer = office.entry(Exports.class)
                    .export(new ExportOrder(
                            format,
                            asked,
                            Optional.ofNullable(run).map(name -> name.within(asked)),
                            only,
                            office.entry(OrderedScope.class).choice(Optional.ofNullable(unit)),
                            Optional.ofNullable(out)));
            if (place.json()) {
                place.terminal().json(ExportJson.of(answer));
            } else {
                new Screen(place.terminal()).exported(answer);
            }
            return 0;
        }
    }

    /** Reads the format from the command line. */
    static final class FormatOption implements ITypeConverter<ExportFormat> {
        @Override
        public ExportFormat convert(String text) {
            return ExportFormat.of(text.strip())
                    .orElseThrow(() -> new TypeConversionException("导出格式“" + text + "”不对：应写成 csv 或 sdmx-csv。"));
        }
    }
}

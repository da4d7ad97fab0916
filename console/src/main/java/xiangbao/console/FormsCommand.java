package xiangbao.console;

import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import xiangbao.jobs.Office;
import xiangbao.jobs.answers.FormsJson;
import xiangbao.jobs.forms.FormsAnswer;
import xiangbao.jobs.forms.FormsOrder;
import xiangbao.jobs.forms.FormsToFill;
import xiangbao.jobs.forms.NothingToFillException;
import xiangbao.statistics.forms.FormCode;
import xiangbao.statistics.periods.ReferencePeriod;

/** {@code xiangbao forms}: blank workbooks to fill, one for each unit. */
@Command(name = "forms", description = "生成空白报表，每个单位一个工作簿，带出单位、报告期和以前的数。", sortOptions = false)
final class FormsCommand implements Callable<Integer> {
    @Mixin
    @SuppressWarnings("NullAway.Init")
    private Place place;

    @Option(
            names = "--period",
            required = true,
            paramLabel = "报告期",
            converter = PeriodOption.class,
            description = "如 2026-Q3（季报）、2026-09（月报）、2026-S1（半年报）、2026（年报）")
    @SuppressWarnings("NullAway.Init")
    private ReferencePeriod period;

    @Option(names = "--unit", paramLabel = "单位", description = "单位代码或名称，如 430626111 或 伍市镇；不写则全部单位")
    private @Nullable String unit;

    @Option(names = "--form", paramLabel = "表号", split = ",", description = "如 平31-1，可写多个；不写则本期的全部报表")
    private Set<String> forms = new TreeSet<>();

    @Option(names = "--out", paramLabel = "目录", description = "写到哪里；默认工作目录下的 forms/报告期")
    private @Nullable Path out;

    /** A form as people write it on the command line. */
    static FormCode formCode(String text) {
        try {
            return new FormCode(text);
        } catch (IllegalArgumentException notACode) {
            throw new UsageException("表号“" + text + "”不对：应写成 平31-1 的样子。");
        }
    }

    @Override
    public Integer call() {
        Set<FormCode> wanted = new TreeSet<>();
        for (String form : forms) {
            wanted.add(formCode(form.strip()));
        }
        try (Office office = place.office()) {
            FormsAnswer answer = office.entry(FormsToFill.class).write(new FormsOrder(period, unit, wanted, out));
            if (place.json()) {
                place.terminal().json(FormsJson.of(answer));
            } else {
                new Screen(place.terminal()).forms(answer);
            }
            return 0;
        } catch (NothingToFillException nothing) {
            throw new UsageException(String.valueOf(nothing.getMessage()));
        }
    }
}

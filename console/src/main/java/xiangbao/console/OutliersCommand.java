package xiangbao.console;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import xiangbao.jobs.Office;
import xiangbao.jobs.answers.rules.OutliersJson;
import xiangbao.jobs.rules.Outliers;
import xiangbao.jobs.rules.OutliersAnswer;
import xiangbao.jobs.runs.RunName;
import xiangbao.statistics.forms.FormCode;
import xiangbao.statistics.periods.ReferencePeriod;

/** {@code xiangbao outliers}: what lies far from what the other units lead to expect. */
@Command(name = "outliers", description = "离群值：与各单位、与以前比反常的数，最远的在前；供核实，不用于评分。", sortOptions = false)
final class OutliersCommand extends RunQuery<OutliersAnswer> {
    private static final String USUAL = "50";

    @Option(names = "--form", paramLabel = "表号", description = "只列这张表，如 平31-1；不写则全部报表")
    private @Nullable String form;

    @Option(names = "--unit", paramLabel = "单位", description = "只列这个单位，代码或名称；不写则全部单位")
    private @Nullable String unit;

    @Option(names = "--top", paramLabel = "个数", defaultValue = USUAL, description = "最多列几个，默认 " + USUAL)
    private int top;

    private Optional<FormCode> formCode() {
        return Optional.ofNullable(form).map(FormsCommand::formCode);
    }

    @Override
    OutliersAnswer ask(Office office, ReferencePeriod period) {
        return office.entry(Outliers.class).outliers(period, formCode(), Optional.ofNullable(unit));
    }

    @Override
    OutliersAnswer ask(Office office, RunName run) {
        return office.entry(Outliers.class).outliers(run, formCode(), Optional.ofNullable(unit));
    }

    @Override
    Record json(OutliersAnswer answer) {
        return OutliersJson.of(answer, top);
    }

    @Override
    void show(Screen screen, ReferencePeriod period, OutliersAnswer answer) {
        new RelationScreen(screen.terminal()).outliers(answer, top);
    }

    @Override
    int exit(OutliersAnswer answer) {
        return answer.exit();
    }
}

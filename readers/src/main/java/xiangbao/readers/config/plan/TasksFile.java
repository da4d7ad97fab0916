package xiangbao.readers.config.plan;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import xiangbao.readers.config.documents.ConfigurationFile;
import xiangbao.readers.config.documents.CsvLine;
import xiangbao.readers.config.documents.CsvTable;
import xiangbao.readers.config.documents.Mistakes;
import xiangbao.readers.config.documents.ScalarText;
import xiangbao.readers.config.documents.Unread;
import xiangbao.readers.config.formulas.Gathering;
import xiangbao.readers.config.units.UnitDirectory;
import xiangbao.statistics.plan.Plan;
import xiangbao.statistics.plan.Target;
import xiangbao.statistics.plan.TownshipTasks;
import xiangbao.statistics.text.Spelling;
import xiangbao.statistics.units.ReportingUnit;
import xiangbao.statistics.units.UnitCode;

/** {@code tasks.csv}: 乡镇任务分解, one task of one township a line. It may be absent. */
public final class TasksFile {
    public static final String NAME = "tasks.csv";
    static final List<String> COLUMNS = List.of("target", "unit", "value");

    private final Plan plan;
    private final UnitDirectory names;
    private final Unread unread;
    private final Map<String, Map<UnitCode, BigDecimal>> tasks = new LinkedHashMap<>();

    private TasksFile(Plan plan, Gathering gathering) {
        this.plan = plan;
        this.names = gathering.names();
        this.unread = gathering.unread();
    }

    public static TownshipTasks read(ConfigurationFile file, Plan plan, Gathering gathering, Mistakes mistakes) {
        TasksFile tasks = new TasksFile(plan, gathering);
        CsvTable.read(file, COLUMNS, mistakes).forEach(tasks::task);
        return new TownshipTasks(tasks.tasks);
    }

    private void task(CsvLine line) {
        Optional<Target> target = target(line);
        Optional<ReportingUnit> unit = unit(line);
        Optional<BigDecimal> value = ScalarText.number(line.field(2));
        if (value.isEmpty()) {
            line.wrong("value 应为数字，而这里是“" + line.field(2) + "”");
        }
        if (target.isEmpty() || unit.isEmpty() || value.isEmpty()) {
            return;
        }
        String code = target.get().code();
        String name = unit.get().name();
        if (names.isUnread(name)) {
            return;
        }
        if (!target.get().scope().appliesTo().selects(unit.get())) {
            line.wrong(name + "不在 " + code + " 的考核范围（applies-to）之内");
        } else if (tasks.computeIfAbsent(code, any -> new LinkedHashMap<>())
                        .putIfAbsent(unit.get().code(), value.get())
                != null) {
            line.wrong(name + "的 " + code + " 任务重复");
        }
    }

    private Optional<Target> target(CsvLine line) {
        Optional<Target> target = plan.target(line.field(0));
        if (target.isEmpty()) {
            line.wrong(
                    "plan.yaml 里没有目标“" + line.field(0) + "”",
                    Spelling.nearest(
                            line.field(0),
                            plan.targets().stream().map(Target::code).toList()));
        } else if (target.get().measure().actual() == null
                || target.get().goal().aboveLastYear()) {
            if (!unread.isTarget(line.field(0))) {
                line.wrong(line.field(0) + " 不是按数判定的目标，不能分解到乡镇");
            }
            return Optional.empty();
        }
        return target;
    }

    private Optional<ReportingUnit> unit(CsvLine line) {
        Optional<ReportingUnit> unit = names.unit(line.field(1));
        if (unit.isEmpty() && !names.isUnread(line.field(1))) {
            line.wrong("units.csv 里没有单位“" + line.field(1) + "”", names.nearest(line.field(1)));
        }
        return unit;
    }
}

package xiangbao.statistics.progress;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import xiangbao.statistics.aggregate.Coverage;
import xiangbao.statistics.aggregate.LedgerLines;
import xiangbao.statistics.figures.Line;
import xiangbao.statistics.figures.Reading;
import xiangbao.statistics.figures.Value;
import xiangbao.statistics.findings.Verdict;
import xiangbao.statistics.forms.FormCode;
import xiangbao.statistics.plan.MilestoneLedger;
import xiangbao.statistics.plan.Target;
import xiangbao.statistics.plan.Wording;
import xiangbao.statistics.units.ReportingUnit;

/** Judges a target by its 节点 in the ledger of tasks: every one that is due must be done. */
final class MilestoneJudge {
    private static final String DONE = "完成";

    /** One 节点; a node that several departments report is done when all of them say so. */
    private record Node(String code, String title, @Nullable LocalDate due, Set<String> states) {
        boolean isDone() {
            return states.equals(Set.of(DONE));
        }

        boolean isDueBy(LocalDate day) {
            return due != null && !due.isAfter(day);
        }

        String told() {
            String state =
                    states.stream().filter(one -> !one.equals(DONE)).sorted().collect(Collectors.joining("、"));
            return code + title + (due == null ? "" : "（应于" + due + "完成" + (state.isEmpty() ? "" : "，" + state) + "）");
        }
    }

    private final Target target;
    private final CheckDate at;
    private final Account account;

    private MilestoneJudge(Target target, CheckDate at, List<TrendPoint> trend) {
        this.target = target;
        this.at = at;
        this.account = new Account(target, at, trend);
    }

    static Progress judge(Target target, CheckDate at, List<TrendPoint> trend) {
        return new MilestoneJudge(target, at, trend).judge();
    }

    private Progress judge() {
        FormCode form = at.plan().milestones();
        LedgerLines ledger =
                form == null ? null : at.rollUp().ledger(form, at.period()).orElse(null);
        if (ledger == null) {
            account.notes.add("尚无报表可取数");
        } else {
            look(ledger);
        }
        if (target.wording() == Wording.INFORMATION) {
            account.status = ProgressStatus.INFORMATION;
        }
        return account.progress();
    }

    private void look(LedgerLines ledger) {
        List<LedgerLines.Reported> lines = ledger.reported().stream()
                .filter(one -> text(one.line(), MilestoneLedger.TASK)
                        .equals(target.measure().milestones()))
                .toList();
        account.coverage = coverage(ledger, lines);
        account.provisional = !account.coverage.isFinal();
        account.contributions =
                lines.stream().flatMap(one -> one.contributions().stream()).toList();
        if (target.scope().perUnit() && !at.isEarlier()) {
            account.units = units(ledger, lines);
            account.below = account.units.stream()
                    .filter(one -> one.status().isOff())
                    .map(UnitProgress::unit)
                    .toList();
        }
        List<Node> nodes = nodes(lines);
        if (nodes.isEmpty()) {
            account.notes.add("任务清单中没有" + target.measure().milestones() + "的节点");
            return;
        }
        Steps all = new Steps(nodes, at.day());
        account.actual = all.actual();
        account.exactActual = account.actual;
        account.goal = all.goal();
        account.status = status(all);
        account.notes.add("节点共" + nodes.size() + "个，到期" + all.goal() + "个，完成" + Steps.done(nodes) + "个");
        if (!all.overdue().isEmpty()) {
            account.notes.add("逾期：" + all.overdue().stream().map(Node::told).collect(Collectors.joining("、")));
        }
    }

    /** Nodes, and the day by which some of them are due. */
    private record Steps(List<Node> nodes, LocalDate day) {
        List<Node> due() {
            return nodes.stream().filter(node -> node.isDueBy(day)).toList();
        }

        List<Node> overdue() {
            return due().stream().filter(node -> !node.isDone()).toList();
        }

        /** Of those that are due; while none is, what is done ahead of time. */
        BigDecimal actual() {
            return BigDecimal.valueOf(done(due().isEmpty() ? nodes : due()));
        }

        private static long done(List<Node> some) {
            return some.stream().filter(Node::isDone).count();
        }

        BigDecimal goal() {
            return BigDecimal.valueOf(due().size());
        }

        boolean allDone() {
            return nodes.stream().allMatch(Node::isDone);
        }

        /** Undecided while nothing is due. */
        Verdict reached() {
            if (allDone()) {
                return Verdict.PASSES;
            }
            return due().isEmpty() ? Verdict.UNDECIDED : overdue().isEmpty() ? Verdict.PASSES : Verdict.FAILS;
        }
    }

    private ProgressStatus status(Steps steps) {
        if (steps.allDone()) {
            return ProgressStatus.COMPLETED;
        }
        return switch (steps.reached()) {
            case PASSES -> ProgressStatus.MET;
            case FAILS -> target.wording() == Wording.EFFORT ? ProgressStatus.UNDER_WAY : ProgressStatus.NOT_MET;
            case UNDECIDED -> ProgressStatus.UNDER_WAY;
        };
    }

    /** Each unit to which the target applies by the nodes that it reported itself, whoever else has a part in the task. */
    private List<UnitProgress> units(LedgerLines ledger, List<LedgerLines.Reported> lines) {
        List<UnitProgress> each = new ArrayList<>();
        for (ReportingUnit unit : at.units().select(target.scope().appliesTo(), at.period())) {
            Steps own = new Steps(
                    nodes(lines.stream()
                            .filter(one -> one.reporter().equals(unit))
                            .toList()),
                    at.day());
            boolean none = own.nodes().isEmpty();
            boolean owes = ledger.coverage().expected().contains(unit);
            ProgressStatus status =
                    !none ? status(own) : owes ? ProgressStatus.UNDECIDED : ProgressStatus.NOT_APPLICABLE;
            each.add(new UnitProgress(
                    unit,
                    none ? null : own.actual(),
                    none ? null : own.goal(),
                    null,
                    null,
                    target.wording() == Wording.INFORMATION ? ProgressStatus.INFORMATION : status,
                    none ? Verdict.UNDECIDED : own.reached(),
                    null,
                    null));
        }
        return each;
    }

    /** Of those who are responsible and those who report nodes; where the plan names none of them, of all who owe the ledger. */
    private Coverage coverage(LedgerLines ledger, List<LedgerLines.Reported> lines) {
        Set<ReportingUnit> concerned = new HashSet<>();
        lines.forEach(one -> concerned.add(one.reporter()));
        for (ReportingUnit unit : ledger.coverage().expected()) {
            if (target.passage().responsible().contains(unit.name())) {
                concerned.add(unit);
            }
        }
        return concerned.isEmpty() ? ledger.coverage() : ledger.coverage().among(concerned);
    }

    private static List<Node> nodes(List<LedgerLines.Reported> lines) {
        Map<String, Node> byCode = new LinkedHashMap<>();
        for (LedgerLines.Reported one : lines) {
            Line line = one.line();
            String code = text(line, MilestoneLedger.NODE);
            String key = code.isEmpty() ? line.key() : code;
            Set<String> states = new HashSet<>();
            states.add(text(line, MilestoneLedger.STATE));
            Node node = new Node(key, text(line, MilestoneLedger.TITLE), day(line), states);
            byCode.merge(key, node, MilestoneJudge::both);
        }
        return new ArrayList<>(byCode.values());
    }

    private static Node both(Node one, Node other) {
        Set<String> states = new HashSet<>(one.states());
        states.addAll(other.states());
        LocalDate due = one.due();
        LocalDate otherDue = other.due();
        LocalDate earlier = due == null || otherDue != null && otherDue.isBefore(due) ? otherDue : due;
        return new Node(one.code(), one.title(), earlier, states);
    }

    private static String text(Line line, String column) {
        return line.cell(column) instanceof Reading.Known known && known.value() instanceof Value.Text text
                ? text.text()
                : "";
    }

    private static @Nullable LocalDate day(Line line) {
        return line.cell(MilestoneLedger.DUE) instanceof Reading.Known known && known.value() instanceof Value.Day day
                ? day.day()
                : null;
    }
}

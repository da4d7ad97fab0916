package xiangbao.statistics.definitions;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import xiangbao.statistics.aggregate.Basis;
import xiangbao.statistics.findings.Finding;
import xiangbao.statistics.findings.Severity;
import xiangbao.statistics.forms.FormCode;
import xiangbao.statistics.periods.ReferencePeriod;
import xiangbao.statistics.relations.FormRules;
import xiangbao.statistics.submissions.CellReference;
import xiangbao.statistics.submissions.SubmissionKey;
import xiangbao.statistics.units.ReportingUnit;
import xiangbao.statistics.workbooks.ReadSubmission;

/**
 * Holds the 报告期 that a form says against the day on which it came and against what was ordered: a heading that was carried over from an older workbook puts
 * right figures into the wrong period, where nobody looks for them. Immutable; safe for many threads.
 */
public final class PeriodAudit {
    private final Definitions definitions;

    public PeriodAudit(Definitions definitions) {
        this.definitions = definitions;
    }

    /** The round of an older period that counts already, as a finding about a later one names it. */
    public record GoodRound(int number, LocalDate received) {}

    /** A form that has come for a period of which reports are not taken yet: the heading must be wrong. */
    public Optional<Finding> tooEarly(ReadSubmission read, LocalDate received) {
        ReferencePeriod period = read.period();
        Optional<FormRules> rules = definitions.form(read.form());
        if (period == null || rules.isEmpty()) {
            return Optional.empty();
        }
        LocalDate from = definitions.takenFrom(rules.get(), period);
        if (!received.isBefore(from)) {
            return Optional.empty();
        }
        Optional<ReferencePeriod> newest =
                unit(read).flatMap(unit -> definitions.newestTaken(rules.get(), unit, received));
        return Optional.of(conflict(
                read,
                "未到",
                "报告期“" + period.title() + "”还没有开始报送",
                period,
                newest.map(ReferencePeriod::title).orElse("已经开始报送的报告期"),
                period.title() + "的" + title(read.form()) + "从" + day(from) + "起收，收到的日期是" + day(received) + "。",
                "请核对表头的报告期，改正后重新报送；确实是" + period.title() + "的，请到时候再报。"));
    }

    /** The later period for which a form was made, when the 报送期限 printed on it is one of a later period than the form says it is about. */
    public Optional<ReferencePeriod> madeFor(FormRules rules, ReferencePeriod said, LocalDate printedDue) {
        ReferencePeriod period = said;
        for (int ahead = 0; ahead < 3 * said.frequency().perYear(); ahead++) {
            if (definitions.dueDay(rules, period.next()).isAfter(printedDue)) {
                break;
            }
            period = period.next();
        }
        return period.equals(said) ? Optional.empty() : Optional.of(period);
    }

    /** A form about a period that has nothing to do with the one that was ordered, where whoever submits it says which period it is. */
    public Optional<Finding> notOrdered(ReadSubmission read, ReferencePeriod ordered) {
        ReferencePeriod period = read.period();
        if (period == null || Basis.periods(ordered, period.frequency()).contains(period)) {
            return Optional.empty();
        }
        return Optional.of(conflict(
                read,
                "期别",
                "表内报告期是“" + period.title() + "”，这次收的是“" + ordered.title() + "”及其基期",
                period,
                ordered.latestEnded(period.frequency()).title(),
                "",
                "请核对表头的报告期；确实是" + period.title() + "的报表，请不带 --period 提交。"));
    }

    /**
     * A later round of a period that is not the newest one any more: it may be a correction, or the new period's figures under an old heading. Its figures wait
     * for an explanation, and those of the good round go on counting.
     *
     * @param same asked only where the round is doubted: the other period in which the unit has reported just these figures, if there is one
     */
    public Optional<Finding> earlier(
            SubmissionKey key,
            LocalDate received,
            GoodRound good,
            @Nullable CellReference heading,
            Supplier<Optional<ReferencePeriod>> same) {
        Optional<ReportingUnit> unit = definitions.units().find(key.unit());
        Optional<FormRules> rules = definitions.form(key.form());
        if (unit.isEmpty() || rules.isEmpty()) {
            return Optional.empty();
        }
        Optional<ReferencePeriod> newest = definitions
                .newestTaken(rules.get(), unit.get(), received)
                .filter(one -> one.compareTo(key.period()) > 0);
        if (newest.isEmpty()) {
            return Optional.empty();
        }
        String said = key.period().title();
        String now = newest.get().title();
        String copied =
                same.get().map(other -> "这些数字与" + other.title() + "的逐个相同。").orElse("");
        String what = "表内报告期是“" + said + "”，现在应报的是“" + now + "”";
        String remedy = "如果报的是" + now + "，请改正表头的报告期后重新报送；确实要更正" + said + "的，请在审核说明里写明更正原因。";
        return Optional.of(Finding.of("PERIOD-EARLIER", Severity.QUERY, what)
                .at(heading == null ? List.of() : List.of(heading))
                .reported(said)
                .saying(
                        what + "\n" + unit.get().name() + " · " + said + " · " + title(key.form())
                                + place(heading) + "\n" + said + "的这张表第" + good.number() + "次报送（"
                                + day(good.received()) + "收到）已经通过，这一次暂不计入，仍用第" + good.number() + "次的数。" + copied + "\n"
                                + remedy,
                        remedy)
                .asWithholding());
    }

    private Finding conflict(
            ReadSubmission read,
            String instance,
            String what,
            ReferencePeriod period,
            String expected,
            String why,
            String remedy) {
        CellReference heading = read.heading();
        String who = unit(read).map(unit -> unit.name() + " · ").orElse("");
        return Finding.of("PERIOD-CONFLICT", Severity.MANDATORY, what)
                .forInstance(instance)
                .at(heading == null ? List.of() : List.of(heading))
                .compared(period.title(), expected, "", "")
                .saying(
                        what + "\n" + who + period.title() + " · " + title(read.form()) + place(heading) + "\n填报："
                                + period.title() + "；应为：" + expected + "。" + why + "\n" + remedy,
                        remedy);
    }

    private Optional<ReportingUnit> unit(ReadSubmission read) {
        return Optional.ofNullable(read.unit()).flatMap(definitions.units()::find);
    }

    private String title(FormCode form) {
        return definitions
                .form(form)
                .map(rules -> form + " " + rules.form().title())
                .orElseGet(form::text);
    }

    private static String place(@Nullable CellReference cell) {
        return cell == null ? "" : " · 工作表“" + cell.sheet() + "”" + cell.address();
    }

    private static String day(LocalDate day) {
        return day.getYear() + "年" + day.getMonthValue() + "月" + day.getDayOfMonth() + "日";
    }
}

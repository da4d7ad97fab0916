package xiangbao.reports.county;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import xiangbao.reports.template.Printed;
import xiangbao.statistics.findings.Outcome;
import xiangbao.statistics.units.ReportingUnit;

/** 报送及时情况 of a township: how many forms it owed, and when they came. */
public record Timeliness(ReportingUnit unit, int owed, int inTime, int late, int missing) {
    /** Of the townships that owe something, in register order. */
    public static List<Timeliness> of(List<Reporting> reportings) {
        Map<ReportingUnit, List<Reporting>> byUnit = new LinkedHashMap<>();
        for (Reporting one : reportings) {
            if (one.unit().kind().isTownshipLevel()) {
                byUnit.computeIfAbsent(one.unit(), unit -> new ArrayList<>()).add(one);
            }
        }
        List<Timeliness> all = new ArrayList<>();
        byUnit.forEach((unit, its) -> all.add(new Timeliness(
                unit,
                its.size(),
                count(its, one -> !one.rounds().isEmpty() && !one.isLate()),
                count(its, Reporting::isLate),
                count(its, one -> one.rounds().isEmpty()))));
        return all;
    }

    /** What came of all that was owed, in a sentence. */
    public static String told(List<Reporting> owed) {
        if (owed.isEmpty()) {
            return "本期没有应报的报表。";
        }
        return "应报" + owed.size() + "份，按时" + count(owed, one -> !one.rounds().isEmpty() && !one.isLate())
                + "份，迟报" + count(owed, Reporting::isLate)
                + "份，未报" + count(owed, one -> one.rounds().isEmpty())
                + "份；最近一次通过" + count(owed, outcome(Outcome.ACCEPTED))
                + "份，待核实" + count(owed, outcome(Outcome.PENDING_EXPLANATION))
                + "份，退回" + count(owed, outcome(Outcome.RETURNED)) + "份。";
    }

    private static Predicate<Reporting> outcome(Outcome outcome) {
        return one -> one.newest().filter(round -> round.outcome() == outcome).isPresent();
    }

    private static int count(List<Reporting> all, Predicate<Reporting> which) {
        return (int) all.stream().filter(which).count();
    }

    public Map<String, Printed> printed() {
        return Map.of(
                "乡镇",
                Printed.text(unit.name()),
                "应报",
                Printed.number(owed),
                "按时",
                Printed.number(inTime),
                "迟报",
                Printed.number(late),
                "未报",
                Printed.number(missing));
    }
}

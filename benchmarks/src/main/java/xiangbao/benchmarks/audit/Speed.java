package xiangbao.benchmarks.audit;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import xiangbao.statistics.periods.Frequency;
import xiangbao.statistics.periods.ReferencePeriod;
import xiangbao.statistics.relations.FormRules;
import xiangbao.statistics.submissions.Observation;

/** How long it takes, in milliseconds of one thread's time: told, never judged. */
final class Speed {
    private static final int ROUNDS = 60;
    private static final int WARM = 30;
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private final Desk desk;
    private final TrueCounty county;

    Speed(Desk desk, TrueCounty county) {
        this.desk = desk;
        this.county = county;
    }

    String told() {
        List<Report> quarter = new ArrayList<>();
        List<Report> hostile = new ArrayList<>();
        for (FormRules rules : county.definitions().enabledForms()) {
            if (rules.form().frequency() == Frequency.QUARTER) {
                county.owed(rules, new ReferencePeriod(TrueCounty.LAST_YEAR, Frequency.QUARTER, 3)).stream()
                        .filter(report -> report.unit.name().equals("伍市镇"))
                        .forEach(quarter::add);
            }
        }
        List<Report> quarterly = quarter;
        for (Report report : quarterly) {
            hostile.add(garbled(report));
        }
        double slowest = 0;
        String which = "";
        for (Report report : hostile) {
            double time = median(List.of(report));
            if (time > slowest) {
                slowest = time;
                which = report.form.code().text();
            }
        }
        return String.format(
                Locale.ROOT,
                "Audit of a township's quarter (%d forms), warm: %.1f ms (goal 30); every figure random: %.1f ms, the slowest form %s %.1f ms%n",
                quarter.size(),
                median(quarter),
                median(hostile),
                which,
                slowest);
    }

    private double median(List<Report> reports) {
        List<List<Observation>> read =
                reports.stream().map(Report::observations).toList();
        double[] times = new double[ROUNDS];
        for (int round = -WARM; round < ROUNDS; round++) {
            long started = THREADS.getCurrentThreadCpuTime();
            for (int index = 0; index < reports.size(); index++) {
                desk.review(reports.get(index), read.get(index));
            }
            if (round >= 0) {
                times[round] = (THREADS.getCurrentThreadCpuTime() - started) / 1e6;
            }
        }
        Arrays.sort(times);
        return times[ROUNDS / 2];
    }

    private static Report garbled(Report report) {
        Report garbled = report.copy();
        SplittableRandom random = new SplittableRandom(report.form.code().hashCode());
        for (int line = 0; line < garbled.lines.size(); line++) {
            for (int column = 0; column < garbled.columns.size(); column++) {
                if (garbled.number(line, column) != null) {
                    garbled.set(line, column, BigDecimal.valueOf(random.nextInt(100_000)));
                }
            }
        }
        return garbled;
    }
}

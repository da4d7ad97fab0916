package xiangbao.benchmarks.audit;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import xiangbao.statistics.findings.Finding;
import xiangbao.statistics.findings.Severity;

/** What the audit says of correct reports. */
final class FalseAlarms {
    private final Map<String, int[]> forms = new TreeMap<>();
    private final Map<String, int[]> codes = new TreeMap<>();
    private final Map<String, String> examples = new TreeMap<>();

    void add(Report report, List<Finding> findings) {
        String form = report.form.code().text();
        int[] counts = forms.computeIfAbsent(form, code -> new int[4]);
        counts[0]++;
        for (Severity severity : Severity.values()) {
            counts[1 + severity.ordinal()] +=
                    findings.stream().anyMatch(finding -> finding.severity() == severity) ? 1 : 0;
        }
        findings.stream()
                .map(finding -> form + " " + finding.severity().title() + " " + finding.code())
                .distinct()
                .forEach(code -> codes.computeIfAbsent(code, ignored -> new int[1])[0]++);
        for (Finding finding : findings) {
            examples.putIfAbsent(
                    form + " " + finding.severity().title() + " " + finding.code(),
                    finding.message().replace("\n", " ｜ "));
        }
    }

    String table() {
        StringBuilder text = new StringBuilder("| correct forms | number | 强制性 | 核实性 |\n|---|---|---|---|\n");
        int[] all = new int[4];
        forms.forEach((form, counts) -> {
            for (int index = 0; index < counts.length; index++) {
                all[index] += counts[index];
            }
            text.append(row(form, counts));
        });
        text.append(row("**all**", all)).append('\n');
        codes.forEach((code, count) -> {
            if (!code.contains(Severity.HINT.title())) {
                text.append("- ")
                        .append(code)
                        .append(" ×")
                        .append(count[0])
                        .append("：")
                        .append(examples.get(code))
                        .append('\n');
            }
        });
        return text.toString();
    }

    private static String row(String name, int[] counts) {
        return String.format(
                Locale.ROOT,
                "| %s | %d | %.1f %% | %.1f %% |%n",
                name,
                counts[0],
                100.0 * counts[1] / counts[0],
                100.0 * counts[2] / counts[0]);
    }
}

package xiangbao.readers.forms.findings;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import xiangbao.statistics.findings.Finding;
import xiangbao.statistics.findings.Severity;
import xiangbao.statistics.forms.IndicatorCode;
import xiangbao.statistics.submissions.CellReference;
import xiangbao.statistics.text.VisibleText;

/** Collects what is wrong with one form and words it for the clerk: what, where, reported and expected, remedy. */
public final class FormFindings {
    /** Whose texts say what was read, and so are all told. */
    private static final Set<String> EVERY_TEXT = Set.of("NORMALISED");

    private static final int MOST_TEXTS = 200;

    private final List<Draft> drafts = new ArrayList<>();
    private final Map<String, Grouped> grouped = new LinkedHashMap<>();

    private record Draft(
            String code,
            String instance,
            Severity severity,
            String what,
            @Nullable IndicatorCode indicator,
            List<CellReference> cells,
            String actual,
            String expected,
            String remedy) {
        /** What clerks typed is repeated here and nowhere else, so here it is made visible. */
        Draft visible() {
            return new Draft(
                    code,
                    VisibleText.of(instance),
                    severity,
                    VisibleText.of(what),
                    indicator,
                    cells,
                    VisibleText.of(actual),
                    VisibleText.of(expected),
                    remedy);
        }
    }

    private record Grouped(
            Severity severity, String what, String remedy, List<CellReference> cells, List<String> texts) {}

    public void add(
            String code,
            String instance,
            Severity severity,
            String what,
            @Nullable IndicatorCode indicator,
            List<CellReference> cells,
            String actual,
            String expected,
            String remedy) {
        drafts.add(new Draft(code, instance, severity, what, indicator, cells, actual, expected, remedy));
    }

    /** Notes a harmless thing that may occur in many cells; one finding tells of them all. */
    public void group(String code, Severity severity, String what, CellReference cell, String text, String remedy) {
        Grouped group = grouped.computeIfAbsent(
                code + "\n" + what,
                ignored -> new Grouped(severity, what, remedy, new ArrayList<>(), new ArrayList<>()));
        group.cells.add(cell);
        group.texts.add(text);
    }

    public boolean has(String code) {
        return drafts.stream().anyMatch(draft -> draft.code.equals(code));
    }

    /** Takes back what has a common cause that is told instead. */
    public void drop(String code) {
        drafts.removeIf(draft -> draft.code.equals(code));
    }

    /** Keeps only what names no figure, so that nothing personal is repeated. */
    public void forgetFigures() {
        drafts.removeIf(draft -> draft.indicator != null);
        grouped.clear();
    }

    /** @param heading unit, period and form as the clerk knows them, or empty */
    public List<Finding> all(String heading) {
        List<Finding> all = new ArrayList<>();
        for (Draft draft : drafts) {
            all.add(finding(heading, draft));
        }
        grouped.forEach((key, group) -> {
            String code = key.substring(0, key.indexOf('\n'));
            long sameCode = grouped.keySet().stream()
                    .filter(other -> other.startsWith(code + "\n"))
                    .count();
            String count = group.cells.size() > 1 ? "（共 " + group.cells.size() + " 处）" : "";
            List<String> shown = group.texts.stream()
                    .filter(text -> !text.isBlank())
                    .distinct()
                    .limit(EVERY_TEXT.contains(code) ? MOST_TEXTS : 5)
                    .toList();
            all.add(finding(
                    heading,
                    new Draft(
                            code,
                            sameCode > 1 ? group.what : "",
                            group.severity,
                            group.what + count,
                            null,
                            group.cells,
                            String.join("、", shown),
                            "",
                            group.remedy)));
        });
        return all;
    }

    private static Finding finding(String heading, Draft typed) {
        Draft draft = typed.visible();
        StringBuilder message = new StringBuilder(Finding.heading(draft.code)).append(draft.what);
        message.append('\n').append(VisibleText.of(heading));
        if (!draft.cells.isEmpty()) {
            message.append(heading.isEmpty() ? "" : " · ")
                    .append("工作表“")
                    .append(VisibleText.of(draft.cells.get(0).sheet()))
                    .append("”")
                    .append(addresses(draft.cells));
        }
        if (!draft.actual.isEmpty() || !draft.expected.isEmpty()) {
            message.append("\n填报：").append(draft.actual.isEmpty() ? "（空）" : draft.actual);
            if (!draft.expected.isEmpty()) {
                message.append("；应为：").append(draft.expected);
            }
            message.append("。");
        }
        message.append('\n').append(draft.remedy);
        return Finding.of(draft.code, draft.severity, draft.what)
                .forInstance(draft.instance)
                .at(draft.indicator, draft.cells)
                .compared(draft.actual, draft.expected, "", "")
                .saying(message.toString(), draft.remedy);
    }

    private static String addresses(List<CellReference> cells) {
        List<String> first = cells.stream().limit(6).map(CellReference::address).toList();
        return String.join("、", first) + (cells.size() > first.size() ? " 等" : "");
    }
}

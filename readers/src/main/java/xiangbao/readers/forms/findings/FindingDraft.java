package xiangbao.readers.forms.findings;

import java.util.List;
import org.jspecify.annotations.Nullable;
import xiangbao.statistics.findings.Finding;
import xiangbao.statistics.findings.Severity;
import xiangbao.statistics.forms.IndicatorCode;
import xiangbao.statistics.submissions.CellReference;
import xiangbao.statistics.text.VisibleText;

/** A finding while it is put together: what is wrong and what to do; then, as far as it can be said, where, reported and expected. */
public final class FindingDraft {
    private static final int MOST_ADDRESSES = 6;

    private final Severity severity;
    private final String code;
    private final String what;
    private final String remedy;
    private String instance = "";
    private @Nullable IndicatorCode indicator;
    private List<CellReference> cells = List.of();
    private String actual = "";
    private String expected = "";

    FindingDraft(Severity severity, String code, String what, String remedy) {
        this.severity = severity;
        this.code = code;
        this.what = what;
        this.remedy = remedy;
    }

    /** Tells it from other findings of the same code in the same form. */
    public FindingDraft instance(String name) {
        instance = name;
        return this;
    }

    public FindingDraft about(IndicatorCode figure) {
        indicator = figure;
        return this;
    }

    public FindingDraft at(CellReference cell) {
        return at(List.of(cell));
    }

    public FindingDraft at(List<CellReference> places) {
        cells = places;
        return this;
    }

    /** What was reported. */
    public FindingDraft read(String text) {
        actual = text;
        return this;
    }

    public FindingDraft expected(String text) {
        expected = text;
        return this;
    }

    String code() {
        return code;
    }

    boolean namesFigure() {
        return indicator != null;
    }

    /** The finding as the clerk gets it; what clerks typed is repeated here and nowhere else, so here it is made visible. */
    Finding worded(String heading) {
        String title = VisibleText.of(what);
        String typed = VisibleText.of(actual);
        String meant = VisibleText.of(expected);
        StringBuilder message = new StringBuilder(Finding.heading(code)).append(title);
        message.append('\n').append(VisibleText.of(heading));
        if (!cells.isEmpty()) {
            message.append(heading.isEmpty() ? "" : " · ")
                    .append("工作表“")
                    .append(VisibleText.of(cells.get(0).sheet()))
                    .append("”")
                    .append(addresses());
        }
        if (!typed.isEmpty() || !meant.isEmpty()) {
            message.append("\n填报：").append(typed.isEmpty() ? "（空）" : typed);
            if (!meant.isEmpty()) {
                message.append("；应为：").append(meant);
            }
            message.append("。");
        }
        message.append('\n').append(remedy);
        return Finding.of(code, severity, title)
                .forInstance(VisibleText.of(instance))
                .at(indicator, cells)
                .compared(typed, meant, "", "")
                .saying(message.toString(), remedy);
    }

    private String addresses() {
        List<String> first =
                cells.stream().limit(MOST_ADDRESSES).map(CellReference::address).toList();
        return String.join("、", first) + (cells.size() > first.size() ? " 等" : "");
    }
}

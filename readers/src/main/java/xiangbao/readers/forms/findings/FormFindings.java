package xiangbao.readers.forms.findings;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import xiangbao.statistics.findings.Finding;
import xiangbao.statistics.findings.Severity;
import xiangbao.statistics.submissions.CellReference;

/** Collects what is wrong with one form or file while it is read. Not thread-safe: each reading has its own. */
public final class FormFindings {
    private final List<FindingDraft> drafts = new ArrayList<>();
    private final Map<String, FindingGroup> groups = new LinkedHashMap<>();

    /** A finding for which the form is returned; more is said about it by the answer. */
    public FindingDraft mandatory(String code, String what, String remedy) {
        return add(Severity.MANDATORY, code, what, remedy);
    }

    /** A finding that may be explained. */
    public FindingDraft query(String code, String what, String remedy) {
        return add(Severity.QUERY, code, what, remedy);
    }

    /** A finding that stops nothing. */
    public FindingDraft hint(String code, String what, String remedy) {
        return add(Severity.HINT, code, what, remedy);
    }

    public FindingDraft add(Severity severity, String code, String what, String remedy) {
        FindingDraft draft = new FindingDraft(severity, code, what, remedy);
        drafts.add(draft);
        return draft;
    }

    /** Notes a harmless thing that may occur in many cells; one finding tells of them all. */
    public void group(String code, String what, CellReference cell, String text, String remedy) {
        groups.computeIfAbsent(code + "\n" + what, ignored -> new FindingGroup(code, what, remedy))
                .add(cell, text);
    }

    public boolean has(String code) {
        return drafts.stream().anyMatch(draft -> draft.code().equals(code));
    }

    /** Takes back what has a common cause that is told instead. */
    public void drop(String code) {
        drafts.removeIf(draft -> draft.code().equals(code));
    }

    /** Keeps only what names no figure, so that nothing personal is repeated. */
    public void forgetFigures() {
        drafts.removeIf(FindingDraft::namesFigure);
        groups.clear();
    }

    /** @param heading unit, period and form as the clerk knows them, or empty */
    public List<Finding> all(String heading) {
        List<Finding> all = new ArrayList<>();
        for (FindingDraft draft : drafts) {
            all.add(draft.worded(heading));
        }
        for (FindingGroup group : groups.values()) {
            long sameCode = groups.values().stream()
                    .filter(other -> other.code().equals(group.code()))
                    .count();
            all.add(group.draft(sameCode > 1).worded(heading));
        }
        return all;
    }
}

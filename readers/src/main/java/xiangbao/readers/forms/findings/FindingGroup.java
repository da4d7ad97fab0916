package xiangbao.readers.forms.findings;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import xiangbao.statistics.findings.Severity;
import xiangbao.statistics.submissions.CellReference;

/** One harmless thing that was met in many cells. */
final class FindingGroup {
    /** Whose texts say what was read, and so are all told. */
    private static final Set<String> EVERY_TEXT = Set.of("NORMALISED");

    private static final int MOST_TEXTS = 200;
    private static final int FEW_TEXTS = 5;

    private final String code;
    private final String what;
    private final String remedy;
    private final List<CellReference> cells = new ArrayList<>();
    private final List<String> texts = new ArrayList<>();

    FindingGroup(String code, String what, String remedy) {
        this.code = code;
        this.what = what;
        this.remedy = remedy;
    }

    void add(CellReference cell, String text) {
        cells.add(cell);
        texts.add(text);
    }

    String code() {
        return code;
    }

    /** @param another whether another group has the same code, so that what it says must tell them apart */
    FindingDraft draft(boolean another) {
        String count = cells.size() > 1 ? "（共 " + cells.size() + " 处）" : "";
        List<String> shown = texts.stream()
                .filter(text -> !text.isBlank())
                .distinct()
                .limit(EVERY_TEXT.contains(code) ? MOST_TEXTS : FEW_TEXTS)
                .toList();
        return new FindingDraft(Severity.HINT, code, what + count, remedy)
                .instance(another ? what : "")
                .at(cells)
                .read(String.join("、", shown));
    }
}

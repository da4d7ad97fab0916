package xiangbao.statistics.audit;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import xiangbao.statistics.confrontation.Confronted;
import xiangbao.statistics.evaluation.Explanation;
import xiangbao.statistics.figures.UsedFigure;
import xiangbao.statistics.findings.Finding;
import xiangbao.statistics.findings.Severity;
import xiangbao.statistics.findings.Verdict;
import xiangbao.statistics.mistakenunits.MeasuredCells;
import xiangbao.statistics.periods.ReferencePeriod;
import xiangbao.statistics.screens.Held;
import xiangbao.statistics.screens.Screened;
import xiangbao.statistics.submissions.CellReference;
import xiangbao.statistics.submissions.SubmissionKey;
import xiangbao.statistics.tuning.Screen;

/**
 * Brings what the screens doubt together with what the relations say: a figure is told once. What a relation already holds against the same earlier figure, or
 * what must be put right anyhow, is not told again; and a figure on which an identity agrees does not keep the form from counting.
 */
final class ScreenedCells {
    /** A form in which everything is doubtful is told by its first figures. */
    private static final int MOST = 200;

    private final SubmissionKey key;
    private final List<Confronted> confronted;
    private final Set<String> doubted;
    private final List<Finding> findings;
    private final Set<String> guarded = new HashSet<>();
    private final Set<String> mandatory = new HashSet<>();

    /** The doubtful relations that hold a figure against an earlier one, by both. */
    private final Map<String, Confronted> compared = new HashMap<>();

    /**
     * @param doubted figures whose unit of measurement is in doubt
     * @param findings so far; what is told is added
     */
    ScreenedCells(SubmissionKey key, List<Confronted> confronted, Set<String> doubted, List<Finding> findings) {
        this.key = key;
        this.confronted = confronted;
        this.doubted = doubted;
        this.findings = findings;
    }

    /** @return the figures that need no further word */
    Set<String> tell(List<Screened> doubts, ScreenFindings telling) {
        Set<String> told = new HashSet<>();
        if (doubts.isEmpty()) {
            return told;
        }
        confronted.forEach(this::look);
        Set<CellReference> said = new HashSet<>();
        findings.stream()
                .filter(finding -> finding.severity() == Severity.MANDATORY
                        || Screen.coded(finding.code()).isPresent())
                .forEach(finding -> said.addAll(finding.place().cells()));
        int count = 0;
        for (Screened doubt : doubts) {
            String id =
                    MeasuredCells.Cell.id(doubt.line(), doubt.indicator().code().item());
            if (doubted.contains(id) || !told.add(id) || mandatory.contains(id)) {
                continue;
            }
            boolean withholds = doubt.gross() && !guarded.contains(id);
            Confronted same = same(id, doubt);
            if (same != null) {
                if (withholds) {
                    withhold(same);
                }
                continue;
            }
            Finding finding = telling.of(doubt, withholds);
            if (finding.place().cells().stream().noneMatch(said::contains) && count++ < MOST) {
                findings.add(finding);
            }
        }
        return told;
    }

    private void look(Confronted one) {
        boolean fails = one.confrontation().verdict() == Verdict.FAILS;
        Explanation told = one.confrontation().explanation();
        if (fails && told != null && one.relation().severity() != Severity.HINT) {
            for (UsedFigure figure : told.figures()) {
                if (isOwn(figure) && one.relation().severity() == Severity.MANDATORY) {
                    mandatory.add(id(figure));
                } else if (!isOwn(figure) && figure.form().equals(key.form())) {
                    compared.putIfAbsent(id(figure) + "\n" + figure.period(), one);
                }
            }
        } else if (one.confrontation().verdict() == Verdict.PASSES
                && !one.relation().isTrial()
                && one.relation().formula().isIdentity()) {
            one.confrontation().figures().stream().filter(this::isOwn).forEach(figure -> guarded.add(id(figure)));
        }
    }

    private boolean isOwn(UsedFigure figure) {
        return figure.form().equals(key.form()) && figure.period().equals(key.period());
    }

    private static String id(UsedFigure figure) {
        return MeasuredCells.Cell.id(figure.line(), figure.item());
    }

    private @Nullable Confronted same(String id, Screened doubt) {
        for (Held held : doubt.against()) {
            ReferencePeriod period = held.period();
            Confronted one = period == null ? null : compared.get(id + "\n" + period);
            if (one != null) {
                return one;
            }
        }
        return null;
    }

    private void withhold(Confronted one) {
        findings.replaceAll(finding -> finding.code().equals(one.relation().code())
                        && finding.instance().equals(one.instance())
                        && finding.severity() == Severity.QUERY
                ? finding.asWithholding()
                : finding);
    }
}

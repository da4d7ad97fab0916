package xiangbao.jobs.answers;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import xiangbao.jobs.outcomes.FindingAnswer;
import xiangbao.statistics.findings.Diagnosis;
import xiangbao.statistics.findings.Finding;
import xiangbao.statistics.findings.Folded;
import xiangbao.statistics.forms.IndicatorCode;

/** What the audit found, with what follows from it inside it: mending the one mends the others. */
public record FindingJson(
        @JsonUnwrapped Found found,
        Optional<List<Cell>> cells,
        Optional<Likely> cause,
        Optional<Boolean> explained,
        Optional<Boolean> waived,
        Optional<Boolean> withholds,
        Optional<Boolean> refused,
        Optional<List<FindingJson>> consequences) {
    /** Those that lead, each with its consequences. */
    public static List<FindingJson> all(List<FindingAnswer> answers) {
        return Folded.of(answers, FindingAnswer::finding).stream()
                .map(one -> of(
                        one.leader(),
                        one.beneath().stream().map(FindingJson::of).toList()))
                .toList();
    }

    public static FindingJson of(FindingAnswer answer) {
        return of(answer, List.of());
    }

    private static FindingJson of(FindingAnswer answer, List<FindingJson> consequences) {
        Finding finding = answer.finding();
        List<Cell> cells = finding.place().cells().stream()
                .map(cell -> new Cell(cell.sheet(), cell.address()))
                .toList();
        return new FindingJson(
                Found.of(answer),
                cells.size() > 1 ? Optional.of(cells) : Optional.empty(),
                Likely.of(finding.diagnosis()),
                mark(finding.explained()),
                mark(finding.waived()),
                mark(finding.withholds()),
                mark(finding.refused()),
                consequences.isEmpty() ? Optional.empty() : Optional.of(consequences));
    }

    private static Optional<Boolean> mark(boolean set) {
        return set ? Optional.of(true) : Optional.empty();
    }

    /** What was found, where, and what to do about it. */
    public record Found(
            String id,
            String code,
            String severity,
            String sheet,
            String cell,
            @Nullable IndicatorCode indicator,
            String actual,
            String expected,
            String message,
            String remedy) {
        static Found of(FindingAnswer answer) {
            Finding finding = answer.finding();
            return new Found(
                    answer.id(),
                    finding.code(),
                    finding.severity().title(),
                    answer.sheet(),
                    answer.cell(),
                    finding.place().indicator(),
                    finding.comparison().actual(),
                    finding.comparison().expected(),
                    finding.message(),
                    finding.remedy());
        }
    }

    /** One of several cells that are concerned. */
    public record Cell(String sheet, String cell) {}

    /** The likely cause. */
    public record Likely(String kind, String text) {
        static Optional<Likely> of(@Nullable Diagnosis diagnosis) {
            return diagnosis == null || diagnosis.text().isEmpty()
                    ? Optional.empty()
                    : Optional.of(new Likely(diagnosis.kind(), diagnosis.text()));
        }
    }
}

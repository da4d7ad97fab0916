package xiangbao.reports.review;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import xiangbao.reports.county.CountyResult;
import xiangbao.reports.county.Reporting;
import xiangbao.reports.template.Written;
import xiangbao.statistics.definitions.Dialogue;
import xiangbao.statistics.definitions.DoubtTurn;
import xiangbao.statistics.definitions.ExplanationRules;
import xiangbao.statistics.findings.Finding;
import xiangbao.statistics.screening.OpenFinding;

/** 核实情况 of a finding: what the unit explained, what was asked and refused, who accepted it, and who has to act. */
final class ExplanationText {
    private final CountyResult result;

    ExplanationText(CountyResult result) {
        this.result = result;
    }

    /** As of the round that counts. */
    String of(OpenFinding open, Finding finding) {
        return result.reportings().stream()
                .filter(one -> one.unit().equals(open.unit())
                        && one.form().code().equals(open.indicator().code().form()))
                .findFirst()
                .flatMap(one -> one.counted().map(round -> of(one, round, finding)))
                .orElse("");
    }

    /** 审核说明、追问 and 认可 of a finding, who has to act, or why its relation is waived; empty where nothing was said and nobody has to. */
    String of(Reporting reporting, Reporting.Round round, Finding finding) {
        Reporting.Explained said = round.explanations().get(finding.id(reporting.key()));
        if (finding.waived() && said != null) {
            LocalDateTime decided = said.acceptedAt();
            return (decided == null ? "" : Written.day(decided.toLocalDate()) + " ") + said.acceptedBy() + "决定不审："
                    + said.reason();
        }
        Dialogue dialogue = said == null ? Dialogue.SILENCE : said.dialogue();
        Optional<ExplanationRules.Shortcoming> wanting =
                said == null || said.text().isEmpty()
                        ? Optional.empty()
                        : result.definitions().explanations().shortcoming(finding, said.text(), Optional.empty());
        List<String> parts = new ArrayList<>();
        if (said != null && !(said.text().isEmpty() && said.acceptedAt() == null)) {
            parts.add(told(said, finding, wanting));
        }
        if (dialogue.carriedFrom() != null) {
            parts.add("已说明（沿用" + dialogue.carriedFrom().title() + "说明）");
        }
        for (DoubtTurn turn : dialogue.turns()) {
            if (turn.kind() == DoubtTurn.Kind.ASKED || turn.kind() == DoubtTurn.Kind.REFUSED) {
                parts.add(turn.kind().title() + "：" + turn.text() + "（"
                        + Written.day(turn.at().toLocalDate()) + " " + turn.by() + "）");
            }
        }
        if (!dialogue.streakTold().isEmpty()) {
            parts.add(dialogue.streakTold());
        }
        result.lastReceipt()
                .flatMap(last -> dialogue.waiting(
                                finding,
                                round.received(),
                                said != null && !said.text().isEmpty() && wanting.isEmpty())
                        .map(one -> one.told(reporting.unit().name(), last.toLocalDate())))
                .ifPresent(parts::add);
        return String.join("；", parts);
    }

    private static String told(
            Reporting.Explained said, Finding finding, Optional<ExplanationRules.Shortcoming> wanting) {
        String text = said.text().isEmpty() ? "没有说明" : "说明：" + said.text();
        LocalDateTime accepted = said.acceptedAt();
        if (accepted != null) {
            return text + "（" + Written.day(accepted.toLocalDate()) + " " + said.acceptedBy() + "认可：" + said.reason()
                    + "）";
        }
        return text
                + wanting.map(one -> "（" + one.title() + "）")
                        .orElse(finding.isOpen() && !said.dialogue().isAsked() ? "（待认可）" : "");
    }
}

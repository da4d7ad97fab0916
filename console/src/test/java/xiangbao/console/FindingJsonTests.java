package xiangbao.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;
import xiangbao.jobs.answers.AnswerMapper;
import xiangbao.jobs.answers.FindingJson;
import xiangbao.jobs.outcomes.FindingAnswer;
import xiangbao.statistics.findings.Diagnosis;
import xiangbao.statistics.findings.Finding;
import xiangbao.statistics.findings.Severity;
import xiangbao.statistics.submissions.CellReference;

/** One error of which two relations fail: one finding, with all its cells and its likely cause, and the other inside it. */
class FindingJsonTests {
    private static Finding finding(String code, Severity severity, CellReference... cells) {
        return Finding.of(code, severity, code).at(List.of(cells)).saying(code, "");
    }

    private static FindingAnswer answer(Finding finding) {
        return new FindingAnswer("430626111/2026-Q3/平31-1/" + finding.name(), finding);
    }

    private record Found(List<FindingJson> findings) {}

    private record Read(List<Map<String, Object>> findings) {}

    private static List<Map<String, Object>> read(List<FindingJson> findings) {
        return JsonMapper.shared()
                .readValue(AnswerMapper.text(new Found(findings)), Read.class)
                .findings();
    }

    @Test
    void whatFollowsStandsInsideItsLeader() {
        Finding leader = finding(
                        "31-T1", Severity.MANDATORY, new CellReference("厕所", 7, 5), new CellReference("厕所", 5, 5))
                .diagnosed(new Diagnosis("TRANSPOSED", "改 F8 一处，以上 2 条都能通过。", ""));
        Finding follows = finding("31-T2", Severity.MANDATORY, new CellReference("厕所", 8, 5))
                .diagnosed(Diagnosis.beneath(leader.name()));
        Finding grave = finding("CHANGE-YEAR", Severity.QUERY, new CellReference("厕所", 9, 5))
                .asWithholding();

        List<Map<String, Object>> json = read(FindingJson.all(List.of(answer(follows), answer(leader), answer(grave))));

        assertThat(json).extracting(one -> one.get("code")).containsExactly("31-T1", "CHANGE-YEAR");
        assertThat(json.get(0))
                .containsEntry("cell", "F8")
                .containsEntry(
                        "cells", List.of(Map.of("sheet", "厕所", "cell", "F8"), Map.of("sheet", "厕所", "cell", "F6")))
                .containsEntry("cause", Map.of("kind", "TRANSPOSED", "text", "改 F8 一处，以上 2 条都能通过。"));
        assertThat(String.valueOf(json.get(0).get("consequences")))
                .contains("code=31-T2")
                .contains("cell=F9");
        assertThat(json.get(1)).containsEntry("withholds", true).doesNotContainKeys("cells", "cause", "consequences");
    }
}

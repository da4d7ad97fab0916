package xiangbao.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;
import xiangbao.jobs.answers.AnswerMapper;
import xiangbao.jobs.answers.rules.CasesJson;
import xiangbao.statistics.cases.AuditCase;
import xiangbao.statistics.cases.CaseCoverage;
import xiangbao.statistics.cases.CaseResult;
import xiangbao.statistics.cases.CaseScene;
import xiangbao.statistics.findings.Verdict;
import xiangbao.statistics.forms.FormCode;
import xiangbao.statistics.periods.ReferencePeriod;
import xiangbao.statistics.submissions.SubmissionKey;
import xiangbao.statistics.units.UnitCode;

/** What {@code config test} answers. */
class CaseScreenTests {
    private static final CaseCoverage COMPLETE = new CaseCoverage(List.of());
    private static final CaseCoverage LACKING = new CaseCoverage(
            List.of(new CaseCoverage.Lack(new FormCode("平31-1"), "31-T2", Set.of(Verdict.UNDECIDED, Verdict.FAILS))));

    private static AuditCase tried(Verdict verdict, String firstCell, String... mentions) {
        SubmissionKey key =
                new SubmissionKey(new FormCode("平31-1"), new UnitCode("430626101"), ReferencePeriod.of("2026-Q3"));
        return new AuditCase(
                "cases/平31-1.case",
                35,
                "31-T1",
                "不通过    04 = 14738",
                new CaseScene(key, Map.of(), Map.of()),
                verdict,
                firstCell,
                List.of(mentions));
    }

    private static Map<String, Object> read(Record answer) {
        return JsonMapper.shared().readValue(AnswerMapper.text(answer), new TypeReference<>() {});
    }

    @Test
    void rightCasesAreOneLine() {
        CaseResult right = new CaseResult(tried(Verdict.PASSES, ""), Verdict.PASSES, "", List.of(), List.of());
        assertThat(CaseScreen.lines(List.of(right), COMPLETE)).containsExactly("审核样例 1 个，都符合。");
    }

    @Test
    void aWrongCaseStandsWithItsPlaceAndWhatWasFound() {
        CaseResult undecided = new CaseResult(
                tried(Verdict.FAILS, ""), Verdict.UNDECIDED, "", List.of(), List.of("平31-1:03.1@2026-Q3 未报"));
        CaseResult elsewhere =
                new CaseResult(tried(Verdict.FAILS, "02"), Verdict.FAILS, "04", List.of("不等\n请核对"), List.of());
        CaseResult silent =
                new CaseResult(tried(Verdict.FAILS, "", "相差 1"), Verdict.FAILS, "", List.of("不等"), List.of());
        assertThat(CaseScreen.lines(List.of(undecided, elsewhere, silent), LACKING))
                .containsExactly(
                        "config/cases/平31-1.case:35: [31-T1] 应为“不通过”，实际“无法判断”（缺 平31-1:03.1@2026-Q3 未报）。",
                        "    不通过    04 = 14738",
                        "config/cases/平31-1.case:35: [31-T1] 首格应为 02，实际为 04。",
                        "    不通过    04 = 14738",
                        "    不等\n    请核对",
                        "config/cases/平31-1.case:35: [31-T1] 没有写明“相差 1”。",
                        "    不通过    04 = 14738",
                        "    不等",
                        "审核样例 3 个，3 个不符合。",
                        "还缺样例的关系 1 条：31-T2（不通过、无法判断）。");
    }

    @Test
    void jsonHoldsThoseThatAreWrong() {
        CaseResult passes = new CaseResult(tried(Verdict.FAILS, ""), Verdict.PASSES, "", List.of(), List.of());
        Map<String, Object> json = read(CasesJson.of(List.of(passes), LACKING, 1));
        assertThat(json).containsEntry("exit", 1).containsEntry("cases", 1);
        assertThat(json.get("failed"))
                .asInstanceOf(org.assertj.core.api.InstanceOfAssertFactories.list(Map.class))
                .singleElement()
                .asInstanceOf(org.assertj.core.api.InstanceOfAssertFactories.map(String.class, Object.class))
                .containsEntry("file", "config/cases/平31-1.case")
                .containsEntry("line", 35)
                .containsEntry("expected", "不通过")
                .containsEntry("actual", "通过");
        assertThat(String.valueOf(json.get("lacking"))).isEqualTo("[{form=平31-1, code=31-T2, verdicts=[不通过, 无法判断]}]");
    }
}

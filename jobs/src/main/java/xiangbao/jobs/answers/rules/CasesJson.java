package xiangbao.jobs.answers.rules;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import xiangbao.statistics.cases.AuditCase;
import xiangbao.statistics.cases.CaseCoverage;
import xiangbao.statistics.cases.CaseResult;
import xiangbao.statistics.forms.FormCode;

/** Which cases came out as expected, and which relations have none. */
public record CasesJson(int exit, int cases, List<Failed> failed, List<Lacking> lacking) {
    public static CasesJson of(List<CaseResult> results, CaseCoverage coverage, int exit) {
        return new CasesJson(
                exit,
                results.size(),
                results.stream()
                        .filter(one -> !one.isAsExpected())
                        .map(Failed::of)
                        .toList(),
                coverage.lacking().stream().map(Lacking::of).toList());
    }

    /** A case that came out otherwise. */
    public record Failed(
            String file,
            int line,
            String code,
            @JsonProperty("case") String text,
            String expected,
            String actual,
            String cell,
            String message) {
        private static Failed of(CaseResult result) {
            AuditCase tried = result.tried();
            return new Failed(
                    "config/" + tried.file(),
                    tried.line(),
                    tried.code(),
                    tried.text(),
                    CaseText.title(tried.verdict()),
                    CaseText.title(result.verdict()),
                    result.firstCell(),
                    CaseText.told(result));
        }
    }

    /** The verdicts of a relation that no case is about. */
    public record Lacking(FormCode form, String code, List<String> verdicts) {
        private static Lacking of(CaseCoverage.Lack lack) {
            return new Lacking(lack.form(), lack.relation(), CaseText.titles(lack.verdicts()));
        }
    }
}

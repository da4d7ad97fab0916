package xiangbao.readers.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import xiangbao.readers.config.DefinitionsReader;
import xiangbao.readers.config.documents.ConfigurationMistake;
import xiangbao.statistics.cases.AuditCase;
import xiangbao.statistics.cases.CaseCoverage;
import xiangbao.statistics.cases.CaseJudge;
import xiangbao.statistics.cases.CaseResult;
import xiangbao.statistics.definitions.Definitions;
import xiangbao.statistics.findings.Verdict;
import xiangbao.statistics.forms.FormCode;

/** How cases are written, and what is said about those that are not right. */
class CaseFileTests {
    private static final Definitions DEFINITIONS =
            Objects.requireNonNull(DefinitionsReader.read(Path.of("../config")).definitions());
    private static final String TOILETS = """
            # 户厕
            单位 安定镇
            报告期 2026年三季度
            底表
              02 = 14,952   # 农村总户数
              03 = 215
              04 = 14737
              05 = 14656
            上期 同底表
              05 = 14660
            """;

    @TempDir
    Path folder;

    private ReadCases read(String form, String text) {
        try {
            Path cases = Files.createDirectories(folder.resolve("cases"));
            Files.writeString(cases.resolve(form + ".case"), text, StandardCharsets.UTF_8);
        } catch (IOException unwritable) {
            throw new java.io.UncheckedIOException(unwritable);
        }
        return CasesReader.read(folder, DEFINITIONS);
    }

    private List<CaseResult> judged(String form, String text) {
        ReadCases read = read(form, text);
        assertThat(read.mistakes()).isEmpty();
        CaseJudge judge = new CaseJudge(DEFINITIONS);
        return read.cases().stream().map(judge::judge).toList();
    }

    @Test
    void aCaseIsTheBaseFormWithWhatItChanges() {
        List<CaseResult> results = judged("平31-1", TOILETS + """
                        关系 31-T1 应统计户等于农村总户数减长期无人居住
                          通过
                          不通过    04 = 14738 → 首格 04；写明 “14,737”
                          无法判断  03 = 空
                          不通过    02 = 14000；04 = 14737
                        """);
        assertThat(results)
                .allSatisfy(result -> assertThat(result.isAsExpected()).isTrue());
        assertThat(results.get(1).tried().line()).isEqualTo(13);
        assertThat(results.get(2).missing()).containsExactly("平31-1:03.1@2026-Q3 未报");
    }

    @Test
    void neighboursAndTheRegisterAreChangedByTheirNames() {
        List<CaseResult> results = judged("平31-1", TOILETS + """
                        关系 31-P1
                          不通过    05 = 14656
                          通过      上期 05 = 14656；22 = 0
                          无法判断  没有上期
                        关系 31-M2
                          通过
                          不通过    底册 农村户数 = 16000
                        关系 31-X2
                          无法判断
                          不通过    平01-1 06 = 16000
                          无法判断  没有平01-1 2024年
                        """);
        assertThat(results)
                .extracting(CaseResult::verdict)
                .containsExactly(
                        Verdict.UNDECIDED,
                        Verdict.PASSES,
                        Verdict.UNDECIDED,
                        Verdict.PASSES,
                        Verdict.FAILS,
                        Verdict.UNDECIDED,
                        Verdict.FAILS,
                        Verdict.UNDECIDED);
    }

    @Test
    void linesOfALedgerAreATable() {
        List<CaseResult> results = judged("平23-2", """
                单位 安定镇
                报告期 2026-09
                底表
                  01  | 03     | 05   | 07       | 08
                  Q-1 | 无隐患 | 6.50 | 无需整治 |
                  Q-2 | 严重   | 8.00 | 维修加固 | 2026-07-15
                关系 23-L3
                  通过
                  不通过    Q-2.08 = 2026-10-01 → 首格 Q-2.08
                关系 23-L1
                  通过      Q-3.05 = 7
                  不通过    Q-2.01 = Q-1
                关系 23-L2
                  不通过    Q-2.05 = 0；删 Q-1 → 首格 Q-2.05
                """);
        assertThat(results)
                .allSatisfy(result -> assertThat(result.isAsExpected()).isTrue());
    }

    @Test
    void aCaseThatIsJudgedOtherwiseSaysSo() {
        CaseResult verdict = judged("平31-1", TOILETS + "关系 31-T1\n不通过\n").get(0);
        assertThat(verdict.isAsExpected()).isFalse();
        assertThat(verdict.verdict()).isEqualTo(Verdict.PASSES);
        CaseResult cell = judged("平31-1", TOILETS + "关系 31-T1\n不通过 04 = 1 → 首格 05；写明 “没有的话”\n")
                .get(0);
        assertThat(cell.isMarkedAsExpected()).isFalse();
        assertThat(cell.firstCell()).isEqualTo("04");
        assertThat(cell.unsaid()).containsExactly("没有的话");
    }

    @Test
    void mistakesAreToldByLineAndTheRestIsRead() {
        ReadCases read = read("平31-1", TOILETS + """
                99 = 1
                关系 31-T99
                关系 31-T1
                  通过 04 = 约一万
                  通过 04 1
                  通过 没有平99-9
                  通过 → 首页 04
                  不通过 04 = 1
                """);
        assertThat(read.cases()).extracting(AuditCase::text).containsExactly("不通过 04 = 1");
        assertThat(read.mistakes())
                .extracting(ConfigurationMistake::toString)
                .containsExactly(
                        "config/cases/平31-1.case:11: 平31-1 没有“99”这一格，应如 05 或 05.1（行、点、栏）。",
                        "config/cases/平31-1.case:12: 平31-1 没有“31-T99”这条审核关系或默认审核。",
                        "config/cases/平31-1.case:14: “约一万”不是数。",
                        "config/cases/平31-1.case:15: 看不懂“04 1”，应如 04 = 12958。",
                        "config/cases/平31-1.case:16: “没有”后面写上期、上年同期或表号，看不懂“平99-9”。",
                        "config/cases/平31-1.case:17: 箭头后面写“首格 04”或“写明 “…””，看不懂“首页 04”。");
    }

    @Test
    void aCaseBeforeItsBaseOrItsRelationIsAMistake() {
        ReadCases read = read("平31-1", """
                底表
                单位 没有这个镇
                报告期 2026年五季度
                上期
                通过
                """);
        assertThat(read.mistakes())
                .extracting(ConfigurationMistake::message)
                .containsExactly(
                        "“底表”前面要写“单位”和“报告期”",
                        "名册里没有“没有这个镇”",
                        "“2026年五季度”不是报告期，应如 2026年三季度 或 2026-Q3",
                        "前面要先写“底表”",
                        "“通过”前面要写是哪条“关系”或“默认审核”");
    }

    @Test
    void aFileThatBelongsToNoFormIsAMistake() {
        assertThat(read("平99-1", "").mistakes())
                .extracting(ConfigurationMistake::file)
                .containsExactly("cases/平99-1.case");
    }

    @Test
    void whatHasNoCaseIsLacking() {
        ReadCases read = read("平31-1", TOILETS + "关系 31-T1\n通过\n无法判断 03 = 空\n");
        CaseCoverage coverage =
                CaseCoverage.of(List.of(DEFINITIONS.form(new FormCode("平31-1")).orElseThrow()), read.cases());
        assertThat(coverage.lacking().get(0).relation()).isEqualTo("31-T1");
        assertThat(coverage.lacking().get(0).verdicts()).containsExactly(Verdict.FAILS);
    }

    @Test
    void casesAreNoPartOfTheDigest() throws IOException {
        Path copy = folder.resolve("config");
        try (var files = Files.walk(Path.of("../config"))) {
            for (Path file : (Iterable<Path>) files::iterator) {
                Path target = copy.resolve(Path.of("../config").relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(target);
                } else {
                    Files.copy(file, target);
                }
            }
        }
        Files.writeString(copy.resolve("cases/平31-1.case"), "# 改过的样例\n", StandardCharsets.UTF_8);
        assertThat(Objects.requireNonNull(DefinitionsReader.read(copy).definitions())
                        .digest())
                .isEqualTo(DEFINITIONS.digest());
    }
}

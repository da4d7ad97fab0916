package xiangbao.readers.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import xiangbao.readers.config.DefinitionsReader;
import xiangbao.statistics.cases.AuditCase;
import xiangbao.statistics.cases.CaseCoverage;
import xiangbao.statistics.cases.CaseJudge;
import xiangbao.statistics.cases.CaseResult;
import xiangbao.statistics.definitions.Definitions;

/** The cases beside the shipped forms: what a statistician wrote there is what the audit says. */
class ShippedCasesTests {
    private static final Path CONFIG = Path.of("../config");
    private static final Definitions DEFINITIONS =
            Objects.requireNonNull(DefinitionsReader.read(CONFIG).definitions());
    private static final ReadCases READ = CasesReader.read(CONFIG, DEFINITIONS);
    private static final CaseJudge JUDGE = new CaseJudge(DEFINITIONS);

    @TestFactory
    Stream<DynamicNode> everyCaseIsJudgedAsItSays() {
        Map<String, List<AuditCase>> byFile = READ.cases().stream()
                .collect(Collectors.groupingBy(AuditCase::file, TreeMap::new, Collectors.toList()));
        return byFile.entrySet().stream()
                .map(file -> DynamicContainer.dynamicContainer(
                        file.getKey(), file.getValue().stream().map(ShippedCasesTests::test)));
    }

    private static DynamicTest test(AuditCase one) {
        return DynamicTest.dynamicTest(one.line() + ": [" + one.code() + "] " + one.text(), () -> {
            CaseResult result = JUDGE.judge(one);
            assertThat(result.verdict())
                    .as(() -> "缺 " + result.missing() + "，" + result.messages())
                    .isEqualTo(one.verdict());
            assertThat(result.isMarkedAsExpected())
                    .as(() -> "首格 " + result.firstCell())
                    .isTrue();
            assertThat(result.unsaid()).as(() -> "写明 " + result.messages()).isEmpty();
        });
    }

    @Test
    void casesAreWrittenRight() {
        assertThat(READ.mistakes()).isEmpty();
    }

    @Test
    void eachRelationHasACaseThatPassesOneThatFailsAndOneThatMissesAFigure() {
        assertThat(CaseCoverage.of(DEFINITIONS.enabledForms(), READ.cases()).lacking())
                .isEmpty();
    }
}

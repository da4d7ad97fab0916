package xiangbao.statistics.findings;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class FoldedTests {
    private static Finding finding(String code, String instance) {
        return Finding.of(code, Severity.MANDATORY, "").forInstance(instance);
    }

    private static List<String> told(List<Finding> findings) {
        return Folded.of(findings, Function.identity()).stream()
                .map(one -> one.leader().name()
                        + one.beneath().stream().map(Finding::name).toList())
                .toList();
    }

    @Test
    void consequencesStandBeneathTheirLeader() {
        Finding leader = finding("11-T1", "1");
        Finding other = finding("11-T4a", "1");
        Finding before = finding("11-T2a", "1").diagnosed(Diagnosis.beneath(leader.name()));
        Finding behind = finding("11-T5", "03").diagnosed(Diagnosis.beneath(leader.name()));
        assertThat(told(List.of(before, leader, other, behind)))
                .containsExactly("11-T1/1[11-T2a/1, 11-T5/03]", "11-T4a/1[]");
    }

    @Test
    void oneWhoseLeaderIsNotThereStandsForItself() {
        Finding lost = finding("11-T5", "03")
                .diagnosed(Diagnosis.beneath(finding("11-T1", "1").name()));
        assertThat(told(List.of(lost, finding("11-T3a", "")))).containsExactly("11-T3a[]", "11-T5/03[]");
    }
}

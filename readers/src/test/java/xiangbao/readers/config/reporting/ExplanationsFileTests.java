package xiangbao.readers.config.reporting;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import xiangbao.readers.config.ConfigFolder;
import xiangbao.statistics.definitions.ExplanationMemory;
import xiangbao.statistics.definitions.ExplanationRules;

class ExplanationsFileTests {
    @TempDir
    Path folder;

    private ConfigFolder config = new ConfigFolder(Path.of(""));

    @BeforeEach
    void begin() {
        config = ConfigFolder.rightIn(folder);
    }

    private ExplanationRules rules() {
        return Objects.requireNonNull(config.read().definitions()).explanations();
    }

    @Test
    void withoutTheFileTheUsualRulesHold() {
        assertThat(rules()).isEqualTo(ExplanationRules.USUAL);
    }

    @Test
    void readsPhrasesTheLongestFirst() {
        config.with("explanations.yaml", "least: 8\nphrases: [无误, 核实无误]\n");

        assertThat(rules().least()).isEqualTo(8);
        assertThat(rules().phrases()).containsExactly("核实无误", "无误");
    }

    @Test
    void readsHowLongAnAcceptedOneHolds() {
        config.with("explanations.yaml", "margin: 10\nmonths: 0\n");

        assertThat(rules().memory()).isEqualTo(new ExplanationMemory(10, 0));
        assertThat(rules().least()).isEqualTo(6);
    }

    @Test
    void refusesWhatCannotBeMeant() {
        config.with("explanations.yaml", "least: 0\nphrases: [是]\nwords: []\nmonths: 61\n");

        assertThat(config.mistakes())
                .hasSize(4)
                .anyMatch(one -> one.startsWith("config/explanations.yaml:1: ") && one.contains("least"))
                .anyMatch(one -> one.startsWith("config/explanations.yaml:2: ") && one.contains("不足2个字"))
                .anyMatch(one -> one.startsWith("config/explanations.yaml:3: ") && one.contains("words"))
                .anyMatch(one -> one.startsWith("config/explanations.yaml:4: ") && one.contains("months"));
    }
}

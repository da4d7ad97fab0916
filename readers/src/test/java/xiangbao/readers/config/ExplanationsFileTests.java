package xiangbao.readers.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
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
        assertThat(rules()).isEqualTo(new ExplanationRules(6, List.of()));
    }

    @Test
    void readsPhrasesTheLongestFirst() {
        config.with("explanations.yaml", "least: 8\nphrases: [无误, 核实无误]\n");

        assertThat(rules().least()).isEqualTo(8);
        assertThat(rules().phrases()).containsExactly("核实无误", "无误");
    }

    @Test
    void refusesWhatCannotBeMeant() {
        config.with("explanations.yaml", "least: 0\nphrases: [是]\nwords: []\n");

        assertThat(config.mistakes())
                .hasSize(3)
                .anyMatch(one -> one.startsWith("config/explanations.yaml:1: ") && one.contains("least"))
                .anyMatch(one -> one.startsWith("config/explanations.yaml:2: ") && one.contains("不足2个字"))
                .anyMatch(one -> one.startsWith("config/explanations.yaml:3: ") && one.contains("words"));
    }
}

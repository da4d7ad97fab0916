package xiangbao.readers.config.reporting;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import xiangbao.readers.config.ConfigFolder;
import xiangbao.statistics.forms.FormCode;
import xiangbao.statistics.scoring.RankedGroup;
import xiangbao.statistics.scoring.RateBasis;
import xiangbao.statistics.scoring.Scoring;
import xiangbao.statistics.units.UnitCode;

class ScoringFileTests {
    @TempDir
    Path folder;

    private ConfigFolder config = new ConfigFolder(Path.of(""));

    @BeforeEach
    void begin() {
        config = ConfigFolder.rightIn(folder);
    }

    private Scoring scoring(String yaml) {
        config.with("scoring.yaml", yaml);
        assertThat(config.mistakes()).isEmpty();
        return Objects.requireNonNull(config.read().definitions()).scoring();
    }

    @Test
    void withoutTheFileTheUsualRulesHold() {
        assertThat(Objects.requireNonNull(config.read().definitions()).scoring())
                .isEqualTo(Scoring.USUAL);
        assertThat(Scoring.USUAL.groups()).extracting(RankedGroup::title).containsExactly("乡镇（街道）", "县直部门");
    }

    @Test
    void readsPointsGroupsAndForms() {
        Scoring scoring = scoring("""
                late: 0.5
                returned: 0
                groups:
                  - { title: 镇, units: [安定镇] }
                unscored: [平31-1]
                """);

        assertThat(scoring.full()).isEqualTo("100");
        assertThat(scoring.late()).isEqualTo(new BigDecimal("0.5"));
        assertThat(scoring.by()).isEqualTo(RateBasis.SHARE);
        assertThat(scoring.missing()).isEqualTo("10");
        assertThat(scoring.returned()).isEqualTo("0");
        assertThat(scoring.unscored()).containsExactly(new FormCode("平31-1"));
        assertThat(scoring.groups()).singleElement().satisfies(group -> {
            assertThat(group.title()).isEqualTo("镇");
            assertThat(group.units().codes()).containsExactly(new UnitCode("430626101"));
        });
    }

    @Test
    void byPieceHasUsualPointsOfItsOwn() {
        assertThat(scoring("by: 张数\n")).isEqualTo(Scoring.USUAL_BY_PIECE);
        assertThat(scoring("by: 比例\n")).isEqualTo(Scoring.USUAL);
    }

    @Test
    void itIsPartOfTheDigest() {
        String before = Objects.requireNonNull(config.read().definitions()).digest();
        scoring("late: 2\n");
        assertThat(Objects.requireNonNull(config.read().definitions()).digest()).isNotEqualTo(before);
    }

    @Test
    void everyMistakeIsToldWithItsLine() {
        config.with("scoring.yaml", """
                        ful: 100
                        by: 比率
                        late: -2
                        least: 120
                        groups:
                          - { title: 乡镇, units: 乡镇（街道） }
                          - { title: 城关, units: [汉昌街道, 天岳街道] }
                          - { title: 乡镇, units: { kinds: [县直部门] } }
                        unscored: [平31-2]
                        """);

        assertThat(config.mistakes())
                .containsExactly(
                        "config/scoring.yaml:1: 未知的键“ful”，您是不是想写“full”？",
                        "config/scoring.yaml:2: “by”应为比例、张数之一，而这里是“比率”，您是不是想写“比例”？",
                        "config/scoring.yaml:3: “late”应为0到1000之间的分数，扣分也写正数，而这里是“-2”。",
                        "config/scoring.yaml:4: 最低分“least”120 高于满分“full”100。",
                        "config/scoring.yaml:7: units.csv 里没有单位“天岳街道”。",
                        "config/scoring.yaml:7: “汉昌街道”已在考核组“乡镇”里，一个单位只能在一组里排名。",
                        "config/scoring.yaml:8: 考核组“乡镇”重复。",
                        "config/scoring.yaml:9: 没有表号“平31-2”，您是不是想写“平31-1”？");
    }
}

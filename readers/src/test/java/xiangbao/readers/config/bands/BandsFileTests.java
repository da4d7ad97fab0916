package xiangbao.readers.config.bands;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import xiangbao.readers.config.ConfigFolder;
import xiangbao.statistics.bands.Against;
import xiangbao.statistics.bands.Band;
import xiangbao.statistics.bands.Bands;
import xiangbao.statistics.definitions.Definitions;
import xiangbao.statistics.forms.FormCode;
import xiangbao.statistics.forms.IndicatorCode;
import xiangbao.statistics.units.UnitCode;

class BandsFileTests {
    private static final String HEADER = "指标,名称,比较,参照,年内第几期,中位数,下限,上限,规模,个数,例外单位\n";
    private static final IndicatorCode TOILETS = new IndicatorCode(new FormCode("平31-1"), "05.1");

    @TempDir
    Path folder;

    private ConfigFolder config = new ConfigFolder(Path.of(""));

    @BeforeEach
    void begin() {
        config = ConfigFolder.rightIn(folder);
    }

    private Definitions definitions() {
        return Objects.requireNonNull(config.read().definitions());
    }

    @Test
    void withoutTheFileNothingIsKnown() {
        assertThat(definitions().bands().isEmpty()).isTrue();
    }

    @Test
    void readsWhatItWrites() {
        Bands bands = new Bands(List.of(
                new Band(TOILETS, Against.PREVIOUS, "", 3, 1.002, 0.9105, 1.103, 8128, 24, Set.of()),
                new Band(
                        TOILETS,
                        Against.ATTRIBUTE,
                        "行政村数",
                        0,
                        0.00002,
                        0.00001,
                        0.5,
                        0,
                        25,
                        Set.of(new UnitCode("430626001"), new UnitCode("430626101"))),
                new Band(
                        new IndicatorCode(new FormCode("平31-1"), "04.1"),
                        Against.FIGURE,
                        "05.1",
                        0,
                        1,
                        0.9,
                        1.1,
                        0,
                        25,
                        Set.of())));
        String before = definitions().digest();
        String text = BandsText.of(bands, definitions().forms(), definitions().units());
        config.with("bands.csv", text);

        // so that a spreadsheet takes it for UTF-8
        assertThat(text).isEqualTo("\uFEFF" + HEADER + """
                平31-1:05.1,卫生厕所户,上期,,第3期,1.002,0.9105,1.103,8128,24,
                平31-1:05.1,卫生厕所户,底册,行政村数,,0.00002,0.00001,0.5,,25,汉昌街道|安定镇
                平31-1:04.1,应统计户,同表,[05.1],,1,0.9,1.1,,25,
                """);
        assertThat(definitions().bands().all()).isEqualTo(bands.all());
        assertThat(definitions().digest()).isNotEqualTo(before);
        assertThat(definitions().bands().change(TOILETS, Against.PREVIOUS, 3)).isPresent();
        assertThat(definitions().bands().change(TOILETS, Against.PREVIOUS, 2)).isEmpty();
        assertThat(definitions().bands().density(TOILETS, 2)).isPresent();
    }

    @Test
    void tellsEveryMistakeWithItsLine() {
        config.with("bands.csv", HEADER + """
                平31-1:06.1,,上期,,,1,0.9,1.1,100,25,
                平31-1:05.1,,上上期,,,1,0.9,1.1,100,25,
                平31-1:05.1,,底册,行政树数,,1,0.9,1.1,,25,
                平31-1:05.1,,同表,[05.1],,1,0.9,1.1,,25,
                平31-1:05.1,,上期,,第5期,1,1.2,1.1,100,25,
                平31-1:05.1,,上期,,第2期,1,1.2,1.1,100,25,
                平31-1:05.1,,自身,,,零,0.9,1.1,5,0,汉冒街道
                平31-1:05.1,,底册,行政村数,,1,0.9,1.1,,25,
                平31-1:05.1,,自身,,,1,0.9,1.1,,25,
                """);

        assertThat(config.mistakes())
                .containsExactly(
                        "config/bands.csv:2: 没有指标“平31-1:06.1”，应写 平31-1:05.1（表号:行.栏），台账写 平22-1:08（表号:栏）；表里已经没有的，请删去这一行。",
                        "config/bands.csv:3: 比较应为上期、上年同期、底册、同表、自身之一，而这里是“上上期”，您是不是想写“上期”？",
                        "config/bands.csv:4: units.csv 里没有底册“行政树数”，您是不是想写“行政村数”？",
                        "config/bands.csv:5: 参照应为同一张表的另一个数，如 [04.1]（台账如 [07]），而这里是“[05.1]”。",
                        "config/bands.csv:6: 年内第几期应写成 第1期 至 第4期，各期一样的空着，而这里是“第5期”。",
                        "config/bands.csv:7: 应当下限 ≤ 中位数 ≤ 上限。",
                        "config/bands.csv:8: units.csv 里没有单位“汉冒街道”，您是不是想写“汉昌街道”？",
                        "config/bands.csv:8: 个数应为大于 0 的整数，而这里是“0”。",
                        "config/bands.csv:8: 中位数应为大于 0 的数，而这里是“零”。",
                        "config/bands.csv:8: 只有与上期、上年同期比较的才有规模，而这里是“5”。",
                        "config/bands.csv:10: 与第9行说的是同一件事（一个指标同一期只能有一个上期、一个上年同期，底册、同表、自身三种中只能有一个）。");
    }

    @Test
    void whatCouldNotBeReadIsNotToldAgain() {
        config.with("bands.csv", HEADER + "平31-1:05.1,,上期,,,1,0.9,1.1,100,25,\n")
                .with("forms/平31-1.yaml", "form: 平31-1\nrows: [\n");

        assertThat(config.mistakes()).noneMatch(mistake -> mistake.contains("bands.csv"));
    }
}

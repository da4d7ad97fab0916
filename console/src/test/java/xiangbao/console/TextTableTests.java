package xiangbao.console;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TextTableTests {
    @Test
    void alignsChineseByTheColumnsThatItTakes() {
        TextTable table = new TextTable("单位", "数值>");
        table.add("伍市镇", "7");
        table.add("a", "-12345");
        assertThat(table.lines()).containsExactly("单位       数值", "───────────────", "伍市镇        7", "a       −12,345");
    }

    @Test
    void countsWideAndNarrowCharacters() {
        assertThat(TextTable.width("平11-1：㳇")).isEqualTo(2 + 4 + 2 + 2);
    }
}

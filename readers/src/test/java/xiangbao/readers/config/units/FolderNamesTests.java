package xiangbao.readers.config.units;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FolderNamesTests {
    @Test
    void saysWhyANameIsNoFolder() {
        assertThat(FolderNames.mistake("..")).contains("以点号开头或结尾");
        assertThat(FolderNames.mistake("CON")).contains("是 Windows 的设备名");
        assertThat(FolderNames.mistake("乡".repeat(61))).contains("有61个字，最多60个字");
        assertThat(FolderNames.mistake("乡".repeat(60))).isEmpty();
        assertThat(FolderNames.mistake("安\n定")).contains("含有看不见的字符（U+000A）");
        assertThat(FolderNames.mistake("安定镇（含开发区）")).isEmpty();
    }
}

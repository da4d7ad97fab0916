package xiangbao.readers.config.units;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import xiangbao.readers.config.ConfigFolder;
import xiangbao.readers.config.DefinitionsReader;
import xiangbao.readers.config.documents.ConfigurationMistake;
import xiangbao.statistics.definitions.Definitions;
import xiangbao.statistics.units.UnitCode;

/** Who is written to. */
class ContactsReaderTests {
    @TempDir
    Path folder;

    private ConfigFolder config = new ConfigFolder(Path.of("."));

    @BeforeEach
    void describe() {
        config = ConfigFolder.rightIn(folder);
    }

    private Definitions definitions() {
        return Objects.requireNonNull(config.read().definitions());
    }

    private ReadContacts read(String text) {
        config.with(ContactsReader.FILE, text);
        return ContactsReader.read(folder, definitions().units());
    }

    private List<String> mistakes(String text) {
        return read(text).mistakes().stream()
                .map(ConfigurationMistake::toString)
                .toList();
    }

    @Test
    void knowsNobodyWithoutAFile() {
        ReadContacts none = ContactsReader.read(folder, definitions().units());

        assertThat(none.addresses()).isEmpty();
        assertThat(none.mistakes()).isEmpty();
    }

    @Test
    void takesSeveralAddressesAndUnitsWithoutAny() {
        ReadContacts read = read("""
                \uFEFFcode,name,mail
                430626101,安定镇,anding@example.cn | tongji.anding@mail.example.cn

                430626201,三墩,
                430626-JT,,jt+tj@oa
                """);

        assertThat(read.mistakes()).isEmpty();
        assertThat(read.of(new UnitCode("430626101")))
                .containsExactly("anding@example.cn", "tongji.anding@mail.example.cn");
        assertThat(read.of(new UnitCode("430626201"))).isEmpty();
        assertThat(read.of(new UnitCode("430626-JT"))).containsExactly("jt+tj@oa");
    }

    @Test
    void tellsEveryMistakeWithItsLine() {
        assertThat(mistakes("""
                        code,name,mail
                        430626110,安定镇,a@example.cn
                        430626101,三墩乡,a@example.cn
                        430626001,汉昌街道,a＠example.cn|b@example.cn;c@example.cn
                        430626201,三墩乡,a@example.cn,b@example.cn
                        430626-JT,,a@example.cn
                        430626-JT,,b@example.cn
                        ,平安镇,b@example.cn
                        """))
                .containsExactly(
                        "config/contacts.csv:2: units.csv 里没有代码为“430626110”的单位，您是不是想写“430626101”？",
                        "config/contacts.csv:3: 代码“430626101”是“安定镇”，而这里的名称是“三墩乡”，您是不是想写“安定镇”？",
                        "config/contacts.csv:4: “a＠example.cn”不是邮箱，应如 tongji@example.cn；几个邮箱之间用“|”分开。",
                        "config/contacts.csv:4: “b@example.cn;c@example.cn”不是邮箱，应如 tongji@example.cn；几个邮箱之间用“|”分开。",
                        "config/contacts.csv:5: 应有3列，而这一行有4列；几个邮箱之间用“|”分开。",
                        "config/contacts.csv:7: “县交通运输局”重复，第6行已有；几个邮箱写在一行，用“|”分开。",
                        "config/contacts.csv:8: 缺少单位代码。");
        assertThat(mistakes("code,mail\n430626101,a@example.cn\n"))
                .containsExactly("config/contacts.csv:1: 第一行应为“code,name,mail”。");
        assertThat(mistakes("")).containsExactly("config/contacts.csv: 文件是空的，第一行应为“code,name,mail”。");
        config.with(
                ContactsReader.FILE,
                "code,name,mail\n430626101,安定镇,\n".getBytes(java.nio.charset.Charset.forName("GBK")));
        assertThat(ContactsReader.read(folder, definitions().units()).mistakes())
                .extracting(ConfigurationMistake::toString)
                .containsExactly("config/contacts.csv:2: 不是UTF-8编码，请在编辑器中另存为UTF-8。");
    }

    @Test
    void isNoPartOfTheConfigurationThatMakesARun() {
        String before = definitions().digest();

        config.with(
                ContactsReader.FILE, "code,name,mail\n430626101,安定镇,a@example.cn\n".getBytes(StandardCharsets.UTF_8));

        assertThat(definitions().digest()).isEqualTo(before);
    }

    @Test
    void isShippedEmptyAndRight() {
        Definitions shipped = Objects.requireNonNull(
                DefinitionsReader.read(Path.of("..", "config")).definitions());
        ReadContacts read = ContactsReader.read(Path.of("..", "config"), shipped.units());

        assertThat(Path.of("..", "config", ContactsReader.FILE)).hasContent("code,name,mail");
        assertThat(read.mistakes()).isEmpty();
    }
}

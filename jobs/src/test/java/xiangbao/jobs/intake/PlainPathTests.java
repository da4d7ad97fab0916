package xiangbao.jobs.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class PlainPathTests {
    private static final Path INBOX = Path.of("/inbox");

    /** A path of bytes that need not be characters. */
    static Path raw(Path folder, String... names) {
        StringBuilder address = new StringBuilder(folder.toUri().toString().replaceFirst("/$", ""));
        for (String name : names) {
            address.append('/');
            for (byte one : name.getBytes(Charset.forName("GB18030"))) {
                address.append(String.format("%%%02X", one));
            }
        }
        return Path.of(URI.create(address.toString()));
    }

    private static String plain(String path) {
        return PlainPath.of(INBOX, INBOX.resolve(path));
    }

    @Test
    void leavesAnOrdinaryPathAsItIs() {
        assertThat(plain("伍市镇/2026年三季度报表.xlsx")).isEqualTo("伍市镇/2026年三季度报表.xlsx");
    }

    @Test
    void readsNamesInTheEncodingOfOlderSystems() {
        assertThat(PlainPath.of(INBOX, raw(INBOX, "伍市镇", "三季度报表.xlsx"))).isEqualTo("伍市镇/三季度报表.xlsx");
    }

    @Test
    void namesBytesThatAreNoCharacters() {
        assertThat(PlainPath.decode(new byte[] {'a', (byte) 0xFF, (byte) 0xFF, '.'}))
                .isEqualTo("a%FF%FF.");
        assertThat(PlainPath.decode("报表".getBytes(StandardCharsets.UTF_8))).isEqualTo("报表");
    }

    @Test
    void keepsANameOnOneLineAndInOneFolder() {
        assertThat(plain("三季度\\报表.xlsx")).isEqualTo("三季度＼报表.xlsx");
        assertThat(plain("报表\n通过.xlsx")).isEqualTo("报表〔000A〕通过.xlsx");
        assertThat(plain("报表\u202Exslx.exe")).isEqualTo("报表〔202E〕xslx.exe");
    }

    @Test
    void shortensWhatBecameTooLong() {
        String plain = PlainPath.of(INBOX, raw(INBOX, "报".repeat(120) + ".xlsx"));
        assertThat(plain).isEqualTo("报".repeat(71) + ".xlsx");
        assertThat(plain("报".repeat(83) + ".xlsx")).isEqualTo("报".repeat(83) + ".xlsx");
    }
}

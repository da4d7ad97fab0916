package xiangbao.readers.config.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import xiangbao.readers.config.documents.ConfigurationMistake;

class SettingsReaderTests {
    @TempDir
    Path folder;

    private List<String> mistakes(String text) throws IOException {
        Files.writeString(folder.resolve("application.yaml"), text);
        return SettingsReader.mistakes(folder).stream()
                .map(ConfigurationMistake::toString)
                .toList();
    }

    @Test
    void takesWhatAnOperatorNeeds() throws IOException {
        assertThat(mistakes("""
                        xiangbao: { inbox: { settling: 2s } }
                        server: { address: 127.0.0.1, port: 8610 }
                        spring:
                          datasource:
                            url: jdbc:mysql://localhost:3306/xiangbao
                            username: xiangbao
                            hikari: { maximumPoolSize: 5, data-source-properties: { useSSL: true } }
                          mail:
                            host: smtp.example.cn
                            properties: { mail.smtp.starttls.enable: true }
                        logging.level.xiangbao.jobs: debug
                        management.endpoints.web.exposure.include: [health, prometheus]
                        """)).isEmpty();
        assertThat(mistakes("spring:\n  # nothing yet\nserver:\n")).isEmpty();
        assertThat(SettingsReader.mistakes(Path.of("..", "config"))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'server:\n  port: 86100'|2|“port”应为1到65535之间的整数，而这里是“86100”",
                "'server.port: 0'|1|“server.port”应为1到65535之间的整数，而这里是“0”",
                "'server:\n  port: -1'|2|“port”应为1到65535之间的整数，而这里是“-1”",
                "'spring:\n  mail:\n    port: 四六五'|3|“port”应为1到65535之间的整数，而这里是“四六五”",
                "'spring:\n  mail.port: 70000'|2|“mail.port”应为1到65535之间的整数，而这里是“70000”"
            })
    void tellsAPortThatIsNone(String text, int line, String message) throws IOException {
        assertThat(mistakes(text)).containsExactly("config/application.yaml:" + line + ": " + message + "。");
    }

    @Test
    void takesPortsThatAreSome() throws IOException {
        assertThat(mistakes("server: { port: 65535 }\nspring: { mail: { port: '${MAIL_PORT}' } }"))
                .isEmpty();
    }

    @Test
    void namesEachSettingThatHasNoPlaceThere() throws IOException {
        assertThat(mistakes("""
                        server: { address: 0.0.0.0 }
                        spring:
                          datasource:
                            url: "jdbc:h2:file:./x;INIT=RUNSCRIPT FROM 'x.sql'"
                            usrname: xiangbao
                            hikari: { data-source-properties: { allowLoadLocalInfile: true } }
                          config.import: file:elsewhere.yaml
                          mail.properties: { mail.smtp.socketFactory.class: a.B }
                        management:
                          endpoints.web.exposure.include: "*"
                          server.port: 9000
                        logging.config: elsewhere.xml
                        """))
                .containsExactly(
                        "config/application.yaml:1: “server.address”只能是本机地址，如 127.0.0.1，而这里是“0.0.0.0”：健康检查和指标没有口令，不能对外开放；要在别的机器上看，请用 SSH 转发端口。",
                        "config/application.yaml:4: 数据库地址里不能有设置“INIT”：只能用不执行脚本、不读别的文件、不开端口的设置，请删去。",
                        "config/application.yaml:5: 不认识的设置“spring.datasource.usrname”，您是不是想写“spring.datasource.username”？",
                        "config/application.yaml:6: 数据库地址里不能有设置“allowloadlocalinfile”：只能用不执行脚本、不读别的文件、不开端口的设置，请删去。",
                        "config/application.yaml:7: 不认识的设置“spring.config.import”：除 xiangbao 以外，只能写 server、spring.datasource、spring.mail、logging.level 下的几项（见 config/README.md），请删去。",
                        "config/application.yaml:8: 不认识的设置“spring.mail.properties.mail.smtp.socketFactory.class”：除 xiangbao 以外，只能写 server、spring.datasource、spring.mail、logging.level 下的几项（见 config/README.md），请删去。",
                        "config/application.yaml:10: 只能开放 health 和 prometheus，而这里还有“*”，请删去。",
                        "config/application.yaml:11: 不认识的设置“management.server.port”：除 xiangbao 以外，只能写 server、spring.datasource、spring.mail、logging.level 下的几项（见 config/README.md），请删去。",
                        "config/application.yaml:12: 不认识的设置“logging.config”：除 xiangbao 以外，只能写 server、spring.datasource、spring.mail、logging.level 下的几项（见 config/README.md），请删去。");
    }

    @Test
    void readsNoOtherFile() throws IOException {
        Files.writeString(folder.resolve("application.properties"), "server.port=1");
        Files.writeString(folder.resolve("application-test.yml"), "server.port: 1");
        assertThat(mistakes("server: { port: 8610 }"))
                .containsExactly(
                        "config/application-test.yml: 不读这个文件：设置只写在 application.yaml 里，请并过去，再删掉它。",
                        "config/application.properties: 不读这个文件：设置只写在 application.yaml 里，请并过去，再删掉它。");
    }
}

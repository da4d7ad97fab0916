package xiangbao.readers.config.settings;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DatabaseUrlTests {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "jdbc:h2:file:/var/xiangbao/database/xiangbao;MODE=MySQL;DATABASE_TO_LOWER=TRUE;WRITE_DELAY=0;DB_CLOSE_ON_EXIT=FALSE",
                "jdbc:h2:mem:x;mode=MySQL",
                "jdbc:h2:./xiangbao",
                "jdbc:h2:file:C:\\data\\xiangbao",
                "jdbc:mysql://localhost:3306/xiangbao",
                "jdbc:mysql://one:3306,two:3306/xiangbao?useSSL=true&serverTimezone=Asia/Shanghai&usessl=false"
            })
    void takesAnAddressThatLeadsToADatabase(String url) {
        assertThat(DatabaseUrl.objections(url)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "jdbc:h2:mem:x;INIT=RUNSCRIPT FROM 'http://elsewhere/x.sql'",
                "jdbc:h2:mem:x\\;INIT=create table x(i int)",
                "jdbc:h2:mem:x;IN\\IT=create table x(i int)",
                "jdbc:h2:mem:x;NON_KEYWORDS=A\\\\;INIT=create table x(i int)",
                "jdbc:h2:file:./x;AUTO_SERVER=TRUE",
                "jdbc:h2:file:./x;TRACE_LEVEL_FILE=3",
                "jdbc:h2:file:./x;DATABASE_EVENT_LISTENER='a.B'",
                "jdbc:h2:tcp://elsewhere/x",
                "jdbc:h2:zip:./x.zip!/x",
                "jdbc:mysql://localhost/x?allowLoadLocalInfile=true",
                "jdbc:mysql://localhost/x?allowLoadLocal%49nfile=true",
                "jdbc:mysql://localhost/x?useSSL=true&autoDeserialize=true",
                "jdbc:mysql://localhost/x?queryInterceptors=a.B",
                "jdbc:mysql://(host=localhost,allowLoadLocalInfile=true)/x",
                "jdbc:mysql:loadbalance://localhost/x",
                "jdbc:postgresql://localhost/x"
            })
    void refusesWhatCanDoMore(String url) {
        assertThat(DatabaseUrl.objections(url)).isNotEmpty().noneMatch(text -> text.contains("elsewhere"));
    }

    @Test
    void saysWhatWasProbablyMeant() {
        assertThat(DatabaseUrl.objections("jdbc:mysql://localhost/x?serverTimezon=UTC"))
                .containsExactly("数据库地址里不能有设置“serverTimezon”：只能用不执行脚本、不读别的文件、不开端口的设置，您是不是想写“serverTimezone”");
    }
}

package xiangbao.jobs.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConnectionTroubleTests {
    @ParameterizedTest
    @CsvSource({
        "28000, 1045, REFUSED",
        "28000, 28000, REFUSED",
        "42000, 1044, NOT_ADMITTED",
        "42000, 1142, NOT_ALLOWED",
        "90096, 90096, NOT_ALLOWED",
        "42000, 1049, NO_SUCH_DATABASE",
        "90146, 90146, NO_SUCH_FILE",
        "90030, 90030, UNREADABLE_FILE",
        "HY000, 1290, READ_ONLY",
        "90097, 90097, READ_ONLY",
        "08004, 1040, TOO_MANY",
        "08S01, 0, NO_ANSWER",
        "90020, 90020, IN_USE"
    })
    void tellsOneCauseFromAnother(String state, int code, ConnectionTrouble trouble) {
        Throwable failure = new IllegalStateException(new SQLException("in English", state, code));
        assertThat(ConnectionTrouble.in(failure)).contains(trouble);
    }

    @Test
    void callsTheRestByItsNumber() {
        SQLException unknown = new SQLException("You have an error in your SQL syntax", "42000", 1064);
        assertThat(ConnectionTrouble.in(unknown)).isEmpty();
        assertThat(ConnectionTrouble.number(new IllegalStateException(unknown))).contains("数据库报错（错误号 1064，状态 42000）");
        assertThat(ConnectionTrouble.number(new IllegalStateException())).isEmpty();
    }
}

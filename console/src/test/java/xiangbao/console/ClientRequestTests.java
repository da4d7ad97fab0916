package xiangbao.console;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;
import xiangbao.jobs.operations.Cause;

/** Who gives a command, for those who read no names of accounts and machines. */
class ClientRequestTests {
    @Test
    void aPersonIsCalledByName() {
        assertThat(ClientRequest.called(" 张三 ")).contains("张三");
        assertThat(Cause.person("张三")).isEqualTo("张三");
        assertThat(Cause.person("root@vm")).isEqualTo("县级经办人");
        assertThat(Cause.person("root@vm", "")).isEmpty();
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "  ", "root@vm", "张\u001b[31m三"})
    void whatIsNoNameIsNotTaken(String set) {
        assertThat(ClientRequest.called(set)).isEmpty();
    }
}

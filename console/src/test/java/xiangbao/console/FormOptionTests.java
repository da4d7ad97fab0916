package xiangbao.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FormOptionTests {
    @ParameterizedTest
    @ValueSource(strings = {"accept --reason 属实", "correct --reason 漏数 --approved-by 李局长"})
    void saysHowAFormIsWrittenWhenItIsNone(String command) {
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
        List<String> arguments = new ArrayList<>(List.of(command.split(" ")));
        arguments.addAll(List.of("--period", "2026-Q3", "--form", "平31/1"));

        int exit = Xiangbao.execute(
                new Terminal(nowhere, new PrintStream(said, true, StandardCharsets.UTF_8), false),
                Clock.systemUTC(),
                arguments);

        assertThat(exit).isEqualTo(2);
        assertThat(said.toString(StandardCharsets.UTF_8)).isEqualToIgnoringNewLines("表号“平31/1”不对：应写成 平31-1 的样子。");
    }
}

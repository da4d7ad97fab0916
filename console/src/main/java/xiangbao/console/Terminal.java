package xiangbao.console;

import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;

/**
 * Where a command speaks: answers on stdout, everything else on stderr.
 *
 * @param interactive whether a person is watching, so that progress may be shown
 */
record Terminal(PrintStream answers, PrintStream messages, boolean interactive) {
    PrintWriter answerWriter() {
        return new PrintWriter(new OutputStreamWriter(answers, StandardCharsets.UTF_8), true);
    }

    PrintWriter messageWriter() {
        return new PrintWriter(new OutputStreamWriter(messages, StandardCharsets.UTF_8), true);
    }

    void answer(String text) {
        answers.println(text);
    }

    void message(String text) {
        messages.println(text);
    }
}

package xiangbao.console;

import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import xiangbao.jobs.answers.AnswerMapper;
import xiangbao.statistics.text.VisibleText;

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

    /** One line of an answer. What a stranger wrote, such as the name of a file, can neither break it nor do anything else to the terminal. */
    void say(String line) {
        answers.println(VisibleText.of(line));
    }

    /** The answer as JSON, which breaks its lines itself. */
    void json(Record answer) {
        answers.println(AnswerMapper.text(answer));
    }

    /** One line that is no answer. */
    void message(String line) {
        messages.println(VisibleText.of(line));
    }
}

package xiangbao.jobs.workspace;

import java.util.List;
import xiangbao.readers.config.documents.ConfigurationMistake;

/** The configuration has mistakes; nothing runs until they are mended. */
public final class ConfigurationMistakesException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final List<String> mistakes;

    public ConfigurationMistakesException(List<String> mistakes) {
        super(String.join(System.lineSeparator(), mistakes));
        this.mistakes = List.copyOf(mistakes);
    }

    /** Throws when there are any. */
    public static void refuse(List<ConfigurationMistake> mistakes) {
        if (!mistakes.isEmpty()) {
            throw new ConfigurationMistakesException(
                    mistakes.stream().map(ConfigurationMistake::toString).toList());
        }
    }

    /** One line each: {@code file:line: what, did you mean …}. */
    public List<String> mistakes() {
        return mistakes;
    }
}

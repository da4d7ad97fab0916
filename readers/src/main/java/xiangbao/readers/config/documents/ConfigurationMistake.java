package xiangbao.readers.config.documents;

import java.util.Comparator;
import java.util.List;

/**
 * One mistake in the configuration, told to whoever edits it.
 *
 * @param file relative to the configuration folder, with forward slashes
 * @param line from 1; 0 when the mistake is about the file as a whole
 * @param message in Chinese, without a full stop
 * @param suggestion the word that was probably meant, or empty
 */
public record ConfigurationMistake(String file, int line, String message, String suggestion)
        implements Comparable<ConfigurationMistake> {
    private static final List<String> CAUSES = List.of("", "units.csv", "calendar.yaml");

    private static final Comparator<ConfigurationMistake> ORDER = Comparator.comparingInt(ConfigurationMistake::rank)
            .thenComparing(ConfigurationMistake::file)
            .thenComparing(ConfigurationMistake::line)
            .thenComparing(ConfigurationMistake::message)
            .thenComparing(ConfigurationMistake::suggestion);

    /** The register and the calendar come before the forms, and these before what speaks of them: a cause stands before its consequences. */
    private int rank() {
        int place = CAUSES.indexOf(file);
        return place >= 0 ? place : file.startsWith("forms") ? CAUSES.size() : CAUSES.size() + 1;
    }

    @Override
    public int compareTo(ConfigurationMistake other) {
        return ORDER.compare(this, other);
    }

    /** {@code config/forms/平31-1.yaml:14: 未知的行“06x”，您是不是想写“06”？}. */
    @Override
    public String toString() {
        return "config/" + file + (line > 0 ? ":" + line : "") + ": " + message
                + (suggestion.isEmpty() ? "。" : "，您是不是想写“" + suggestion + "”？");
    }
}

package xiangbao.readers.config.documents;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** A CSV file, line after line. */
public final class CsvText {
    private CsvText() {}

    /**
     * Gives the lines to a taker until it wants no more; a mistake when the file is no CSV.
     *
     * @return whether it is
     */
    public static boolean read(String name, String text, Mistakes mistakes, Predicate<CsvLine> taker) {
        int number = 1;
        try (CSVParser parser = CSVFormat.DEFAULT
                .builder()
                .setIgnoreEmptyLines(false)
                .setTrim(true)
                .get()
                .parse(new StringReader(text))) {
            Iterator<CSVRecord> records = parser.iterator();
            while (records.hasNext()) {
                if (!taker.test(new CsvLine(name, number, records.next().toList(), mistakes))) {
                    return true;
                }
                number = (int) parser.getCurrentLineNumber() + 1;
            }
            return true;
        } catch (IOException | UncheckedIOException | IllegalStateException broken) {
            mistakes.add(name, number, "不合CSV格式，请检查双引号是否配对");
            return false;
        }
    }

    /** What to say of a file whose columns are separated by something else than commas; empty when they are not. */
    public static Optional<String> otherSeparator(List<String> header, int columns) {
        String line = String.join(",", header);
        for (String separator : List.of(";", "\t", "，", "；", "|")) {
            if (header.size() < columns && line.split(Pattern.quote(separator), -1).length >= columns) {
                return Optional.of(
                        "各列是用“" + (separator.equals("\t") ? "制表符" : separator) + "”分开的，应当用英文逗号；请另存为“CSV UTF-8（逗号分隔）”");
            }
        }
        return Optional.empty();
    }
}

package xiangbao.reports.export;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes lines as RFC 4180 has them: commas, CRLF, quotation marks only where they are needed. */
final class CsvText {
    /** What a spreadsheet may take for the beginning of a formula, in the wide forms too. */
    private static final String BEGINNINGS = "=+-@\t\r\n＝＋－＠";

    private CsvText() {}

    /** @param lines a null is an empty field */
    static String of(List<? extends List<@Nullable String>> lines) {
        StringBuilder text = new StringBuilder();
        for (List<@Nullable String> line : lines) {
            for (int column = 0; column < line.size(); column++) {
                text.append(column == 0 ? "" : ",");
                String field = line.get(column);
                text.append(field == null ? "" : quoted(field));
            }
            text.append("\r\n");
        }
        return text.toString();
    }

    private static String quoted(String field) {
        boolean plain = field.chars()
                .noneMatch(character -> character == ',' || character == '"' || character == '\r' || character == '\n');
        return plain ? field : '"' + field.replace("\"", "\"\"") + '"';
    }

    /** The text with an apostrophe before it where a spreadsheet would calculate it. */
    static String harmless(String text) {
        return !text.isEmpty() && BEGINNINGS.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }
}

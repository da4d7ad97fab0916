package xiangbao.reports.template;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFRun;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTBody;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTR;

/** A paragraph of a letter. Word tears its text apart as it likes, so a token may lie in several runs. */
final class LetterParagraph {
    private final XWPFParagraph paragraph;

    LetterParagraph(XWPFParagraph paragraph) {
        this.paragraph = paragraph;
    }

    String text() {
        StringBuilder text = new StringBuilder();
        paragraph.getRuns().forEach(run -> text.append(text(run)));
        return text.toString();
    }

    /** Whether it stands in the body itself, and not in a table, header or footer. */
    boolean isIn(CTBody body) {
        return paragraph.getCTP().getDomNode().getParentNode() == body.getDomNode();
    }

    /** Fills its tokens; not at all where one of them has nothing to say. Answers whether it did. */
    boolean fill(Function<String, Optional<String>> values) {
        Matcher matcher = Tokens.in(text());
        List<int[]> places = new ArrayList<>();
        List<String> told = new ArrayList<>();
        while (matcher.find()) {
            Optional<String> value = values.apply(matcher.group(1).strip());
            if (value.isEmpty()) {
                return false;
            }
            places.add(new int[] {matcher.start(), matcher.end()});
            told.add(value.get());
        }
        for (int index = places.size() - 1; index >= 0; index--) {
            replace(places.get(index)[0], places.get(index)[1], told.get(index));
        }
        return true;
    }

    private void replace(int start, int end, String value) {
        int at = 0;
        boolean said = false;
        for (XWPFRun run : paragraph.getRuns()) {
            String text = text(run);
            int from = at;
            at += text.length();
            if (at <= start || from >= end) {
                continue;
            }
            String before = text.substring(0, Math.max(0, start - from));
            String after = at > end ? text.substring(end - from) : "";
            put(run, before + (said ? "" : value) + after);
            said = true;
        }
    }

    private static void put(XWPFRun run, String text) {
        CTR content = run.getCTR();
        for (int index = content.sizeOfTArray() - 1; index > 0; index--) {
            content.removeT(index);
        }
        run.setText(text, 0);
    }

    private static String text(XWPFRun run) {
        StringBuilder text = new StringBuilder();
        run.getCTR().getTList().forEach(part -> text.append(part.getStringValue()));
        return text.toString();
    }
}

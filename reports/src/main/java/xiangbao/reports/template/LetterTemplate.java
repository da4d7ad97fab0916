package xiangbao.reports.template;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFFooter;
import org.apache.poi.xwpf.usermodel.XWPFHeaderFooter;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFRun;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTBody;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTP;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTR;
import xiangbao.statistics.text.Spelling;

/**
 * A letter designed by a statistician in Word or WPS, to be filled. {@code {{…}}} within a paragraph is filled in, a paragraph of which a token has nothing to
 * say is left out, and a marker that stands alone becomes as many paragraphs of its look as there are. Fixed texts and all looks are the letter's own.
 */
public final class LetterTemplate implements AutoCloseable {
    private static final Pattern TOKEN = Pattern.compile("\\{\\{([^{}]+)}}");

    private final String fileName;
    private final XWPFDocument document;

    private LetterTemplate(String fileName, XWPFDocument document) {
        this.fileName = fileName;
        this.document = document;
    }

    public static LetterTemplate open(Path file) throws IOException {
        if (!Files.isRegularFile(file)) {
            throw new TemplateException(file + "：没有这个报表模板");
        }
        try (var in = Files.newInputStream(file)) {
            return new LetterTemplate(String.valueOf(file.getFileName()), new XWPFDocument(in));
        }
    }

    /**
     * What is wrong with the letter, in Chinese.
     *
     * @param markers names that stand alone and become paragraphs
     * @param words other names
     * @param told names that take words behind them, such as {@code 目标 S01}, and what these may be
     * @param everyPage a text that every footer must have
     */
    public List<String> mistakes(
            Set<String> markers, Set<String> words, Map<String, List<Told>> told, String everyPage) {
        List<String> mistakes = new ArrayList<>();
        for (XWPFParagraph paragraph : paragraphs()) {
            String text = text(paragraph);
            Matcher matcher = TOKEN.matcher(text);
            while (matcher.find()) {
                String name = matcher.group(1).strip();
                if (markers.contains(name)) {
                    if (!text.strip().equals(matcher.group()) || !isInBody(paragraph)) {
                        mistakes.add(fileName + "：标记 " + matcher.group() + " 应在正文中单独成段，前后不能有别的字");
                    }
                } else if (!words.contains(name)) {
                    List<String> parts = List.of(name.split("\\s+"));
                    List<Told> wanted = told.get(parts.get(0));
                    String wrong = wanted == null ? "不认识的标记 " + matcher.group() : wrong(matcher.group(), parts, wanted);
                    if (!wrong.isEmpty()) {
                        mistakes.add(fileName + "：" + wrong + "，所在段落为“" + shortened(text) + "”"
                                + (wanted == null ? "" : meant(parts, wanted)));
                    }
                }
            }
        }
        List<XWPFFooter> footers = document.getFooterList();
        if (footers.isEmpty()
                || footers.stream().anyMatch(footer -> !footer.getText().contains(everyPage))) {
            mistakes.add(fileName + "：每一种页脚都要有“" + everyPage + "”");
        }
        return mistakes;
    }

    /** What is wrong with the words behind a name; a token with an unknown one would leave its paragraph out without a word. */
    private static String wrong(String token, List<String> parts, List<Told> wanted) {
        for (int index = 0; index < wanted.size(); index++) {
            Told one = wanted.get(index);
            if (parts.size() <= index + 1) {
                return one.required() ? "标记 " + token + " 后面要写" + one.title() : "";
            }
            if (isUnknown(parts.get(index + 1), one)) {
                return "标记 " + token + " 里的“" + parts.get(index + 1) + "”不是" + one.title();
            }
        }
        return parts.size() > wanted.size() + 1
                ? "标记 " + token + " 里多了“" + String.join(" ", parts.subList(wanted.size() + 1, parts.size())) + "”"
                : "";
    }

    private static boolean isUnknown(String word, Told wanted) {
        return wanted.known() != null && !wanted.known().contains(word);
    }

    private static String meant(List<String> parts, List<Told> wanted) {
        for (int index = 0; index < wanted.size() && index + 1 < parts.size(); index++) {
            Set<String> known = wanted.get(index).known();
            if (known != null && !known.contains(parts.get(index + 1))) {
                String nearest = Spelling.nearest(parts.get(index + 1), known);
                return nearest.isEmpty() ? "" : "，您是不是想写“" + nearest + "”？";
            }
        }
        return "";
    }

    private static String shortened(String text) {
        return text.length() <= 30 ? text : text.substring(0, 30) + "…";
    }

    /** Makes paragraphs of a marker, each with its look; none of them leaves nothing of it. */
    public void paragraphs(Map<String, List<String>> texts) {
        CTBody body = document.getDocument().getBody();
        for (int index = body.sizeOfPArray() - 1; index >= 0; index--) {
            CTP marker = body.getPArray(index);
            Matcher alone =
                    TOKEN.matcher(text(new XWPFParagraph(marker, document)).strip());
            List<String> wanted = alone.matches() ? texts.get(alone.group(1).strip()) : null;
            if (wanted == null) {
                continue;
            }
            CTP look = (CTP) marker.copy();
            body.removeP(index);
            for (int place = 0; place < wanted.size(); place++) {
                String text = wanted.get(place);
                body.insertNewP(index + place).set(look);
                fill(new XWPFParagraph(body.getPArray(index + place), document), name -> Optional.of(text));
            }
        }
    }

    /** Fills the tokens; a paragraph of the letter's body in which one of them gives nothing is left out. */
    public void fill(Function<String, Optional<String>> values) {
        CTBody body = document.getDocument().getBody();
        for (int index = body.sizeOfPArray() - 1; index >= 0; index--) {
            if (!fill(new XWPFParagraph(body.getPArray(index), document), values)) {
                body.removeP(index);
            }
        }
        for (XWPFParagraph paragraph : paragraphs()) {
            if (!isInBody(paragraph)) {
                fill(paragraph, name -> Optional.of(values.apply(name).orElse("")));
            }
        }
    }

    /** Whether every token of the paragraph had something to say. Word tears a token apart as it likes, so it may lie in several runs. */
    private static boolean fill(XWPFParagraph paragraph, Function<String, Optional<String>> values) {
        String text = text(paragraph);
        Matcher matcher = TOKEN.matcher(text);
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
            replace(paragraph, places.get(index)[0], places.get(index)[1], told.get(index));
        }
        return true;
    }

    private static void replace(XWPFParagraph paragraph, int start, int end, String value) {
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

    private static String text(XWPFParagraph paragraph) {
        StringBuilder text = new StringBuilder();
        paragraph.getRuns().forEach(run -> text.append(text(run)));
        return text.toString();
    }

    private boolean isInBody(XWPFParagraph paragraph) {
        return paragraph.getCTP().getDomNode().getParentNode()
                == document.getDocument().getBody().getDomNode();
    }

    /** Those of the body, of tables, headers and footers. */
    private List<XWPFParagraph> paragraphs() {
        List<XWPFParagraph> all = new ArrayList<>();
        document.getDocument().getBody().getPList().forEach(one -> all.add(new XWPFParagraph(one, document)));
        document.getTables().forEach(table -> cells(table, all));
        List<XWPFHeaderFooter> margins = new ArrayList<>(document.getHeaderList());
        margins.addAll(document.getFooterList());
        for (XWPFHeaderFooter margin : margins) {
            all.addAll(margin.getParagraphs());
            margin.getTables().forEach(table -> cells(table, all));
        }
        return all;
    }

    private static void cells(XWPFTable table, List<XWPFParagraph> all) {
        table.getRows()
                .forEach(row -> row.getTableCells().forEach(cell -> {
                    all.addAll(cell.getParagraphs());
                    cell.getTables().forEach(inner -> cells(inner, all));
                }));
    }

    /** The finished letter; a token that nobody filled is an error. */
    public byte[] finish() throws IOException {
        Set<String> unfilled = new LinkedHashSet<>();
        for (XWPFParagraph paragraph : paragraphs()) {
            Matcher matcher = TOKEN.matcher(text(paragraph));
            while (matcher.find()) {
                unfilled.add(matcher.group());
            }
        }
        if (!unfilled.isEmpty()) {
            throw new TemplateException(fileName + "：模板中有无法填写的标记 " + String.join("、", unfilled));
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        document.write(bytes);
        return SteadyZip.report(bytes.toByteArray());
    }

    @Override
    public void close() throws IOException {
        document.close();
    }
}

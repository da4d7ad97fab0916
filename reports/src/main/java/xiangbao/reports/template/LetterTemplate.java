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
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFFooter;
import org.apache.poi.xwpf.usermodel.XWPFHeaderFooter;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTBody;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTP;

/**
 * A letter designed by a statistician in Word or WPS, to be filled. {@code {{…}}} within a paragraph is filled in, a paragraph of which a token has nothing to
 * say is left out, and a marker that stands alone becomes as many paragraphs of its look as there are. Fixed texts and all looks are the letter's own.
 */
public final class LetterTemplate implements AutoCloseable {
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
        LetterMistakes check = new LetterMistakes(markers, words, told);
        for (LetterParagraph paragraph : paragraphs()) {
            check.in(paragraph.text(), paragraph.isIn(body())).forEach(wrong -> mistakes.add(fileName + "：" + wrong));
        }
        List<XWPFFooter> footers = document.getFooterList();
        if (footers.isEmpty()
                || footers.stream().anyMatch(footer -> !footer.getText().contains(everyPage))) {
            mistakes.add(fileName + "：每一种页脚都要有“" + everyPage + "”");
        }
        return mistakes;
    }

    /** Makes paragraphs of a marker, each with its look; none of them leaves nothing of it. */
    public void paragraphs(Map<String, List<String>> texts) {
        CTBody body = body();
        for (int index = body.sizeOfPArray() - 1; index >= 0; index--) {
            CTP marker = body.getPArray(index);
            Matcher alone = Tokens.in(paragraph(marker).text().strip());
            List<String> wanted = alone.matches() ? texts.get(alone.group(1).strip()) : null;
            if (wanted == null) {
                continue;
            }
            CTP look = (CTP) marker.copy();
            body.removeP(index);
            for (int place = 0; place < wanted.size(); place++) {
                String text = wanted.get(place);
                body.insertNewP(index + place).set(look);
                paragraph(body.getPArray(index + place)).fill(name -> Optional.of(text));
            }
        }
    }

    /** Fills the tokens; a paragraph of the letter's body in which one of them gives nothing is left out. */
    public void fill(Function<String, Optional<String>> values) {
        CTBody body = body();
        for (int index = body.sizeOfPArray() - 1; index >= 0; index--) {
            if (!paragraph(body.getPArray(index)).fill(values)) {
                body.removeP(index);
            }
        }
        for (LetterParagraph paragraph : paragraphs()) {
            if (!paragraph.isIn(body)) {
                paragraph.fill(name -> Optional.of(values.apply(name).orElse("")));
            }
        }
    }

    private CTBody body() {
        return document.getDocument().getBody();
    }

    private LetterParagraph paragraph(CTP content) {
        return new LetterParagraph(new XWPFParagraph(content, document));
    }

    /** Those of the body, of tables, headers and footers. */
    private List<LetterParagraph> paragraphs() {
        List<XWPFParagraph> all = new ArrayList<>();
        body().getPList().forEach(one -> all.add(new XWPFParagraph(one, document)));
        document.getTables().forEach(table -> cells(table, all));
        List<XWPFHeaderFooter> margins = new ArrayList<>(document.getHeaderList());
        margins.addAll(document.getFooterList());
        for (XWPFHeaderFooter margin : margins) {
            all.addAll(margin.getParagraphs());
            margin.getTables().forEach(table -> cells(table, all));
        }
        return all.stream().map(LetterParagraph::new).toList();
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
        for (LetterParagraph paragraph : paragraphs()) {
            Matcher matcher = Tokens.in(paragraph.text());
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

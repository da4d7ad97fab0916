package xiangbao.reports.returns;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import xiangbao.reports.template.ReportFile;
import xiangbao.reports.template.SteadyZip;
import xiangbao.reports.template.Template;
import xiangbao.reports.template.TemplateNeeds;
import xiangbao.reports.template.TemplateSheet;
import xiangbao.statistics.findings.Outcome;
import xiangbao.statistics.findings.Severity;
import xiangbao.statistics.workbooks.ReturnMarks;

/** Sends a file back: the clerk's own workbook with the doubtful cells marked, or a companion beside a copy where it cannot be marked faithfully. */
public final class Feedback {
    private static final String TEMPLATE = "审核结果.xlsx";
    private static final long LARGEST = 20L << 20;
    /** POI needs some fifteen bytes of memory for one of unpacked XML. */
    private static final long LARGEST_UNPACKED = 24L << 20;

    private final Path templates;

    /** @param templates the folder with {@code 审核结果.xlsx} */
    public Feedback(Path templates) {
        this.templates = templates;
    }

    /** Says what the template must have. */
    public static void check(TemplateNeeds needs) {
        needs.sheet(TEMPLATE, ReturnMarks.SHEET, List.of("rpt.mandatory", "rpt.query", "rpt.hint"));
    }

    /**
     * Writes the answer; the same letter and original give the same bytes, and files of that name are replaced.
     *
     * @param original the archived file, which stays untouched
     * @param baseName name of the answer without its extension, such as {@code 2026年三季度报表_退回_第1次}
     * @return the files written, the one to open first
     */
    public List<Path> write(ReturnLetter letter, Path original, Path folder, String baseName) throws IOException {
        Files.createDirectories(folder);
        String name = ReportFile.name(baseName);
        if (letter.outcome() != Outcome.UNREADABLE) {
            Optional<Marked> marked = marked(letter, original);
            if (marked.isPresent()) {
                return List.of(ReportFile.put(
                        folder.resolve(name + marked.get().extension()),
                        marked.get().bytes()));
            }
        }
        List<Path> written = new ArrayList<>();
        try (Template template = Template.open(templates.resolve(TEMPLATE))) {
            new LetterSheet(letter).fill(template, false);
            template.workbook().createName().setNameName(ReturnMarks.DEFINED_NAME);
            template.workbook().getName(ReturnMarks.DEFINED_NAME).setRefersToFormula(ReturnMarks.SHEET + "!$A$1");
            written.add(ReportFile.put(folder.resolve(name + "_审核结果.xlsx"), template.finish()));
        }
        if (letter.outcome() != Outcome.UNREADABLE) {
            written.add(
                    ReportFile.put(folder.resolve(name + asNamed(letter.fileName())), Files.readAllBytes(original)));
        }
        return written;
    }

    private record Marked(byte[] bytes, String extension) {}

    /** Empty when POI cannot be trusted to give the workbook back as it was. */
    private Optional<Marked> marked(ReturnLetter letter, Path original) throws IOException {
        if (!Files.isRegularFile(original) || Files.size(original) > LARGEST) {
            return Optional.empty();
        }
        byte[] bytes = Files.readAllBytes(original);
        boolean old = bytes.length > 8 && (bytes[0] & 0xff) == 0xd0 && (bytes[1] & 0xff) == 0xcf;
        boolean dated = false;
        if (!old) {
            Optional<Boolean> seen = datedIfFaithful(bytes);
            if (seen.isEmpty()) {
                return Optional.empty();
            }
            dated = seen.get();
        }
        for (boolean inFront : new boolean[] {true, false}) {
            Optional<byte[]> written = marked(letter, bytes, old, inFront);
            if (written.isPresent()) {
                byte[] steady = old ? written.get() : SteadyZip.clerks(written.get(), dated);
                return Optional.of(new Marked(steady, extension(letter, old ? ".xls" : ".xlsx")));
            }
        }
        return Optional.empty();
    }

    /** Empty when the clerk's values, formulas or names came out otherwise than they went in. */
    private Optional<byte[]> marked(ReturnLetter letter, byte[] bytes, boolean old, boolean inFront) {
        try (Workbook workbook = open(bytes, old);
                Template template = Template.open(templates.resolve(TEMPLATE))) {
            TemplateSheet sheet = template.sheet(ReturnMarks.SHEET);
            Map<Severity, XSSFCellStyle> fills = Map.of(
                    Severity.MANDATORY, (XSSFCellStyle) sheet.style("rpt.mandatory"),
                    Severity.QUERY, (XSSFCellStyle) sheet.style("rpt.query"),
                    Severity.HINT, (XSSFCellStyle) sheet.style("rpt.hint"));
            List<LetterLine> lines = new LetterSheet(letter).fill(template, true);
            Map<String, String> before = ClerksContents.of(workbook);
            new ReturnedWorkbook(workbook, inFront).mark(sheet.sheet(), lines, fills);
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            workbook.write(out);
            try (Workbook again = open(out.toByteArray(), old)) {
                return ClerksContents.of(again).equals(before) ? Optional.of(out.toByteArray()) : Optional.empty();
            }
        } catch (IOException | RuntimeException unfaithful) {
            return Optional.empty();
        }
    }

    private static Workbook open(byte[] bytes, boolean old) throws IOException {
        ByteArrayInputStream in = new ByteArrayInputStream(bytes);
        return old ? new HSSFWorkbook(in) : new XSSFWorkbook(in);
    }

    /** Whether the properties say when it was modified; empty for a strict, damaged or overlarge workbook. */
    private static Optional<Boolean> datedIfFaithful(byte[] bytes) {
        boolean dated = false;
        boolean workbook = false;
        long unpacked = 0;
        // by its directory, as POI does: small export programs write entries that cannot be read one after the other
        try (ZipFile parts = ZipFile.builder()
                .setSeekableByteChannel(new SeekableInMemoryByteChannel(bytes))
                .get()) {
            for (ZipArchiveEntry entry : Collections.list(parts.getEntries())) {
                byte[] content;
                try (InputStream in = parts.getInputStream(entry)) {
                    content = in.readNBytes((int) (LARGEST_UNPACKED - unpacked + 1));
                }
                unpacked += content.length;
                if (unpacked > LARGEST_UNPACKED) {
                    return Optional.empty();
                }
                if (entry.getName().equals("xl/workbook.xml")) {
                    workbook = true;
                    if (new String(content, StandardCharsets.UTF_8).contains("purl.oclc.org/ooxml")) {
                        return Optional.empty();
                    }
                } else if (entry.getName().equals("docProps/core.xml")) {
                    dated = new String(content, StandardCharsets.UTF_8).contains("dcterms:modified");
                }
            }
        } catch (IOException | RuntimeException damaged) {
            return Optional.empty();
        }
        return workbook ? Optional.of(dated) : Optional.empty();
    }

    private static String asNamed(String fileName) {
        int dot = fileName.lastIndexOf('.');
        String extension = dot < 0 ? "" : fileName.substring(dot);
        return extension.matches("\\.[A-Za-z0-9]{1,5}") ? extension : ".xlsx";
    }

    /** The clerk's own, where it says what the content is; .et of WPS is the old format too. */
    private static String extension(ReturnLetter letter, String byContent) {
        String lower = letter.fileName().toLowerCase(Locale.ROOT);
        return byContent.equals(".xls") && lower.endsWith(".et") ? ".et" : byContent;
    }
}

package xiangbao.reports.template;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/** Packs a workbook again so that the same content gives the same bytes: entries in a fixed order, a fixed time, no date of saving. */
public final class SteadyZip {
    private static final String CORE = "docProps/core.xml";
    private static final LocalDateTime TIME = LocalDateTime.of(1980, 1, 1, 0, 0, 0);
    private static final String OUR_CORE = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"
            + "<cp:coreProperties xmlns:cp=\"http://schemas.openxmlformats.org/package/2006/metadata/core-properties\""
            + " xmlns:dc=\"http://purl.org/dc/elements/1.1/\"><dc:creator>乡报</dc:creator></cp:coreProperties>";

    private SteadyZip() {}

    /** A workbook of our own: creator 乡报 and no dates. */
    public static byte[] report(byte[] workbook) throws IOException {
        return pack(workbook, core -> OUR_CORE);
    }

    /**
     * A clerk's workbook: who made it and when stays; when we saved it is left out.
     *
     * @param dated whether the original says when it was last modified
     */
    public static byte[] clerks(byte[] workbook, boolean dated) throws IOException {
        return pack(
                workbook,
                core -> dated ? core : core.replaceAll("(?s)<dcterms:modified[^>]*>.*?</dcterms:modified>", ""));
    }

    /** Whether a file is a workbook of our own that nobody has saved since; whatever saves it writes its own properties. */
    public static boolean isUntouchedReport(byte[] file) {
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(file), StandardCharsets.UTF_8)) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                if (entry.getName().equals(CORE)) {
                    return new String(in.readAllBytes(), StandardCharsets.UTF_8).equals(OUR_CORE);
                }
            }
        } catch (IOException | RuntimeException other) {
            return false;
        }
        return false;
    }

    private static byte[] pack(byte[] workbook, UnaryOperator<String> core) throws IOException {
        Map<String, byte[]> entries =
                new TreeMap<>(Comparator.comparing((String name) -> !name.equals("[Content_Types].xml"))
                        .thenComparing(name -> name));
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(workbook), StandardCharsets.UTF_8)) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                entries.put(entry.getName(), in.readAllBytes());
            }
        }
        byte[] properties = entries.get(CORE);
        if (properties != null) {
            entries.put(
                    CORE,
                    core.apply(new String(properties, StandardCharsets.UTF_8)).getBytes(StandardCharsets.UTF_8));
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream out = new ZipOutputStream(bytes, StandardCharsets.UTF_8)) {
            for (Map.Entry<String, byte[]> each : entries.entrySet()) {
                ZipEntry entry = new ZipEntry(each.getKey());
                entry.setTimeLocal(TIME);
                out.putNextEntry(entry);
                out.write(each.getValue());
                out.closeEntry();
            }
        }
        return bytes.toByteArray();
    }
}

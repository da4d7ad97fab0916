package xiangbao.jobs.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.usermodel.Sheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileEndingTests {
    @TempDir
    Path folder;

    private FileEnding ending(byte[] content) throws IOException {
        return FileEnding.of(Files.write(folder.resolve("file"), content));
    }

    private static byte[] packed(byte[]... stored) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (byte[] one : stored) {
                CRC32 sum = new CRC32();
                sum.update(one);
                ZipEntry entry = new ZipEntry("part" + one.length);
                entry.setMethod(ZipEntry.STORED);
                entry.setSize(one.length);
                entry.setCrc(sum.getValue());
                zip.putNextEntry(entry);
                zip.write(one);
            }
        }
        return bytes.toByteArray();
    }

    private static byte[] old() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (HSSFWorkbook workbook = new HSSFWorkbook()) {
            Sheet sheet = workbook.createSheet("山塘");
            for (int row = 0; row < 3000; row++) {
                sheet.createRow(row).createCell(0).setCellValue(row);
            }
            workbook.write(bytes);
        }
        return bytes.toByteArray();
    }

    private static byte[] cut(byte[] content, int length) {
        return Arrays.copyOf(content, length);
    }

    @Test
    void missesTheEndOfAPackedFile() throws IOException {
        byte[] whole = packed(new byte[3000], new byte[100]);
        assertThat(ending(whole)).isEqualTo(FileEnding.WHOLE);
        assertThat(ending(cut(whole, whole.length - 1))).isEqualTo(FileEnding.UNFINISHED);
        assertThat(ending(cut(whole, whole.length / 2))).isEqualTo(FileEnding.UNFINISHED);
        // room reserved to the end, and filled from the beginning
        assertThat(ending(cut(cut(whole, whole.length / 2), whole.length))).isEqualTo(FileEnding.UNFINISHED);
    }

    @Test
    void takesNoPackedFileWithinForTheEnd() throws IOException {
        byte[] inner = packed(new byte[200]);
        byte[] whole = packed(new byte[3000], inner, new byte[500]);
        assertThat(ending(whole)).isEqualTo(FileEnding.WHOLE);
        assertThat(ending(cut(whole, 3000 + 60 + inner.length + 100))).isEqualTo(FileEnding.UNFINISHED);
    }

    @Test
    void missesSectorsOfTheOldFormat() throws IOException {
        byte[] whole = old();
        assertThat(ending(whole)).isEqualTo(FileEnding.WHOLE);
        assertThat(ending(cut(whole, whole.length - 600))).isEqualTo(FileEnding.UNFINISHED);
        assertThat(ending(cut(whole, whole.length / 2))).isEqualTo(FileEnding.UNFINISHED);
        assertThat(ending(cut(cut(whole, whole.length / 2), whole.length))).isEqualTo(FileEnding.UNFINISHED);
        assertThat(ending(cut(whole, 100))).isEqualTo(FileEnding.UNFINISHED);
    }

    @Test
    void waitsForReservedRoomAndKnowsNothingOfText() throws IOException {
        assertThat(ending(new byte[0])).isEqualTo(FileEnding.UNFINISHED);
        assertThat(ending(new byte[70_000])).isEqualTo(FileEnding.UNFINISHED);
        assertThat(ending("<html>".getBytes(StandardCharsets.UTF_8))).isEqualTo(FileEnding.UNKNOWN);
    }
}

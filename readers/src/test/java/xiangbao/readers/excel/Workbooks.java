package xiangbao.readers.excel;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Objects;
import java.util.function.Consumer;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import xiangbao.readers.excel.workbook.Opened;
import xiangbao.readers.excel.workbook.RawCell;
import xiangbao.readers.excel.workbook.RawSheet;
import xiangbao.readers.excel.workbook.RawWorkbook;

/** Workbooks that POI writes, and what we read of them. */
public final class Workbooks {
    private Workbooks() {}

    public static byte[] xls(Consumer<Workbook> content) throws IOException {
        return written(new HSSFWorkbook(), content);
    }

    public static byte[] xlsx(Consumer<Workbook> content) throws IOException {
        return written(new XSSFWorkbook(), content);
    }

    private static byte[] written(Workbook workbook, Consumer<Workbook> content) throws IOException {
        try (workbook;
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            content.accept(workbook);
            workbook.write(out);
            return out.toByteArray();
        }
    }

    public static RawWorkbook read(byte[] content) {
        Opened opened = new WorkbookOpener().open(content);
        assertThat(opened).isInstanceOf(RawWorkbook.class);
        return (RawWorkbook) opened;
    }

    public static RawCell cell(RawSheet sheet, int row, int column) {
        RawCell cell = sheet.cell(row, column);
        return Objects.requireNonNull(cell, () -> "no cell at " + row + ", " + column);
    }
}

package xiangbao.readers.excel;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import xiangbao.readers.excel.formula.Recalculation;
import xiangbao.readers.excel.workbook.Opened;
import xiangbao.readers.excel.workbook.RawRow;
import xiangbao.readers.excel.workbook.RawSheet;
import xiangbao.readers.excel.workbook.RawWorkbook;
import xiangbao.readers.excel.workbook.Rejection;

class DamagedWorkbookTests {
    private static final byte[] XLSX;
    private static final byte[] XLS;

    static {
        try {
            XLSX = Workbooks.xlsx(DamagedWorkbookTests::fill);
            XLS = Workbooks.xls(DamagedWorkbookTests::fill);
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    record Flip(double place, int bits) {}

    private static void fill(Workbook workbook) {
        Sheet sheet = workbook.createSheet("报表");
        for (int index = 0; index < 20; index++) {
            Row row = sheet.createRow(index);
            row.createCell(0).setCellValue("指标" + index);
            row.createCell(1).setCellValue(index * 1.25);
            row.createCell(2).setCellFormula("SUM(B1:B" + (index + 1) + ")");
        }
    }

    @Provide
    Arbitrary<List<Flip>> flips() {
        return Arbitraries.doubles()
                .between(0, 1)
                .flatMap(place -> Arbitraries.integers().between(1, 255).map(bits -> new Flip(place, bits)))
                .list()
                .ofMinSize(1)
                .ofMaxSize(4);
    }

    @Property(tries = 1500, seed = "4306261")
    void flippedBytesEndInAWorkbookOrARejection(@ForAll boolean legacy, @ForAll("flips") List<Flip> flips) {
        byte[] content = (legacy ? XLS : XLSX).clone();
        for (Flip flip : flips) {
            content[(int) Math.min(content.length - 1.0, flip.place() * content.length)] ^= (byte) flip.bits();
        }
        Opened opened = new WorkbookOpener().open(content);
        if (opened instanceof RawWorkbook workbook) {
            Recalculation recalculation = new Recalculation(workbook);
            for (RawSheet sheet : workbook.sheets()) {
                for (RawRow row : sheet.rows()) {
                    row.cells().forEach(cell -> recalculation.contradiction(sheet, cell));
                }
            }
        } else {
            assertThat(((Rejection) opened).code()).isNotEmpty();
        }
    }
}

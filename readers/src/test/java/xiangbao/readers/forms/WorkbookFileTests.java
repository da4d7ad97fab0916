package xiangbao.readers.forms;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import xiangbao.statistics.findings.Finding;
import xiangbao.statistics.workbooks.ReadSubmission;
import xiangbao.statistics.workbooks.ReadWorkbook;

/** The same reading through real files. */
class WorkbookFileTests {
    private final WorkbookReader reader = new WorkbookReader(ToyDefinitions.make());

    @TempDir
    Path folder;

    private static Workbook fill(Workbook workbook) {
        Sheet sheet = workbook.createSheet("粮食");
        Object[][] rows = {
            {"粮食试报"},
            {"", "", "", "", "表号：试1-1"},
            {"填报单位：伍市镇", "", "区划代码：430626111", "2026年三季度"},
            {"指标名称", "计量单位", "代码", "播种面积", "总产量"},
            {"甲", "乙", "丙", 1.0, 2.0},
            {"粮食合计", "", "01", 300.0, 120.5},
            {"早稻", "", "02", 100.0, 40.3},
            {"双季晚稻", "", "03", 200.0, 80.2},
            {"机械化率", "%", "04", 0.765},
            {"面积增减", "亩", "05", -10.0},
            {"年末存粮", "", "06"},
            {"小镇面积", "", "07"},
            {"填表人：某"},
        };
        for (int row = 0; row < rows.length; row++) {
            Row made = sheet.createRow(row);
            for (int column = 0; column < rows[row].length; column++) {
                Cell cell = made.createCell(column);
                if (rows[row][column] instanceof Double number) {
                    cell.setCellValue(number);
                } else if (!rows[row][column].equals("")) {
                    cell.setCellValue(rows[row][column].toString());
                }
            }
        }
        sheet.addMergedRegion(new CellRangeAddress(0, 0, 0, 4));
        CellStyle percent = workbook.createCellStyle();
        percent.setDataFormat(workbook.createDataFormat().getFormat("0.0%"));
        sheet.getRow(8).getCell(3).setCellStyle(percent);
        sheet.getRow(5).getCell(3).setCellFormula("D7+D8");
        workbook.getCreationHelper()
                .createFormulaEvaluator()
                .evaluateFormulaCell(sheet.getRow(5).getCell(3));
        sheet.getRow(6).setZeroHeight(true);
        sheet.setColumnHidden(4, true);
        return workbook;
    }

    private Path save(Workbook workbook, String name) throws IOException {
        Path file = folder.resolve(name);
        try (OutputStream out = Files.newOutputStream(file)) {
            workbook.write(out);
        }
        workbook.close();
        return file;
    }

    private void expectRead(ReadWorkbook workbook, String format) {
        assertThat(workbook.format()).isEqualTo(format);
        ReadSubmission submission = workbook.submissions().get(0);
        assertThat(submission.key().orElseThrow()).hasToString("430626111/2026-Q3/试1-1");
        assertThat(submission.findings().stream().map(Finding::code)).containsExactly("HIDDEN-COLUMN", "HIDDEN-ROW");
        assertThat(submission.observations().stream()
                        .filter(observation -> observation.number() != null)
                        .map(observation -> observation.indicator().item() + "="
                                + java.util.Objects.requireNonNull(observation.number())
                                        .stripTrailingZeros()
                                        .toPlainString()))
                .containsExactly(
                        "01.1=300",
                        "01.2=120.5",
                        "02.1=100",
                        "02.2=40.3",
                        "03.1=200",
                        "03.2=80.2",
                        "04.1=76.5",
                        "05.1=-10");
    }

    @Test
    void deviation01ReadsXlsxAndXlsWhateverTheFileIsCalled() throws IOException {
        Path xlsx = save(fill(new XSSFWorkbook()), "a.xls");
        expectRead(reader.read(xlsx, "伍市镇/2026年三季度.xls"), "xlsx");
        Path xls = save(fill(new HSSFWorkbook()), "b.et");
        expectRead(reader.read(xls, "伍市镇/2026年三季度.et"), "xls");
    }

    @Test
    void deviation01RefusesWebPagesCalledXls() throws IOException {
        Path html = folder.resolve("c.xls");
        Files.writeString(html, "<html><table><tr><td>表号：试1-1</td></tr></table></html>", StandardCharsets.UTF_8);
        ReadWorkbook workbook = reader.read(html, "伍市镇/c.xls");
        assertThat(workbook.isUnreadable()).isTrue();
        assertThat(workbook.format()).isEmpty();
        assertThat(workbook.findings().get(0).message()).contains("伍市镇/c.xls");
        assertThat(workbook.findings().get(0).remedy()).isNotBlank();
    }
}

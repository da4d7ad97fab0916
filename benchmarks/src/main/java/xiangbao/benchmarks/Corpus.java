package xiangbao.benchmarks;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** Makes the workbooks that are read: always the same ones for the same numbers. */
final class Corpus {
    private static final int COLUMNS = 12;
    private static final String[] NAMES = {"伍市镇", "长寿镇", "南江镇", "瓮江镇", "梅仙镇", "福寿山镇", "加义镇"};

    enum Texts {
        SHARED,
        INLINE,
        FEW
    }

    private Corpus() {}

    /** Township workbooks of three sheets: a form of 46 rows, a hidden dictionary of 120, and notes. */
    static List<Path> small(Path folder, int count) throws IOException {
        Random random = new Random(430626);
        List<Path> files = new ArrayList<>();
        try (XSSFWorkbook workbook = new XSSFWorkbook()) {
            Sheet form = workbook.createSheet("报表");
            row(form, 0).createCell(0).setCellValue("农村卫生厕所情况");
            form.addMergedRegion(new CellRangeAddress(0, 0, 0, COLUMNS - 1));
            for (int column = 0; column < COLUMNS; column++) {
                row(form, 3).createCell(column).setCellValue(column < 2 ? "代码" : "第" + column + "栏");
            }
            Sheet dictionary = workbook.createSheet("字典");
            for (int index = 0; index < 120; index++) {
                row(dictionary, index).createCell(0).setCellValue("4306261" + index);
                row(dictionary, index).createCell(1).setCellValue("村" + index);
            }
            workbook.setSheetHidden(1, true);
            row(workbook.createSheet("说明"), 0).createCell(0).setCellValue("本表由乡镇统计员填报。");
            for (int file = 0; file < count; file++) {
                row(form, 1).createCell(0).setCellValue(NAMES[file % NAMES.length]);
                for (int index = 0; index < 42; index++) {
                    Row row = row(form, 4 + index);
                    row.createCell(0).setCellValue(String.valueOf(index + 1));
                    row.createCell(1).setCellValue("指标" + index + (file % 10));
                    for (int column = 2; column < COLUMNS - 1; column++) {
                        row.createCell(column).setCellValue(random.nextInt(1_000_000) / 100.0);
                    }
                    row.createCell(COLUMNS - 1).setCellFormula("SUM(C" + (5 + index) + ":K" + (5 + index) + ")");
                    row.getCell(COLUMNS - 1).setCellValue(random.nextInt(1_000_000));
                }
                Path path = folder.resolve("township-" + file + ".xlsx");
                try (OutputStream out = Files.newOutputStream(path)) {
                    workbook.write(out);
                }
                files.add(path);
            }
        }
        return files;
    }

    private static Row row(Sheet sheet, int number) {
        Row row = sheet.getRow(number);
        return row == null ? sheet.createRow(number) : row;
    }

    /** A ledger of so many lines and twelve columns. */
    static Path large(Path folder, Texts texts, int rows) throws IOException {
        Random random = new Random(rows);
        Path path = folder.resolve("ledger-" + texts.name().toLowerCase(Locale.ROOT) + ".xlsx");
        try (SXSSFWorkbook workbook = new SXSSFWorkbook(new XSSFWorkbook(), 100, false, texts == Texts.SHARED);
                OutputStream out = Files.newOutputStream(path)) {
            Sheet sheet = workbook.createSheet("台账");
            for (int number = 0; number < rows; number++) {
                Row row = sheet.createRow(number);
                for (int column = 0; column < COLUMNS; column++) {
                    if (texts != Texts.FEW && column < 4) {
                        row.createCell(column).setCellValue(NAMES[column] + random.nextInt(20_000) + "号桥");
                    } else {
                        row.createCell(column).setCellValue(random.nextInt(1_000_000) / 100.0);
                    }
                }
            }
            workbook.write(out);
        }
        return path;
    }
}

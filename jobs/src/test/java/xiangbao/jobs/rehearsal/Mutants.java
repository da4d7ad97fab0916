package xiangbao.jobs.rehearsal;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.BiConsumer;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.SheetVisibility;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.usermodel.WorkbookFactory;

/** Workbooks with one thing changed, as a clerk, a program or a bad line would change it; the same for the same seed. */
final class Mutants {
    private static final List<String> TEXTS =
            List.of("约120", "无", "—", "120亩", "1,234", "１２３", "1200-1300", "#REF!", " ", "12.345678", "0", "-5");
    private static final List<String> CODES =
            List.of("表号：平42-11", "表号：平99-9", "表号：平31－1", "表号：平42-1", "表号：", "表　号：平01-1表");
    private static final List<String> UNITS = List.of("安定镇", "伍市", "平江县", "某某镇", "伍市镇、安定镇", "县水利局");
    private static final List<String> PERIODS =
            List.of("2026年二季度", "2025年三季度", "2026年9月", "2026年", "2027年一季度", "2026年四季度", "三季度");

    private final Random random;

    Mutants(long seed) {
        random = new Random(seed);
    }

    /** Another version of a workbook; of one that cannot be opened here, with other bytes. */
    byte[] of(byte[] original) throws IOException {
        if (random.nextInt(5) == 0) {
            return bytes(original);
        }
        try (Workbook workbook = WorkbookFactory.create(new ByteArrayInputStream(original));
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            List<BiConsumer<Workbook, Sheet>> ways = List.of(
                    this::figure,
                    this::figure,
                    this::text,
                    this::text,
                    this::blank,
                    this::code,
                    this::code,
                    this::heading,
                    this::heading,
                    this::hide,
                    this::add,
                    this::copy,
                    this::rename,
                    this::reorder,
                    this::row);
            Sheet sheet = workbook.getSheetAt(random.nextInt(workbook.getNumberOfSheets()));
            ways.get(random.nextInt(ways.size())).accept(workbook, sheet);
            workbook.write(out);
            return out.toByteArray();
        } catch (IOException | RuntimeException closed) {
            return bytes(original);
        }
    }

    private byte[] bytes(byte[] original) {
        byte[] changed = original.clone();
        if (changed.length == 0) {
            return changed;
        }
        if (random.nextInt(4) == 0) {
            return Arrays.copyOf(changed, random.nextInt(changed.length));
        }
        for (int count = 1 + random.nextInt(8); count > 0; count--) {
            changed[random.nextInt(changed.length)] = (byte) random.nextInt(256);
        }
        return changed;
    }

    private <T> T any(List<T> some) {
        return some.get(random.nextInt(some.size()));
    }

    private static List<Cell> cells(Sheet sheet, CellType type) {
        List<Cell> cells = new ArrayList<>();
        for (Row row : sheet) {
            for (Cell cell : row) {
                if (cell.getCellType() == type) {
                    cells.add(cell);
                }
            }
        }
        return cells;
    }

    private void figure(Workbook workbook, Sheet sheet) {
        List<Cell> figures = cells(sheet, CellType.NUMERIC);
        if (!figures.isEmpty()) {
            Cell cell = any(figures);
            double was = cell.getNumericCellValue();
            cell.setCellValue(any(List.of(was * 10, was / 10, was * 10000, was + 1, -was, 0.0, was * 1.07)));
        }
    }

    private void text(Workbook workbook, Sheet sheet) {
        List<Cell> figures = cells(sheet, CellType.NUMERIC);
        if (!figures.isEmpty()) {
            any(figures).setCellValue(any(TEXTS));
        }
    }

    private void blank(Workbook workbook, Sheet sheet) {
        List<Cell> some = cells(sheet, random.nextBoolean() ? CellType.NUMERIC : CellType.STRING);
        if (!some.isEmpty()) {
            any(some).setBlank();
        }
    }

    private void code(Workbook workbook, Sheet sheet) {
        for (Cell cell : cells(sheet, CellType.STRING)) {
            if (cell.getStringCellValue().replaceAll("[\\s\u3000]", "").startsWith("表号")) {
                if (random.nextBoolean()) {
                    cell.setBlank();
                } else {
                    cell.setCellValue(any(CODES));
                }
                return;
            }
        }
    }

    private void heading(Workbook workbook, Sheet sheet) {
        boolean unit = random.nextBoolean();
        for (Cell cell : cells(sheet, CellType.STRING)) {
            String text = cell.getStringCellValue();
            if (unit ? text.contains("填报单位") : text.matches("(?s).*20\\d\\d年.*") && !text.contains("有效")) {
                cell.setCellValue(unit ? "填报单位：" + any(UNITS) : any(PERIODS));
                return;
            }
        }
    }

    private void hide(Workbook workbook, Sheet sheet) {
        workbook.setSheetVisibility(
                workbook.getSheetIndex(sheet),
                random.nextBoolean() ? SheetVisibility.HIDDEN : SheetVisibility.VERY_HIDDEN);
    }

    private void add(Workbook workbook, Sheet sheet) {
        Sheet added = workbook.createSheet("计算" + random.nextInt(100));
        for (int row = 0; row < 1 + random.nextInt(4); row++) {
            added.createRow(row).createCell(0).setCellValue("村" + row);
            added.getRow(row).createCell(1).setCellValue(random.nextInt(1000));
        }
    }

    private void copy(Workbook workbook, Sheet sheet) {
        Sheet copy = workbook.cloneSheet(workbook.getSheetIndex(sheet));
        if (random.nextBoolean()) {
            figure(workbook, copy);
        }
        if (random.nextBoolean()) {
            code(workbook, copy);
        }
    }

    private void rename(Workbook workbook, Sheet sheet) {
        workbook.setSheetName(workbook.getSheetIndex(sheet), any(List.of("Sheet9", "审核结果", "填报说明", "平99-9", "2025年")));
    }

    private void reorder(Workbook workbook, Sheet sheet) {
        workbook.setSheetOrder(sheet.getSheetName(), random.nextInt(workbook.getNumberOfSheets()));
    }

    private void row(Workbook workbook, Sheet sheet) {
        Row row = sheet.getRow(random.nextInt(sheet.getLastRowNum() + 1));
        if (row != null) {
            sheet.removeRow(row);
        }
    }
}

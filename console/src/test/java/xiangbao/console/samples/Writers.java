package xiangbao.console.samples;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.usermodel.BorderStyle;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.Font;
import org.apache.poi.ss.usermodel.FormulaError;
import org.apache.poi.ss.usermodel.HorizontalAlignment;
import org.apache.poi.ss.usermodel.IndexedColors;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** Writes grids with one program or another, each with its own habits. */
final class Writers {
    private Writers() {}

    static byte[] xlsx(List<Grid> grids) throws IOException {
        try (XSSFWorkbook workbook = new XSSFWorkbook()) {
            fill(workbook, grids);
            return repacked(bytes(workbook), UnaryOperator.identity());
        }
    }

    static byte[] xls(List<Grid> grids) throws IOException {
        // the old format records who wrote it; the samples are to be the same on every machine
        String user = System.getProperty("user.name");
        System.setProperty("user.name", "township");
        try (HSSFWorkbook workbook = new HSSFWorkbook()) {
            fill(workbook, grids);
            return bytes(workbook);
        } finally {
            System.setProperty("user.name", user == null ? "" : user);
        }
    }

    /** The same workbook with the namespaces of strict Open XML, as Excel's 严格 format has. */
    static byte[] strict(List<Grid> grids) throws IOException {
        return repacked(
                xlsx(grids),
                xml -> xml.replace(
                                "http://schemas.openxmlformats.org/spreadsheetml/2006/main",
                                "http://purl.oclc.org/ooxml/spreadsheetml/main")
                        .replace(
                                "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
                                "http://purl.oclc.org/ooxml/officeDocument/relationships"));
    }

    /** Inline strings, no shared strings, no styles to speak of: what small export programs write. */
    static byte[] inline(List<Grid> grids) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (org.dhatim.fastexcel.Workbook workbook = new org.dhatim.fastexcel.Workbook(out, "export", "1.0")) {
            for (Grid grid : grids) {
                org.dhatim.fastexcel.Worksheet sheet = workbook.newWorksheet(grid.name);
                grid.rows.forEach((row, cells) -> cells.forEach((column, content) -> {
                    if (content.number() != null) {
                        sheet.value(row, column, content.number());
                    } else {
                        sheet.inlineString(row, column, content.text());
                    }
                }));
                grid.merges.forEach(merge ->
                        sheet.range(merge[0], merge[2], merge[1], merge[3]).merge());
            }
        }
        return repacked(out.toByteArray(), UnaryOperator.identity());
    }

    private static void fill(Workbook workbook, List<Grid> grids) {
        Font plain = workbook.createFont();
        plain.setFontName("宋体");
        plain.setFontHeightInPoints((short) 10);
        Font bold = workbook.createFont();
        bold.setFontName("黑体");
        bold.setFontHeightInPoints((short) 16);
        Font struck = workbook.createFont();
        struck.setFontName("宋体");
        struck.setStrikeout(true);
        CellStyle free = workbook.createCellStyle();
        free.setFont(plain);
        CellStyle title = workbook.createCellStyle();
        title.setFont(bold);
        title.setAlignment(HorizontalAlignment.CENTER);
        CellStyle boxed = boxed(workbook, plain);
        CellStyle head = boxed(workbook, plain);
        head.setAlignment(HorizontalAlignment.CENTER);
        head.setWrapText(true);
        head.setFillForegroundColor(IndexedColors.GREY_25_PERCENT.getIndex());
        head.setFillPattern(FillPatternType.SOLID_FOREGROUND);
        CellStyle day = boxed(workbook, plain);
        day.setDataFormat(workbook.createDataFormat().getFormat("yyyy-mm-dd"));
        CellStyle percent = boxed(workbook, plain);
        percent.setDataFormat(workbook.createDataFormat().getFormat("0.00%"));
        CellStyle crossed = boxed(workbook, struck);
        for (Grid grid : grids) {
            Sheet sheet = workbook.createSheet(grid.name);
            for (Map.Entry<Integer, TreeMap<Integer, Grid.Content>> row : grid.rows.entrySet()) {
                org.apache.poi.ss.usermodel.Row line = sheet.createRow(row.getKey());
                for (Map.Entry<Integer, Grid.Content> entry : row.getValue().entrySet()) {
                    Cell cell = line.createCell(entry.getKey());
                    boolean body = row.getKey() >= grid.firstDataRow && row.getKey() <= grid.lastDataRow;
                    boolean header = row.getKey() >= grid.headerRow && row.getKey() < grid.firstDataRow;
                    Grid.Content content = entry.getValue();
                    cell.setCellStyle(
                            row.getKey() == 0
                                    ? title
                                    : header
                                            ? head
                                            : !body
                                                    ? free
                                                    : content.struck()
                                                            ? crossed
                                                            : content.date()
                                                                    ? day
                                                                    : content.percent() ? percent : boxed);
                    write(cell, content);
                }
            }
            for (int[] merge : grid.merges) {
                sheet.addMergedRegion(new CellRangeAddress(merge[0], merge[1], merge[2], merge[3]));
            }
            sheet.setColumnWidth(0, 30 * 256);
            sheet.setColumnWidth(1, 18 * 256);
            sheet.setColumnWidth(2, 14 * 256);
            for (int column = 3; column < 30; column++) {
                sheet.setColumnWidth(column, 13 * 256);
            }
            for (int row : grid.hiddenRows) {
                org.apache.poi.ss.usermodel.Row line = sheet.getRow(row);
                if (line != null) {
                    line.setZeroHeight(true);
                }
            }
            if (grid.hidden) {
                workbook.setSheetHidden(workbook.getSheetIndex(sheet), true);
            }
        }
    }

    private static void write(Cell cell, Grid.Content content) {
        BigDecimal number = content.number();
        if (content.error()) {
            if (content.formula() != null && cell instanceof XSSFCell xssf) {
                xssf.setCellFormula(content.formula());
            }
            cell.setCellErrorValue(FormulaError.DIV0.getCode());
        } else if (content.formula() != null) {
            cell.setCellFormula(content.formula());
            if (content.cached() && number != null) {
                cell.setCellValue(number.doubleValue());
            }
        } else if (number != null) {
            cell.setCellValue(number.doubleValue());
        } else {
            cell.setCellValue(content.text());
        }
    }

    private static CellStyle boxed(Workbook workbook, Font font) {
        CellStyle style = workbook.createCellStyle();
        style.setFont(font);
        style.setBorderBottom(BorderStyle.THIN);
        style.setBorderTop(BorderStyle.THIN);
        style.setBorderLeft(BorderStyle.THIN);
        style.setBorderRight(BorderStyle.THIN);
        return style;
    }

    private static byte[] bytes(Workbook workbook) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        workbook.write(out);
        return out.toByteArray();
    }

    /** Packs again with a fixed time, so that making the samples twice gives the same bytes; every XML part may be changed on the way. */
    static byte[] repacked(byte[] workbook, UnaryOperator<String> change) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        // the central directory is the truth: some writers leave sizes to it that a stream cannot know
        try (ZipFile in = ZipFile.builder()
                        .setSeekableByteChannel(new SeekableInMemoryByteChannel(workbook))
                        .get();
                ZipOutputStream packed = new ZipOutputStream(out)) {
            for (ZipArchiveEntry entry : Collections.list(in.getEntries())) {
                byte[] part = in.getInputStream(entry).readAllBytes();
                boolean xml =
                        entry.getName().endsWith(".xml") || entry.getName().endsWith(".rels");
                if (xml) {
                    String text = new String(part, StandardCharsets.UTF_8)
                            .replaceAll("(<dcterms:(created|modified)[^>]*>)[^<]*", "$12026-10-08T08:00:00Z");
                    part = change.apply(text).getBytes(StandardCharsets.UTF_8);
                }
                ZipEntry copy = new ZipEntry(entry.getName());
                copy.setTimeLocal(java.time.LocalDateTime.of(2026, 10, 8, 8, 0));
                packed.putNextEntry(copy);
                packed.write(part);
                packed.closeEntry();
            }
        }
        return out.toByteArray();
    }
}

package xiangbao.readers.excel.xls;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import org.apache.poi.hssf.usermodel.HSSFCell;
import org.apache.poi.hssf.usermodel.HSSFSheet;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.poifs.filesystem.DirectoryEntry;
import org.apache.poi.poifs.filesystem.DirectoryNode;
import org.apache.poi.poifs.filesystem.DocumentEntry;
import org.apache.poi.poifs.filesystem.DocumentInputStream;
import org.apache.poi.poifs.filesystem.Entry;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.SheetVisibility;
import org.apache.poi.ss.util.CellAddress;
import org.apache.poi.ss.util.CellRangeAddress;
import org.jspecify.annotations.Nullable;
import xiangbao.readers.excel.limits.Limits;
import xiangbao.readers.excel.limits.ReadingBudget;
import xiangbao.readers.excel.workbook.Area;
import xiangbao.readers.excel.workbook.CellStore;
import xiangbao.readers.excel.workbook.Opened;
import xiangbao.readers.excel.workbook.RawSheet;
import xiangbao.readers.excel.workbook.RawWorkbook;
import xiangbao.readers.excel.workbook.Rejection;
import xiangbao.readers.excel.workbook.Unreadable;
import xiangbao.readers.excel.workbook.Visibility;

/** Reads the BIFF8 workbooks of Excel 97 to 2003 and of WPS (.xls, .et). */
public final class XlsReader {
    /** A row's height in twentieths of a point and a column's width in 256ths of a character that are less than a pixel. */
    private static final int LOWEST = 15;

    private static final int NARROWEST = 36;

    private final byte[] content;
    private final Limits limits;
    private final ReadingBudget budget;

    public XlsReader(byte[] content, Limits limits) {
        this.content = content;
        this.limits = limits;
        this.budget = new ReadingBudget(limits);
    }

    public Opened read() throws IOException {
        try (POIFSFileSystem files = new POIFSFileSystem(new ByteArrayInputStream(content))) {
            DirectoryNode root = files.getRoot();
            if (find(root, "EncryptedPackage") != null || find(root, "EncryptionInfo") != null) {
                return Rejection.encrypted();
            }
            if (find(root, "_VBA_PROJECT_CUR") != null) {
                return Rejection.macro();
            }
            Entry stream = find(root, "Workbook");
            if (!(stream instanceof DocumentEntry document)) {
                return find(root, "Book") != null ? Rejection.oldWorkbook() : Rejection.notAWorkbook();
            }
            if (content.length > limits.legacyFileBytes()) {
                return Rejection.fileTooLarge(limits.legacyFileBytes() >> 20);
            }
            Biff8Globals globals;
            try (InputStream records = new DocumentInputStream(document)) {
                globals = Biff8Globals.read(records.readAllBytes(), limits);
            }
            try (HSSFWorkbook workbook = new HSSFWorkbook(root, false)) {
                return read(workbook, globals);
            }
        }
    }

    private static @Nullable Entry find(DirectoryEntry root, String name) {
        for (Entry entry : root) {
            if (entry.getName().toLowerCase(Locale.ROOT).equals(name.toLowerCase(Locale.ROOT))) {
                return entry;
            }
        }
        return null;
    }

    private RawWorkbook read(HSSFWorkbook workbook, Biff8Globals globals) throws Unreadable {
        if (workbook.getNumberOfSheets() > limits.sheets()) {
            throw new Unreadable(Rejection.tooMuch("工作表超过 " + limits.sheets() + " 张"));
        }
        XlsCells cells = new XlsCells(workbook, budget);
        List<RawSheet> sheets = new ArrayList<>();
        for (int index = 0; index < workbook.getNumberOfSheets(); index++) {
            SheetVisibility state = workbook.getSheetVisibility(index);
            Visibility visibility = state == SheetVisibility.VISIBLE
                    ? Visibility.VISIBLE
                    : state == SheetVisibility.HIDDEN ? Visibility.HIDDEN : Visibility.VERY_HIDDEN;
            sheets.add(sheet(workbook.getSheetAt(index), cells, visibility));
        }
        return new RawWorkbook(
                RawWorkbook.XLS,
                sheets,
                globals.externalLinks(),
                globals.epoch1904(),
                XlsNames.defined(workbook, limits.otherNames()),
                XlsNames.properties(workbook));
    }

    private RawSheet sheet(HSSFSheet sheet, XlsCells reader, Visibility visibility) throws Unreadable {
        CellStore cells = reader.store();
        BitSet hiddenRows = new BitSet();
        BitSet hiddenColumns = new BitSet();
        for (Row row : sheet) {
            if (row.getZeroHeight() || row.getHeight() < LOWEST) {
                hiddenRows.set(row.getRowNum());
            }
            for (Cell cell : row) {
                reader.add((HSSFCell) cell, cells);
            }
        }
        for (int column = 0; column < 256; column++) {
            hiddenColumns.set(column, sheet.isColumnHidden(column) || sheet.getColumnWidth(column) < NARROWEST);
        }
        String twice = cells.finish();
        if (twice != null) {
            throw new Unreadable(Rejection.duplicateCell(sheet.getSheetName(), twice));
        }
        List<Area> merged = new ArrayList<>();
        for (CellRangeAddress range : sheet.getMergedRegions()) {
            budget.merge();
            merged.add(
                    new Area(range.getFirstRow(), range.getFirstColumn(), range.getLastRow(), range.getLastColumn()));
        }
        for (CellAddress address : commented(sheet)) {
            cells.comment(address.getRow(), address.getColumn());
        }
        return new RawSheet(sheet.getSheetName(), visibility, cells, merged, hiddenRows, hiddenColumns);
    }

    private static Iterable<CellAddress> commented(HSSFSheet sheet) {
        try {
            return new ArrayList<>(sheet.getCellComments().keySet());
        } catch (RuntimeException unreadableDrawing) {
            return List.of(); // a drawing that POI cannot read hides notes, never figures
        }
    }
}

package xiangbao.reports.returns;

import java.util.HashMap;
import java.util.Map;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.hssf.util.HSSFColor;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.Font;
import org.apache.poi.ss.usermodel.IndexedColors;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.apache.poi.xssf.usermodel.XSSFColor;
import org.apache.poi.xssf.usermodel.XSSFFont;
import org.jspecify.annotations.Nullable;

/** Takes looks from our template over into a clerk's workbook, of the new format or of the old one with its 56 colours. */
final class StyleCopy {
    private final Workbook target;
    private final Map<Integer, CellStyle> copied = new HashMap<>();
    private final Map<String, CellStyle> marked = new HashMap<>();

    StyleCopy(Workbook target) {
        this.target = target;
    }

    CellStyle of(XSSFCellStyle source) {
        return copied.computeIfAbsent((int) source.getIndex(), index -> copy(source));
    }

    /** A clerk's style with the fill of one of ours, and nothing else changed. */
    CellStyle marked(CellStyle clerks, XSSFCellStyle ours) {
        return marked.computeIfAbsent(clerks.getIndex() + "/" + ours.getIndex(), key -> {
            CellStyle style = target.createCellStyle();
            style.cloneStyleFrom(clerks);
            fill(style, ours);
            return style;
        });
    }

    private CellStyle copy(XSSFCellStyle source) {
        CellStyle style = target.createCellStyle();
        if (style instanceof XSSFCellStyle same) {
            same.cloneStyleFrom(source);
            return same;
        }
        style.setAlignment(source.getAlignment());
        style.setVerticalAlignment(source.getVerticalAlignment());
        style.setWrapText(source.getWrapText());
        style.setBorderTop(source.getBorderTop());
        style.setBorderBottom(source.getBorderBottom());
        style.setBorderLeft(source.getBorderLeft());
        style.setBorderRight(source.getBorderRight());
        style.setIndention(source.getIndention());
        XSSFFont from = source.getFont();
        Font font = target.createFont();
        font.setFontName(from.getFontName());
        font.setFontHeight(from.getFontHeight());
        font.setBold(from.getBold());
        font.setUnderline(from.getUnderline());
        if (from.getXSSFColor() != null) {
            font.setColor(nearest(from.getXSSFColor()));
        }
        style.setFont(font);
        if (source.getFillPattern() == FillPatternType.SOLID_FOREGROUND) {
            fill(style, source);
        }
        return style;
    }

    private void fill(CellStyle style, XSSFCellStyle ours) {
        if (style instanceof XSSFCellStyle same) {
            same.setFillForegroundColor(ours.getFillForegroundColorColor());
        } else {
            style.setFillForegroundColor(nearest(ours.getFillForegroundColorColor()));
        }
        style.setFillPattern(FillPatternType.SOLID_FOREGROUND);
    }

    private short nearest(@Nullable XSSFColor color) {
        byte[] rgb = color == null ? null : color.getRGB();
        if (rgb == null || !(target instanceof HSSFWorkbook old)) {
            return IndexedColors.AUTOMATIC.getIndex();
        }
        HSSFColor similar = old.getCustomPalette().findSimilarColor(rgb[0] & 0xff, rgb[1] & 0xff, rgb[2] & 0xff);
        return similar == null ? IndexedColors.AUTOMATIC.getIndex() : similar.getIndex();
    }
}

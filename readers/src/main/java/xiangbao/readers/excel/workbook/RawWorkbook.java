package xiangbao.readers.excel.workbook;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A workbook as its file stores it, before anyone asks which forms it holds.
 *
 * @param format xlsx, xlsx-strict or xls, decided by the bytes
 * @param externalLinks whether it refers to other files; their cached values stand, the files are never opened
 * @param epoch1904 whether day 0 is 1904-01-01, as in workbooks that came from old Macs
 * @param definedNames name to formula, in the order of the file
 * @param customProperties the document's own properties, in the order of the file
 */
public record RawWorkbook(
        String format,
        List<RawSheet> sheets,
        boolean externalLinks,
        boolean epoch1904,
        Map<String, String> definedNames,
        Map<String, String> customProperties)
        implements Opened {

    public static final String XLSX = "xlsx";
    public static final String XLSX_STRICT = "xlsx-strict";
    public static final String XLS = "xls";

    private static final LocalDate DAY_0 = LocalDate.of(1899, 12, 30);
    private static final LocalDate DAY_0_OF_1904 = LocalDate.of(1904, 1, 1);
    private static final int DAYS_TO_YEAR_10000 = 2_958_466;

    public RawWorkbook {
        sheets = List.copyOf(sheets);
        definedNames = Collections.unmodifiableMap(new LinkedHashMap<>(definedNames));
        customProperties = Collections.unmodifiableMap(new LinkedHashMap<>(customProperties));
    }

    /** By exact name first, then without regard to case, as Excel looks sheets up. */
    public Optional<RawSheet> sheet(String name) {
        return sheets.stream()
                .filter(sheet -> sheet.name().equals(name))
                .findFirst()
                .or(() -> sheets.stream()
                        .filter(sheet -> sheet.name().equalsIgnoreCase(name))
                        .findFirst());
    }

    /** The day that a number stands for under this workbook's epoch; empty when there is no such day. */
    public Optional<LocalDate> date(RawCell cell) {
        if (!cell.isNumber()) {
            return Optional.empty();
        }
        BigDecimal days = cell.decimal().setScale(0, RoundingMode.FLOOR);
        if (days.signum() < 0 || days.compareTo(BigDecimal.valueOf(DAYS_TO_YEAR_10000)) >= 0) {
            return Optional.empty();
        }
        int serial = days.intValueExact();
        if (epoch1904) {
            return Optional.of(DAY_0_OF_1904.plusDays(serial));
        }
        if (serial == 0 || serial == 60) {
            return Optional.empty(); // a bare time, and the 29 February 1900 that never was
        }
        return Optional.of(DAY_0.plusDays(serial < 60 ? serial + 1 : serial));
    }
}

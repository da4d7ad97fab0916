package xiangbao.readers.excel.format;

/** Number formats that files name by a number and do not spell out. */
public final class BuiltInFormats {
    private BuiltInFormats() {}

    /** The code of a format that files do not spell out, as a Chinese Excel or WPS shows it. */
    public static String code(int id) {
        return switch (id) {
            case 5, 6 -> "\"¥\"#,##0;\"¥\"-#,##0";
            case 7, 8 -> "\"¥\"#,##0.00;\"¥\"-#,##0.00";
            case 9, 67 -> "0%";
            case 10, 68 -> "0.00%";
            case 42 -> "_ \"¥\"* #,##0_ ;_ \"¥\"* -#,##0_ ;_ \"¥\"* \"-\"_ ;_ @_ ";
            case 44 -> "_ \"¥\"* #,##0.00_ ;_ \"¥\"* -#,##0.00_ ;_ \"¥\"* \"-\"??_ ;_ @_ ";
            default -> isDate(id) ? "yyyy-mm-dd" : "General";
        };
    }

    public static boolean isDate(int id) {
        return id >= 14 && id <= 22
                || id >= 27 && id <= 36
                || id >= 45 && id <= 47
                || id >= 50 && id <= 58
                || id >= 71 && id <= 81;
    }
}

package xiangbao.reports.export;

import java.util.Arrays;
import java.util.Optional;

/** In which form figures are handed on. */
public enum ExportFormat {
    CSV("csv"),
    SDMX_CSV("sdmx-csv");

    private final String title;

    ExportFormat(String title) {
        this.title = title;
    }

    /** As on the command line. */
    public String title() {
        return title;
    }

    public static Optional<ExportFormat> of(String title) {
        return Arrays.stream(values())
                .filter(format -> format.title.equals(title))
                .findFirst();
    }
}

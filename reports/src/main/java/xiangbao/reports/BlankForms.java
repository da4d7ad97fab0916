package xiangbao.reports;

import java.io.IOException;
import java.nio.file.Path;

/** Makes blank workbooks to fill. */
public final class BlankForms {
    private final Path templates;

    /** @param templates the folder with {@code 空白表.xlsx} */
    public BlankForms(Path templates) {
        this.templates = templates;
    }

    /** Writes a workbook into a folder; the same workbook gives the same bytes. One that somebody has begun to fill is never overwritten. */
    public Path write(BlankWorkbook workbook, Path folder) throws IOException {
        throw new UnsupportedOperationException(templates + " " + workbook.name() + " " + folder);
    }
}

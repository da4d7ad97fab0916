package xiangbao.reports;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** The county's reports, as workbooks: a 汇总表 for each form, and the 目标任务完成情况表. */
public final class CountyReports {
    private final Path templates;

    /** @param templates the folder with {@code 汇总表.xlsx} and {@code 目标任务完成情况表.xlsx} */
    public CountyReports(Path templates) {
        this.templates = templates;
    }

    /**
     * Writes all reports into a folder; the same result gives the same bytes.
     *
     * @return the files written, in the order of the forms, the targets last
     */
    public List<Path> write(CountyResult result, Path folder) throws IOException {
        throw new UnsupportedOperationException(templates + result.period().title());
    }

    /** What is wrong with the templates, in Chinese; empty when every report can be made from them. */
    public List<String> mistakes() {
        return List.of();
    }
}

package xiangbao.readers.forms.matrix;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import xiangbao.readers.forms.bodies.FormContext;
import xiangbao.readers.forms.findings.FormFindings;
import xiangbao.readers.forms.sheet.SheetView;
import xiangbao.statistics.forms.Column;
import xiangbao.statistics.forms.Form;
import xiangbao.statistics.forms.Row;

/** Whether every row and column of a 综合表 is there, and only once. */
final class MatrixCompleteness {
    private final FormContext context;
    private final Form form;
    private final SheetView view;
    private final FormFindings findings;
    private final List<MatrixBlock> blocks;

    MatrixCompleteness(FormContext context, List<MatrixBlock> blocks) {
        this.context = context;
        this.form = context.form();
        this.view = context.view();
        this.findings = context.findings();
        this.blocks = blocks;
    }

    void checkColumns() {
        for (Column column : form.dataColumns()) {
            boolean found = blocks.stream()
                    .anyMatch(block -> block.columns().found().containsKey(column)
                            || block.columns().isTold(column));
            if (!found) {
                findings.mandatory(
                                "COLUMN-MISSING",
                                "缺“" + column.title() + "”栏",
                                "请下载现行表式“" + form.code() + " " + form.title() + "”填报，不要删改栏目。")
                        .instance(column.code())
                        .at(view.at(blocks.get(0).top(), blocks.get(0).codeColumn()))
                        .expected(column.code() + " " + column.title());
            }
        }
    }

    /** The rows that stand there more than once, so that nobody can tell which figures are meant. */
    Set<Row> checkRows(MatrixLines lines) {
        Set<Row> twice = new LinkedHashSet<>();
        for (Row row : form.rows()) {
            List<MatrixLine> found = lines.of(row);
            if (found.isEmpty()) {
                if (!lines.isMistitled(row) && context.owes(row) && context.isDue(row)) {
                    missing(row);
                }
            } else if (overlap(found)) {
                twice.add(row);
                twice(row, found);
            }
        }
        return twice;
    }

    /** Whether two lines give the same column; the columns of one row may be spread over blocks. */
    private static boolean overlap(List<MatrixLine> found) {
        Set<Column> seen = new LinkedHashSet<>();
        return found.stream()
                .anyMatch(line -> line.block().columns().found().keySet().stream()
                        .filter(column -> !column.comparison())
                        .anyMatch(column -> !seen.add(column)));
    }

    private void missing(Row row) {
        findings.mandatory(
                        "ROW-MISSING",
                        "缺“" + row.title() + " [" + row.code() + "]”这一行",
                        "请下载现行表式“" + form.code() + " " + form.title() + "”，补上这一行并填报。")
                .instance(row.code())
                .at(view.at(blocks.get(0).top(), blocks.get(0).codeColumn()))
                .expected(row.code() + " " + row.title());
    }

    private void twice(Row row, List<MatrixLine> found) {
        findings.mandatory(
                        "ROW-TWICE",
                        "代码 " + row.code() + "“" + row.title() + "”出现 " + found.size() + " 次",
                        "请删去多余的一行，只保留正确的数。")
                .instance(row.code())
                .at(found.stream()
                        .map(line -> view.at(line.row(), line.block().codeColumn()))
                        .toList())
                .read(row.code());
    }
}

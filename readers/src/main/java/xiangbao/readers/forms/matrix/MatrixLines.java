package xiangbao.readers.forms.matrix;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import xiangbao.readers.excel.workbook.RawRow;
import xiangbao.readers.forms.bodies.FormContext;
import xiangbao.readers.forms.findings.FormFindings;
import xiangbao.readers.forms.sheet.SheetView;
import xiangbao.readers.forms.sheet.TableEnd;
import xiangbao.statistics.forms.Row;
import xiangbao.statistics.submissions.CellReference;

/** The lines of a 综合表 that are rows of the form: the code says which, the title must agree. */
final class MatrixLines {
    private static final Pattern LOOKS_LIKE_CODE = Pattern.compile("\\d{1,3}[a-z]?");

    private final SheetView view;
    private final FormFindings findings;
    private final FormRows rows;
    private final PrintedUnits units;
    private final Map<Row, List<MatrixLine>> lines = new LinkedHashMap<>();
    private final Set<Row> mistitled = new LinkedHashSet<>();

    MatrixLines(FormContext context, FormRows rows, List<MatrixBlock> blocks) {
        this.view = context.view();
        this.findings = context.findings();
        this.rows = rows;
        this.units = new PrintedUnits(context);
        blocks.forEach(this::read);
    }

    /** Where a row of the form stands; nowhere, or in several places. */
    List<MatrixLine> of(Row row) {
        return lines.getOrDefault(row, List.of());
    }

    /** Whether a line is meant for the row, but its code and title do not agree. */
    boolean isMistitled(Row row) {
        return mistitled.contains(row);
    }

    private void read(MatrixBlock block) {
        boolean ended = false;
        for (RawRow raw : view.rows(block.bottom() + 1, block.lastRow())) {
            ended |= TableEnd.isIn(raw);
            List<String> titles = block.titles(view, raw.number());
            String code = block.code(view, raw.number());
            Row row = rows.coded(code);
            CellReference at = view.at(raw.number(), block.codeColumn());
            if (row != null) {
                if (rows.isTitled(row, titles)) {
                    lines.computeIfAbsent(row, ignored -> new ArrayList<>()).add(new MatrixLine(block, raw.number()));
                    units.check(block, row, raw.number());
                } else if (!ended) {
                    mistitled.add(row);
                    findings.mandatory(
                                    "ROW-CODE-TITLE",
                                    "代码 " + row.code() + " 与指标名称不一致",
                                    "请按表式核对这一行的代码和指标名称；插入、删除、移动行时代码和名称要一起移动。")
                            .instance(row.code() + "@" + at.address())
                            .at(at)
                            .read(row.code() + " " + (titles.isEmpty() ? "（没有指标名称）" : titles.get(titles.size() - 1)))
                            .expected(row.code() + " " + row.title());
                }
                continue;
            }
            if (ended
                    || titles.isEmpty()
                    || !code.isEmpty() && !LOOKS_LIKE_CODE.matcher(code).matches()) {
                continue;
            }
            strangeRow(code, titles, at);
        }
    }

    /** A row that bears a title of the form without its code, or a code that the form does not have. */
    private void strangeRow(String code, List<String> titles, CellReference at) {
        Optional<Row> meant =
                rows.titled(titles).filter(row -> !mistitled.contains(row)).findFirst();
        if (meant.isPresent() && !(code.isEmpty() && lines.containsKey(meant.get()))) {
            mistitled.add(meant.get());
            findings.mandatory(
                            "ROW-CODE-TITLE",
                            "“" + meant.get().title() + "”这一行" + (code.isEmpty() ? "没有代码" : "的代码 " + code + " 不对"),
                            "请按表式补上或改正代码。")
                    .instance(meant.get().code() + "@" + at.address())
                    .at(at)
                    .read(code + " " + titles.get(titles.size() - 1))
                    .expected(meant.get().code() + " " + meant.get().title());
        } else if (!code.isEmpty()) {
            findings.group(
                    "ROW-UNKNOWN",
                    "表式中没有的行，未读取",
                    at,
                    code + " " + titles.get(titles.size() - 1),
                    "请核对是否用了旧表式；自行增加的行不参加汇总。");
        }
    }
}

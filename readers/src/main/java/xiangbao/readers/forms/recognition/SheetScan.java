package xiangbao.readers.forms.recognition;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import xiangbao.readers.excel.workbook.RawCell;
import xiangbao.readers.excel.workbook.RawRow;
import xiangbao.readers.forms.heading.HeaderText;
import xiangbao.readers.forms.sheet.CodeHead;
import xiangbao.readers.forms.sheet.SheetView;
import xiangbao.readers.forms.wording.PlainText;

/** What is written in a sheet of 表号 and of tables, from top to bottom. */
final class SheetScan {
    private static final Pattern LABEL = Pattern.compile("(?:^|[^见及])表 ?号 ?[::]? ?(.*)$");
    private static final Pattern NEXT_LABEL =
            Pattern.compile("制[定表]机关|批准|备案|有效期|填报|综合机关|计量单位|报告期|区划代码|(?:19|20)\\d{2}年");
    private static final int WIDEST_GAP = 8;

    private final SheetView view;
    private final FormCodes codes;
    private final List<FormAnchor> anchors = new ArrayList<>();
    private final List<Integer> tables = new ArrayList<>();

    SheetScan(SheetView view, FormCodes codes) {
        this.view = view;
        this.codes = codes;
        scan();
    }

    /** Every 表号 behind its label. */
    List<FormAnchor> anchors() {
        return anchors;
    }

    /** Rows in which a table or the heading above it is seen. */
    List<Integer> tables() {
        return tables;
    }

    /** A 表号 without its label, if the sheet has exactly one and looks like a form. */
    Optional<FormAnchor> bare() {
        List<FormAnchor> found = new ArrayList<>();
        boolean form = false;
        for (RawRow row : view.rows(0, Math.min(view.lastRow(), 60))) {
            for (RawCell cell : row.cells()) {
                if (cell.isNumber()) {
                    continue;
                }
                String text = PlainText.compact(cell.text());
                form |= text.contains("填报单位") || text.equals("代码");
                if (codes.isOne(text)) {
                    found.add(codes.anchor(text, view.at(cell.row(), cell.column())));
                }
            }
        }
        return form && found.size() == 1 ? Optional.of(found.get(0)) : Optional.empty();
    }

    private void scan() {
        for (RawRow row : view.rows(0, view.lastRow())) {
            boolean table = false;
            for (RawCell cell : row.cells()) {
                if (cell.isNumber()) {
                    continue;
                }
                table |= CodeHead.is(cell) || HeaderText.namesUnit(cell);
                if (cell.text().indexOf('号') < 0) {
                    continue;
                }
                for (String line : cell.text().split("[\\r\\n]+")) {
                    String text = code(PlainText.of(line).replaceAll("(?<=表) +(?=号)", ""), row, cell);
                    if (!text.isEmpty()) {
                        anchors.add(codes.anchor(text, view.at(cell.row(), cell.column())));
                    }
                }
            }
            if (table) {
                tables.add(row.number());
            }
        }
    }

    private String code(String line, RawRow row, RawCell cell) {
        Matcher matcher = LABEL.matcher(line);
        if (!matcher.find()) {
            return "";
        }
        boolean colon = line.contains("表号:") || line.contains("表号 :");
        if (!colon && !PlainText.compact(line).startsWith("表号")) {
            return "";
        }
        String rest = matcher.group(1).replaceFirst("^[: ]+", "");
        Matcher next = NEXT_LABEL.matcher(rest);
        if (next.find()) {
            rest = rest.substring(0, next.start());
        }
        rest = rest.replace(" ", "");
        if (!rest.isEmpty()) {
            return colon || rest.length() <= 16 ? rest : "";
        }
        for (RawCell beside : row.cells()) {
            if (beside.column() > cell.column() && beside.column() <= cell.column() + WIDEST_GAP) {
                String text = PlainText.compact(beside.text());
                if (!text.isEmpty() && !text.equals(":")) {
                    return isAnother(text) ? "" : text.replaceFirst("^:", "");
                }
            }
        }
        String below =
                SheetView.text(view.sheet().cell(cell.row() + 1, cell.column())).replace(" ", "");
        return isAnother(below) ? "" : below;
    }

    /** Whether the text beside or below a 表号 that was left blank is something else. */
    private static boolean isAnother(String text) {
        return text.length() > 24 || NEXT_LABEL.matcher(text).lookingAt();
    }
}

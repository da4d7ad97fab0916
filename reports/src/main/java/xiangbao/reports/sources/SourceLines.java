package xiangbao.reports.sources;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.poi.ss.usermodel.CellType;
import org.jspecify.annotations.Nullable;
import xiangbao.reports.county.CountyResult;
import xiangbao.reports.county.Source;
import xiangbao.reports.template.Printed;
import xiangbao.reports.template.TemplateSheet;
import xiangbao.reports.template.TextWidth;
import xiangbao.reports.template.Written;
import xiangbao.statistics.aggregate.Contribution;
import xiangbao.statistics.aggregate.FigureStatus;
import xiangbao.statistics.forms.Indicator;
import xiangbao.statistics.forms.IndicatorCode;
import xiangbao.statistics.submissions.CellReference;
import xiangbao.statistics.submissions.Observation;
import xiangbao.statistics.units.ReportingUnit;
import xiangbao.statistics.units.UnitCode;

/** Writes the lines of 数据来源: a file, a figure, the cells of an indicator; files and cells are links to the originals. */
final class SourceLines {
    /** The last column. */
    static final int LAST = 13;

    private static final Set<String> LACKING =
            Set.of(FigureStatus.MISSING.title(), FigureStatus.RETURNED.title(), FigureStatus.WITHHELD.title());
    private static final int CELL = 9;
    private static final int FILE = 11;
    private static final int REMARK = 12;
    private static final int CELLS_NAMED = 6;
    private static final int LINES_NAMED = 10;

    private final TemplateSheet sheet;
    private final CountyResult result;
    private final Originals originals;

    SourceLines(TemplateSheet sheet, CountyResult result, Originals originals) {
        this.sheet = sheet;
        this.result = result;
        this.originals = originals;
    }

    void number(int row, int number) {
        sheet.number(row, 0, BigDecimal.valueOf(number), 0);
    }

    void file(int row, int number, Source file) {
        number(row, number);
        sheet.text(row, 1, file.key().form().text());
        sheet.text(
                row,
                2,
                result.definitions()
                        .form(file.key().form())
                        .map(rules -> rules.form().title())
                        .orElse(""));
        sheet.text(row, 3, file.key().period().title());
        sheet.text(row, 4, name(file.key().unit()));
        sheet.text(row, 7, file.outcome().title());
        sheet.text(row, 8, "第" + file.round() + "次");
        typed(row, 10, file.sheet());
        typed(row, FILE, file.file());
        sheet.text(row, REMARK, "收到：" + Written.time(file.received()));
        sheet.text(row, LAST, file.sha256());
        originals.link(row, FILE, file.sha256(), file.sheet(), "A1");
        height(row);
    }

    void figure(int row, int number, ReportingUnit unit, FigureParts parts) {
        Sourced figure = parts.figure();
        number(row, number);
        sheet.text(row, 1, figure.code());
        sheet.text(row, 2, figure.title());
        sheet.text(row, 3, figure.period().title());
        sheet.text(row, 4, unit.name());
        BigDecimal value = figure.value();
        if (value == null) {
            sheet.text(row, 5, LACKING.contains(figure.status()) ? figure.status() : "—");
        } else {
            sheet.number(row, 5, value, figure.decimals());
        }
        sheet.text(row, 6, figure.measure());
        sheet.text(row, 7, figure.status());
        sheet.text(row, 8, figure.coverage());
        List<String> remarks = new ArrayList<>();
        if (!figure.formula().isEmpty()) {
            remarks.add("计算：" + figure.formula());
        }
        if (!parts.named().isEmpty()) {
            remarks.add("单元格见 " + String.join("、", parts.named()));
        }
        sheet.text(row, REMARK, String.join("；", remarks));
        height(row);
    }

    void cells(int row, FigureParts.Part part, List<Contribution> cells) {
        Contribution first = cells.get(0);
        sheet.text(row, 1, part.indicator().toString());
        sheet.text(row, 2, indicator(part.indicator()).map(Indicator::title).orElse(""));
        sheet.text(row, 3, part.period().title());
        sheet.text(
                row,
                4,
                part.reporter().equals(part.subject())
                        ? name(part.reporter())
                        : name(part.subject()) + "（" + name(part.reporter()) + "报）");
        Cells said = Cells.of(cells);
        BigDecimal sum = FigureParts.sum(cells);
        if (sum != null) {
            // as it was reported, and no fewer decimals than it is published with
            int decimals = indicator(part.indicator()).map(Indicator::decimals).orElse(0);
            sheet.number(row, 5, sum, Math.max(sum.stripTrailingZeros().scale(), decimals));
        } else {
            typed(row, 5, cells.size() == 1 ? said.text() : said.text() + "等");
        }
        sheet.text(row, 6, indicator(part.indicator()).map(Indicator::unit).orElse(""));
        sheet.text(row, 7, first.outcome().title());
        sheet.text(row, 8, "第" + first.round() + "次");
        sheet.text(row, CELL, some(said.addresses(), CELLS_NAMED, "格"));
        CellReference at = said.first();
        typed(row, 10, at == null ? "" : at.sheet());
        typed(row, FILE, first.file());
        typed(row, REMARK, said.lines().isEmpty() ? "" : "台账：" + some(said.lines(), LINES_NAMED, "行"));
        sheet.text(row, LAST, first.sha256());
        if (at != null) {
            originals.link(row, CELL, first.sha256(), at.sheet(), at.address());
            originals.link(row, FILE, first.sha256(), at.sheet(), "A1");
        }
        height(row);
    }

    /**
     * What several cells of an indicator say.
     *
     * @param text the first text among them; empty where there is none
     * @param first the first cell of which is known where it stands
     * @param lines of a ledger
     */
    private record Cells(String text, @Nullable CellReference first, List<String> addresses, List<String> lines) {
        static Cells of(List<Contribution> cells) {
            String text = "";
            List<String> addresses = new ArrayList<>();
            Set<String> lines = new LinkedHashSet<>();
            CellReference at = null;
            for (Contribution one : cells) {
                Observation observation = one.observation();
                if (observation.number() == null && observation.text() != null) {
                    text = text.isEmpty() ? observation.text() : text;
                }
                if (observation.cell() != null) {
                    at = at == null ? observation.cell() : at;
                    addresses.add(observation.cell().address());
                }
                if (!observation.line().isEmpty()) {
                    lines.add(observation.line());
                }
            }
            return new Cells(text, at, addresses, new ArrayList<>(lines));
        }
    }

    private Optional<Indicator> indicator(IndicatorCode code) {
        return result.definitions()
                .form(code.form())
                .flatMap(rules -> rules.form().indicator(code));
    }

    private String name(UnitCode unit) {
        return result.definitions().units().name(unit);
    }

    private static String some(List<String> names, int shown, String what) {
        return names.size() <= shown
                ? String.join("、", names)
                : String.join("、", names.subList(0, shown)) + "等" + names.size() + what;
    }

    /** What somebody else has written is no token of ours. */
    private void typed(int row, int column, String text) {
        sheet.text(row, column, Printed.untokened(text));
    }

    private void height(int row) {
        int lines = 1;
        for (int column : new int[] {2, 4, CELL, 10, FILE, REMARK}) {
            var cell = sheet.sheet().getRow(row).getCell(column);
            if (cell != null && cell.getCellType() == CellType.STRING) {
                lines = Math.max(
                        lines,
                        TextWidth.lines(cell.getStringCellValue(), sheet.sheet().getColumnWidth(column) / 256.0));
            }
        }
        sheet.height(row, 13.5 * lines + 4);
    }
}

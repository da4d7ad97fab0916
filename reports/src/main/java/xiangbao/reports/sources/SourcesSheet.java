package xiangbao.reports.sources;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.poi.ss.util.CellRangeAddress;
import org.jspecify.annotations.Nullable;
import xiangbao.reports.county.CountyResult;
import xiangbao.reports.county.Source;
import xiangbao.reports.template.Printed;
import xiangbao.reports.template.Template;
import xiangbao.reports.template.TemplateNeeds;
import xiangbao.reports.template.TemplateSheet;
import xiangbao.reports.template.TextWidth;
import xiangbao.reports.template.Written;
import xiangbao.statistics.aggregate.Contribution;
import xiangbao.statistics.aggregate.FigureStatus;
import xiangbao.statistics.forms.Indicator;
import xiangbao.statistics.forms.IndicatorCode;
import xiangbao.statistics.periods.ReferencePeriod;
import xiangbao.statistics.submissions.CellReference;
import xiangbao.statistics.submissions.Observation;
import xiangbao.statistics.units.ReportingUnit;
import xiangbao.statistics.units.UnitCode;

/**
 * 数据来源 of a workbook with figures: the submissions that it stands on, then each figure with the cells that it was made of, one line for an indicator of a
 * unit. Files and cells are links to the originals in the archive.
 */
public final class SourcesSheet {
    static final String NAME = "数据来源";
    private static final Set<String> LACKING =
            Set.of(FigureStatus.MISSING.title(), FigureStatus.RETURNED.title(), FigureStatus.WITHHELD.title());
    private static final List<String> ANCHORS = List.of("rpt.section", "rpt.files", "rpt.figure", "rpt.cells");
    private static final Set<String> TOKENS = Set.of("综合机关", "报告期", "标题", "数据性质", "配置摘要");

    private static final int HEADINGS = 2;
    private static final int LAST = 13;
    private static final int CELL = 9;
    private static final int FILE = 11;
    private static final int REMARK = 12;
    private static final int CELLS_NAMED = 6;
    private static final int LINES_NAMED = 10;

    private final TemplateSheet sheet;
    private final CountyResult result;
    private final @Nullable ReportingUnit unit;
    private final Originals originals;
    private final List<Lines> lines = new ArrayList<>();
    private final Map<String, Integer> places = new HashMap<>();

    private SourcesSheet(TemplateSheet sheet, CountyResult result, @Nullable ReportingUnit unit, String report) {
        this.sheet = sheet;
        this.result = result;
        this.unit = unit;
        this.originals = new Originals(result, sheet, report);
    }

    /**
     * Fills the sheet 数据来源 of a template.
     *
     * @param report the name under which the workbook is put on the desk: says how deep it lies
     * @param title what the workbook is about, such as 农村卫生厕所情况汇总表
     * @param files submissions to list, returned ones too
     * @param figures county figures in the order of the workbook; cells that another one among them has listed are named after it
     * @return where each figure stands, by its code, as a link within the workbook
     */
    public static Map<String, String> fill(
            Template template,
            CountyResult result,
            String report,
            String title,
            List<Source> files,
            List<Sourced> figures) {
        return new SourcesSheet(template.sheet(NAME), result, null, report).fill(title, files, figures);
    }

    /** As {@link #fill}, with figures of one unit; one that the unit reported in so many cells takes no more than their line. */
    public static Map<String, String> fillOf(
            ReportingUnit unit,
            Template template,
            CountyResult result,
            String report,
            String title,
            List<Source> files,
            List<Sourced> figures) {
        return new SourcesSheet(template.sheet(NAME), result, unit, report).fill(title, files, figures);
    }

    public static void check(TemplateNeeds needs, String template) {
        needs.sheet(template, NAME, ANCHORS);
        needs.tokens(template, NAME, TOKENS);
    }

    private Map<String, String> fill(String title, List<Source> files, List<Sourced> figures) {
        write(files, figures);
        sheet.fill(
                result.titles(Map.of("标题", title, "配置摘要", result.definitions().digest())));
        Map<String, String> found = new HashMap<>();
        places.forEach((code, row) -> found.put(code, "'" + NAME + "'!B" + (row + 1)));
        return found;
    }

    /** The cells of one indicator that one unit reported about itself or another, in one period. */
    private record Part(IndicatorCode indicator, ReferencePeriod period, UnitCode reporter, UnitCode subject) {}

    /** What a figure has of one indicator in one period. */
    private record Operand(IndicatorCode indicator, ReferencePeriod period) {}

    /** Cells that stand below a figure. */
    private record Listed(String code, List<Contribution> cells) {}

    /**
     * What is printed of a figure.
     *
     * @param named where cells stand that are not repeated
     */
    private record Lines(Sourced figure, Map<Part, List<Contribution>> parts, Set<String> named) {
        /** Whether the line of its cells says all that there is to say. */
        boolean isReported() {
            if (!named.isEmpty() || parts.size() != 1) {
                return false;
            }
            Map.Entry<Part, List<Contribution>> only =
                    parts.entrySet().iterator().next();
            BigDecimal sum = sum(only.getValue());
            BigDecimal value = figure.value();
            return only.getKey().indicator().toString().equals(figure.code())
                    && sum != null
                    && value != null
                    && sum.compareTo(value) == 0;
        }
    }

    private void lay(List<Sourced> figures) {
        Map<String, Sourced> known = new HashMap<>();
        figures.forEach(figure -> known.put(figure.code() + " " + figure.period(), figure));
        Map<Operand, List<Listed>> listed = new HashMap<>();
        for (Sourced figure : figures) {
            Map<Operand, List<Contribution>> operands = new LinkedHashMap<>();
            for (Contribution one : figure.contributions()) {
                operands.computeIfAbsent(
                                new Operand(
                                        one.observation().indicator(), one.key().period()),
                                operand -> new ArrayList<>())
                        .add(one);
            }
            Map<Part, List<Contribution>> parts = new LinkedHashMap<>();
            Set<String> named = new LinkedHashSet<>();
            operands.forEach((operand, cells) -> {
                Sourced other = known.get(operand.indicator() + " " + operand.period());
                List<Listed> before = listed.computeIfAbsent(operand, any -> new ArrayList<>());
                Optional<Listed> same =
                        before.stream().filter(one -> one.cells().equals(cells)).findFirst();
                if (other != null && !other.equals(figure)) {
                    named.add(other.code());
                } else if (same.isPresent()) {
                    named.add(same.get().code() + "（" + operand.indicator() + "）");
                } else {
                    before.add(new Listed(figure.code(), cells));
                    cells.forEach(one -> parts.computeIfAbsent(
                                    new Part(
                                            operand.indicator(),
                                            operand.period(),
                                            one.reporter(),
                                            one.observation().subject()),
                                    part -> new ArrayList<>())
                            .add(one));
                }
            });
            lines.add(new Lines(figure, parts, named));
        }
    }

    private void write(List<Source> files, List<Sourced> figures) {
        lay(figures);
        List<String> pattern = new ArrayList<>(List.of("rpt.section"));
        files.forEach(file -> pattern.add("rpt.files"));
        pattern.add("rpt.section");
        for (Lines one : lines) {
            if (unit == null || !one.isReported()) {
                pattern.add("rpt.figure");
            }
            one.parts().forEach((part, cells) -> pattern.add("rpt.cells"));
        }
        int row = sheet.repeatDown(ANCHORS, pattern);
        section(row++, "一、报送文件（" + files.size() + "份）");
        int number = 0;
        for (Source file : files) {
            file(row++, ++number, file);
        }
        section(
                row++,
                unit == null
                        ? "二、全县各数由哪些单元格合成（" + figures.size() + "个数）"
                        : "二、本单位各数由哪些单元格而来（" + figures.size() + "个数；全县的数见各张汇总表的“" + NAME + "”）");
        number = 0;
        for (Lines one : lines) {
            places.put(one.figure().code(), row);
            number++;
            if (unit == null || !one.isReported()) {
                figure(row++, number, one.figure(), one.named());
            } else {
                sheet.number(row, 0, BigDecimal.valueOf(number), 0);
            }
            for (Map.Entry<Part, List<Contribution>> part : one.parts().entrySet()) {
                cells(row++, part.getKey(), part.getValue());
            }
        }
        sheet.sheet().setAutoFilter(new CellRangeAddress(HEADINGS, row - 1, 0, LAST));
        var workbook = sheet.sheet().getWorkbook();
        workbook.setPrintArea(
                workbook.getSheetIndex(sheet.sheet()), 0, LAST, 0, sheet.sheet().getLastRowNum());
    }

    private void section(int row, String title) {
        sheet.text(row, 0, title);
    }

    private void file(int row, int number, Source file) {
        sheet.number(row, 0, BigDecimal.valueOf(number), 0);
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

    private void figure(int row, int number, Sourced figure, Set<String> others) {
        sheet.number(row, 0, BigDecimal.valueOf(number), 0);
        sheet.text(row, 1, figure.code());
        sheet.text(row, 2, figure.title());
        sheet.text(row, 3, figure.period().title());
        sheet.text(row, 4, (unit == null ? result.definitions().units().county() : unit).name());
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
        if (!others.isEmpty()) {
            remarks.add("单元格见 " + String.join("、", others));
        }
        sheet.text(row, REMARK, String.join("；", remarks));
        height(row);
    }

    private void cells(int row, Part part, List<Contribution> cells) {
        Contribution first = cells.get(0);
        sheet.text(row, 1, part.indicator().toString());
        sheet.text(row, 2, title(part.indicator()));
        sheet.text(row, 3, part.period().title());
        sheet.text(
                row,
                4,
                part.reporter().equals(part.subject())
                        ? name(part.reporter())
                        : name(part.subject()) + "（" + name(part.reporter()) + "报）");
        BigDecimal sum = sum(cells);
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
        if (sum != null) {
            // as it was reported, and no fewer decimals than it is published with
            sheet.number(row, 5, sum, Math.max(sum.stripTrailingZeros().scale(), decimals(part.indicator())));
        } else {
            typed(row, 5, cells.size() == 1 ? text : text + "等");
        }
        sheet.text(row, 6, measure(part.indicator()));
        sheet.text(row, 7, first.outcome().title());
        sheet.text(row, 8, "第" + first.round() + "次");
        sheet.text(row, CELL, some(addresses, CELLS_NAMED, "格"));
        typed(row, 10, at == null ? "" : at.sheet());
        typed(row, FILE, first.file());
        typed(row, REMARK, lines.isEmpty() ? "" : "台账：" + some(new ArrayList<>(lines), LINES_NAMED, "行"));
        sheet.text(row, LAST, first.sha256());
        if (at != null) {
            originals.link(row, CELL, first.sha256(), at.sheet(), at.address());
            originals.link(row, FILE, first.sha256(), at.sheet(), "A1");
        }
        height(row);
    }

    private int decimals(IndicatorCode code) {
        return result.definitions()
                .form(code.form())
                .flatMap(rules -> rules.form().indicator(code))
                .map(Indicator::decimals)
                .orElse(0);
    }

    /** Null where none of them holds a number. */
    private static @Nullable BigDecimal sum(List<Contribution> cells) {
        BigDecimal sum = null;
        for (Contribution one : cells) {
            BigDecimal number = one.observation().number();
            if (number != null) {
                sum = sum == null ? number : sum.add(number);
            }
        }
        return sum;
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
            if (cell != null && cell.getCellType() == org.apache.poi.ss.usermodel.CellType.STRING) {
                lines = Math.max(
                        lines,
                        TextWidth.lines(cell.getStringCellValue(), sheet.sheet().getColumnWidth(column) / 256.0));
            }
        }
        sheet.height(row, 13.5 * lines + 4);
    }

    private String title(IndicatorCode indicator) {
        return result.definitions()
                .form(indicator.form())
                .flatMap(rules -> rules.form().indicator(indicator))
                .map(found -> found.title())
                .orElse("");
    }

    private String measure(IndicatorCode indicator) {
        return result.definitions()
                .form(indicator.form())
                .flatMap(rules -> rules.form().indicator(indicator))
                .map(found -> found.unit())
                .orElse("");
    }

    private String name(UnitCode unit) {
        return result.definitions().units().name(unit);
    }
}

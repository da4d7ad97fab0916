package xiangbao.statistics.mistakenunits;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import xiangbao.statistics.figures.Fraction;
import xiangbao.statistics.forms.Column;
import xiangbao.statistics.forms.Form;
import xiangbao.statistics.forms.Indicator;
import xiangbao.statistics.forms.Layout;
import xiangbao.statistics.forms.OverTime;
import xiangbao.statistics.submissions.CellReference;
import xiangbao.statistics.submissions.Observation;

/**
 * Figures that a clerk would type in one unit of measurement: all of a form that have that unit, those of one column, or those of one row. Zeros are left out,
 * they are zero in any unit.
 *
 * @param instance tells groups of a form apart: the unit, or the column or row
 * @param title what they are called: “播种面积”整列, 计量单位为“万元”的各栏
 */
public record MeasuredCells(String instance, String title, String unit, List<Cell> cells) {
    /** A figure as typed. */
    public record Cell(
            Indicator indicator,
            String line,
            BigDecimal typed,
            @Nullable CellReference place) {
        public String id() {
            return id(line, indicator.code().item());
        }

        public static String id(String line, String item) {
            return line + "\n" + item;
        }

        Fraction number() {
            return Fraction.of(typed);
        }

        /** Whether it has more decimals than the form asks for. */
        boolean fine() {
            return typed.stripTrailingZeros().scale() > indicator.decimals();
        }
    }

    public MeasuredCells {
        cells = List.copyOf(cells);
    }

    boolean rates() {
        return cells.stream().allMatch(cell -> cell.indicator().overTime() == OverTime.NONE);
    }

    boolean fine() {
        return cells.stream().anyMatch(Cell::fine);
    }

    /** The groups of a submission, larger ones first: by unit, then by column and by row where these are smaller. */
    public static List<MeasuredCells> of(Form form, List<Observation> observations) {
        Map<String, Indicator> indicators = new LinkedHashMap<>();
        form.indicators().forEach(indicator -> indicators.put(indicator.code().item(), indicator));
        List<Cell> cells = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (Observation observation : observations) {
            Indicator indicator = indicators.get(observation.indicator().item());
            BigDecimal number = observation.number();
            if (indicator != null
                    && number != null
                    && number.signum() != 0
                    && observation.status().hasValue()
                    && seen.add(
                            Cell.id(observation.line(), observation.indicator().item()))) {
                cells.add(new Cell(indicator, observation.line(), number, observation.cell()));
            }
        }
        Grouping grouping = new Grouping(form, cells);
        List<MeasuredCells> groups = new ArrayList<>(grouping.by(cell -> ""));
        addSmaller(groups, grouping.by(cell -> cell.indicator().code().column()));
        if (form.layout() == Layout.MATRIX) {
            addSmaller(groups, grouping.by(cell -> cell.indicator().code().row()));
        }
        return groups;
    }

    private static void addSmaller(List<MeasuredCells> groups, List<MeasuredCells> more) {
        for (MeasuredCells group : more) {
            boolean fresh = groups.stream().noneMatch(other -> other.cells().equals(group.cells()));
            if (fresh && group.cells().size() >= SharedFactor.AT_LEAST) {
                groups.add(group);
            }
        }
    }

    private record Grouping(Form form, List<Cell> cells) {
        List<MeasuredCells> by(Function<Cell, String> part) {
            Map<String, List<Cell>> byUnit = new LinkedHashMap<>();
            for (Cell cell : cells) {
                byUnit.computeIfAbsent(cell.indicator().unit() + "\n" + part.apply(cell), key -> new ArrayList<>())
                        .add(cell);
            }
            List<MeasuredCells> groups = new ArrayList<>();
            byUnit.forEach((key, members) -> {
                String unit = members.get(0).indicator().unit();
                String which = key.substring(unit.length() + 1);
                groups.add(new MeasuredCells(which.isEmpty() ? unit : which, title(members, unit), unit, members));
            });
            return groups;
        }

        /** A whole column where the column has no other unit, the row where it is one row, otherwise by the unit. */
        private String title(List<Cell> members, String unit) {
            Set<String> columns = new HashSet<>();
            Set<String> rows = new HashSet<>();
            members.forEach(cell -> {
                columns.add(cell.indicator().code().column());
                rows.add(cell.indicator().code().row());
            });
            if (members.size() == 1) {
                return members.get(0).indicator().title().strip();
            }
            String column = members.get(0).indicator().code().column();
            boolean whole = columns.size() == 1
                    && cells.stream()
                            .filter(cell -> cell.indicator().code().column().equals(column))
                            .allMatch(cell -> cell.indicator().unit().equals(unit));
            if (whole) {
                return "“" + form.column(column).map(Column::title).orElse(column) + "”整列";
            }
            if (form.layout() == Layout.MATRIX && rows.size() == 1 && columns.size() > 1) {
                String row = members.get(0).indicator().code().row();
                return "“" + form.row(row).map(found -> found.title()).orElse(row) + "”整行";
            }
            return (unit.isEmpty() ? "没有计量单位" : "计量单位为“" + unit + "”") + "的 " + members.size() + " 个数";
        }
    }
}

package xiangbao.console.samples;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import xiangbao.statistics.forms.Column;
import xiangbao.statistics.forms.ColumnKind;
import xiangbao.statistics.forms.Form;
import xiangbao.statistics.forms.Layout;
import xiangbao.statistics.forms.Row;
import xiangbao.statistics.periods.ReferencePeriod;
import xiangbao.statistics.units.ReportingUnit;
import xiangbao.statistics.units.UnitKind;

/** Lays a form out as clerks do, in one of several habits. */
final class Sheets {
    /** How a clerk's office prints its forms. */
    enum Habit {
        /** The county's own form as it was sent out. */
        COUNTY,
        /** Codes before titles, no table of legal marks, the period as 第3季度. */
        PLAIN,
        /** Blank rows between groups, a heading row above, the header repeated. */
        SPACED
    }

    private Sheets() {}

    static Grid matrix(
            Form form,
            ReportingUnit unit,
            ReferencePeriod period,
            Map<String, BigDecimal> figures,
            Habit habit,
            String name) {
        Grid grid = new Grid(name);
        int row = head(grid, form, unit, period, habit, 3 + form.columns().size());
        int titleAt = habit == Habit.PLAIN ? 1 : 0;
        int unitAt = habit == Habit.PLAIN ? 2 : 1;
        int codeAt = habit == Habit.PLAIN ? 0 : 2;
        grid.headerRow = row;
        grid.put(row, titleAt, habit == Habit.PLAIN ? "指标名称" : "指  标  名  称");
        grid.put(row, unitAt, "计量单位");
        grid.put(row, codeAt, "代码");
        for (int index = 0; index < form.columns().size(); index++) {
            grid.put(row, 3 + index, form.columns().get(index).title());
        }
        row++;
        grid.put(row, titleAt, "甲");
        grid.put(row, unitAt, "乙");
        grid.put(row, codeAt, "丙");
        for (int index = 0; index < form.columns().size(); index++) {
            grid.put(row, 3 + index, form.columns().get(index).code());
        }
        row++;
        grid.firstDataRow = row;
        for (Row line : form.rows()) {
            if (isAnothers(line, unit, habit)) {
                continue;
            }
            if (habit == Habit.SPACED && line.indent() == 0 && row > grid.firstDataRow + 3) {
                row++;
            }
            grid.put(row, titleAt, "　".repeat(line.indent()) + line.title());
            grid.put(row, unitAt, unitOf(form, line));
            grid.put(row, codeAt, line.code());
            for (int index = 0; index < form.columns().size(); index++) {
                Column column = form.columns().get(index);
                if (!line.has(column)) {
                    continue;
                }
                String place = line.code() + "." + column.code();
                BigDecimal figure = figures.get(place);
                grid.places.put(place, new int[] {row, 3 + index});
                if (figure != null) {
                    grid.put(row, 3 + index, figure);
                }
            }
            row++;
        }
        grid.lastDataRow = row - 1;
        foot(grid, form, row, period);
        return grid;
    }

    /** The form that the county sends a department has its own rows only; some offices keep the whole form and leave the others' rows blank. */
    private static boolean isAnothers(Row line, ReportingUnit unit, Habit habit) {
        return habit != Habit.SPACED
                && unit.kind() == UnitKind.DEPARTMENT
                && line.appliesTo() != null
                && !line.appliesTo().selects(unit);
    }

    static Grid ledger(
            Form form,
            ReportingUnit unit,
            ReferencePeriod period,
            List<Map<String, Object>> lines,
            Habit habit,
            String name) {
        Grid grid = new Grid(name);
        int row = head(grid, form, unit, period, habit, 1 + form.columns().size());
        grid.headerRow = row;
        grid.put(row, 0, "序号");
        for (int index = 0; index < form.columns().size(); index++) {
            grid.put(row, 1 + index, form.columns().get(index).title());
        }
        row++;
        if (habit == Habit.COUNTY) {
            grid.put(row, 0, "甲");
            for (int index = 0; index < form.columns().size(); index++) {
                grid.put(row, 1 + index, form.columns().get(index).code());
            }
            row++;
        }
        grid.firstDataRow = row;
        if (lines.isEmpty()) {
            row = nothing(grid, row, habit);
        }
        int number = 1;
        for (Map<String, Object> line : lines) {
            grid.put(row, 0, BigDecimal.valueOf(number++));
            String key = form.lineKey()
                    .map(column -> String.valueOf(line.get(column.code())))
                    .orElse("");
            for (int index = 0; index < form.columns().size(); index++) {
                Column column = form.columns().get(index);
                Object value = line.get(column.code());
                grid.places.put(key + "." + column.code(), new int[] {row, 1 + index});
                if (value instanceof BigDecimal figure) {
                    grid.put(row, 1 + index, figure);
                } else if (value instanceof LocalDate day && column.kind() == ColumnKind.DAY) {
                    if (habit == Habit.PLAIN) {
                        grid.put(row, 1 + index, day.getYear() + "." + day.getMonthValue() + "." + day.getDayOfMonth());
                    } else {
                        grid.put(
                                row,
                                1 + index,
                                Grid.Content.of(BigDecimal.valueOf(day.toEpochDay() + 25569))
                                        .asDate());
                    }
                } else if (value != null) {
                    grid.put(row, 1 + index, value.toString());
                }
            }
            row++;
        }
        grid.lastDataRow = row - 1;
        foot(grid, form, row, period);
        return grid;
    }

    /** 零报告: most choose it at the head, some write it where the first line would stand. */
    private static int nothing(Grid grid, int row, Habit habit) {
        if (habit == Habit.PLAIN) {
            grid.put(row, 1, "无");
            return row + 1;
        }
        grid.put(1, 0, "填报情况：零报告");
        return row;
    }

    private static int head(Grid grid, Form form, ReportingUnit unit, ReferencePeriod period, Habit habit, int width) {
        int last = Math.max(width - 1, 4);
        int row = 0;
        grid.put(row, 0, habit == Habit.PLAIN ? unit.name() + form.title() : form.title());
        grid.merge(row, row, 0, last);
        row++;
        String code = switch (habit) {
            case COUNTY -> "表    号：" + form.code();
            case PLAIN -> "表号:" + form.code() + "表";
            case SPACED -> "表　　号： " + form.code();
        };
        grid.put(row, last - 1, code);
        row++;
        if (habit != Habit.PLAIN) {
            grid.put(row, last - 1, "制定机关：（样表，未经批准备案，不具法定效力）");
            row++;
        }
        grid.put(row, 0, "填报单位：" + unit.name());
        if (habit != Habit.SPACED) {
            grid.put(row, 1, (habit == Habit.PLAIN ? "区划代码:" : "区划代码：") + unit.code());
        }
        grid.put(row, 2, spelled(period, habit));
        row++;
        return habit == Habit.SPACED ? row + 1 : row;
    }

    private static String spelled(ReferencePeriod period, Habit habit) {
        return switch (habit) {
            case COUNTY -> period.title();
            case PLAIN ->
                switch (period.frequency()) {
                    case QUARTER -> period.year() + "年第" + period.ordinal() + "季度";
                    default -> period.title();
                };
            case SPACED ->
                switch (period.frequency()) {
                    case MONTH -> period.year() + " 年 " + period.ordinal() + " 月";
                    case QUARTER -> "报告期：" + period.title();
                    default -> "报告期：" + period.title();
                };
        };
    }

    private static void foot(Grid grid, Form form, int from, ReferencePeriod period) {
        LocalDate reported = period.lastDay().plusDays(6);
        grid.put(
                from,
                0,
                "单位负责人：        统计负责人：        填表人：        报出日期：" + reported.getYear() + "年" + reported.getMonthValue()
                        + "月" + reported.getDayOfMonth() + "日");
        if (!form.notes().isEmpty()) {
            grid.put(from + 1, 0, "说明：1." + form.notes().get(0));
        }
    }

    private static String unitOf(Form form, Row row) {
        if (row.measure().unit() != null) {
            return row.measure().unit();
        }
        List<String> units = form.dataColumns().stream()
                .filter(row::has)
                .map(column ->
                        column.measure().unit() == null ? "" : column.measure().unit())
                .distinct()
                .toList();
        return units.size() == 1 && form.layout() == Layout.MATRIX ? units.get(0) : String.join("、", units);
    }
}

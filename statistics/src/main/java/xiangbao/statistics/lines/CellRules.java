package xiangbao.statistics.lines;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import xiangbao.statistics.forms.Column;
import xiangbao.statistics.forms.ColumnKind;
import xiangbao.statistics.forms.IndicatorCode;
import xiangbao.statistics.forms.OverTime;
import xiangbao.statistics.formula.Formula;

/**
 * What a form says about the cells of its rows and columns beyond its relations. What it does not say of a ledger's column follows from the column itself.
 *
 * @param fixed by column of a ledger: whether what it says of a line stays as it is from period to period
 * @param advancing by column of a ledger: whether what it says of a line never falls
 * @param ranges what is plausible, by row, by column, or by item for one cell
 * @param finished when a ledger's line is done with, so that it may leave the ledger with the year; null where it may never
 */
public record CellRules(
        Map<String, Boolean> fixed,
        Map<String, Boolean> advancing,
        Map<String, Range> ranges,
        @Nullable Formula finished) {
    public static final CellRules DEFAULT = new CellRules(Map.of(), Map.of(), Map.of(), null);

    private static final Pattern PLANNED = Pattern.compile("(计划|设计|规划|批复|核定|总投资|总库容).*");
    private static final Pattern BEGUN = Pattern.compile("(计划|开工|建成|授权|批准|认定).*(日期|时间|年月)");
    private static final Pattern NAMED = Pattern.compile(".*(名称|桥名|村名|所在村|所在乡镇)(（.*）)?");
    private static final Pattern PROGRESS = Pattern.compile(".*(形象进度|工程进度)(（.*）)?");

    public CellRules {
        fixed = Map.copyOf(fixed);
        advancing = Map.copyOf(advancing);
        ranges = Map.copyOf(ranges);
    }

    /** Key of a range that holds for all cells of a row. */
    public static String ofRow(String row) {
        return row + ".";
    }

    /** Key of a range that holds for all cells of a column. */
    public static String ofColumn(String column) {
        return "." + column;
    }

    /** 固定不变: planned length and investment, the day of the start, name and place. */
    boolean isFixed(Column column) {
        Boolean given = fixed.get(column.code());
        if (given != null) {
            return given;
        }
        return switch (column.kind()) {
            case NUMBER ->
                column.measure().overTime() != OverTime.SUM
                        && column.measure().overTime() != OverTime.CUMULATIVE
                        && PLANNED.matcher(column.title()).matches();
            case DAY -> BEGUN.matcher(column.title()).matches();
            case TEXT -> NAMED.matcher(column.title()).matches();
            default -> false;
        };
    }

    /** 只增不减, apart from 累计 of a year, which begins anew. */
    boolean isAdvancing(Column column) {
        Boolean given = advancing.get(column.code());
        return column.kind() == ColumnKind.NUMBER
                && (given != null ? given : PROGRESS.matcher(column.title()).matches());
    }

    Optional<Range> range(IndicatorCode indicator) {
        for (String key : new String[] {indicator.item(), ofRow(indicator.row()), ofColumn(indicator.column())}) {
            Range found = ranges.get(key);
            if (found != null) {
                return Optional.of(found);
            }
        }
        return Optional.empty();
    }
}

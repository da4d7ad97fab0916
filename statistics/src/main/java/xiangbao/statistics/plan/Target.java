package xiangbao.statistics.plan;

import java.math.BigDecimal;
import java.time.MonthDay;
import java.util.List;
import org.jspecify.annotations.Nullable;
import xiangbao.statistics.formula.Formula;
import xiangbao.statistics.units.UnitSelector;

/**
 * 任务目标: a measurable target of the plan.
 *
 * @param code such as {@code S01}
 * @param section where the plan says it, such as 二（三）3
 * @param field 粮食, 农村公路, 人居环境/卫生, 收入, 其他
 * @param actual the figure, over county sums; null when nothing is reported yet that measures it
 * @param actualUnit unit of what {@code actual} gives, converted exactly into {@code unit}
 * @param unit 计量单位 in which target and actual are printed
 * @param value null when the plan states no number and none is configured: 目标未定
 * @param aboveLastYear the target is to exceed last year's actual; {@code value} is then null
 * @param pace how progress is held against the calendar
 * @param judgedFrom for {@link Pace#SEASONAL} without nodes, the day of the year from which it is judged; null otherwise
 * @param appliesTo the units that are judged (考核范围); townships outside it are no part of the county's figure either
 * @param perUnit whether every unit to which it applies is also judged by itself, to list those that miss it
 * @param comparators for 高于 targets: all must be exceeded strictly; empty means {@code value} is the comparison
 * @param unconfirmed printed as 口径待确认 until a document confirms the definition
 * @param responsible 责任单位, as the plan names them
 * @param parts codes of the targets that must all be reached for this one, which has no figure of its own; empty for any other
 * @param milestones the 任务编号 under which the ledger of tasks lists its 节点; null when a figure measures it
 * @param everyUnit whether it is reached only when every unit to which it applies reaches it
 * @param nodes for {@link Pace#SEASONAL}, how much is expected from which day on, in the order of the year
 * @param ranked whether townships may be ranked on it: a project task, never a statistic
 */
public record Target(
        String code,
        String title,
        String section,
        String field,
        Wording wording,
        @Nullable Formula actual,
        String actualUnit,
        String unit,
        int decimals,
        Comparison comparison,
        @Nullable BigDecimal value,
        boolean aboveLastYear,
        Pace pace,
        @Nullable MonthDay judgedFrom,
        UnitSelector appliesTo,
        boolean perUnit,
        List<Comparator> comparators,
        boolean unconfirmed,
        List<String> responsible,
        String note,
        List<String> parts,
        @Nullable String milestones,
        boolean everyUnit,
        List<SeasonNode> nodes,
        boolean ranked) {
    public Target {
        comparators = List.copyOf(comparators);
        responsible = List.copyOf(responsible);
        parts = List.copyOf(parts);
        nodes = List.copyOf(nodes);
    }

    /** A target that one county figure measures. */
    public Target(
            String code,
            String title,
            String section,
            String field,
            Wording wording,
            @Nullable Formula actual,
            String actualUnit,
            String unit,
            int decimals,
            Comparison comparison,
            @Nullable BigDecimal value,
            boolean aboveLastYear,
            Pace pace,
            @Nullable MonthDay judgedFrom,
            UnitSelector appliesTo,
            boolean perUnit,
            List<Comparator> comparators,
            boolean unconfirmed,
            List<String> responsible,
            String note) {
        this(
                code,
                title,
                section,
                field,
                wording,
                actual,
                actualUnit,
                unit,
                decimals,
                comparison,
                value,
                aboveLastYear,
                pace,
                judgedFrom,
                appliesTo,
                perUnit,
                comparators,
                unconfirmed,
                responsible,
                note,
                List.of(),
                null,
                false,
                List.of(),
                false);
    }

    /** Whether it stands as other targets stand. */
    public boolean isComposite() {
        return !parts.isEmpty();
    }

    /** What its numbers are. */
    public Counting counting() {
        if (isComposite()) {
            return Counting.PARTS;
        }
        return milestones != null ? Counting.NODES : everyUnit ? Counting.UNITS : Counting.FIGURE;
    }

    /** How its actual is come by, as people read it; empty where nothing that is reported measures it. */
    public String computation() {
        if (isComposite()) {
            return "各部分都达到才算达到：" + String.join("、", parts);
        }
        if (milestones != null) {
            return "任务清单中任务 " + milestones + " 的节点";
        }
        return actual == null ? "" : actual.text();
    }
}

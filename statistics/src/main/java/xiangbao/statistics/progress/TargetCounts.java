package xiangbao.statistics.progress;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import xiangbao.statistics.plan.Plan;

/**
 * 项数: how many targets and tasks there are and how they stand. A target counts once, whatever parts it has; the parts beneath it are counted apart. Every
 * output counts by this.
 *
 * @param total without parts
 * @param parts beneath them
 * @param byStatus without parts, in the order of the states
 */
public record TargetCounts(int total, int parts, Map<ProgressStatus, Integer> byStatus) {
    public TargetCounts {
        byStatus = Collections.unmodifiableMap(
                byStatus.isEmpty() ? new EnumMap<>(ProgressStatus.class) : new EnumMap<>(byStatus));
    }

    /** Of targets that stand somehow. */
    public static TargetCounts of(List<Progress> progress) {
        return of(progress, progress);
    }

    /** @param all among which a part's whole may stand, wherever the part itself does */
    public static TargetCounts of(List<Progress> some, List<Progress> all) {
        Set<String> parts = parts(all);
        List<ProgressStatus> wholes = some.stream()
                .filter(one -> !parts.contains(one.target().code()))
                .map(Progress::status)
                .toList();
        return ofWholes(wholes, some.size() - wholes.size());
    }

    /** @param parts how many stand beneath them */
    public static TargetCounts ofWholes(Collection<ProgressStatus> wholes, int parts) {
        Map<ProgressStatus, Integer> counts = new EnumMap<>(ProgressStatus.class);
        wholes.forEach(status -> counts.merge(status, 1, Integer::sum));
        return new TargetCounts(wholes.size(), parts, counts);
    }

    /** Of a plan, however its targets stand. */
    public static TargetCounts of(Plan plan) {
        int parts = (int) plan.targets().stream()
                .filter(target -> plan.wholeOf(target).isPresent())
                .count();
        return new TargetCounts(plan.targets().size() - parts, parts, Map.of());
    }

    /** Without those that are parts of another one of them. */
    public static List<Progress> whole(List<Progress> progress) {
        Set<String> parts = parts(progress);
        return progress.stream()
                .filter(one -> !parts.contains(one.target().code()))
                .toList();
    }

    /** Codes of the targets that are parts of another one of them. */
    public static Set<String> parts(List<Progress> progress) {
        Set<String> parts = new HashSet<>();
        progress.forEach(one -> parts.addAll(one.target().measure().parts()));
        return parts;
    }

    /** How many bear a shape such as ●. */
    public int of(String shape) {
        return byStatus.entrySet().stream()
                .filter(entry -> entry.getKey().shape().equals(shape))
                .mapToInt(Map.Entry::getValue)
                .sum();
    }

    /** {@code 93项（另列分项69项）}. */
    public String size() {
        return total + "项" + (parts == 0 ? "" : "（另列分项" + parts + "项）");
    }

    /** {@code 已完成1项，达标4项，目标未定2项}, in the order of the states; empty where there are none. */
    public String states() {
        List<String> states = new ArrayList<>();
        byStatus.forEach((status, count) -> states.add(status.title() + count + "项"));
        return String.join("，", states);
    }

    /** Both. */
    public String told() {
        return "共" + size() + (byStatus.isEmpty() ? "" : "：" + states());
    }
}

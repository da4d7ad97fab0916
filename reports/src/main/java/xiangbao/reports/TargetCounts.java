package xiangbao.reports;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import xiangbao.reports.template.Printed;
import xiangbao.statistics.plan.Progress;
import xiangbao.statistics.plan.ProgressStatus;

/** How many targets stand how; a target counts once, whatever parts it has. */
final class TargetCounts {
    /** The shapes of the lights with the tokens that print how many there are, in print order. */
    static final Map<String, String> SHAPES = shapes();

    private final Map<ProgressStatus, Integer> byStatus = new EnumMap<>(ProgressStatus.class);

    private TargetCounts(List<Progress> targets) {
        targets.forEach(one -> byStatus.merge(one.status(), 1, Integer::sum));
    }

    private static Map<String, String> shapes() {
        Map<String, String> shapes = new LinkedHashMap<>();
        shapes.put("★", "已完成");
        shapes.put("●", "达标");
        shapes.put("▲", "滞后");
        shapes.put("■", "未达标");
        shapes.put("○", "未判定");
        shapes.put("◇", "目标未定");
        shapes.put("—", "不适用");
        return java.util.Collections.unmodifiableMap(shapes);
    }

    static TargetCounts of(List<Progress> progress) {
        return new TargetCounts(whole(progress));
    }

    /** Without those that are parts of another target. */
    static List<Progress> whole(List<Progress> progress) {
        Set<String> parts = parts(progress);
        return progress.stream()
                .filter(one -> !parts.contains(one.target().code()))
                .toList();
    }

    /** Codes of the targets that are parts of another one. */
    static Set<String> parts(List<Progress> progress) {
        Set<String> parts = new HashSet<>();
        progress.forEach(one -> parts.addAll(one.target().parts()));
        return parts;
    }

    int total() {
        return byStatus.values().stream().mapToInt(Integer::intValue).sum();
    }

    int of(String shape) {
        return byStatus.entrySet().stream()
                .filter(entry -> entry.getKey().shape().equals(shape))
                .mapToInt(Map.Entry::getValue)
                .sum();
    }

    /** One number for each shape, under the token of the shape. */
    Map<String, Printed> printed() {
        Map<String, Printed> printed = new LinkedHashMap<>();
        printed.put("总数", Printed.number(total()));
        SHAPES.forEach((shape, token) -> printed.put(token, Printed.number(of(shape))));
        return printed;
    }

    /** {@code 共15项：已完成1项，达标4项，目标未定2项}, in the order of the lights. */
    String told() {
        List<String> parts = new ArrayList<>();
        byStatus.forEach((status, count) -> parts.add(status.title() + count + "项"));
        return "共" + total() + "项" + (parts.isEmpty() ? "" : "：" + String.join("，", parts));
    }
}

package xiangbao.reports.targets;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import xiangbao.reports.template.Printed;
import xiangbao.statistics.progress.TargetCounts;

/** The shapes of the lights with the tokens that print how many targets bear them. */
final class LightTokens {
    /** In print order. */
    static final Map<String, String> SHAPES = shapes();

    private LightTokens() {}

    private static Map<String, String> shapes() {
        Map<String, String> shapes = new LinkedHashMap<>();
        shapes.put("★", "已完成");
        shapes.put("●", "达标");
        shapes.put("▲", "滞后");
        shapes.put("■", "未达标");
        shapes.put("○", "未判定");
        shapes.put("◇", "目标未定");
        shapes.put("—", "不适用");
        return Collections.unmodifiableMap(shapes);
    }

    /** One number for each shape, under the token of the shape. */
    static Map<String, Printed> of(TargetCounts counts) {
        Map<String, Printed> printed = new LinkedHashMap<>();
        printed.put("总数", Printed.number(counts.total()));
        SHAPES.forEach((shape, token) -> printed.put(token, Printed.number(counts.of(shape))));
        return printed;
    }
}

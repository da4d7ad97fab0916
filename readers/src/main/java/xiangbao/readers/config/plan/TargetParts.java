package xiangbao.readers.config.plan;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import xiangbao.readers.config.documents.YamlValue;
import xiangbao.statistics.plan.Target;
import xiangbao.statistics.text.Spelling;

/** Whether the {@code parts} of the targets are targets themselves, each of one whole only. */
final class TargetParts {
    private TargetParts() {}

    /** @param entries where the targets stand, in the same order */
    static void check(List<YamlValue.Entry> entries, List<Target> targets) {
        Map<String, Target> byCode = new LinkedHashMap<>();
        targets.forEach(target -> byCode.put(target.code(), target));
        Map<String, String> wholes = new LinkedHashMap<>();
        for (int index = 0; index < targets.size(); index++) {
            Target whole = targets.get(index);
            YamlValue place = entries.get(index).value();
            for (String code : whole.measure().parts()) {
                Target part = byCode.get(code);
                if (part == null) {
                    place.wrong(
                            whole.code() + " 的分项“" + code + "”不在 targets 里", Spelling.nearest(code, byCode.keySet()));
                } else if (part.isComposite()) {
                    place.wrong(whole.code() + " 的分项“" + code + "”自己还有分项，只能分一层");
                } else if (wholes.putIfAbsent(code, whole.code()) != null) {
                    place.wrong("“" + code + "”同时是 " + wholes.get(code) + " 和 " + whole.code() + " 的分项");
                }
            }
        }
    }
}

package xiangbao.statistics.findings;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * A finding that stands for itself, and its consequences: those that go away when it is mended.
 *
 * @param <T> the finding, or what is told of one
 * @param beneath in the order of the findings
 */
public record Folded<T>(T leader, List<T> beneath) {
    public Folded {
        beneath = List.copyOf(beneath);
    }

    /** The findings of one submission, in the order of the leading ones. One whose leader is not among them stands for itself. */
    public static <T> List<Folded<T>> of(List<T> all, Function<? super T, Finding> finding) {
        Map<String, Integer> places = new HashMap<>();
        List<T> leaders = new ArrayList<>();
        List<List<T>> beneath = new ArrayList<>();
        for (T one : all) {
            Finding found = finding.apply(one);
            if (!found.folds()) {
                places.putIfAbsent(found.name(), leaders.size());
                leaders.add(one);
                beneath.add(new ArrayList<>());
            }
        }
        for (T one : all) {
            Diagnosis cause = finding.apply(one).diagnosis();
            if (cause == null || !cause.folds()) {
                continue;
            }
            Integer place = places.get(cause.leader());
            if (place == null) {
                leaders.add(one);
                beneath.add(new ArrayList<>());
            } else {
                beneath.get(place).add(one);
            }
        }
        List<Folded<T>> folded = new ArrayList<>();
        for (int place = 0; place < leaders.size(); place++) {
            folded.add(new Folded<>(leaders.get(place), beneath.get(place)));
        }
        return folded;
    }
}

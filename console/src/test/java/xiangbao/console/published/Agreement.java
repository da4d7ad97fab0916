package xiangbao.console.published;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Holds against each other what several outputs show. */
public final class Agreement {
    private final Map<String, List<Shown>> numbers = new TreeMap<>();

    private Agreement() {}

    /** @param least whether outputs must show as much as the samples have */
    public static Agreement of(Published published, boolean least) throws Exception {
        Agreement agreement = new Agreement();
        for (Output output : Output.ALL) {
            List<Shown> shown = output.read(published);
            if (shown.size() < (least ? output.least() : 1)) {
                throw new AssertionError(output.name() + " shows " + shown.size() + " numbers");
            }
            shown.forEach(one -> agreement
                    .numbers
                    .computeIfAbsent(one.what(), what -> new ArrayList<>())
                    .add(one));
        }
        return agreement;
    }

    /** The same number in different ways. */
    public List<String> disagreements() {
        List<String> wrong = new ArrayList<>();
        numbers.forEach((what, all) -> {
            for (Shown one : all) {
                if (!one.agreesWith(all.get(0))) {
                    wrong.add(what + " — " + all.get(0) + "，" + one);
                }
            }
        });
        return wrong;
    }

    /** How many numbers stand in more than one output. */
    public int compared() {
        return (int) numbers.values().stream().filter(all -> all.size() > 1).count();
    }
}

package xiangbao.statistics.formula;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import xiangbao.statistics.model.Form;
import xiangbao.statistics.model.FormCode;

/**
 * What formulas may speak of.
 *
 * @param derived for each form, its derived indicators by item: a name, or {@code row.column} for a cell that is recomputed
 * @param attributes names of master data in the register of units
 */
public record Vocabulary(
        Map<FormCode, Form> forms, Map<FormCode, Map<String, Formula>> derived, Set<String> attributes) {
    public Vocabulary {
        forms = Collections.unmodifiableMap(new LinkedHashMap<>(forms));
        Map<FormCode, Map<String, Formula>> copy = new LinkedHashMap<>();
        derived.forEach((form, formulas) -> copy.put(form, Collections.unmodifiableMap(new LinkedHashMap<>(formulas))));
        derived = Collections.unmodifiableMap(copy);
        attributes = Collections.unmodifiableSet(new TreeSet<>(attributes));
    }

    @Nullable
    Formula derived(FormCode form, String item) {
        return derived.getOrDefault(form, Map.of()).get(item);
    }
}

package xiangbao.readers.config.documents;

import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import xiangbao.statistics.forms.FormCode;
import xiangbao.statistics.forms.IndicatorCode;
import xiangbao.statistics.formula.Formula;
import xiangbao.statistics.formula.Reference;

/**
 * What could not be read and has been told: whatever else fails because of it says nothing, so that one cause gives one mistake. A register in another encoding
 * is not followed by every township that “does not exist”.
 */
public final class Unread {
    private final Set<FormCode> forms = new LinkedHashSet<>();
    private final Set<IndicatorCode> indicators = new LinkedHashSet<>();
    private final Set<String> words = new LinkedHashSet<>();
    private final Set<String> targets = new LinkedHashSet<>();
    private boolean register;
    private boolean unnamed;

    /** The register of units as a whole. */
    public void register() {
        register = true;
    }

    public boolean isRegister() {
        return register;
    }

    /** The name of some unit: whoever is not found may be the one. */
    public void unitName() {
        unnamed = true;
    }

    /** A form: the file, or what its columns and rows are. */
    public void form(FormCode code) {
        forms.add(code);
    }

    public boolean isForm(FormCode code) {
        return forms.contains(code);
    }

    /** A derived indicator. */
    public void indicator(IndicatorCode code) {
        indicators.add(code);
    }

    /** What a target of the plan is measured by. */
    public void target(String code) {
        targets.add(code);
    }

    public boolean isTarget(String code) {
        return targets.contains(code);
    }

    /** Whether an indicator, or the form that has it, could not be read. */
    public boolean isIndicator(IndicatorCode code) {
        return forms.contains(code.form()) || indicators.contains(code);
    }

    /** What stands on a line of the register that could not be read, or not all of it: among it are the codes and names of a unit. */
    public void words(Iterable<String> fields) {
        fields.forEach(field -> {
            for (String word : field.split("\\|", -1)) {
                if (!word.isBlank()) {
                    words.add(word.strip());
                }
            }
        });
    }

    public boolean hasWords() {
        return !words.isEmpty();
    }

    /** Whether a unit of that name or code may have been on what could not be read. */
    public boolean isUnit(String name) {
        return register || unnamed || words.contains(name);
    }

    /** Whether a formula speaks of anything that could not be read. */
    public boolean concerns(Formula formula, @Nullable FormCode home) {
        if (home != null && forms.contains(home)
                || register && !formula.attributes().isEmpty()) {
            return true;
        }
        for (Reference reference : formula.references()) {
            FormCode form = reference.form() == null ? home : reference.form();
            if (form != null
                    && (forms.contains(form) || indicators.contains(new IndicatorCode(form, reference.item())))) {
                return true;
            }
        }
        return false;
    }
}

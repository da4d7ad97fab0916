package xiangbao.statistics.audit;

import java.util.List;
import xiangbao.statistics.model.Form;

/**
 * A form with everything that is said about it in {@code config/forms}.
 *
 * @param enabled a disabled form is known, is never owed, and a submission of it is returned saying so
 */
public record FormRules(Form form, boolean enabled, List<AuditRelation> relations, List<DerivedIndicator> derived) {
    public FormRules {
        relations = List.copyOf(relations);
        derived = List.copyOf(derived);
    }
}

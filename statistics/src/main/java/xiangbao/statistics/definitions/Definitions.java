package xiangbao.statistics.definitions;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import xiangbao.statistics.audit.FormRules;
import xiangbao.statistics.model.FormCode;
import xiangbao.statistics.model.ReferencePeriod;
import xiangbao.statistics.model.Units;
import xiangbao.statistics.plan.Plan;

/**
 * Everything that {@code config/} defines, checked as a whole.
 *
 * @param forms in print order
 * @param digest {@code sha256:…} over the configuration files; a run fixes it
 */
public record Definitions(
        Units units, Map<FormCode, FormRules> forms, Plan plan, WorkCalendar calendar, String digest) {
    public Definitions {
        forms = java.util.Collections.unmodifiableMap(new java.util.LinkedHashMap<>(forms));
    }

    public Optional<FormRules> form(FormCode code) {
        return Optional.ofNullable(forms.get(code));
    }

    public List<FormRules> enabledForms() {
        return forms.values().stream().filter(FormRules::enabled).toList();
    }

    /** 报送期限 of a form for a period, moved off holidays. */
    public LocalDate dueDay(FormRules rules, ReferencePeriod period) {
        return calendar.orNextWorkday(period.lastDay().plusDays(rules.form().dueDays()));
    }
}

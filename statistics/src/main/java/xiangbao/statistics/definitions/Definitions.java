package xiangbao.statistics.definitions;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import xiangbao.statistics.audit.FormRules;
import xiangbao.statistics.model.DueRule;
import xiangbao.statistics.model.Form;
import xiangbao.statistics.model.FormCode;
import xiangbao.statistics.model.OfficialFigures;
import xiangbao.statistics.model.ReferencePeriod;
import xiangbao.statistics.model.ReportingUnit;
import xiangbao.statistics.model.Units;
import xiangbao.statistics.plan.Plan;

/**
 * Everything that {@code config/} defines, checked as a whole.
 *
 * @param forms in print order
 * @param official 核定数 with their document numbers
 * @param digest {@code sha256:…} over the configuration files; a run fixes it
 */
public record Definitions(
        Units units,
        Map<FormCode, FormRules> forms,
        Plan plan,
        WorkCalendar calendar,
        OfficialFigures official,
        String digest) {
    public Definitions {
        forms = java.util.Collections.unmodifiableMap(new java.util.LinkedHashMap<>(forms));
    }

    /** Definitions without any 核定数. */
    public Definitions(Units units, Map<FormCode, FormRules> forms, Plan plan, WorkCalendar calendar, String digest) {
        this(units, forms, plan, calendar, OfficialFigures.NONE, digest);
    }

    public Optional<FormRules> form(FormCode code) {
        return Optional.ofNullable(forms.get(code));
    }

    public List<FormRules> enabledForms() {
        return forms.values().stream().filter(FormRules::enabled).toList();
    }

    /** 报送期限 of a form for a period, moved off holidays as the form says. */
    public LocalDate dueDay(FormRules rules, ReferencePeriod period) {
        DueRule rule = rules.form().due();
        LocalDate day = rule.day(period);
        return switch (rule.shift()) {
            case NEXT -> calendar.orNextWorkday(day);
            case PREVIOUS -> calendar.orPreviousWorkday(day);
            case NONE -> day;
        };
    }

    /** Who has to report a form about a period, in register order; nobody when nothing in it is due then. */
    public List<ReportingUnit> owing(FormRules rules, ReferencePeriod period) {
        Form form = rules.form();
        if (!rules.enabled() || !form.validity().covers(period.lastDay())) {
            return List.of();
        }
        return units.select(form.owedBy(), period).stream()
                .filter(unit -> form.asks(unit, period))
                .toList();
    }
}

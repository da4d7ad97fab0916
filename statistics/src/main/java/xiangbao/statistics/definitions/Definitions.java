package xiangbao.statistics.definitions;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import xiangbao.statistics.bands.Bands;
import xiangbao.statistics.forms.Form;
import xiangbao.statistics.forms.FormCode;
import xiangbao.statistics.periods.DueRule;
import xiangbao.statistics.periods.ReferencePeriod;
import xiangbao.statistics.plan.Plan;
import xiangbao.statistics.publication.OfficialFigures;
import xiangbao.statistics.relations.FormRules;
import xiangbao.statistics.scoring.Scoring;
import xiangbao.statistics.units.ReportingUnit;
import xiangbao.statistics.units.Units;

/**
 * Everything that {@code config/} defines, checked as a whole.
 *
 * @param forms in print order
 * @param official 核定数 with their document numbers
 * @param explanations what a 审核说明 must say
 * @param bands what is usual of single figures, learned from stored periods
 * @param digest {@code sha256:…} over the configuration files; a run fixes it
 */
public record Definitions(
        Units units,
        Map<FormCode, FormRules> forms,
        Plan plan,
        WorkCalendar calendar,
        OfficialFigures official,
        Scoring scoring,
        ExplanationRules explanations,
        Bands bands,
        String digest) {
    /** 报告期 end days in which a form may come before its period is over: reports are often finished in the last days. */
    private static final int EARLY_DAYS = 10;

    public Definitions {
        forms = java.util.Collections.unmodifiableMap(new java.util.LinkedHashMap<>(forms));
    }

    /** Definitions without any 核定数, where scoring and explaining are as usual. */
    public Definitions(Units units, Map<FormCode, FormRules> forms, Plan plan, WorkCalendar calendar, String digest) {
        this(
                units,
                forms,
                plan,
                calendar,
                OfficialFigures.NONE,
                Scoring.USUAL,
                ExplanationRules.USUAL,
                Bands.NONE,
                digest);
    }

    public Optional<FormRules> form(FormCode code) {
        return Optional.ofNullable(forms.get(code));
    }

    /** 表号 and title, as people call a form; 表号 alone where it is not defined any more. */
    public String name(FormCode code) {
        return code + form(code).map(rules -> " " + rules.form().title()).orElse("");
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

    /**
     * The first day on which a form about a period is taken: some days before the period ends or, where it is due before that, before it is due. Figures that
     * come earlier can only be about another period.
     */
    public LocalDate takenFrom(FormRules rules, ReferencePeriod period) {
        LocalDate due = rules.form().due().day(period);
        LocalDate end = due.isBefore(period.lastDay()) ? due : period.lastDay();
        return end.minusDays(EARLY_DAYS);
    }

    /** The newest period about which a unit may report a form on a day; empty where it is never asked. */
    public Optional<ReferencePeriod> newestTaken(FormRules rules, ReportingUnit unit, LocalDate day) {
        ReferencePeriod period =
                ReferencePeriod.containing(rules.form().frequency(), day).next();
        // a form asks at least once a year, and may be due in the year before
        for (int back = 0; back <= 3 * rules.form().frequency().perYear(); back++, period = period.previous()) {
            if (!takenFrom(rules, period).isAfter(day)
                    && rules.form().validity().covers(period.lastDay())
                    && rules.form().asks(unit, period)) {
                return Optional.of(period);
            }
        }
        return Optional.empty();
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

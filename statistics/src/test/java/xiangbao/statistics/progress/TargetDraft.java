package xiangbao.statistics.progress;

import java.math.BigDecimal;
import java.time.MonthDay;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import xiangbao.statistics.aggregate.Basis;
import xiangbao.statistics.aggregate.Counted;
import xiangbao.statistics.aggregate.SmallCounty;
import xiangbao.statistics.forms.FormCode;
import xiangbao.statistics.formula.Formula;
import xiangbao.statistics.periods.ReferencePeriod;
import xiangbao.statistics.plan.Comparison;
import xiangbao.statistics.plan.Lights;
import xiangbao.statistics.plan.Pace;
import xiangbao.statistics.plan.Plan;
import xiangbao.statistics.plan.PlanLetter;
import xiangbao.statistics.plan.SeasonNode;
import xiangbao.statistics.plan.Target;
import xiangbao.statistics.plan.TownshipTasks;
import xiangbao.statistics.plan.Wording;
import xiangbao.statistics.units.ReportingUnit;
import xiangbao.statistics.units.UnitCode;
import xiangbao.statistics.units.UnitSelector;

/** A target in the making, of which a test says only what matters to it. */
final class TargetDraft {
    static final String RATE = "100 * [平31-1:05.1] / [平31-1:04.1]";

    private final String code;
    private Wording wording = Wording.THRESHOLD;
    private @Nullable Formula actual;
    private String unit = "%";
    private int decimals = 1;
    private Comparison comparison = Comparison.AT_LEAST;
    private @Nullable BigDecimal value;
    private boolean aboveLastYear;
    private Pace pace = Pace.DIRECT;
    private @Nullable MonthDay judgedFrom;
    private UnitSelector appliesTo = UnitSelector.TOWNSHIPS;
    private boolean perUnit;
    private boolean everyUnit;
    private List<String> parts = List.of();
    private @Nullable String milestones;
    private final List<SeasonNode> nodes = new ArrayList<>();
    private boolean ranked;
    private List<String> responsible = List.of("县交通运输局");

    private TargetDraft(String code) {
        this.code = code;
    }

    /** A rate in per cent that must reach a value. */
    static TargetDraft rate(String code, @Nullable String value) {
        return measured(code, RATE, "%").reaching(value);
    }

    static TargetDraft measured(String code, String formula, String unit) {
        TargetDraft draft = new TargetDraft(code);
        draft.actual = Formula.of(formula);
        draft.unit = unit;
        return draft;
    }

    /** A target for which nothing is reported yet. */
    static TargetDraft unmeasured(String code, String unit) {
        TargetDraft draft = new TargetDraft(code);
        draft.unit = unit;
        return draft;
    }

    static TargetDraft composite(String code, String... parts) {
        TargetDraft draft = new TargetDraft(code);
        draft.parts = List.of(parts);
        draft.unit = "项";
        draft.decimals = 0;
        return draft;
    }

    static TargetDraft milestones(String code) {
        TargetDraft draft = new TargetDraft(code).worded(Wording.MILESTONE).paced(Pace.NONE);
        draft.milestones = code;
        draft.unit = "节点";
        draft.decimals = 0;
        return draft;
    }

    TargetDraft reaching(@Nullable String number) {
        value = number == null ? null : new BigDecimal(number);
        return this;
    }

    TargetDraft overLastYear() {
        aboveLastYear = true;
        wording = Wording.ABOVE;
        return this;
    }

    TargetDraft worded(Wording other) {
        wording = other;
        return this;
    }

    TargetDraft compared(Comparison other) {
        comparison = other;
        return this;
    }

    TargetDraft paced(Pace other) {
        pace = other;
        return this;
    }

    TargetDraft judgedFrom(int month, int day) {
        pace = Pace.SEASONAL;
        judgedFrom = MonthDay.of(month, day);
        return this;
    }

    TargetDraft node(int month, int day, String share) {
        pace = Pace.SEASONAL;
        nodes.add(new SeasonNode(MonthDay.of(month, day), new BigDecimal(share)));
        return this;
    }

    TargetDraft applyingTo(ReportingUnit... units) {
        appliesTo = UnitSelector.of(Stream.of(units).map(ReportingUnit::code).toArray(UnitCode[]::new));
        return this;
    }

    TargetDraft perUnit() {
        perUnit = true;
        return this;
    }

    TargetDraft everyUnit() {
        perUnit = true;
        everyUnit = true;
        return this;
    }

    TargetDraft ranked() {
        perUnit = true;
        ranked = true;
        return this;
    }

    TargetDraft owedBy(String... departments) {
        responsible = List.of(departments);
        return this;
    }

    Target target() {
        return new Target(
                code,
                "目标" + code,
                "二（三）3",
                "其他",
                wording,
                actual,
                unit,
                unit,
                decimals,
                comparison,
                value,
                aboveLastYear,
                pace,
                judgedFrom,
                appliesTo,
                perUnit,
                List.of(),
                false,
                responsible,
                "",
                parts,
                milestones,
                everyUnit,
                nodes,
                ranked);
    }

    /** How the first of the targets stands. */
    static Progress judge(List<TargetDraft> drafts, String period, Counted... counted) {
        return judge(Lights.USUAL, drafts, period, counted);
    }

    static Progress judge(Lights lights, List<TargetDraft> drafts, String period, Counted... counted) {
        return judge(plan(lights, drafts), period, counted);
    }

    Progress judge(String period, Counted... counted) {
        return judge(List.of(this), period, counted);
    }

    static Progress judge(Plan plan, String period, Counted... counted) {
        return judgeAll(plan, period, counted).get(0);
    }

    static List<Progress> judgeAll(List<TargetDraft> drafts, String period, Counted... counted) {
        return judgeAll(plan(Lights.USUAL, drafts), period, counted);
    }

    private static Plan plan(Lights lights, List<TargetDraft> drafts) {
        return new Plan(
                "方案",
                2026,
                lights,
                drafts.stream().map(TargetDraft::target).toList(),
                TownshipTasks.NONE,
                new FormCode("平91-1"),
                PlanLetter.NONE);
    }

    private static List<Progress> judgeAll(Plan plan, String period, Counted... counted) {
        Basis basis = new Basis(ReferencePeriod.of(period), List.of(counted), Set.of());
        return PlanJudge.judge(plan, SmallCounty.rollUp(basis), SmallCounty.UNITS);
    }
}

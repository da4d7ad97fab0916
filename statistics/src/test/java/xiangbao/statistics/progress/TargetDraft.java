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
import xiangbao.statistics.plan.AssessmentScope;
import xiangbao.statistics.plan.Comparator;
import xiangbao.statistics.plan.Comparison;
import xiangbao.statistics.plan.Goal;
import xiangbao.statistics.plan.Lights;
import xiangbao.statistics.plan.Pace;
import xiangbao.statistics.plan.Pacing;
import xiangbao.statistics.plan.Passage;
import xiangbao.statistics.plan.Plan;
import xiangbao.statistics.plan.PlanLetter;
import xiangbao.statistics.plan.SeasonNode;
import xiangbao.statistics.plan.Target;
import xiangbao.statistics.plan.TargetMeasure;
import xiangbao.statistics.plan.TownshipTasks;
import xiangbao.statistics.plan.Wording;
import xiangbao.statistics.units.ReportingUnit;
import xiangbao.statistics.units.UnitCode;
import xiangbao.statistics.units.UnitSelector;

/** A target in the making, of which a test says only what matters to it. */
final class TargetDraft {
    static final String RATE = "100 * [平31-1:05.1] / [平31-1:04.1]";

    private final String code;
    private TargetMeasure measure;
    private Wording wording = Wording.THRESHOLD;
    private Goal goal = Goal.NONE;
    private Pace pace = Pace.DIRECT;
    private @Nullable MonthDay judgedFrom;
    private final List<SeasonNode> nodes = new ArrayList<>();
    private UnitSelector appliesTo = UnitSelector.TOWNSHIPS;
    private boolean perUnit;
    private boolean everyUnit;
    private boolean ranked;
    private boolean unconfirmed;
    private List<String> responsible = List.of("县交通运输局");
    private String note = "";

    private TargetDraft(String code, TargetMeasure measure) {
        this.code = code;
        this.measure = measure;
    }

    /** A rate in per cent that must reach a value. */
    static TargetDraft rate(String code, @Nullable String value) {
        return measured(code, RATE, "%").reaching(value);
    }

    static TargetDraft measured(String code, String formula, String unit) {
        return new TargetDraft(code, TargetMeasure.figure(Formula.of(formula), unit, unit, 1));
    }

    /** A target for which nothing is reported yet. */
    static TargetDraft unmeasured(String code, String unit) {
        return new TargetDraft(code, TargetMeasure.figure(null, unit, unit, 1));
    }

    static TargetDraft composite(String code, String... parts) {
        return new TargetDraft(code, TargetMeasure.parts("项", List.of(parts)));
    }

    static TargetDraft milestones(String code) {
        return new TargetDraft(code, TargetMeasure.milestones("节点", code))
                .worded(Wording.MILESTONE)
                .paced(Pace.NONE);
    }

    /** The figure is printed in another unit than it is reported in. */
    TargetDraft printedIn(String unit, int decimals) {
        measure = TargetMeasure.figure(measure.actual(), measure.actualUnit(), unit, decimals);
        return this;
    }

    TargetDraft reaching(@Nullable String number) {
        goal = Goal.atLeast(number == null ? null : new BigDecimal(number));
        return this;
    }

    TargetDraft equalling(String number) {
        goal = new Goal(Comparison.EQUAL, new BigDecimal(number), false, List.of());
        return this;
    }

    TargetDraft overLastYear() {
        goal = new Goal(Comparison.AT_LEAST, null, true, List.of());
        wording = Wording.ABOVE;
        return this;
    }

    TargetDraft above(Comparator... others) {
        goal = new Goal(Comparison.ABOVE, null, false, List.of(others));
        wording = Wording.ABOVE;
        return this;
    }

    TargetDraft worded(Wording other) {
        wording = other;
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

    /** Its definition awaits a document, and the plan remarks on it. */
    TargetDraft unconfirmed(String remark) {
        unconfirmed = true;
        note = remark;
        return this;
    }

    Target target() {
        return new Target(
                code,
                "目标" + code,
                new Passage("二（三）3", "其他", responsible),
                wording,
                measure,
                goal,
                new Pacing(pace, judgedFrom, nodes),
                new AssessmentScope(appliesTo, perUnit, everyUnit, ranked),
                unconfirmed,
                note);
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

package xiangbao.statistics.plan;

/**
 * 任务目标: a measurable target of the plan.
 *
 * @param code such as {@code S01}
 * @param passage where the plan states it
 * @param measure by what it is measured
 * @param goal what is to be reached
 * @param pacing by when
 * @param scope by whom
 * @param unconfirmed printed as 口径待确认 until a document confirms the definition
 */
public record Target(
        String code,
        String title,
        Passage passage,
        Wording wording,
        TargetMeasure measure,
        Goal goal,
        Pacing pacing,
        AssessmentScope scope,
        boolean unconfirmed,
        String note) {
    /** Whether it stands as other targets stand. */
    public boolean isComposite() {
        return !measure.parts().isEmpty();
    }

    /** What its numbers are. */
    public Counting counting() {
        if (isComposite()) {
            return Counting.PARTS;
        }
        return measure.milestones() != null ? Counting.NODES : scope.everyUnit() ? Counting.UNITS : Counting.FIGURE;
    }
}

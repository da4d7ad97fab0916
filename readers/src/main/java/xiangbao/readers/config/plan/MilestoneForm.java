package xiangbao.readers.config.plan;

import java.util.Map;
import java.util.Optional;
import xiangbao.readers.config.documents.Mistakes;
import xiangbao.readers.config.documents.Unread;
import xiangbao.readers.config.forms.FormsFolder;
import xiangbao.statistics.forms.FormCode;
import xiangbao.statistics.plan.MilestoneLedger;
import xiangbao.statistics.plan.Plan;
import xiangbao.statistics.plan.Target;
import xiangbao.statistics.relations.FormRules;

/** {@code milestone-form} of the plan: the 任务清单 from which 节点 are read. */
public final class MilestoneForm {
    private static final FormCode FORMER_LEDGER = new FormCode("平91-1");

    private MilestoneForm() {}

    /** The plan with its ledger of tasks, which configurations before 0.4.0 did not name. */
    public static Plan in(Plan plan, Map<FormCode, FormRules> forms) {
        return plan.milestones() == null && forms.containsKey(FORMER_LEDGER)
                ? new Plan(
                        plan.title(),
                        plan.year(),
                        plan.lights(),
                        plan.targets(),
                        plan.tasks(),
                        FORMER_LEDGER,
                        plan.letter())
                : plan;
    }

    /** It must be there when a target speaks of 节点. */
    public static void check(Plan plan, Map<FormCode, FormRules> forms, Unread unread, Mistakes mistakes) {
        FormCode code = plan.milestones();
        Optional<Target> first = plan.targets().stream()
                .filter(target -> target.measure().milestones() != null)
                .findFirst();
        if (code == null) {
            first.ifPresent(target -> mistakes.add(
                    PlanFile.NAME, 0, target.code() + " 按节点判定，要用“milestone-form”写明任务清单的表号，如 milestone-form: 平91-1"));
            return;
        }
        FormRules rules = forms.get(code);
        first.filter(target -> !unread.isForm(code)).ifPresent(target -> {
            if (rules == null) {
                mistakes.add(PlanFile.NAME, 0, target.code() + " 按节点判定，但没有任务清单 " + FormsFolder.file(code));
            } else if (!MilestoneLedger.fits(rules.form())) {
                mistakes.add(
                        FormsFolder.file(code),
                        0,
                        target.code() + " 按节点判定，任务清单应为台账，第" + String.join("、", MilestoneLedger.COLUMNS) + "栏为"
                                + "任务编号、节点编号、节点名称、计划完成日期（日期）、状态");
            }
        });
    }
}

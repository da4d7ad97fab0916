package xiangbao.jobs.doubts;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import xiangbao.jobs.store.seals.SealedPeriods;
import xiangbao.jobs.workspace.OrderMistakeException;
import xiangbao.statistics.findings.Finding;

/** The doubts that an order is about, of all those of the period. */
final class DoubtSelection {
    private final DecisionOrder order;
    private final List<Doubts.Doubt> all;

    DoubtSelection(DecisionOrder order, List<Doubts.Doubt> all) {
        this.order = order;
        this.all = all;
    }

    List<Doubts.Doubt> selected(SealedPeriods sealed) {
        return order.findings().isEmpty() ? explained(sealed) : named();
    }

    private List<Doubts.Doubt> explained(SealedPeriods sealed) {
        List<Doubts.Doubt> open =
                all.stream().filter(one -> one.finding().isOpen()).toList();
        List<Doubts.Doubt> selected = open.stream()
                .filter(one -> order.unexplained() || one.isExplained())
                .filter(one -> !sealed.cover(one.key().period()))
                .toList();
        if (selected.isEmpty()) {
            throw new OrderMistakeException(order.period().title()
                    + (open.isEmpty()
                            ? "没有待核实的问题，不用认可。"
                            : "待核实的问题有 " + open.size() + " 个，都还没有说清原因的审核说明。请乡镇在退回件里写明后再认可；确实不需要说明的，加 --unexplained。"));
        }
        return selected;
    }

    private List<Doubts.Doubt> named() {
        List<Doubts.Doubt> selected = new ArrayList<>();
        for (String id : new TreeSet<>(order.findings())) {
            List<Doubts.Doubt> known = all.stream()
                    .filter(one -> one.name().toString().equals(id.strip()))
                    .toList();
            List<Doubts.Doubt> these =
                    known.stream().filter(one -> mayBe(one.finding())).toList();
            if (these.isEmpty()) {
                throw new OrderMistakeException(known.stream()
                        .findFirst()
                        .map(one -> objection(id, one.finding()))
                        .orElse(order.period().title() + "没有待核实的问题“" + id + "”；用 findings --period " + order.period()
                                + " --open 查看编号。"));
            }
            selected.addAll(these);
        }
        List<String> silent = selected.stream()
                .filter(one -> one.finding().isOpen() && !one.isExplained())
                .map(one -> one.name().toString())
                .distinct()
                .toList();
        if (!silent.isEmpty() && !order.unexplained()) {
            throw new OrderMistakeException(
                    "还没有说清原因的审核说明：" + String.join("、", silent) + "。请乡镇在退回件里写明后再认可；确实不需要说明的，加 --unexplained。");
        }
        return selected;
    }

    /** What was decided may be decided otherwise, but is not asked about any more. */
    private boolean mayBe(Finding doubt) {
        return switch (order.kind()) {
            case ACCEPTED -> !doubt.explained();
            case ASKED -> doubt.isOpen();
            case REFUSED -> !doubt.refused();
        };
    }

    private String objection(String id, Finding doubt) {
        String settled = "问题“" + id + "”" + (doubt.refused() ? "已经退回" : doubt.remembered() ? "沿用着以前的说明" : "的说明已经认可");
        return settled
                + switch (order.kind()) {
                    case ACCEPTED -> "，不用再认可。";
                    case ASKED -> doubt.refused() ? "，等改正，不用再追问。" : "，不能再追问；数不对的，用 refuse 退回。";
                    case REFUSED -> "，不用再退回。";
                };
    }
}

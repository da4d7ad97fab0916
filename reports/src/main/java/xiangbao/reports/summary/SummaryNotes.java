package xiangbao.reports.summary;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import xiangbao.statistics.aggregate.Coverage;
import xiangbao.statistics.aggregate.FormSummary;
import xiangbao.statistics.publication.OfficialFigure;
import xiangbao.statistics.publication.Vintage;
import xiangbao.statistics.text.DateText;

/** 注 below a 汇总表: what its figures are worth, who is in them and who is not, and where 核定数 come from. */
final class SummaryNotes {

    private SummaryNotes() {}

    static List<String> of(FormSummary summary, Vintage vintage, boolean balanced) {
        Coverage coverage = summary.coverage();
        List<String> notes = new ArrayList<>();
        notes.add(opening(summary, vintage) + counted(coverage));
        notes.addAll(summary.footnotes());
        notes.addAll(officials(summary.lines().get(0)));
        notes.add("“未报”为未报送，“退回”为报来没有通过、未计入，"
                + (coverage.withheld().isEmpty() ? "" : "“待核实”而没有数的为报来有重大疑问、说明认可之前暂不计入，")
                + "“—”为不适用，“0”为实报为零，“不可比”为没有同口径的数。"
                + (balanced ? "已作舍位平衡：各单位的数舍入后与合计相等，与原报数相差不到末位一个单位，原报数见“数据来源”。" : "因四舍五入，分项与合计可能不等。"));
        notes.add("乡镇调度数，非法定统计数据。");
        return notes;
    }

    private static String opening(FormSummary summary, Vintage vintage) {
        String complete = summary.provisional() ? "报送或审核尚不齐全。" : "各单位均已通过审核。";
        return switch (vintage.kind()) {
            case PRELIMINARY -> summary.provisional() ? "本表为初步数。" : "本表各单位均已通过审核，尚未定案。";
            case FINAL -> "本表为定案数，" + complete;
            case REVISED -> "本表为" + vintage.title() + "，" + complete;
        };
    }

    private static String counted(Coverage coverage) {
        return "应报" + coverage.expected().size() + "个，计入" + coverage.counted() + "个（其中待核实"
                + coverage.pending().size() + "个），"
                + (coverage.withheld().isEmpty()
                        ? ""
                        : "未计入：待核实" + coverage.withheld().size() + "个，")
                + "退回" + coverage.returned().size() + "个，未报"
                + coverage.missing().size() + "个。";
    }

    /** Where the 核定数 of this form come from. */
    private static List<String> officials(FormSummary.Line county) {
        Map<String, List<String>> documents = new LinkedHashMap<>();
        for (FormSummary.Entry entry : county.entries()) {
            OfficialFigure official = entry.official();
            if (official != null) {
                documents
                        .computeIfAbsent(
                                official.document() + "，" + DateText.day(official.date()), any -> new ArrayList<>())
                        .add(entry.figure().indicator().title());
            }
        }
        return documents.entrySet().stream()
                .map(one -> "核定数（" + one.getKey() + "）：" + String.join("、", one.getValue()) + "。与乡镇汇总数并列，不作替换。")
                .toList();
    }
}

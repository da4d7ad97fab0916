package xiangbao.statistics.mistakenunits;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;
import xiangbao.statistics.confrontation.FindingText;
import xiangbao.statistics.figures.FigureText;
import xiangbao.statistics.figures.Fraction;
import xiangbao.statistics.findings.Diagnosis;
import xiangbao.statistics.findings.Finding;
import xiangbao.statistics.findings.Severity;
import xiangbao.statistics.measures.MistakenUnit;
import xiangbao.statistics.submissions.CellReference;

/** Tells a clerk in which unit he seems to have typed, and what his figures would be in the unit of the form. */
public final class SuspectText {
    public static final String CODE = "UNIT-SUSPECTED";
    private static final int EXAMPLES = 3;

    private SuspectText() {}

    public static Finding finding(Suspected suspected, FindingText text) {
        MeasuredCells group = suspected.group();
        MistakenUnit mistaken = suspected.mistaken();
        MeasuredCells.Cell first = group.cells().get(0);
        List<CellReference> cells = new ArrayList<>();
        group.cells().forEach(cell -> {
            if (cell.place() != null) {
                cells.add(cell.place());
            }
        });
        String title = title(group, mistaken);
        String doing = doing(mistaken);
        int count = group.cells().size();
        String remedy = "请把标出的" + (count == 1 ? "数" : " " + count + " 个数都") + doing + "，按表中的计量单位填报；确实无误的，请与县统计局联系。";
        String statement = "填报：" + examples(group, mistaken, text) + "：请" + doing + "。\n" + suspected.evidence();
        BigDecimal previous = suspected.previous();
        String kind = mistaken.named() ? "UNIT" : "POWER-OF-TEN";
        return Finding.of(CODE, Severity.MANDATORY, title)
                .forInstance(group.instance())
                .at(first.indicator().code(), cells)
                .compared(
                        FigureText.plain(first.number()),
                        FigureText.plain(first.number().times(mistaken.right())),
                        "",
                        previous == null ? "" : suspected.when() + FigureText.plain(Fraction.of(previous)))
                .saying(text.message(CODE, title, cells, first.line(), statement, remedy), remedy)
                .diagnosed(new Diagnosis(kind, title + "。", ""));
    }

    /** What the form's own relations tell. */
    public static Suspected byRelations(RelationEvidence.Found found) {
        String evidence = "依据：这样换算以后，原来不成立的“"
                + String.join(
                        "”“",
                        found.repaired().subList(0, Math.min(2, found.repaired().size())))
                + "”" + (found.repaired().size() > 2 ? "等 " + found.repaired().size() + " 条审核关系都" : "")
                + "成立。";
        return new Suspected(found.group(), found.mistaken(), evidence, null, "");
    }

    private static String title(MeasuredCells group, MistakenUnit mistaken) {
        if (!mistaken.named()) {
            return group.title() + "疑似" + (mistaken.log() > 0 ? "放大" : "缩小") + "了 " + times(mistaken) + " 倍";
        }
        boolean said = group.title().startsWith("计量单位为");
        return group.title() + "疑似按“" + mistaken.unit() + "”填报" + (said ? "" : "，表中计量单位是“" + group.unit() + "”");
    }

    /** 5 730 亩 = 0.573 万亩, for the first few figures. */
    private static String examples(MeasuredCells group, MistakenUnit mistaken, FindingText text) {
        StringJoiner examples = new StringJoiner("；");
        for (MeasuredCells.Cell cell :
                group.cells().subList(0, Math.min(EXAMPLES, group.cells().size()))) {
            String typed = FigureText.grouped(cell.number());
            String right = FigureText.grouped(cell.number().times(mistaken.right()));
            String head = (cell.line().isEmpty() ? "" : "编号" + cell.line() + " ")
                    + cell.indicator().title().strip() + " ["
                    + text.code(cell.indicator()) + "] 填 " + typed;
            String unit = group.unit().isEmpty() ? "" : " " + group.unit();
            examples.add(
                    mistaken.named()
                            ? head + "，若为" + mistaken.unit() + "，" + typed + " " + mistaken.unit() + " = " + right
                                    + unit
                            : head + unit + "，应为 " + right + unit + " 左右");
        }
        return examples
                + (group.cells().size() > EXAMPLES ? "；等 " + group.cells().size() + " 个数" : "");
    }

    /** 除以 10 000, 乘以 15. */
    private static String doing(MistakenUnit mistaken) {
        Fraction inverse = Fraction.ONE.over(mistaken.right());
        return inverse.isWhole() ? "除以 " + FigureText.grouped(inverse) : "乘以 " + FigureText.grouped(mistaken.right());
    }

    /** How many times too large or too small. */
    static String times(MistakenUnit mistaken) {
        Fraction inverse = Fraction.ONE.over(mistaken.right());
        return FigureText.grouped((mistaken.log() > 0 ? inverse : mistaken.right()).rounded(1));
    }
}

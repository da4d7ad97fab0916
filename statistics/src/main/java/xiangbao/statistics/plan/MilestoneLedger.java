package xiangbao.statistics.plan;

import java.util.List;
import xiangbao.statistics.forms.ColumnKind;
import xiangbao.statistics.forms.Form;
import xiangbao.statistics.forms.Layout;

/** 任务清单: the ledger in which departments report the 节点 of their tasks, one a line. */
public final class MilestoneLedger {
    public static final String TASK = "01";
    public static final String NODE = "02";
    public static final String TITLE = "03";
    public static final String DUE = "04";
    public static final String STATE = "05";

    /** The columns that a judgement needs. */
    public static final List<String> COLUMNS = List.of(TASK, NODE, TITLE, DUE, STATE);

    private MilestoneLedger() {}

    /** Whether a form has what a judgement needs, where it needs it. */
    public static boolean fits(Form form) {
        return form.layout() == Layout.LEDGER
                && COLUMNS.stream().allMatch(code -> form.column(code).isPresent())
                && form.column(DUE)
                        .filter(column -> column.kind() == ColumnKind.DAY)
                        .isPresent();
    }
}

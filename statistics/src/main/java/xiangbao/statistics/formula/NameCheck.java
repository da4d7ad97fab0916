package xiangbao.statistics.formula;

import java.util.List;
import java.util.Set;
import xiangbao.statistics.forms.Column;
import xiangbao.statistics.forms.ColumnKind;

/** Finds the names in a formula that do not exist where it stands: figures, ranges of rows, master data of a unit. */
final class NameCheck {
    private final FormulaContext context;
    private final List<FormulaMistake> mistakes;

    NameCheck(FormulaContext context, List<FormulaMistake> mistakes) {
        this.context = context;
        this.mistakes = mistakes;
    }

    void attribute(Node.Attribute attribute) {
        Set<String> known = context.vocabulary().attributes();
        if (!known.contains(attribute.name())) {
            mistake(
                    attribute,
                    "units.csv 没有底册指标“" + Lexer.shortened(attribute.name()) + "”",
                    Nearest.to(attribute.name(), known));
        }
    }

    /** @param aggregating whether it stands in a call that runs over lines */
    FormulaType figure(Node.Figure figure, boolean aggregating) {
        Target target = target(figure);
        if (target instanceof Target.Nothing nothing) {
            mistake(figure, nothing.message(), nothing.suggestion());
            return FormulaType.UNKNOWN;
        }
        if (!(target instanceof Target.LedgerColumn place)) {
            return FormulaType.NUMBER;
        }
        boolean ownLine = context.lineAtHand() && place.form().equals(context.form());
        if (!aggregating && !ownLine) {
            mistake(figure, "台账" + place.form() + "的栏要写在 sum、count、distinct 等汇总函数里", "sum([" + figure.item() + "])");
        }
        Vocabulary.Index index = context.vocabulary().index(place.form());
        Column column = index == null ? null : index.columns().get(place.column());
        return FormulaType.of(column == null ? ColumnKind.NUMBER : column.kind());
    }

    void range(Node.RowRange range) {
        Target from = target(range.from());
        Target to = target(range.to());
        if (from instanceof Target.Nothing nothing) {
            mistake(range.from(), nothing.message(), nothing.suggestion());
        } else if (to instanceof Target.Nothing nothing) {
            mistake(range.to(), nothing.message(), nothing.suggestion());
        } else if (!(from instanceof Target.Cell first)
                || !(to instanceof Target.Cell last)
                || !first.form().equals(last.form())
                || !first.column().equals(last.column())) {
            mistake(range, "行的范围要从同一张表、同一列的一行到另一行", "");
        } else {
            Vocabulary.Index index = context.vocabulary().index(first.form());
            if (index != null
                    && index.rowOrder().indexOf(first.row()) > index.rowOrder().indexOf(last.row())) {
                mistake(range, "行的范围颠倒了：按表中次序，" + first.row() + " 在 " + last.row() + " 之后", "");
            }
        }
    }

    private Target target(Node.Figure figure) {
        return Target.of(
                figure,
                context.vocabulary(),
                context.form(),
                context.rowAtHand() ? "?" : "",
                context.columnAtHand() ? "?" : "");
    }

    private void mistake(Node at, String message, String suggestion) {
        mistakes.add(new FormulaMistake(at.position(), message, suggestion));
    }
}

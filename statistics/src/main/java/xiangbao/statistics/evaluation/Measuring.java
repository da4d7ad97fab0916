package xiangbao.statistics.evaluation;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import xiangbao.statistics.forms.Column;
import xiangbao.statistics.forms.Form;
import xiangbao.statistics.forms.FormCode;
import xiangbao.statistics.forms.Indicator;
import xiangbao.statistics.forms.IndicatorCode;
import xiangbao.statistics.formula.Node;
import xiangbao.statistics.formula.Target;

/** In what unit of measurement a part of a formula comes out, so that no number is shown to people without one. */
final class Measuring {
    private final FigureLookup lookup;

    Measuring(FigureLookup lookup) {
        this.lookup = lookup;
    }

    /** The unit; empty for a ratio or where it is not known, null for a mere number or count, which takes the unit of what it is compared with. */
    @Nullable
    String unit(Node node, At at) {
        return unit(node, at, 0);
    }

    private @Nullable String unit(Node node, At at, int depth) {
        if (node instanceof Node.Figure figure) {
            return figure(figure, at, depth);
        } else if (node instanceof Node.Shifted shifted) {
            return unit(shifted.inner(), at, depth);
        } else if (node instanceof Node.Negated negated) {
            return unit(negated.inner(), at, depth);
        } else if (node instanceof Node.RowRange range) {
            return unit(range.from(), at, depth);
        } else if (node instanceof Node.Arithmetic arithmetic) {
            return arithmetic(arithmetic, at, depth);
        } else if (node instanceof Node.Call call) {
            return call(call, at, depth);
        }
        return null;
    }

    private @Nullable String call(Node.Call call, At at, int depth) {
        return switch (call.function()) {
            case COUNT, DISTINCT, GROUPS, FILLED, MATCHES -> null;
            case ROUND -> unit(call.arguments().get(0), at, depth);
            case IF -> common(call.arguments().subList(1, 3), at, depth);
            case ABS, MIN, MAX, SUM, COALESCE -> common(call.arguments(), at, depth);
        };
    }

    private @Nullable String common(List<Node> parts, At at, int depth) {
        List<String> units = new ArrayList<>();
        for (Node part : parts) {
            String unit = unit(part, at, depth);
            if (unit != null && !units.contains(unit)) {
                units.add(unit);
            }
        }
        return units.isEmpty() ? null : units.size() == 1 ? units.get(0) : "";
    }

    private @Nullable String arithmetic(Node.Arithmetic arithmetic, At at, int depth) {
        if (arithmetic.sign() == '+' || arithmetic.sign() == '-') {
            return common(List.of(arithmetic.left(), arithmetic.right()), at, depth);
        }
        boolean product = arithmetic.sign() == '*';
        if (converts(arithmetic.right()) || (product && converts(arithmetic.left()))) {
            // A thousand turns 公斤 into 吨, a hundred a share into per cent: what it gives, the comparison tells.
            return null;
        }
        String left = unit(arithmetic.left(), at, depth);
        String right = unit(arithmetic.right(), at, depth);
        if (right == null) {
            return !product && arithmetic.right() instanceof Node.Attribute ? "" : left;
        }
        if (left == null) {
            return product ? right : "";
        }
        if (product) {
            return left.endsWith("/" + right)
                    ? left.substring(0, left.length() - right.length() - 1)
                    : right.endsWith("/" + left) ? right.substring(0, right.length() - left.length() - 1) : "";
        }
        return left.isEmpty() || right.isEmpty() || left.equals(right) ? "" : left + "/" + right;
    }

    private static boolean converts(Node node) {
        return node instanceof Node.Number number
                && !number.percent()
                && number.value().isWhole()
                && number.value().numerator().toString().matches("10{2,}");
    }

    private @Nullable String figure(Node.Figure figure, At at, int depth) {
        Target target = Target.of(figure, lookup.vocabulary(), at.form(), at.row(), at.column());
        if (target instanceof Target.Cell cell) {
            return indicator(cell.form(), IndicatorCode.ofCell(cell.form(), cell.row(), cell.column()));
        } else if (target instanceof Target.LedgerColumn place) {
            return lookup.form(place.form())
                    .column(place.column())
                    .map(Column::measure)
                    .map(measure -> measure.unit() == null ? "" : measure.unit())
                    .orElse("");
        } else if (target instanceof Target.Derived derived && depth < 3) {
            int dot = derived.item().indexOf('.');
            String typed = dot < 0 ? "" : indicator(derived.form(), new IndicatorCode(derived.form(), derived.item()));
            return typed.isEmpty() ? unit(derived.formula().root(), at.within(derived.form()), depth + 1) : typed;
        }
        return "";
    }

    private String indicator(FormCode code, IndicatorCode indicator) {
        Form form = lookup.form(code);
        return form.indicator(indicator).map(Indicator::unit).orElse("");
    }
}

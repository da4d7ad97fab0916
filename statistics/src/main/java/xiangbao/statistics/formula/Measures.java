package xiangbao.statistics.formula;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import xiangbao.statistics.figures.FigureText;
import xiangbao.statistics.figures.Fraction;
import xiangbao.statistics.forms.Column;
import xiangbao.statistics.forms.ColumnKind;
import xiangbao.statistics.forms.FormCode;
import xiangbao.statistics.forms.Indicator;
import xiangbao.statistics.forms.IndicatorCode;

/**
 * Holds the 计量单位 in a formula against each other. Figures are never converted when a formula is computed, so what is added, compared or given must be of one
 * dimension and of one size, or a factor must stand beside it.
 */
public final class Measures {
    private static final String MIXED = "；确是按系数折算的（如折标准煤），请加 mixed-units: true";

    private final Vocabulary vocabulary;
    private final Map<IndicatorCode, String> derivedUnits;
    private final Set<String> unknown;

    /**
     * @param derivedUnits the unit that each derived indicator declares, or empty text
     * @param unknown words that stand where a unit should and are none: nothing is known of what is measured in them
     */
    public Measures(Vocabulary vocabulary, Map<IndicatorCode, String> derivedUnits, Set<String> unknown) {
        this.unknown = Set.copyOf(unknown);
        this.vocabulary = vocabulary;
        this.derivedUnits = Map.copyOf(derivedUnits);
    }

    /**
     * What does not fit together in a formula that has passed {@link Formula#check}.
     *
     * @param home the form at hand, or null at the level of the plan
     * @param row the row at hand, or empty
     * @param column the column at hand, or empty
     * @param unit in what the formula is to come out; null where it states something, or where nobody has told
     */
    public List<FormulaMistake> mistakes(
            Formula formula, @Nullable FormCode home, String row, String column, @Nullable String unit) {
        Inspection inspection = new Inspection(home, row, column);
        Quantity given = inspection.of(formula.root());
        Quantity wanted = measured(unit);
        boolean noShare = wanted.isPercent() && !given.mayBeShare();
        if (wanted.isMeasured() && given.isMeasured() && (noShare || !wanted.agrees(given))) {
            inspection.wrong(
                    formula.root(),
                    "公式得出的是“" + given.unit() + "”，而计量单位写的是“" + wanted.unit() + "”" + advice(wanted, given));
        }
        return List.copyOf(inspection.mistakes);
    }

    private Quantity measured(@Nullable String unit) {
        return unit != null && unknown.contains(unit) ? Quantity.UNTOLD : Quantity.measured(unit);
    }

    /** What to do about two that do not agree. */
    private static String advice(Quantity one, Quantity other) {
        Fraction first = one.scale();
        Fraction second = other.scale();
        if (!one.sameDimension(other) || first == null || second == null || one.isShareOfWhat(other)) {
            return "，不是同一种量" + MIXED;
        }
        boolean firstIsLarger = first.compareTo(second) > 0;
        Quantity larger = firstIsLarger ? one : other;
        Quantity smaller = firstIsLarger ? other : one;
        String factor = FigureText.plain(firstIsLarger ? first.over(second) : second.over(first));
        return one.powers().isEmpty()
                ? "，相差" + factor + "倍，请乘以或除以" + factor
                : "，公式里不会自动换算，请乘以或除以换算系数（1" + larger.unit() + "=" + factor + smaller.unit() + "）";
    }

    private final class Inspection {
        private final @Nullable FormCode home;
        private final String row;
        private final String column;
        private final List<FormulaMistake> mistakes = new ArrayList<>();

        Inspection(@Nullable FormCode home, String row, String column) {
            this.home = home;
            this.row = row;
            this.column = column;
        }

        void wrong(Node at, String message) {
            mistakes.add(new FormulaMistake(at.position(), message, ""));
        }

        Quantity of(Node node) {
            if (node instanceof Node.Number number) {
                return Quantity.written(number.value(), number.percent());
            } else if (node instanceof Node.Figure figure) {
                return figure(Target.of(figure, vocabulary, home, row, column));
            } else if (node instanceof Node.Shifted shifted) {
                return of(shifted.inner());
            } else if (node instanceof Node.Negated negated) {
                return of(negated.inner());
            } else if (node instanceof Node.Arithmetic arithmetic) {
                return arithmetic(arithmetic);
            } else if (node instanceof Node.Comparison comparison) {
                comparison(comparison);
                return Quantity.UNTOLD;
            } else if (node instanceof Node.Within within) {
                Quantity inner = of(within.inner());
                together(inner, of(within.low()), within.low(), "相比");
                together(inner, of(within.high()), within.high(), "相比");
                return Quantity.UNTOLD;
            } else if (node instanceof Node.OneOf oneOf) {
                Quantity inner = of(oneOf.inner());
                oneOf.choices().forEach(choice -> together(inner, of(choice), choice, "相比"));
                return Quantity.UNTOLD;
            } else if (node instanceof Node.Call call) {
                return call(call);
            }
            // Texts, days, conditions, and master data whose unit the register does not tell.
            Node.parts(node).forEach(this::of);
            return Quantity.UNTOLD;
        }

        private Quantity figure(Target target) {
            if (target instanceof Target.Cell cell) {
                return cell(cell);
            } else if (target instanceof Target.Derived derived) {
                return measured(derivedUnits.get(new IndicatorCode(derived.form(), derived.item())));
            } else if (target instanceof Target.LedgerColumn place) {
                Vocabulary.Index index = vocabulary.index(place.form());
                Column found = index == null ? null : index.columns().get(place.column());
                return found == null || found.kind() != ColumnKind.NUMBER
                        ? Quantity.UNTOLD
                        : measured(found.measure().unit());
            }
            return Quantity.UNTOLD;
        }

        private Quantity cell(Target.Cell cell) {
            Vocabulary.Index index = vocabulary.index(cell.form());
            return index == null
                    ? Quantity.UNTOLD
                    : index.form()
                            .indicator(IndicatorCode.ofCell(cell.form(), cell.row(), cell.column()))
                            .map(Indicator::unit)
                            .map(Measures.this::measured)
                            .orElse(Quantity.UNTOLD);
        }

        private Quantity arithmetic(Node.Arithmetic arithmetic) {
            Quantity left = of(arithmetic.left());
            Quantity right = of(arithmetic.right());
            return switch (arithmetic.sign()) {
                case '+' -> together(left, right, arithmetic.right(), "相加");
                case '-' -> together(left, right, arithmetic.right(), "相减");
                case '*' -> left.times(right);
                default -> left.over(right);
            };
        }

        private void comparison(Node.Comparison comparison) {
            Quantity before = of(comparison.operands().get(0));
            for (int place = 0; place < comparison.links().size(); place++) {
                Node operand = comparison.operands().get(place + 1);
                Quantity next = of(operand);
                Quantity both = together(before, next, operand, "相比");
                Node tolerance = comparison.links().get(place).tolerance();
                if (tolerance != null) {
                    together(both, of(tolerance), tolerance, "作允许误差");
                }
                before = next;
            }
        }

        /** Says so when two do not agree, and gives what they are together. */
        private Quantity together(Quantity one, Quantity other, Node at, String how) {
            if (one.agrees(other)) {
                return one.joined(other);
            }
            Quantity written = one.isWritten() ? one : other;
            Quantity figure = one.isWritten() ? other : one;
            if (figure.kind() == Quantity.Kind.MIXED || written.kind() == Quantity.Kind.MIXED) {
                wrong(at, "min、max 里的计量单位各不相同，只能与 0 相比" + MIXED);
            } else if (written.kind() == Quantity.Kind.PERCENTAGE) {
                wrong(
                        at,
                        figure.unit().equals("%")
                                ? "带百分号的数（5% 就是 0.05）不能与按“%”计的数" + how + "，请去掉百分号"
                                : "带百分号的数不能与按“" + figure.unit() + "”计的数" + how + "，请写明是什么的百分之几");
            } else {
                wrong(at, "“" + one.unit() + "”与“" + other.unit() + "”不能" + how + advice(one, other));
            }
            return Quantity.UNTOLD;
        }

        private Quantity call(Node.Call call) {
            List<Quantity> arguments = new ArrayList<>();
            List<Node> places = new ArrayList<>();
            for (Node argument : call.arguments()) {
                if (argument instanceof Node.RowRange range) {
                    for (Target.Cell cell : Target.cells(range, vocabulary, home, row, column)) {
                        arguments.add(cell(cell));
                        places.add(range);
                    }
                } else {
                    arguments.add(of(argument));
                    places.add(argument);
                }
            }
            if (call.where() != null) {
                of(call.where());
            }
            return switch (call.function()) {
                case COUNT, DISTINCT, GROUPS -> Quantity.COUNT;
                case ABS, ROUND -> arguments.get(0);
                case SUM -> folded(arguments, places, "相加");
                case COALESCE -> folded(arguments, places, "互相代替");
                case IF -> folded(arguments.subList(1, 3), places.subList(1, 3), "互相代替");
                case MIN, MAX -> extreme(arguments);
                case FILLED, MATCHES -> Quantity.UNTOLD;
            };
        }

        private Quantity folded(List<Quantity> arguments, List<Node> places, String how) {
            Quantity all = arguments.isEmpty() ? Quantity.UNTOLD : arguments.get(0);
            for (int place = 1; place < arguments.size(); place++) {
                all = together(all, arguments.get(place), places.get(place), how);
            }
            return all;
        }

        private static Quantity extreme(List<Quantity> arguments) {
            Quantity all = arguments.isEmpty() ? Quantity.UNTOLD : arguments.get(0);
            for (Quantity next : arguments) {
                if (!all.agrees(next)) {
                    return Quantity.mixed();
                }
                all = all.joined(next);
            }
            return all;
        }
    }
}

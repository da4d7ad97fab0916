package xiangbao.statistics.formula;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;
import xiangbao.statistics.evaluation.Scope;
import xiangbao.statistics.figures.Absence;
import xiangbao.statistics.figures.Figures;
import xiangbao.statistics.figures.Line;
import xiangbao.statistics.figures.Reading;
import xiangbao.statistics.findings.Verdict;
import xiangbao.statistics.forms.FormCode;
import xiangbao.statistics.periods.ReferencePeriod;

/** Random trees, printed to text and evaluated here a second time by an evaluator that knows nothing of the one under test. */
class FormulaOracleTests {
    /** A ratio as numerator and denominator, never reduced; null stands for undecided. */
    private interface Tree {
        BigInteger @Nullable [] value();

        String text();
    }

    private record Leaf(int hundredths) implements Tree {
        @Override
        public BigInteger[] value() {
            return new BigInteger[] {BigInteger.valueOf(hundredths), BigInteger.valueOf(100)};
        }

        @Override
        public String text() {
            return hundredths / 100 + "." + (hundredths % 100 < 10 ? "0" : "") + hundredths % 100;
        }
    }

    private record Branch(char sign, Tree left, Tree right) implements Tree {
        @Override
        public BigInteger @Nullable [] value() {
            BigInteger[] a = left.value();
            BigInteger[] b = right.value();
            if (a == null || b == null) {
                return null;
            }
            return switch (sign) {
                case '+' -> new BigInteger[] {a[0].multiply(b[1]).add(b[0].multiply(a[1])), a[1].multiply(b[1])};
                case '-' -> new BigInteger[] {a[0].multiply(b[1]).subtract(b[0].multiply(a[1])), a[1].multiply(b[1])};
                case '*' -> new BigInteger[] {a[0].multiply(b[0]), a[1].multiply(b[1])};
                case '/' -> b[0].signum() == 0 ? null : new BigInteger[] {a[0].multiply(b[1]), a[1].multiply(b[0])};
                case 'm' -> order(a, b) <= 0 ? a : b;
                default -> order(a, b) >= 0 ? a : b;
            };
        }

        @Override
        public String text() {
            return switch (sign) {
                case 'm' -> "min(" + left.text() + ", " + right.text() + ")";
                case 'M' -> "max(" + left.text() + "，" + right.text() + ")";
                default -> "(" + left.text() + " " + sign + " " + right.text() + ")";
            };
        }
    }

    private record Minus(Tree inner) implements Tree {
        @Override
        public BigInteger @Nullable [] value() {
            BigInteger[] value = inner.value();
            return value == null ? null : new BigInteger[] {value[0].negate(), value[1]};
        }

        @Override
        public String text() {
            return "-" + inner.text();
        }
    }

    private static int order(BigInteger[] a, BigInteger[] b) {
        BigInteger difference = a[0].multiply(b[1]).subtract(b[0].multiply(a[1]));
        return difference.signum() * a[1].signum() * b[1].signum();
    }

    @Provide
    Arbitrary<Tree> trees() {
        Arbitrary<Tree> leaves = Arbitraries.integers().between(0, 500).map(Leaf::new);
        return Arbitraries.lazyOf(
                () -> leaves,
                () -> leaves,
                () -> trees().map(Minus::new),
                () -> Combinators.combine(Arbitraries.of('+', '-', '*', '/', 'm', 'M'), trees(), trees())
                        .as(Branch::new));
    }

    private static final Figures NOTHING = new Figures() {
        @Override
        public Reading cell(FormCode form, ReferencePeriod period, String row, String column) {
            return Reading.absent(Absence.NOT_SUBMITTED);
        }

        @Override
        public Optional<List<Line>> lines(FormCode form, ReferencePeriod period) {
            return Optional.empty();
        }

        @Override
        public Optional<java.math.BigDecimal> attribute(String name) {
            return Optional.empty();
        }
    };

    private static final Scope SCOPE =
            Scope.overUnits(new Vocabulary(Map.of(), Map.of(), Set.of()), NOTHING, null, ReferencePeriod.of("2026-Q3"));

    @Property(tries = 500)
    void agreesWithAnIndependentEvaluator(@ForAll("trees") Tree left, @ForAll("trees") Tree right) {
        String text = left.text() + " ≤ " + right.text();
        if (text.length() > Parser.LONGEST_TEXT) {
            assertThat(Formula.parse(text).mistakes()).isNotEmpty();
            return;
        }
        Formula.Parsed parsed = Formula.parse(text);
        if (parsed.formula() == null) {
            assertThat(parsed.mistakes())
                    .singleElement()
                    .satisfies(mistake -> assertThat(mistake.message()).contains("嵌套"));
            return;
        }
        BigInteger[] a = left.value();
        BigInteger[] b = right.value();
        Verdict expected =
                a == null || b == null ? Verdict.UNDECIDED : order(a, b) <= 0 ? Verdict.PASSES : Verdict.FAILS;

        assertThat(SCOPE.confront(parsed.formula()).verdict()).as(text).isEqualTo(expected);
        if (a != null) {
            assertThat(SCOPE.evaluate(Formula.of(left.text())).number())
                    .as(text)
                    .hasValueSatisfying(number -> assertThat(number.numerator().multiply(a[1]))
                            .isEqualTo(number.denominator().multiply(a[0])));
        }
    }
}

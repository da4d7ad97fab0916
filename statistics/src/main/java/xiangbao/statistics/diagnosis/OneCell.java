package xiangbao.statistics.diagnosis;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import xiangbao.statistics.figures.Fraction;
import xiangbao.statistics.findings.Severity;

/** Whether a change of one cell lets rules hold: exactly, over everything that can be reported in it. */
final class OneCell {
    /** What it costs to leave a doubt open, or to raise one: true figures raise some, too. */
    private static final double DOUBT = 4;

    private static final double HINT = 0.3;

    /** That totals were computed from a wrong figure is as usual as that they were typed. */
    private static final double CARRYING = 0.7;

    private static final int FEW = 3;

    private final Sheet sheet;
    private final Budget budget;
    private final Map<Spot, List<Repair>> repairs = new HashMap<>();

    OneCell(Sheet sheet, Budget budget) {
        this.sheet = sheet;
        this.budget = budget;
    }

    /**
     * @param must failing rules that have to hold then
     * @param may failing rules that should
     * @param given cells that are changed already
     * @return null where no figure does it
     */
    @Nullable
    Suspect solve(Spot spot, List<Rule> must, List<Rule> may, Map<Spot, Fraction> given) {
        Typed cell = sheet.typed(spot);
        return cell == null ? null : solve(new Asked(cell, Totals.none(cell, sheet), given), must, may);
    }

    /** The same, all totals that were computed from the cell changing with it. */
    @Nullable
    Suspect carrying(Spot spot, List<Rule> must, List<Rule> may) {
        Typed cell = sheet.typed(spot);
        Totals totals = cell == null ? null : Totals.of(cell, sheet, budget);
        return cell == null || totals == null ? null : solve(new Asked(cell, totals, Map.of()), must, may);
    }

    /** What most likely stood there instead, whatever the rules say. */
    @Nullable
    Suspect doubted(Spot spot) {
        Typed cell = sheet.typed(spot);
        if (cell == null) {
            return null;
        }
        Totals found = Totals.of(cell, sheet, budget);
        Totals totals = found == null ? Totals.none(cell, sheet) : found;
        Judgement judged = judge(cell, Ranges.all(cell.negative()).onSteps(cell.step()));
        return new Suspect(
                List.of(spot),
                totals.with(judged.right(), Map.of()),
                judged.kind(),
                judged.detail(),
                false,
                judged.score(),
                List.of(),
                List.of());
    }

    /** What stood in a cell that was overwritten, as far as rules and earlier figures tell; the score leaves out how it was overwritten. */
    @Nullable
    Suspect lost(Spot spot, List<Rule> must, Map<Spot, Fraction> given) {
        Typed cell = sheet.typed(spot);
        if (cell == null) {
            return null;
        }
        Asked asked = new Asked(cell, Totals.none(cell, sheet), given);
        Turning turning = new Turning(cell, asked::with, budget);
        Ranges possible = Ranges.all(cell.negative()).onSteps(cell.step());
        for (Rule rule : must) {
            possible = meet(possible, rule, asked, turning);
        }
        if (possible.isEmpty()) {
            return null;
        }
        Chances chances = new Chances(cell);
        return new Suspect(
                List.of(spot),
                Map.of(spot, chances.likeliest(possible).rounded(cell.decimals())),
                Kind.UNKNOWN,
                "",
                false,
                chances.mass(possible) - chances.density(cell.number()),
                must,
                List.of());
    }

    /** A cell with all that changes with it. */
    private record Asked(Typed cell, Totals totals, Map<Spot, Fraction> given) {
        Map<Spot, Fraction> with(Fraction number) {
            return totals.with(number, given);
        }

        boolean touches(Rule rule) {
            return rule.spots().contains(cell.spot())
                    || with(cell.number()).keySet().stream().anyMatch(rule.spots()::contains);
        }
    }

    private @Nullable Suspect solve(Asked asked, List<Rule> must, List<Rule> may) {
        Typed cell = asked.cell();
        Turning turning = new Turning(cell, asked::with, budget);
        Ranges possible = Ranges.all(cell.negative());
        Set<Rule> holding = holding(asked);
        List<Rule> needed = new ArrayList<>(must);
        holding.stream().filter(rule -> rule.severity() == Severity.MANDATORY).forEach(needed::add);
        for (Rule rule : needed) {
            possible = meet(possible, rule, asked, turning);
            if (possible.isEmpty()) {
                return null;
            }
        }
        Fraction single = possible.single();
        List<Rule> explained = new ArrayList<>(must);
        double penalty = asked.totals().isEmpty() ? 0 : CARRYING;
        for (Rule rule : may) {
            Ranges with = asked.touches(rule) ? meet(possible, rule, asked, turning) : Ranges.NONE;
            if (with.isEmpty()) {
                penalty += cost(rule);
            } else {
                possible = with;
                explained.add(rule);
            }
        }
        if (explained.isEmpty()) {
            return null;
        }
        for (Rule rule : holding) {
            if (rule.severity() == Severity.QUERY) {
                Ranges with = meet(possible, rule, asked, turning);
                penalty += with.isEmpty() ? DOUBT : 0;
                possible = with.isEmpty() ? possible : with;
            }
        }
        if (budget.spent()) {
            return null;
        }
        Judgement judged = judge(cell, possible);
        return new Suspect(
                List.of(cell.spot()),
                asked.totals().with(judged.right(), Map.of()),
                judged.kind(),
                judged.detail(),
                single != null || (judged.kind() != Kind.UNKNOWN && !must.isEmpty() && narrow(possible, cell)),
                judged.score() - penalty,
                explained,
                List.of());
    }

    /** What holds as typed about the cells that change, but for the equations by which totals follow. */
    private Set<Rule> holding(Asked asked) {
        Set<Rule> holding = new LinkedHashSet<>(sheet.holding(asked.cell().spot()));
        asked.totals().spots().forEach(spot -> holding.addAll(sheet.holding(spot)));
        asked.totals().rules().forEach(holding::remove);
        return holding;
    }

    Judgement judge(Typed cell, Ranges possible) {
        return Judgement.of(cell, possible, repairs.computeIfAbsent(cell.spot(), spot -> Repairs.of(cell)));
    }

    /** Left to a few neighbouring figures, because others were rounded. */
    private static boolean narrow(Ranges possible, Typed cell) {
        List<Fraction> ends = possible.ends();
        if (possible.ranges().size() != 1 || ends.size() != 2) {
            return ends.size() == 1;
        }
        Fraction width = ends.get(1).minus(ends.get(0));
        return width.times(Fraction.of(100)).compareTo(ends.get(1).abs()) <= 0 || width.compareTo(cell.step()) <= 0;
    }

    static double cost(Rule rule) {
        return rule.severity() == Severity.HINT ? HINT : DOUBT;
    }

    private Ranges meet(Ranges possible, Rule rule, Asked asked, Turning turning) {
        List<Fraction> ends = possible.ends();
        boolean few = ends.size() <= FEW && possible.ranges().stream().allMatch(Ranges.Range::isPoint);
        if (!few) {
            return possible.meet(turning.of(rule)).onSteps(asked.cell().step());
        }
        List<Ranges.Range> holding = new ArrayList<>();
        for (Fraction number : ends) {
            if (budget.take(1) && rule.with(asked.with(number)).passes()) {
                holding.addAll(Ranges.only(number).ranges());
            }
        }
        return new Ranges(holding);
    }
}

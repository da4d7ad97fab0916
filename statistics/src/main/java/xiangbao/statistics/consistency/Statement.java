package xiangbao.statistics.consistency;

import java.util.Set;

/**
 * What a relation states where it stands.
 *
 * @param fails where it can be decided and does not hold; everywhere else it raises no finding
 * @param means where it is decided, holds, and not only because its condition is not met: for {@code a ⇒ b}, both
 * @param notNegative quantities that are never below zero
 */
record Statement(Condition fails, Condition means, Set<String> notNegative) {
    public Statement {
        notNegative = Set.copyOf(notNegative);
    }

    /** Where it raises no finding. */
    public Condition passes() {
        return fails.negated();
    }
}

package xiangbao.statistics.plan;

import java.util.Optional;

/** How an actual figure is held against the target, on exact numbers. */
public enum Comparison {
    AT_LEAST("≥"),
    ABOVE(">"),
    EQUAL("="),
    AT_MOST("≤"),
    BELOW("<");

    private final String sign;

    Comparison(String sign) {
        this.sign = sign;
    }

    public String sign() {
        return sign;
    }

    /** @param order of actual compared with target */
    public boolean holds(int order) {
        return switch (this) {
            case AT_LEAST -> order >= 0;
            case ABOVE -> order > 0;
            case EQUAL -> order == 0;
            case AT_MOST -> order <= 0;
            case BELOW -> order < 0;
        };
    }

    public static Optional<Comparison> signed(String sign) {
        for (Comparison comparison : values()) {
            if (comparison.sign.equals(sign)) {
                return Optional.of(comparison);
            }
        }
        return Optional.empty();
    }
}

package xiangbao.statistics.aggregate;

/** Where a unit stands with what it owes; from best to worst. */
enum Standing {
    /** Does not owe it. */
    NOT_APPLICABLE,
    ACCEPTED,
    PENDING,
    /** Waits for an explanation, and nothing of it counts until that is accepted. */
    WITHHELD,
    RETURNED,
    MISSING;

    Standing worst(Standing other) {
        return compareTo(other) >= 0 ? this : other;
    }

    boolean isOwed() {
        return this != NOT_APPLICABLE;
    }

    boolean isCounted() {
        return this == ACCEPTED || this == PENDING;
    }
}

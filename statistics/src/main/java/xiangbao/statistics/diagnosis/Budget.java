package xiangbao.statistics.diagnosis;

/** How often rules may still be tried: a form can be made to fail in thousands of places. */
final class Budget {
    private int left;

    Budget(int tries) {
        this.left = tries;
    }

    /** Takes so many; false once there are none left. */
    boolean take(int tries) {
        left -= tries;
        return left >= 0;
    }

    boolean spent() {
        return left < 0;
    }
}

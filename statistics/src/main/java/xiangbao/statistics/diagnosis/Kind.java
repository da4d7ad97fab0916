package xiangbao.statistics.diagnosis;

/** Of what kind a slip is; the code is stable. */
public enum Kind {
    DIGIT("DIGIT"),
    EXTRA_DIGIT("EXTRA-DIGIT"),
    LOST_DIGIT("LOST-DIGIT"),
    TRANSPOSED("TRANSPOSED"),
    SIGN("SIGN"),
    POWER_OF_TEN("POWER-OF-TEN"),
    UNIT("UNIT"),
    SHIFTED("SHIFTED"),
    SWAPPED("SWAPPED"),
    COPIED("COPIED"),
    CUMULATIVE("CUMULATIVE"),
    FOREIGN("FOREIGN"),
    ZERO("BLANK-FOR-ZERO"),
    UNKNOWN("");

    private final String code;

    Kind(String code) {
        this.code = code;
    }

    public String code() {
        return code;
    }
}

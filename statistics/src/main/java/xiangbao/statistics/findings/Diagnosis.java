package xiangbao.statistics.findings;

/**
 * 错误定位: where the error behind a finding most likely sits, and of what kind it is.
 *
 * @param kind stable code of the likely kind of error, such as {@code TRANSPOSED} or {@code POWER-OF-TEN}; empty where none is likely
 * @param text 可能原因, one sentence in Chinese; empty where nothing can be said. It names no value where the finding is a 核实性 one
 * @param cells how many of the finding's cells, from the first, are to be changed; 0 where that is not known
 * @param leader {@link Finding#name} of the finding of the same submission beneath which this one folds, because mending that one mends this one too;
 *     empty where it stands for itself
 */
public record Diagnosis(String kind, String text, int cells, String leader) {
    /** One error in one cell. */
    public Diagnosis(String kind, String text, String leader) {
        this(kind, text, text.isEmpty() ? 0 : 1, leader);
    }

    /** One that folds beneath another and says nothing more. */
    public static Diagnosis beneath(String leader) {
        return new Diagnosis("", "", leader);
    }

    /** Whether it is a consequence of what another finding names. */
    public boolean folds() {
        return !leader.isEmpty();
    }
}

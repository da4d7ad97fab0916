package xiangbao.statistics.findings;

/** What became of a file or of one submission in it; from harmless to worst. The names are a contract with scripts. */
public enum Outcome {
    IGNORED("忽略"),
    DUPLICATE("重复"),
    ACCEPTED("通过"),
    PENDING_EXPLANATION("待核实"),
    HELD("封存期暂存"),
    RETURNED("退回"),
    UNREADABLE("无法识别");

    private final String title;

    Outcome(String title) {
        this.title = title;
    }

    public String title() {
        return title;
    }

    /** Whether nobody has to do anything about it. */
    public boolean isGood() {
        return compareTo(ACCEPTED) <= 0;
    }

    public Outcome worst(Outcome other) {
        return compareTo(other) >= 0 ? this : other;
    }
}

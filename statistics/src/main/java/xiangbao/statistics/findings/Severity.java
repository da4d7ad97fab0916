package xiangbao.statistics.findings;

import java.util.Optional;

/** How hard a relation is: whether a failure sends the form back, asks for an explanation, or only draws attention. */
public enum Severity {
    MANDATORY("强制性"),
    QUERY("核实性"),
    HINT("提示性");

    private final String title;

    Severity(String title) {
        this.title = title;
    }

    public String title() {
        return title;
    }

    public static Optional<Severity> titled(String title) {
        for (Severity severity : values()) {
            if (severity.title.equals(title)) {
                return Optional.of(severity);
            }
        }
        return Optional.empty();
    }
}

package xiangbao.statistics.forms;

import java.util.Optional;

/** What a column holds. A matrix has only numbers; a ledger has a key and any of the others. */
public enum ColumnKind {
    NUMBER("数值"),
    DAY("日期"),
    TEXT("文本"),
    /** One of a list. */
    CHOICE("选项"),
    /** 编号 that identifies a ledger's line. */
    KEY("编号"),
    /** A reporting unit that the line is about, named or coded; identifies the line where a ledger has no key. */
    UNIT("单位");

    private final String title;

    ColumnKind(String title) {
        this.title = title;
    }

    public String title() {
        return title;
    }

    public static Optional<ColumnKind> titled(String title) {
        for (ColumnKind kind : values()) {
            if (kind.title.equals(title)) {
                return Optional.of(kind);
            }
        }
        return Optional.empty();
    }
}

package xiangbao.statistics.formula;

import xiangbao.statistics.forms.ColumnKind;

/** What a part of a formula gives. */
enum FormulaType {
    NUMBER("数"),
    TRUTH("条件"),
    TEXT("文本"),
    DAY("日期"),
    /** Wrong already, and said so. */
    UNKNOWN("");

    final String title;

    FormulaType(String title) {
        this.title = title;
    }

    static FormulaType of(ColumnKind kind) {
        return switch (kind) {
            case NUMBER -> NUMBER;
            case DAY -> DAY;
            default -> TEXT;
        };
    }
}

package xiangbao.benchmarks.audit;

import java.util.Set;

/** What clerks do wrong. */
enum Kind {
    DIGIT("一位数字打错", "DIGIT"),
    TRANSPOSED("相邻两位颠倒", "TRANSPOSED"),
    DIGIT_MISSING("漏一位", "DIGIT", "POWER-OF-TEN"),
    DIGIT_EXTRA("多一位", "DIGIT", "POWER-OF-TEN"),
    ZERO_EXTRA("多一个零", "POWER-OF-TEN", "DIGIT"),
    ZERO_MISSING("少一个零", "POWER-OF-TEN", "DIGIT"),
    SIGN("正负号", "SIGN", "NEGATIVE-VALUE"),
    POINT_LOST("漏小数点", "POWER-OF-TEN"),
    TIMES_10("×10", "POWER-OF-TEN", "UNIT"),
    TIMES_100("×100", "POWER-OF-TEN", "UNIT"),
    TIMES_1000("×1000", "POWER-OF-TEN", "UNIT"),
    TIMES_10000("×10000", "POWER-OF-TEN", "UNIT"),
    OVER_10("÷10", "POWER-OF-TEN", "UNIT"),
    OVER_100("÷100", "POWER-OF-TEN", "UNIT"),
    OVER_1000("÷1000", "POWER-OF-TEN", "UNIT"),
    OVER_10000("÷10000", "POWER-OF-TEN", "UNIT"),
    TIMES_15("公顷当亩 ×15", "UNIT"),
    OVER_15("亩当公顷 ÷15", "UNIT"),
    TIMES_2("公斤当斤 ×2", "UNIT"),
    OVER_2("斤当公斤 ÷2", "UNIT"),
    YUAN("一格以元填万元", "UNIT", "POWER-OF-TEN"),
    COLUMN_UNIT("整列用别的单位", "UNIT", "POWER-OF-TEN"),
    ROW_UNIT("整行用别的单位", "UNIT", "POWER-OF-TEN"),
    FRACTION("百分数填成小数", "UNIT", "POWER-OF-TEN", "PERCENT"),
    CELL_SHIFTED("一格错行", "SHIFTED"),
    BLOCK_SHIFTED("一段错行", "SHIFTED"),
    COLUMN_SHIFTED("错列", "SHIFTED"),
    ROWS_SWAPPED("两行对调", "SWAPPED"),
    COLUMNS_SWAPPED("两列对调", "SWAPPED"),
    CELL_COPIED("一格照抄上期", "COPIED"),
    BLOCK_COPIED("一段照抄上期", "COPIED"),
    FORM_COPIED("整表照抄上期", "COPIED"),
    OTHER_TOWNSHIP("报了别的乡镇的表", "COPIED", "OTHER", "FOREIGN"),
    TOTAL("合计打错", "DIGIT", "TRANSPOSED"),
    PART_CHANGED("改了分项没改合计"),
    YEAR_AS_PERIOD("本期填成累计", "COPIED", "CUMULATIVE", "PERIOD"),
    PERIOD_AS_YEAR("累计填成本期", "COPIED", "CUMULATIVE", "PERIOD"),
    FALLS("累计减少"),
    ZERO_FOR_VALUE("有数填零"),
    VALUE_FOR_ZERO("零填了数"),
    BLANK_FOR_ZERO("零没有填", "BLANK", "MISSING-VALUE"),
    ATTRIBUTE_CHANGED("台账：固定项改变"),
    OTHER_LINE("台账：别的乡镇的行"),
    KEY_CHANGED("台账：编号改变"),
    LINE_DROPPED("台账：漏行"),
    LINE_TWICE("台账：重行"),
    PROGRESS_OVER("台账：进度超过百分之百"),
    PROGRESS_FALLS("台账：进度倒退"),
    COST_10("台账：金额 ×10", "POWER-OF-TEN", "UNIT");

    /** Those whose cause the audit should be able to name in four of five. */
    static final Set<Kind> TO_NAME = Set.of(
            TRANSPOSED,
            TIMES_15,
            OVER_15,
            TIMES_2,
            OVER_2,
            YUAN,
            COLUMN_UNIT,
            ROW_UNIT,
            FRACTION,
            CELL_SHIFTED,
            BLOCK_SHIFTED,
            COLUMN_SHIFTED,
            ROWS_SWAPPED,
            COLUMNS_SWAPPED,
            CELL_COPIED,
            BLOCK_COPIED,
            FORM_COPIED,
            OTHER_TOWNSHIP);

    private final String title;
    private final Set<String> causes;

    Kind(String title, String... causes) {
        this.title = title;
        this.causes = Set.of(causes);
    }

    String title() {
        return title;
    }

    /** Kinds of diagnosis, or codes of findings, that say what happened. */
    Set<String> causes() {
        return causes;
    }

    boolean ofLedgers() {
        return ordinal() >= ATTRIBUTE_CHANGED.ordinal();
    }
}

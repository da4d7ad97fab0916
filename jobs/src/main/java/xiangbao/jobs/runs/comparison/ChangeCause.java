package xiangbao.jobs.runs.comparison;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Why something differs between two runs.
 *
 * @param text a sentence for people
 * @param details the same for programs, by field name; values are texts, numbers and lists of such
 */
public record ChangeCause(Kind kind, String text, Map<String, Object> details) {
    /** What changed, in the order in which it is told. The names are a contract with scripts. */
    public enum Kind {
        /** 审核关系: a relation is worded otherwise. */
        RELATION("审核关系"),
        /** 指标定义: rows, columns, derived indicators, who owes what. */
        DEFINITION("指标定义"),
        /** 填报单位: the register of units. */
        UNITS("填报单位"),
        /** 任务目标: a target of the plan. */
        TARGET("任务目标"),
        /** 报表模板. */
        TEMPLATE("报表模板"),
        /** 程序版本. */
        PROGRAM("程序版本"),
        /** 数据性质: 初步数, 定案数, 修订数. */
        VINTAGE("数据性质"),
        /** 报送: a round came, or a later one. */
        RESUBMISSION("报送"),
        /** 审核结论: what is said about a round. */
        VERDICT("审核结论"),
        /** 审核说明: units said more about doubts; no figure changes by it. */
        EXPLANATION("审核说明"),
        /** 原因不明: nothing could be established. */
        UNKNOWN("原因不明");

        private final String title;

        Kind(String title) {
            this.title = title;
        }

        public String title() {
            return title;
        }
    }

    public ChangeCause {
        details = Collections.unmodifiableMap(new LinkedHashMap<>(details));
    }

    static ChangeCause unknown() {
        return new ChangeCause(Kind.UNKNOWN, "原因不明。", Map.of());
    }
}

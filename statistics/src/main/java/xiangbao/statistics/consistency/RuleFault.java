package xiangbao.statistics.consistency;

import java.util.List;
import xiangbao.statistics.forms.FormCode;
import xiangbao.statistics.relations.AuditRelation;

/**
 * What is wrong with a relation in the light of others.
 *
 * @param proof the other relations that it takes to show it, as few as possible
 * @param text in Chinese, in row titles: what is wrong, why, and what to do
 */
public record RuleFault(Kind kind, FormCode form, AuditRelation relation, List<AuditRelation> proof, String text) {
    /** Kinds of faults. */
    public enum Kind {
        /** 相互矛盾: it can never hold together with the others. */
        CONTRADICTS,
        /** 多余: what it states follows from the others. */
        FOLLOWS,
        /** 定死了数: together with the others it leaves one value only. */
        FORCES,
        /** 从来判定不了: what it needs is never due together. */
        NEVER_DECIDED
    }

    public RuleFault {
        proof = List.copyOf(proof);
    }
}

package xiangbao.statistics.audit;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import xiangbao.statistics.model.FormCode;
import xiangbao.statistics.model.SubmissionKey;

/** Which submissions a review looks at, and which reviews look at a submission; computed from the references of the relations. */
public final class Dependencies {
    private final Map<FormCode, FormRules> forms;

    public Dependencies(Map<FormCode, FormRules> forms) {
        this.forms = new LinkedHashMap<>(forms);
    }

    /** The keys whose reviews look at this one and may change when it comes: next periods, later years, sibling forms. In period, then form order. */
    public Set<SubmissionKey> lookingAt(SubmissionKey key) {
        throw new UnsupportedOperationException("" + forms + key);
    }

    /** The keys that a review of this one looks at, itself left out. */
    public Set<SubmissionKey> lookedAtBy(SubmissionKey key) {
        throw new UnsupportedOperationException("" + forms + key);
    }
}

package xiangbao.statistics.cases;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import xiangbao.statistics.submissions.SubmissionKey;

/**
 * 底表 with what lies around it: the figures from which the cases of a form start. Immutable.
 *
 * @param key of the form under review
 * @param sheets the unit's figures by form and period, the form under review among them
 * @param attributes master data of the unit that the case has otherwise than the register
 */
public record CaseScene(SubmissionKey key, Map<SubmissionKey, CaseSheet> sheets, Map<String, BigDecimal> attributes) {
    public CaseScene {
        sheets = Map.copyOf(sheets);
        attributes = Map.copyOf(attributes);
    }

    public CaseSheet sheet(SubmissionKey of) {
        return sheets.getOrDefault(of, CaseSheet.EMPTY);
    }

    public CaseScene with(SubmissionKey of, CaseSheet sheet) {
        Map<SubmissionKey, CaseSheet> changed = new LinkedHashMap<>(sheets);
        changed.put(of, sheet);
        return new CaseScene(key, changed, attributes);
    }

    /** The same where the unit has not reported this. */
    public CaseScene without(SubmissionKey of) {
        Map<SubmissionKey, CaseSheet> fewer = new LinkedHashMap<>(sheets);
        fewer.remove(of);
        return new CaseScene(key, fewer, attributes);
    }

    public CaseScene with(String attribute, BigDecimal value) {
        Map<String, BigDecimal> changed = new LinkedHashMap<>(attributes);
        changed.put(attribute, value);
        return new CaseScene(key, sheets, changed);
    }
}

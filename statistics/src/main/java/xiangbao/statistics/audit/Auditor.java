package xiangbao.statistics.audit;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import xiangbao.statistics.formula.Vocabulary;
import xiangbao.statistics.model.Finding;
import xiangbao.statistics.model.FormCode;
import xiangbao.statistics.model.Observation;
import xiangbao.statistics.model.ReadSubmission;
import xiangbao.statistics.model.SubmissionKey;
import xiangbao.statistics.model.Units;

/** Reviews submissions: confronts each with the relations of its form. Holds no state between reviews and may be used by several threads. */
public final class Auditor {
    private final Map<FormCode, FormRules> forms;
    private final Units units;
    private final Vocabulary vocabulary;

    public Auditor(Map<FormCode, FormRules> forms, Units units) {
        this.forms = new LinkedHashMap<>(forms);
        this.units = units;
        this.vocabulary = FormRules.vocabulary(forms.values(), units);
    }

    /** Reviews what a reader found; where unit or period are uncertain, only the reader's findings count. */
    public Review review(ReadSubmission read, Surroundings surroundings) {
        return read.key()
                .map(key -> review(key, read.sheet(), read.observations(), read.findings(), surroundings))
                .orElseGet(() -> Review.of(read.findings(), List.of()));
    }

    /** Reviews a submission's figures together with what its reader found. */
    public Review review(
            SubmissionKey key,
            String sheet,
            List<Observation> observations,
            List<Finding> readerFindings,
            Surroundings surroundings) {
        throw new UnsupportedOperationException(
                "" + forms + units + vocabulary + key + sheet + observations + readerFindings + surroundings);
    }
}

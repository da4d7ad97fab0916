package xiangbao.readers.cases;

import java.util.List;
import xiangbao.readers.config.documents.ConfigurationMistake;
import xiangbao.statistics.cases.AuditCase;

/**
 * The cases of a configuration.
 *
 * @param cases in the order of files and lines, those left out that are written wrongly
 * @param mistakes in how they are written
 */
public record ReadCases(List<AuditCase> cases, List<ConfigurationMistake> mistakes) {
    public ReadCases {
        cases = List.copyOf(cases);
        mistakes = List.copyOf(mistakes);
    }
}

package xiangbao.readers.config;

import java.util.List;
import org.jspecify.annotations.Nullable;
import xiangbao.readers.config.documents.ConfigurationMistake;
import xiangbao.statistics.definitions.Definitions;

/**
 * What reading the configuration gave.
 *
 * @param definitions null as soon as there is one mistake: nothing runs on half a configuration
 * @param mistakes all of all files, in the order of files and lines
 */
public record ReadDefinitions(@Nullable Definitions definitions, List<ConfigurationMistake> mistakes) {
    public ReadDefinitions {
        mistakes = List.copyOf(mistakes);
    }
}

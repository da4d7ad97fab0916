package xiangbao.readers.config;

import java.nio.file.Path;

/** Reads the configuration folder: units, forms with their audit relations, the plan and the calendar. */
public final class DefinitionsReader {
    private DefinitionsReader() {}

    public static ReadDefinitions read(Path configFolder) {
        throw new UnsupportedOperationException("cannot read " + configFolder);
    }
}

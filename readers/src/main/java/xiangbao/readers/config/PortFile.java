package xiangbao.readers.config;

import java.util.List;
import java.util.Optional;

/** The ports in {@code application.yaml}: written in blocks, on one line with dots, or a mixture of both. */
final class PortFile {
    private static final List<String> PORTS = List.of("server.port", "management.server.port", "spring.mail.port");
    private static final int HIGHEST = 65_535;

    private PortFile() {}

    static void check(Value root) {
        PORTS.forEach(port -> find(root, port).ifPresent(PortFile::checkOne));
    }

    private static void checkOne(Value value) {
        Optional<String> text = value.isEmpty() ? Optional.empty() : value.text();
        // The environment may say it instead.
        if (text.isPresent() && !text.get().startsWith("${")) {
            value.integer(1, HIGHEST);
        }
    }

    /** What stands under a key with dots, at whichever of the dots the file begins a new block. */
    private static Optional<Value> find(Value mapping, String key) {
        if (!mapping.isMapping()) {
            return Optional.empty();
        }
        for (Value.Entry entry : mapping.entries()) {
            if (entry.key().equals(key)) {
                return Optional.of(entry.value());
            }
            if (key.startsWith(entry.key() + ".")) {
                Optional<Value> below =
                        find(entry.value(), key.substring(entry.key().length() + 1));
                if (below.isPresent()) {
                    return below;
                }
            }
        }
        return Optional.empty();
    }
}

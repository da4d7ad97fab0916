package xiangbao.readers.config;

import java.util.ArrayList;
import java.util.List;

/** The mistakes found so far in one reading of the configuration; reading goes on after each. */
final class Mistakes {
    private final List<ConfigurationMistake> found = new ArrayList<>();

    void add(String file, int line, String message) {
        add(file, line, message, "");
    }

    void add(String file, int line, String message, String suggestion) {
        found.add(new ConfigurationMistake(file, line, message, suggestion));
    }

    boolean isIn(String file) {
        return found.stream().anyMatch(mistake -> mistake.file().equals(file));
    }

    boolean isEmpty() {
        return found.isEmpty();
    }

    List<ConfigurationMistake> inOrder() {
        return found.stream().sorted().distinct().toList();
    }
}

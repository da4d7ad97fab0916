package xiangbao.readers.config.documents;

import java.util.ArrayList;
import java.util.List;

/** The mistakes found so far in one reading of the configuration; reading goes on after each. */
public final class Mistakes {
    private final List<ConfigurationMistake> found = new ArrayList<>();

    public void add(String file, int line, String message) {
        add(file, line, message, "");
    }

    public void add(String file, int line, String message, String suggestion) {
        found.add(new ConfigurationMistake(file, line, message, suggestion));
    }

    public boolean isIn(String file) {
        return found.stream().anyMatch(mistake -> mistake.file().equals(file));
    }

    public boolean isEmpty() {
        return found.isEmpty();
    }

    public List<ConfigurationMistake> inOrder() {
        return found.stream().sorted().distinct().toList();
    }
}

package xiangbao.jobs.backup;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/** Tells a settings file that holds a secret from one that does not. */
public final class Secrets {
    private static final String WORD = "(?:password|passwd|passphrase|secret|token|credential|口令|密码)";
    // a reference to the environment or to a file is no secret
    private static final Pattern GIVEN = Pattern.compile(
            "(?i)" + WORD + "(?![\\w.-]*-?file)[\\w.-]*[\"']?\\s*[:=]\\s*(?!$|#|\"\"|''|\\$\\{|~|null\\b)\\S");
    private static final Pattern NAMED = Pattern.compile("(?i)" + WORD + "[\\w.-]*[\"']?\\s*:\\s*(?:#.*)?$");
    private static final Pattern USER_IN_ADDRESS = Pattern.compile("://[^/\\s:@]+:[^/\\s@]+@");

    private Secrets() {}

    /** Whether a file of the configuration folder is one of Spring's, the only ones where secrets may stand. */
    static boolean isSettings(String name) {
        return name.startsWith("application")
                && (name.endsWith(".yaml") || name.endsWith(".yml") || name.endsWith(".properties"));
    }

    /** Whether something that looks like a secret stands in the file. In doubt it does. */
    static boolean in(Path file) throws IOException {
        List<String> lines;
        try {
            lines = Files.readAllLines(file, StandardCharsets.UTF_8);
        } catch (java.nio.charset.CharacterCodingException binary) {
            return true;
        }
        for (int index = 0; index < lines.size(); index++) {
            String line = lines.get(index).strip();
            if (line.startsWith("#")) {
                continue;
            }
            if (GIVEN.matcher(line).find() || USER_IN_ADDRESS.matcher(line).find()) {
                return true;
            }
            if (NAMED.matcher(line).find()
                    && index + 1 < lines.size()
                    && depth(lines.get(index + 1)) > depth(lines.get(index))) {
                return true;
            }
        }
        return false;
    }

    private static int depth(String line) {
        return line.isBlank() ? 0 : line.length() - line.stripLeading().length();
    }
}
